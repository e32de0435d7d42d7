"""Reports to OpenTelemetry. The only module that imports it; loaded when the application has loaded it itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from opentelemetry import metrics, trace

from ._version import __version__
from .events import CallEvent, DriftEvent

if TYPE_CHECKING:
    from opentelemetry.util.types import AttributeValue

    from .events import Event
    from .generated.types import Operation

_SCOPE = "ledgerbee_client"
_PORTS = {"http": 80, "https": 443}

#: name -> (kind, unit, what it says)
INSTRUMENTS: dict[str, tuple[str, str, str]] = {
    "ledgerbee.client.call.duration": ("histogram", "s", "Calls, from the first line to the decoded result"),
    "ledgerbee.client.retries": ("counter", "{attempt}", "Attempts after the first"),
    "ledgerbee.client.outcomes_unknown": (
        "counter",
        "{call}",
        "Writes that were sent and may have been applied or not",
    ),
    "ledgerbee.client.rate_limit.wait": ("histogram", "s", "Time that calls waited because of the rate limit"),
    "ledgerbee.client.drift": ("counter", "{list}", "Lists that changed while they were read: rows may be missing"),
    "ledgerbee.client.deviations": ("counter", "{place}", "Places where responses differ from the document"),
}

#: Waits that are shorter are no waits.
_SHORTEST_WAIT = 0.001


class Telemetry:
    """The tracer and the instruments.

    Args:
        base_url: That of the API.
    """

    def __init__(self, base_url: str) -> None:
        url = urlsplit(base_url)
        self._tracer = trace.get_tracer(_SCOPE, __version__)
        self._server: dict[str, AttributeValue] = {
            "server.address": url.hostname or "",
            "server.port": url.port or _PORTS[url.scheme],
        }
        meter = metrics.get_meter(_SCOPE, __version__)
        self._instruments: dict[str, Any] = {
            name: (meter.create_histogram if kind == "histogram" else meter.create_counter)(name, unit, text)
            for name, (kind, unit, text) in INSTRUMENTS.items()
        }

    def span(self, operation: Operation) -> Span:
        """Return the span of a call, not yet begun."""
        attributes: dict[str, AttributeValue] = {
            "ledgerbee.operation": operation.name,
            "http.request.method": operation.method,
            "url.template": operation.path,
            **self._server,
        }
        return Span(self._tracer, f"ledgerbee.{operation.name}", attributes)

    @contextmanager
    def group(self, name: str, operation: str) -> Iterator[Callable[[str], None]]:
        """Put a span around the calls that one `once` or `settle` makes; see `Signals.group`."""
        attributes: dict[str, AttributeValue] = {"ledgerbee.operation": operation}
        span = self._tracer.start_span(f"ledgerbee.{name}", attributes=attributes)
        try:
            with _current(span):
                yield lambda conclusion: span.set_attribute("ledgerbee.verdict", conclusion)
        except BaseException as error:
            _fail(span, type(error).__name__)
            raise
        finally:
            span.end()

    def count(self, event: Event) -> None:
        """Add an event to the metrics."""
        attributes: dict[str, AttributeValue] = {"ledgerbee.operation": event.operation}
        if isinstance(event, CallEvent):
            self._count_call(event, attributes)
        elif isinstance(event, DriftEvent):
            self._instruments["ledgerbee.client.drift"].add(1, attributes)
        else:
            self._instruments["ledgerbee.client.deviations"].add(1, {**attributes, "ledgerbee.deviation": event.kind})

    def _count_call(self, event: CallEvent, attributes: dict[str, AttributeValue]) -> None:
        outcome: dict[str, AttributeValue] = {**attributes, "ledgerbee.outcome": event.outcome}
        if event.status_code is not None:
            outcome["http.response.status_code"] = event.status_code
        if event.error is not None:
            outcome["error.type"] = event.error
        self._instruments["ledgerbee.client.call.duration"].record(event.seconds, outcome)
        for failed in event.attempts[:-1]:
            self._instruments["ledgerbee.client.retries"].add(
                1, {**attributes, "ledgerbee.attempt.result": failed.result}
            )
        if event.outcome == "unknown":
            self._instruments["ledgerbee.client.outcomes_unknown"].add(1, attributes)
        if event.rate_limit_wait >= _SHORTEST_WAIT:
            self._instruments["ledgerbee.client.rate_limit.wait"].record(event.rate_limit_wait, attributes)


class Span:
    """The span of one call, the current one while the call is made."""

    def __init__(self, tracer: trace.Tracer, name: str, attributes: dict[str, AttributeValue]) -> None:
        self._span = tracer.start_span(name, kind=trace.SpanKind.CLIENT, attributes=attributes)
        self._current = _current(self._span)

    def __enter__(self) -> None:
        self._current.__enter__()

    def end(self, event: CallEvent) -> None:
        """End it, with what the call came to."""
        self._current.__exit__(None, None, None)
        span = self._span
        if span.is_recording():
            for one in event.attempts:
                span.add_event("attempt", _without_none(attempt_attributes(one)), one.ended_at)
            span.set_attributes(_without_none(end_attributes(event)))
            if event.error is not None:
                _fail(span, event.error)
        span.end()


def end_attributes(event: CallEvent) -> dict[str, AttributeValue | None]:
    """Return the attributes that a span has from its end."""
    return {
        "ledgerbee.outcome": event.outcome,
        "ledgerbee.attempts": len(event.attempts),
        "ledgerbee.waited": round(event.waited, 6),
        "http.response.status_code": event.status_code,
    }


def attempt_attributes(event: Any) -> dict[str, AttributeValue | None]:
    """Return the attributes of the event that an attempt is."""
    return {
        "ledgerbee.attempt": event.number,
        "ledgerbee.attempt.result": event.result,
        "ledgerbee.waited": round(event.waited, 6),
        "ledgerbee.seconds": round(event.seconds, 6),
        "http.response.status_code": event.status_code,
        "error.type": event.error,
    }


def _without_none(attributes: dict[str, AttributeValue | None]) -> dict[str, AttributeValue]:
    return {name: value for name, value in attributes.items() if value is not None}


def _current(span: trace.Span) -> AbstractContextManager[object]:
    # An exception is never recorded: its message may quote ids and what was sent
    return trace.use_span(span, record_exception=False, set_status_on_exception=False)


def _fail(span: trace.Span, kind: str) -> None:
    span.set_attribute("error.type", kind)
    span.set_status(trace.StatusCode.ERROR)


__all__ = ["INSTRUMENTS", "Span", "Telemetry"]
