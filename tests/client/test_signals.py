"""What is reported of calls, to a callback and to OpenTelemetry: what happened, and nobody's ids."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from attrs import fields
from opentelemetry import trace

from ledgerbee_client import SQLiteStore
from ledgerbee_client._telemetry import INSTRUMENTS
from ledgerbee_client.errors import (
    ConfigurationError,
    LedgerBeeError,
    MissingScopeError,
    OutcomeUnknownError,
    PaginationDriftError,
)
from ledgerbee_client.events import AttemptEvent, CallEvent, Deviation, DriftEvent
from ledgerbee_client.testing import Cut, Sandbox, SystemClock
from tests.client.telemetry import Collected
from tests.shared.api import ROOT
from tests.shared.in_process import Rows, client, product_group

ID = "0198c0de-aaaa-7bbb-8ccc-personal0001"
PRODUCT = {"id": ID, "name": "Hosting"}


def answers(*responses: httpx.Response | Exception) -> Callable[[httpx.Request], httpx.Response]:
    """One after another; the last one again and again."""
    left = list(responses)

    def answer(request: httpx.Request) -> httpx.Response:
        found = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(found, Exception):
            raise found
        return httpx.Response(found.status_code, headers=found.headers, content=found.content)

    return answer


def ok() -> httpx.Response:
    return httpx.Response(200, json=PRODUCT)


@pytest.fixture(params=["asyncio", "trio"])
def run(request: pytest.FixtureRequest) -> Callable[[Callable[[], Awaitable[None]]], None]:
    return lambda work: anyio.run(work, backend=request.param)


# ---------------------------------------------------------------------- spans


def test_a_call_is_one_span_with_its_template_and_what_it_came_to(run: Any, collected: Collected) -> None:
    async def work() -> None:
        async with client(answers(ok())) as lb:
            await lb.products.get(ID)

    run(work)
    span = collected.only()
    known = dict(span.attributes or {})
    assert span.name == "ledgerbee.products.get"
    assert span.kind is trace.SpanKind.CLIENT
    assert "{" in str(known.pop("url.template"))
    assert 0 <= float(str(known.pop("ledgerbee.waited"))) < 1
    assert known == {
        "ledgerbee.operation": "products.get",
        "http.request.method": "GET",
        "server.address": "localhost",
        "server.port": 80,
        "ledgerbee.outcome": "success",
        "ledgerbee.attempts": 1,
        "http.response.status_code": 200,
    }
    assert [event.name for event in span.events] == ["attempt"]
    assert span.status.status_code is trace.StatusCode.UNSET


@pytest.mark.unmeasured
def test_each_attempt_is_an_event_of_the_one_span(run: Any, collected: Collected) -> None:
    limited = httpx.Response(429, headers={"retry-after": "0.3"})

    async def work() -> None:
        async with client(answers(httpx.ConnectError("no"), httpx.Response(503), limited, ok())) as lb:
            await lb.products.get(ID)

    run(work)
    span = collected.only()
    shown = [dict(event.attributes or {}) for event in span.events]
    assert [one["ledgerbee.attempt.result"] for one in shown] == ["not sent", "uncertain", "rate limited", "response"]
    assert [one.get("http.response.status_code") for one in shown] == [None, 503, 429, 200]
    assert shown[0]["error.type"] == "ConnectError"
    assert float(str(shown[3]["ledgerbee.waited"])) > 0.001
    times = [event.timestamp for event in span.events]
    assert times == sorted(times)
    assert span.start_time is not None
    assert span.end_time is not None
    assert span.start_time <= times[0] <= times[-1] <= span.end_time
    assert [value for _, value in collected.metric("ledgerbee.client.retries")] == [1, 1, 1]
    ((_, waited),) = collected.metric("ledgerbee.client.rate_limit.wait")
    assert waited > 0.001


@pytest.mark.unmeasured
@pytest.mark.parametrize(
    ("name", "response", "outcome", "error"),
    [
        ("get", httpx.Response(404, json={"message": f"Product {ID} not found"}), "refused", "NotFoundError"),
        ("get", httpx.ConnectError("no"), "not sent", "ConnectionFailedError"),
        ("get", httpx.ReadTimeout("slow"), "failed", "RequestTimeoutError"),
        ("get", httpx.Response(500), "failed", "ServerError"),
        ("get", httpx.Response(200, content=b"<html>"), "failed", "ResponseDecodeError"),
        ("update", httpx.ReadTimeout("slow"), "unknown", "OutcomeUnknownError"),
        ("update", httpx.Response(504), "unknown", "OutcomeUnknownError"),
    ],
)
def test_what_went_wrong_is_named_by_its_class_and_never_by_its_text(
    run: Any, collected: Collected, name: str, response: Any, outcome: str, error: str
) -> None:
    async def work() -> None:
        async with client(answers(response), retry=None) as lb:
            arguments = {"name": "Personal Name"} if name == "update" else {}
            with pytest.raises(LedgerBeeError):
                await getattr(lb.products, name)(ID, **arguments)

    run(work)
    span = collected.only()
    known = span.attributes or {}
    assert (known["ledgerbee.outcome"], known["error.type"]) == (outcome, error)
    assert span.status.status_code is trace.StatusCode.ERROR
    assert span.status.description is None
    assert [event.name for event in span.events] == ["attempt"]
    assert len(collected.metric("ledgerbee.client.outcomes_unknown")) == (outcome == "unknown")
    assert ID not in collected.everything()
    assert "Personal" not in collected.everything()


def test_a_call_that_was_refused_here_is_a_span_without_attempts(run: Any, collected: Collected) -> None:
    async def work() -> None:
        async with client(answers(ok()), scope_check="auto", scopes=[]) as lb:
            with pytest.raises(MissingScopeError):
                await lb.products.get(ID)

    run(work)
    assert (collected.only().attributes or {})["ledgerbee.outcome"] == "not sent"
    assert not collected.only().events


def test_gathered_calls_are_siblings_below_the_span_of_the_caller(run: Any, collected: Collected) -> None:
    async def work() -> None:
        tracer = collected.tracers.get_tracer("app")
        async with client(answers(ok())) as lb:
            with tracer.start_as_current_span("app") as parent:
                async with anyio.create_task_group() as group:
                    for _ in range(20):
                        group.start_soon(lb.products.get, ID)
                assert trace.get_current_span() is parent

    run(work)
    *calls, parent = collected.spans
    assert len(calls) == 20
    assert {span.parent.span_id for span in calls if span.parent} == {parent.context.span_id}
    assert len({span.context.span_id for span in calls}) == 20


def test_what_is_called_below_a_call_is_a_child_of_its_span(run: Any, collected: Collected) -> None:
    tracer = collected.tracers.get_tracer("http")

    def answer(request: httpx.Request) -> httpx.Response:
        with tracer.start_as_current_span("http"):
            return ok()

    async def work() -> None:
        async with client(answer) as lb:
            await lb.products.get(ID)

    run(work)
    http, call = collected.spans
    assert http.parent is not None
    assert http.parent.span_id == call.context.span_id


@pytest.mark.unmeasured
def test_a_list_is_a_span_for_each_page_also_when_it_is_read_ahead(run: Any, collected: Collected) -> None:
    rows = Rows(700)

    async def work() -> None:
        tracer = collected.tracers.get_tracer("app")
        async with client(rows.answer) as lb:
            with tracer.start_as_current_span("app") as parent:
                async for _ in lb.products.list(search="Personal Name", prefetch=3):
                    assert trace.get_current_span() is parent

    run(work)
    *pages, parent = collected.spans
    assert len(pages) == len(rows.requests)
    assert {span.name for span in pages} == {"ledgerbee.products.list"}
    assert {span.parent.span_id for span in pages if span.parent} == {parent.context.span_id}
    assert "Personal" not in collected.everything()


def test_a_list_that_is_broken_off_leaves_no_span_open(run: Any, collected: Collected) -> None:
    rows = Rows(700)
    started: list[str] = []

    async def work() -> None:
        async with client(rows.answer) as lb:
            async for _ in lb.products.list(prefetch=3):
                started.extend(collected.names)
                break

    run(work)
    assert len(collected.spans) == len(rows.requests) == len(started)


def test_a_task_that_takes_a_list_has_one_span(collected: Collected) -> None:
    async def work() -> None:
        import asyncio

        async with client(Rows(3).answer) as lb:
            await asyncio.gather(*(asyncio.create_task(lb.products.list()) for _ in range(3)))

    anyio.run(work)
    assert collected.names == ["ledgerbee.products.list"] * 3


@pytest.mark.parametrize(("name", "outcome"), [("get", "cancelled"), ("update", "unknown")])
def test_a_call_that_is_cancelled_in_flight_says_so(run: Any, collected: Collected, name: str, outcome: str) -> None:
    async def work() -> None:
        arrived = anyio.Event()

        async def answer(request: httpx.Request) -> httpx.Response:
            arrived.set()
            await anyio.sleep_forever()
            raise AssertionError

        async with client(answer) as lb, anyio.create_task_group() as group:
            group.start_soon(lambda: getattr(lb.products, name)(ID, **({"name": "x"} if name == "update" else {})))
            await arrived.wait()
            group.cancel_scope.cancel()

    run(work)
    assert (collected.only().attributes or {})["ledgerbee.outcome"] == outcome
    assert len(collected.metric("ledgerbee.client.outcomes_unknown")) == (outcome == "unknown")


def test_once_and_settle_are_spans_around_the_calls_that_they_make(
    run: Any, collected: Collected, tmp_path: Path
) -> None:
    async def work() -> None:
        async with Sandbox(clock=SystemClock()) as sandbox, SQLite(tmp_path / "s.sqlite") as store:
            sandbox.seed(products=1)
            lb = sandbox.client(retry=None, settle_after=0.1, idempotency_store=store, scope_check="off")
            group = await product_group(lb)
            sandbox.faults.add(Cut("applied"), "products.create", times=1)
            for _ in range(2):
                await lb.once(
                    "personal-key",
                    lb.products.create,
                    product_number="P-1",
                    name="Personal Name",
                    unit="pcs",
                    product_group_id=group,
                )
            sandbox.faults.add(Cut("applied"), "products.update", times=1)
            products = await lb.products.list()
            with pytest.raises(OutcomeUnknownError) as caught:
                await lb.products.update(products[0].id, name="Other")
            await lb.settle(caught.value)

    run(work)
    spans = {span.context.span_id: span for span in collected.spans}
    once = [span for span in collected.spans if span.name == "ledgerbee.once"]
    assert [(span.attributes or {})["ledgerbee.operation"] for span in once] == ["products.create"] * 2
    below = [span.name for span in collected.spans if span.parent and span.parent.span_id == once[0].context.span_id]
    assert below[0] == "ledgerbee.products.create"
    assert "ledgerbee.products.list" in below
    assert not [span for span in spans.values() if span.parent and span.parent.span_id == once[1].context.span_id]
    settle = next(span for span in collected.spans if span.name == "ledgerbee.settle")
    assert (settle.attributes or {})["ledgerbee.verdict"] == "Applied"
    assert "ersonal" not in collected.everything()


class SQLite(SQLiteStore):
    async def __aenter__(self) -> SQLiteStore:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


def test_once_that_fails_says_by_what(run: Any, collected: Collected) -> None:
    async def work() -> None:
        async with client(answers(ok())) as lb:
            with pytest.raises(ConfigurationError):
                await lb.once("k", lb.products.update, ID, name="x")

    run(work)
    assert (collected.only().attributes or {})["error.type"] == "ConfigurationError"


# ---------------------------------------------------------------------- metrics


def an_unread_row_moves_to_the_front(rows: Rows) -> None:
    if len(rows.requests) == 1:
        rows.rows.insert(0, rows.rows.pop(15))


def undocumented(rows: Rows) -> Callable[[httpx.Request], httpx.Response]:
    """The list, each row with a field that no document has."""

    def answer(request: httpx.Request) -> httpx.Response:
        envelope = json.loads(rows.answer(request).content)
        return httpx.Response(200, json={**envelope, "data": [{**one, "undocumented": 1} for one in envelope["data"]]})

    return answer


def test_drift_and_deviations_are_counted(run: Any, collected: Collected) -> None:
    rows = Rows(230, an_unread_row_moves_to_the_front)

    async def work() -> None:
        async with client(undocumented(rows)) as lb:
            with pytest.raises(PaginationDriftError):
                await lb.products.list(limit=10, on_drift="raise").collect()

    run(work)
    assert collected.metric("ledgerbee.client.drift") == [({"ledgerbee.operation": "products.list"}, 1)]
    found = {
        (one["ledgerbee.operation"], one["ledgerbee.deviation"])
        for one, _ in collected.metric("ledgerbee.client.deviations")
    }
    # The rows hold little else: where the document says that more is always there, that is missing.
    assert found - {("products.list", "missing")} == {("products.list", "unknown_field")}


def test_the_duration_of_calls_is_measured_by_operation_and_outcome(run: Any, collected: Collected) -> None:
    async def work() -> None:
        async with client(answers(ok())) as lb:
            await lb.products.get(ID)

    run(work)
    ((attributes, seconds),) = collected.metric("ledgerbee.client.call.duration")
    assert attributes == {
        "ledgerbee.operation": "products.get",
        "ledgerbee.outcome": "success",
        "http.response.status_code": 200,
    }
    assert seconds > 0


# ---------------------------------------------------------------------- the callback


def test_the_callback_gets_the_end_of_each_call(run: Any) -> None:
    events: list[Any] = []

    async def work() -> None:
        limited = httpx.Response(429, headers={"retry-after": "0.3"})
        async with client(answers(httpx.Response(503), limited, ok()), on_event=events.append) as lb:
            await lb.products.get(ID)
            await lb.with_options(timeout=3).products.get(ID)

    run(work)
    calls = [event for event in events if isinstance(event, CallEvent)]
    first, second = calls
    assert (first.operation, first.method, first.outcome, first.status_code) == ("products.get", "GET", "success", 200)
    assert [one.result for one in first.attempts] == ["uncertain", "rate limited", "response"]
    assert [one.number for one in first.attempts] == [1, 2, 3]
    assert first.retries == 2
    assert 0.001 < first.rate_limit_wait <= first.waited <= first.seconds
    assert sum(one.seconds for one in first.attempts) + first.waited <= first.seconds + 0.001
    assert (second.retries, second.error) == (0, None)
    assert ID not in repr(events)


def test_the_callback_gets_drift_and_deviations_too() -> None:
    events: list[Any] = []
    deviations: list[Deviation] = []
    rows = Rows(230, an_unread_row_moves_to_the_front)

    async def work() -> None:
        async with client(undocumented(rows), on_event=events.append, on_deviation=deviations.append) as lb:
            with pytest.raises(PaginationDriftError):
                await lb.products.list(limit=10, on_drift="raise").collect()

    anyio.run(work)
    assert [event for event in events if isinstance(event, DriftEvent)] == [DriftEvent(operation="products.list")]
    assert deviations
    assert [event for event in events if isinstance(event, Deviation)] == deviations


@pytest.mark.parametrize("hook", ["on_event", "on_deviation"])
def test_what_a_callback_raises_is_logged_and_the_write_is_still_a_success(
    hook: str, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(event: object) -> None:
        raise RuntimeError("out of order")

    async def work() -> None:
        async with client(answers(ok()), **{hook: broken}) as lb:
            product = await lb.products.update(ID, name="x")
            assert product.id == ID

    anyio.run(work)
    assert f"{hook} raised an error" in caplog.text


@pytest.mark.parametrize("hook", ["on_event", "on_deviation"])
def test_a_callback_that_could_not_be_called_is_refused(hook: str) -> None:
    async def nobody_awaits(event: object) -> None: ...

    for wrong, part in (("print", "not 'print'"), (nobody_awaits, "coroutine function")):
        with pytest.raises(ConfigurationError, match=f"{hook} must be a plain function of one argument: .*{part}"):
            client(answers(ok()), **{hook: wrong})


def test_a_download_and_an_unknown_path_are_reported_as_well(tmp_path: Path) -> None:
    events: list[CallEvent] = []
    pdf = httpx.Response(200, content=b"%PDF-1.4", headers={"content-type": "application/pdf"})

    async def work() -> None:
        async with client(answers(pdf, httpx.Response(200, json={}))) as lb:
            pass
        async with client(answers(pdf, httpx.Response(200, json={})), on_event=events.append) as lb:
            await lb.invoices.pdf_to_file(ID, tmp_path / "i.pdf")
            await lb.request("GET", f"/v1/nothing/{ID}")

    anyio.run(work)
    assert [event.operation for event in events] == ["invoices.pdf", "request GET /v1/nothing/{id}"]


# ---------------------------------------------------------------------- the price, and the set-up


def program(text: str) -> str:
    """Run a program in a process of its own, and return what it prints."""
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


CALL = """
import asyncio, sys, httpx
from ledgerbee_client import LedgerBee
transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"id": "x"}))
async def call():
    async with LedgerBee("k", base_url="http://localhost/api", transport=transport, scope_check="off") as lb:
        await lb.products.get("x")
