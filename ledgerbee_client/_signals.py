"""What is reported of calls: to the caller's callbacks, and to OpenTelemetry where the application uses it.

Whatever a listener raises is logged and goes no further: a write that was done must not look as if it had failed.
"""

from __future__ import annotations

import inspect
import logging
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

from .errors import ConfigurationError

if TYPE_CHECKING:
    from ._deviations import Deviation
    from ._recording import Recording
    from ._telemetry import Telemetry
    from .events import CallEvent, Event
    from .generated.types import Operation

_log = logging.getLogger("ledgerbee_client")

#: Loaded by whatever sets OpenTelemetry up. As long as nothing has, there is nobody to report to.
_OPENTELEMETRY = "opentelemetry.trace"


class Signals:
    """Where events go.

    Args:
        base_url: That of the API.
        on_event: The caller's, for all events.
        on_deviation: The caller's, for deviations.

    Raises:
        ConfigurationError: A callback can't be called, or would have to be awaited.
    """

    def __init__(
        self,
        base_url: str,
        on_event: Callable[[Event], object] | None = None,
        on_deviation: Callable[[Deviation], object] | None = None,
    ) -> None:
        self._base_url = base_url
        self._on_event = _checked(on_event, "on_event")
        self._on_deviation = _checked(on_deviation, "on_deviation")
        self._telemetry: Telemetry | None = None
        self._has_telemetry: bool | None = None  # None: not known yet

    def begin(self, operation: Operation) -> Recording | None:
        """Return what a call is recorded with, as a context manager around it; None when nobody listens."""
        if self._on_event is None and self._has_telemetry is None and _OPENTELEMETRY not in sys.modules:
            return None
        telemetry = self._found()
        if self._on_event is None and telemetry is None:
            return None
        from ._recording import Recording  # not before somebody listens: neither events nor what makes them

        return Recording(operation, self._ended, telemetry.span(operation) if telemetry else None)

    def group(self, name: str, operation: str) -> AbstractContextManager[Callable[[str], None]]:
        """Return a context manager around the calls that `once` and `settle` make for an operation.

        It gives a function that takes what they came to.
        """
        telemetry = self._found()
        return nullcontext(_ignore) if telemetry is None else telemetry.group(name, operation)

    def drift(self, operation: str) -> None:
        """Report that a list changed while it was read."""
        from .events import DriftEvent

        self._emit(DriftEvent(operation=operation))

    def deviation(self, found: Deviation) -> None:
        """Report a deviation that is new."""
        _call(self._on_deviation, found, "on_deviation")
        self._emit(found)

    def _ended(self, event: CallEvent) -> None:
        self._emit(event)

    def _emit(self, event: Event) -> None:
        telemetry = self._found()
        if telemetry is not None:
            telemetry.count(event)
        _call(self._on_event, event, "on_event")

    def _found(self) -> Telemetry | None:
        if self._has_telemetry is None and _OPENTELEMETRY in sys.modules:
            try:
                from ._telemetry import Telemetry

                self._telemetry, self._has_telemetry = Telemetry(self._base_url), True
            except ImportError:  # a part of it only
                self._has_telemetry = False
        return self._telemetry


def _ignore(_conclusion: str) -> None:
    """Take what nobody listens to."""


def _is_coroutine_function(callback: Callable[..., object]) -> bool:
    return inspect.iscoroutinefunction(callback) or inspect.iscoroutinefunction(type(callback).__call__)


def _checked(callback: object, name: str) -> Any:
    if callback is None:
        return None
    if not callable(callback) or _is_coroutine_function(callback):
        what = "it is a coroutine function, which nobody would await" if callable(callback) else f"not {callback!r}"
        raise ConfigurationError(f"{name} must be a plain function of one argument: {what}")
    return callback


def _call(callback: Callable[[Any], object] | None, event: object, name: str) -> None:
    if callback is None:
        return
    try:
        callback(event)
    except Exception:  # noqa: BLE001  # whatever it is: see above
        _log.exception("%s raised an error; the call goes on", name)


__all__ = ["Signals"]
