"""When a request may be repeated, and how long to wait: pure functions over plain values.

The API deduplicates nothing but usage reports, so a write that was sent is never simply sent again. What counts is
what happened (`Outcome`) and what the operation is (`Operation.idempotency`).
"""

from __future__ import annotations

import datetime as dt
import email.utils
import math
import random
from collections.abc import Awaitable, Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

import httpx
from attrs import frozen

from .errors import ConfigurationError

if TYPE_CHECKING:
    from .generated.types import Operation


class Outcome(Enum):
    """What became of a failed attempt."""

    NOT_SENT = "not sent"
    RATE_LIMITED = "rate limited"
    UNCERTAIN = "sent, and perhaps applied"


class RetryEvent(NamedTuple):
    """What a retry hook is given.

    Attributes:
        operation: `resource.method` of the call.
        attempt: The attempt that failed, from 1.
        wait: Seconds until the next one.
        outcome: What became of the failed one.
        status_code: The status of its response, if there was one.
    """

    operation: str
    attempt: int
    wait: float
    outcome: Outcome
    status_code: int | None


@frozen(kw_only=True)
class RetryPolicy:
    """How often and how patiently requests are repeated, where repeating is safe.

    Attributes:
        max_attempts: Attempts in all; 1 = never repeat.
        initial_delay: Seconds; the wait before attempt n + 1 is drawn from 0 to initial_delay * 2 ** (n - 1).
        max_delay: Seconds; the longest wait that is drawn. What the server asks for may be longer.
        deadline: Seconds for a call as a whole, all attempts and waits together; None = no limit.
        on_retry: Called before each wait, and awaited if it is a coroutine function; what it raises ends the call.

    Raises:
        ConfigurationError: A value can't be used.
    """

    max_attempts: int = 4
    initial_delay: float = 0.5
    max_delay: float = 20.0
    deadline: float | None = 120.0
    on_retry: Callable[[RetryEvent], Awaitable[object] | object] | None = None

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.max_attempts, int) or isinstance(self.max_attempts, bool) or self.max_attempts < 1:
            raise ConfigurationError(f"max_attempts must be an integer of at least 1, not {self.max_attempts!r}")
        for name in ("initial_delay", "max_delay"):
            value = getattr(self, name)
            if not is_number(value) or not 0 <= value < math.inf:
                raise ConfigurationError(f"{name} must be seconds, and not negative; not {value!r}")
        if self.deadline is not None and (not is_number(self.deadline) or not self.deadline > 0):
            raise ConfigurationError(f"deadline must be seconds, or None for no limit; not {self.deadline!r}")
        if self.on_retry is not None and not callable(self.on_retry):
            raise ConfigurationError(f"on_retry must be a function that takes a RetryEvent, not {self.on_retry!r}")


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a value is an integer or a float, and no bool."""
    return isinstance(value, int | float) and not isinstance(value, bool)


NO_RETRIES = RetryPolicy(max_attempts=1)

#: Statuses of gateways and load balancers, which don't know what became of the request: 408 of one that gave up
#: waiting; Cloudflare's 520-527 and 530; 598 and 599 of proxies that time out.
_UNCERTAIN = frozenset({408, 502, 503, 504, *range(520, 528), 530, 598, 599})

#: A year of seconds: a longer wait is never waited, and dates far away overflow.
_LONGEST_HINT = 366 * 86400.0

_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


def outcome_of_status(status: int) -> Outcome | None:
    """Return what a status says; None for a response that goes to the caller, good or bad."""
    if status == 429:
        return Outcome.RATE_LIMITED
    return Outcome.UNCERTAIN if status in _UNCERTAIN else None


def outcome_of_error(error: Exception) -> Outcome:
    """Return what an exception says of a request that was given to the transport."""
    return Outcome.NOT_SENT if isinstance(error, _NOT_SENT) and _is_believed(error) else Outcome.UNCERTAIN


def _is_believed(error: Exception) -> bool:
    """Whether an error that says 'not sent' is to be trusted.

    httpx-aiohttp, which may be in a client of the caller's, says so of requests that were cut off after they were sent,
    too. What it is raised from gives it away.
    """
    cause = error.__cause__
    return cause is None or not (type(cause).__module__.startswith("aiohttp") or type(cause) is TimeoutError)


def may_repeat(operation: Operation, outcome: Outcome) -> bool:
    """Whether another attempt does no harm: all but what may have been applied and isn't idempotent."""
    return outcome is not Outcome.UNCERTAIN or operation.idempotency in ("safe", "http", "natural", "key")


def wait_before_retry(
    policy: RetryPolicy,
    attempt: int,
    elapsed: float,
    hint: float | None,
    draw: Callable[[float, float], float] = random.uniform,
) -> float | None:
    """Return the seconds to wait before the next attempt; None when there is to be none.

    Args:
        policy: How patient the caller is.
        attempt: The attempt that failed, from 1.
        elapsed: Seconds since the call began.
        hint: Seconds that the server asks to wait.
        draw: The source of jitter.
    """
    if attempt >= policy.max_attempts:
        return None
    wait = draw(0.0, min(policy.max_delay, policy.initial_delay * 2 ** min(attempt - 1, 60)))
    if hint is not None:
        wait += max(hint, 0.0)  # jitter on top: not all clients come back in the same moment
    if policy.deadline is not None and elapsed + wait >= policy.deadline:
        return None
    return wait


def retry_hint(headers: Mapping[str, str], now: float, *, rate_limited: bool = True) -> float | None:
    """Return the seconds to wait: `Retry-After` (seconds or date), else `X-Rate-Limit-Reset` (unix seconds).

    Moments are compared with the response's own `Date`, so that a wrong clock on either side does no harm.

    Args:
        headers: Those of the response.
        now: Unix seconds here, for responses without a `Date`.
        rate_limited: The response is a 429. Only then is the reset of the rate limit a reason to wait; other responses
            of the same endpoint carry it too.
    """
    after = headers.get("retry-after")
    seconds = _number(after)
    if seconds is None:
        moment = _http_date(after)
        if moment is None and rate_limited:
            moment = _number(headers.get("x-rate-limit-reset"))
        if moment is None:
            return None
        date = _http_date(headers.get("date"))
        # Dates are in whole seconds: where both clocks agree, this machine's is more exact
        seconds = moment - (now if date is None or -0.5 <= now - date <= 1.5 else date)
    return min(max(seconds, 0.0), _LONGEST_HINT)


def _number(text: str | None) -> float | None:
    try:
        number = float(text) if text is not None else None
    except ValueError:
        return None
    return number if number is not None and 0 <= number < math.inf else None


def _http_date(text: str | None) -> float | None:
    if text is None:
        return None
    try:
        moment = email.utils.parsedate_to_datetime(text)
        # HTTP dates are UTC, also in the old forms that don't say so
        return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


__all__ = [
    "NO_RETRIES",
    "Outcome",
    "RetryEvent",
    "RetryPolicy",
    "is_number",
    "may_repeat",
    "outcome_of_error",
    "outcome_of_status",
    "retry_hint",
    "wait_before_retry",
]