"""


def test_a_read_imports_neither_what_only_writes_need_nor_what_only_failures_need() -> None:
    shown = program(
        CALL
        + """
import typing
asyncio.run(call())
loaded = {*sys.modules}
hints = typing.get_type_hints(LedgerBee("k").products.create)
returned = hints.pop("return").__module__
taken = {one.__module__ for hint in hints.values() for one in (hint, *typing.get_args(hint)) if hasattr(one, "_FIELDS")}
late = {*taken, "ledgerbee_client._failures", "ledgerbee_client.generated.nearest"}
print(returned in loaded, bool(taken), sorted(late & loaded))
"""
    )
    assert shown == "True True []\n"


def test_nothing_of_opentelemetry_is_imported_where_the_application_does_not() -> None:
    shown = program(CALL + "asyncio.run(call())\nprint([name for name in sys.modules if 'opentelemetry' in name])")
    assert shown == "[]\n"


def test_it_reports_to_what_the_application_has_set_up_before_or_after_the_client() -> None:
    shown = program(
        CALL
        + """
from opentelemetry import trace
asyncio.run(call())  # nobody to report to yet
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(ConsoleSpanExporter(formatter=lambda span: span.name + "\\n")))
trace.set_tracer_provider(provider)
asyncio.run(call())
"""
    )
    assert shown == "ledgerbee.products.get\n"


def test_a_broken_installation_of_opentelemetry_does_no_harm() -> None:
    shown = program(
        CALL + "import types; sys.modules['opentelemetry.trace'] = types.ModuleType('x')\n"
        "sys.modules['opentelemetry'] = types.ModuleType('opentelemetry')\nasyncio.run(call()); print('ok')"
    )
    assert shown == "ok\n"


# ---------------------------------------------------------------------- the documentation


@pytest.fixture(scope="module")
def page() -> str:
    return (ROOT / "docs" / "observability.md").read_text(encoding="utf-8")


def tables(page: str) -> Iterator[set[str]]:
    """The names in the first column of each table."""
    for table in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE):
        yield set(re.findall(r"^\| `([^`]+)`", table, re.MULTILINE))


def test_the_page_names_all_metrics(page: str) -> None:
    assert INSTRUMENTS.keys() in list(tables(page))


def test_the_page_names_all_fields_of_events(page: str) -> None:
    found = list(tables(page))
    assert {field.name for field in fields(CallEvent)} in found
    assert {field.name for field in fields(AttemptEvent)} in found


def test_the_page_names_all_attributes(page: str, collected: Collected) -> None:
    async def work() -> None:
        async with client(answers(httpx.ReadTimeout("slow"), httpx.Response(500))) as lb:
            with pytest.raises(LedgerBeeError):
                await lb.products.get(ID)

    anyio.run(work)
    span = collected.only()
    found = list(tables(page))
    assert set(span.attributes or {}) in found
    assert {name for event in span.events for name in event.attributes or {}} in found
