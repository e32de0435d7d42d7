"""When a request may be repeated, and how long to wait: pure functions over plain values.

The API deduplicates nothing but usage reports, so a write that was sent is never simply sent again. What counts is
what happened (`Outcome`) and what the operation is (`Operation.idempotency`).
"""

from __future__ import annotations

import datetime as dt
import email.utils
import math
import random
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING

import httpx
from attrs import frozen

if TYPE_CHECKING:
    from .generated.types import Operation


class Outcome(Enum):
    """What became of an attempt that did not end in an answer for the caller."""

    NOT_SENT = "not sent"
    RATE_LIMITED = "rate limited"
    UNCERTAIN = "sent, and perhaps applied"


@frozen
class RetryEvent:
    """What a retry hook is told.

    Attributes:
        operation: `resource.method` of the call.
        attempt: the attempt that failed, from 1.
        wait: seconds until the next one.
        outcome: what became of the failed one.
        status_code: its status, if it was answered.
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
        max_attempts: attempts in all; 1 = never repeat.
        initial_delay: seconds; the wait before attempt n + 1 is drawn from 0 to initial_delay * 2 ** (n - 1).
        max_delay: seconds; the longest wait that is drawn. What the server asks for may be longer.
        deadline: seconds for a call as a whole, all attempts and waits together; None = no limit.
        on_retry: called before each wait; what it raises ends the call.
    """

    max_attempts: int = 4
    initial_delay: float = 0.5
    max_delay: float = 20.0
    deadline: float | None = 120.0
    on_retry: Callable[[RetryEvent], object] | None = None

    def __attrs_post_init__(self) -> None:
        if self.max_attempts < 1:
            raise ValueError(f"max_attempts: at least 1, not {self.max_attempts}")
        if not (0 <= self.initial_delay < math.inf and 0 <= self.max_delay < math.inf):
            raise ValueError("initial_delay and max_delay are seconds, and not negative")
        if self.deadline is not None and not self.deadline > 0:
            raise ValueError(f"deadline: seconds, or None for no limit, not {self.deadline}")


NO_RETRIES = RetryPolicy(max_attempts=1)

#: Statuses of gateways: the request may have reached the API.
_GATEWAY = frozenset({502, 503, 504})

#: A year of seconds: a longer wait is never waited, and dates far away overflow.
_LONGEST_HINT = 366 * 86400.0

_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
#: Errors of the request itself: it can't be sent, now or later.
_NEVER_SENT = (httpx.UnsupportedProtocol, httpx.LocalProtocolError)


def outcome_of_status(status: int) -> Outcome | None:
    """What a status says; None for an answer that goes to the caller, good or bad."""
    if status == 429:
        return Outcome.RATE_LIMITED
    return Outcome.UNCERTAIN if status in _GATEWAY else None


def outcome_of_error(error: Exception) -> Outcome | None:
    """Return what an exception says of a request; None for one that another attempt would not change."""
    if isinstance(error, _NOT_SENT):
        return Outcome.NOT_SENT if _is_believed(error) else Outcome.UNCERTAIN
    return None if isinstance(error, _NEVER_SENT) else Outcome.UNCERTAIN


def _is_believed(error: Exception) -> bool:
    """Whether an error that says 'not sent' is to be trusted.

    httpx-aiohttp, which may be in a client of the caller's, says so of requests that were cut off after they were sent,
    too. What it is raised from gives it away.
    """
    cause = error.__cause__
    return cause is None or not (type(cause).__module__.startswith("aiohttp") or type(cause) is TimeoutError)


def may_repeat(operation: Operation, outcome: Outcome) -> bool:
    """The table of DESIGN section 4: only what was sent and is not idempotent may not be repeated."""
    return outcome is not Outcome.UNCERTAIN or operation.idempotency in ("safe", "http", "natural", "key")


def wait_before_retry(
    policy: RetryPolicy,
    attempt: int,
    elapsed: float,
    hint: float | None,
    draw: Callable[[float, float], float] = random.uniform,
) -> float | None:
    """Seconds to wait before the next attempt; None when there is to be none.

    Args:
        attempt: the attempt that failed, from 1.
        elapsed: seconds since the call began.
        hint: seconds that the server asks to wait.
        draw: the source of jitter.
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
    """Seconds that an answer asks to wait: `Retry-After` (seconds or date), else `X-Rate-Limit-Reset` (unix seconds).

    Moments are compared with the answer's own `Date`, so that a wrong clock on either side does no harm.

    Args:
        now: unix seconds here, for answers without a `Date`.
        rate_limited: the answer is a 429. Only then is the reset of the rate limit a reason to wait; other answers of
            the same endpoint carry it too.
    """
    after = headers.get("retry-after")
    seconds = _number(after)
    if seconds is None:
        moment = _http_date(after)
        if moment is None and rate_limited:
            moment = _number(headers.get("x-rate-limit-reset"))
        if moment is None:
            return None
        seconds = moment - (_http_date(headers.get("date")) or now)
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
    "may_repeat",
    "outcome_of_error",
    "outcome_of_status",
    "retry_hint",
    "wait_before_retry",
]
