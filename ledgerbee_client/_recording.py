"""A call while it is made, for those who listen: what becomes of its attempts, and how long it waited."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

import anyio
import httpx
from attrs import define, field

from ._failed import Failed
from ._outcome import Outcome
from .errors import (
    APIError,
    ConfigurationError,
    ConnectionFailedError,
    IdempotencyKeyReuseError,
    LedgerBeeError,
    MissingScopeError,
    OutcomeUnknownError,
)
from .events import AttemptEvent, AttemptResult, CallEvent, CallOutcome

if TYPE_CHECKING:
    from .generated.types import Operation

_RESULTS: dict[Outcome, AttemptResult] = {
    Outcome.NOT_SENT: "not sent",
    Outcome.RATE_LIMITED: "rate limited",
    Outcome.UNCERTAIN: "uncertain",
}
_NOT_SENT = (ConfigurationError, MissingScopeError, ConnectionFailedError, IdempotencyKeyReuseError)


@define(eq=False)
class Recording:
    """A call while it is made.

    Attributes:
        operation: What is called.
        report: Takes the event when it has ended.
        span: That of OpenTelemetry, if there is one.
        response: The response that settled the call.
    """

    operation: Operation
    report: Callable[[CallEvent], None]
    span: Any = None
    response: httpx.Response | None = None
    _attempts: list[AttemptEvent] = field(factory=list, init=False)
    _began: float = field(default=0.0, init=False)
    _paused: float = field(default=0.0, init=False)  # since the last attempt
    _queued: float = field(default=0.0, init=False)  # in this one
    _limited: float = field(default=0.0, init=False)

    def __enter__(self) -> Self:
        if self.span is not None:
            self.span.__enter__()
        self._began = time.perf_counter()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        event = self._event(error)
        if self.span is not None:
            self.span.end(event)
        self.report(event)

    def pausing(self) -> AbstractContextManager[None]:
        """Count the time of the block as a pause between attempts."""
        return self._adding_to("_paused")

    def queueing(self) -> AbstractContextManager[None]:
        """Count the time of the block as a wait for the turn of an attempt that has begun."""
        return self._adding_to("_queued")

    def limited(self) -> AbstractContextManager[None]:
        """Count the time of the block as a wait because of the rate limit."""
        return self._adding_to("_limited")

    @contextmanager
    def _adding_to(self, total: Literal["_paused", "_queued", "_limited"]) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            setattr(self, total, getattr(self, total) + time.perf_counter() - began)

    def attempted(
        self, ended: httpx.Response | Failed | BaseException | None, seconds: float, *, may_have_arrived: bool
    ) -> None:
        """Count an attempt.

        Args:
            ended: What it came to.
            seconds: How long it took, waits included.
            may_have_arrived: Whether a part of the request may have reached the server.
        """
        waited, seconds = self._paused + self._queued, seconds - self._queued
        self._paused = self._queued = 0.0
        response, error = _parts(ended)
        self._attempts.append(
            AttemptEvent(
                number=len(self._attempts) + 1,
                result=self._result(ended, may_have_arrived),
                status_code=response.status_code if response is not None else None,
                error=type(error).__name__ if error is not None else None,
                waited=waited,
                seconds=max(seconds, 0.0),
                ended_at=time.time_ns(),
            )
        )

    def _result(self, ended: object, may_have_arrived: bool) -> AttemptResult:
        if isinstance(ended, httpx.Response):
            return "response"
        if isinstance(ended, Failed):
            return _RESULTS[ended.outcome]
        if not isinstance(ended, anyio.get_cancelled_exc_class()):
            return "failed" if may_have_arrived else "not sent"
        return "uncertain" if may_have_arrived and self.operation.idempotency != "safe" else "cancelled"

    def _event(self, error: BaseException | None) -> CallEvent:
        last = self._attempts[-1] if self._attempts else None
        status = last.status_code if last is not None else None
        return CallEvent(
            operation=self.operation.name,
            method=self.operation.method,
            path=self.operation.path,
            outcome=self._outcome(error),
            status_code=self.response.status_code if self.response is not None else status,
            error=type(error).__name__ if error is not None else None,
            attempts=tuple(self._attempts),
            seconds=time.perf_counter() - self._began,
            waited=sum(one.waited for one in self._attempts) + self._paused,
            rate_limit_wait=self._limited,
        )

    def _outcome(self, error: BaseException | None) -> CallOutcome:
        if error is None:
            return "success"
        if isinstance(error, OutcomeUnknownError):
            return "unknown"
        if not isinstance(error, Exception):  # a cancellation, or the end of the program
            is_write = self.operation.idempotency != "safe"
            return "unknown" if is_write and any(one.result == "uncertain" for one in self._attempts) else "cancelled"
        if isinstance(error, _NOT_SENT) or (isinstance(error, LedgerBeeError) and not self._attempts):
            return "not sent"
        return "refused" if isinstance(error, APIError) and error.status_code < 500 else "failed"


def _parts(ended: object) -> tuple[httpx.Response | None, BaseException | None]:
    if isinstance(ended, Failed):
        return ended.response, ended.error
    if isinstance(ended, httpx.Response):
        return ended, None
    return None, ended if isinstance(ended, BaseException) else None


__all__ = ["Recording"]
