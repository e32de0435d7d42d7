"""OpenTelemetry for tests: what is reported, in memory, and nothing of the process's own set-up is changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from opentelemetry import metrics, trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter


class Collected:
    """What was reported."""

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        self._reader = InMemoryMetricReader()
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self._exporter))
        self.meters = MeterProvider([self._reader])

    @property
    def spans(self) -> list[ReadableSpan]:
        """The spans that have ended, in that order."""
        return list(self._exporter.get_finished_spans())

    @property
    def names(self) -> list[str]:
        return [span.name for span in self.spans]

    def only(self) -> ReadableSpan:
        (span,) = self.spans
        return span

    def metric(self, name: str) -> list[tuple[dict[str, Any], float]]:
        """Attributes and value (of a histogram, the sum) of each series."""
        data = self._reader.get_metrics_data()
        found: list[tuple[dict[str, Any], float]] = []
        for resource in data.resource_metrics if data else ():
            for scope in resource.scope_metrics:
                for one in scope.metrics:
                    if one.name == name:
                        found += [
                            (dict(p.attributes or {}), getattr(p, "value", getattr(p, "sum", 0)))
                            for p in one.data.data_points
                        ]
        return found

    def everything(self) -> str:
        """All that was reported, as text."""
        data = self._reader.get_metrics_data()
        return "\n".join([span.to_json() for span in self.spans]) + (data.to_json() if data else "")


@contextmanager
def collecting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Collected]:
    """Report to what is returned, for a while."""
    found = Collected()
    monkeypatch.setattr(trace, "get_tracer", found.tracers.get_tracer)
    monkeypatch.setattr(metrics, "get_meter", found.meters.get_meter)
    yield found
    found.meters.shutdown()
    found.tracers.shutdown()
