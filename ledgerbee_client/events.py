"""What `LedgerBee(on_event=...)` is called with.

Nothing in an event is an id, a search text or a part of a body: operations, templates of paths, counts and times only.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from ._deviations import Deviation

#: What became of an attempt.
AttemptResult = Literal["response", "not sent", "rate limited", "uncertain", "cancelled", "failed"]

#: What became of a call.
CallOutcome = Literal["success", "refused", "not sent", "failed", "unknown", "cancelled"]


@frozen(kw_only=True)
class AttemptEvent:
    """One attempt at a call.

    Attributes:
        number: From 1.
        result: `response`: one that settles the call, good or bad; `not sent`; `rate limited`: a 429; `uncertain`: sent
            and perhaps applied; `cancelled`: by the caller, before anything was sent or while it read; `failed`: a
            response that can't be read, or an error of the caller's own auth flow, store or disk.
        status_code: The status of its response, if there was one.
        error: The class of the exception, if there was one.
        waited: Seconds before it: the pause between attempts, the one after a 429, and for a free connection.
        seconds: How long it took from then on.
        ended_at: When it ended, in nanoseconds of unix time.
    """

    number: int
    result: AttemptResult
    status_code: int | None = None
    error: str | None = None
    waited: float = 0.0
    seconds: float = 0.0
    ended_at: int = 0


@frozen(kw_only=True)
class CallEvent:
    """A call has come to its end. A list makes one call for each page that is read.

    Attributes:
        operation: `resource.method`.
        method: HTTP method.
        path: Template of the path.
        outcome: `success`; `refused`: the API said no, by a 4xx; `not sent`: refused here (a scope, the rate limit, the
            configuration), or no connection; `failed`: any other error, of which it is known that nothing was changed
            or that everything was; `unknown`: a write was sent and may have been applied or not, also when it was
            cancelled meanwhile; `cancelled`.
        status_code: The status of the last response, if there was one.
        error: The class of the exception that the caller got, if one.
        attempts: All attempts, in order.
        seconds: How long the call took, decoding included.
        waited: Seconds of these that were spent waiting before attempts.
        rate_limit_wait: Seconds of these that were spent waiting because of the rate limit.
    """

    operation: str
    method: str
    path: str
    outcome: CallOutcome
    status_code: int | None = None
    error: str | None = None
    attempts: tuple[AttemptEvent, ...] = ()
    seconds: float = 0.0
    waited: float = 0.0
    rate_limit_wait: float = 0.0

    @property
    def retries(self) -> int:
        """The number of attempts after the first."""
        return max(len(self.attempts) - 1, 0)


@frozen(kw_only=True)
class DriftEvent:
    """A list changed while it was read, so that rows may be missing.

    Attributes:
        operation: `resource.method`.
    """

    operation: str


#: Calls that have ended, lists that changed while they were read, and deviations from the document.
Event: TypeAlias = CallEvent | DriftEvent | Deviation

__all__ = ["AttemptEvent", "AttemptResult", "CallEvent", "CallOutcome", "Deviation", "DriftEvent", "Event"]
