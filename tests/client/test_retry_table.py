"""The retry table, cell by cell, for every operation, over real connections: what arrives and what is applied.

The server counts. Waits are drawn from 0 to 0; where an answer must time out, only the attempt that the server leaves
unanswered has a short timeout, so that nothing hangs on the speed of the machine.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import uuid
from collections import Counter
from typing import TYPE_CHECKING, Literal

import anyio
import httpx
import pytest

from ledgerbee_client import LedgerBee, RetryEvent, RetryPolicy, _pipeline
from ledgerbee_client._outcome import Outcome
from ledgerbee_client._transport import Transport
from ledgerbee_client.errors import (
    AuthenticationError,
    ConnectionFailedError,
    LedgerBeeError,
    NotFoundError,
    OutcomeUnknownError,
    RateLimitError,
    RequestTimeoutError,
    ServerError,
    TransportError,
)
from ledgerbee_client.generated.decoding import parse_any
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.types import Operation, Request
from tests.client.fault_server import (
    CLOSED_APPLIED,
    CLOSED_UNAPPLIED,
    CUT_AFTER_HEADERS,
    CUT_BETWEEN_CHUNKS,
    CUT_IN_BODY,
    CUT_IN_CHUNK,
    GARBAGE,
    GATEWAY,
    HUGE_HEADERS,
    MARKER,
    NEVER_ANSWERED,
    RATE_LIMITED,
    RESET_APPLIED,
    SERVER_ERROR,
    STALLED_IN_BODY,
    FaultServer,
    Step,
    answer,
)
from tests.shared.api import documented, is_reconstruction, path
from tests.shared.cases import EVERY_CASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: The v1 drafts are past their end; that is said elsewhere.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:")

AT_ONCE = RetryPolicy(initial_delay=0)
KEY = "key-of-the-retry-tests"

#: As the API documents them, independent of what the generated code says.
UPSERTS = {"projects.upsert", "portal_sso.provision"}
USAGE_REPORT = "meters.report"

Row = Literal["read", "idempotent", "usage report", "other write"]

ALL = list(OPERATIONS.values())
OTHER_WRITES = [one for one in ALL if one.method in ("POST", "PATCH") and one.name not in {*UPSERTS, USAGE_REPORT}]


def row_of(operation: Operation) -> Row:
    """The row of the table that an operation belongs to."""
    if operation.name == USAGE_REPORT:
        return "usage report"
    if operation.method == "GET":
        return "read"
    if operation.method in ("PUT", "DELETE") or operation.name in UPSERTS:
        return "idempotent"
    return "other write"


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


class Impatient:
    """Gives the first attempt of each call a short read timeout."""

    def __init__(self, attempts: int = 1) -> None:
        self._attempts = attempts
        self._seen: Counter[str] = Counter()

    async def __call__(self, request: httpx.Request) -> None:
        marker = request.headers[MARKER]
        self._seen[marker] += 1
        if self._seen[marker] <= self._attempts:
            request.extensions["timeout"]["read"] = 0.05


def client(
    server: FaultServer, retry: RetryPolicy | None = AT_ONCE, impatient: Impatient | None = None
) -> tuple[LedgerBee, httpx.AsyncClient]:
    http = httpx.AsyncClient(
        limits=httpx.Limits(max_connections=20), event_hooks={"request": [impatient] if impatient else []}
    )
    lb = LedgerBee(KEY, base_url=server.url, retry=retry, timeout=30, scope_check="off", http_client=http)
    return lb, http


def request_of(operation: Operation, marker: str | None = None) -> Request:
    request = Request(re.sub(r"\{[^}]*\}", "x", operation.path), headers={MARKER: marker or operation.name})
    if operation.method in ("POST", "PUT", "PATCH"):
        request.json = {"note": operation.name}
    return request


async def call(lb: LedgerBee, operation: Operation, marker: str | None = None) -> object:
    """The answer of an operation, or the error that it ends in."""
    if operation.auth == ("user",):  # only a sign-in in the browser may call it: an auth flow of the caller's
        lb = LedgerBee(
            auth=httpx.Auth(),
            base_url=lb._base_url,
            retry=lb._options.retry,
            timeout=lb._options.timeout,
            scope_check="off",
            http_client=lb._attempts._channel._http,
        )
    try:
        # The server answers everything with JSON, PDFs too
        return await lb.execute(operation._replace(response_kind="json"), request_of(operation, marker), parse_any)
    except LedgerBeeError as error:
        return error


async def call_all(
    server: FaultServer, *steps: Step, impatient: Impatient | None = None, operations: list[Operation] = ALL
) -> dict[str, object]:
    """Calls all operations at the same time; the first requests of each meet these steps."""
    for operation in operations:
        server.plan(operation.name, *steps)
    lb, http = client(server, impatient=impatient)
    async with http, lb:
        results = await asyncio.gather(*(call(lb, one) for one in operations))
    await anyio.to_thread.run_sync(server.wait_idle)
    return dict(zip((one.name for one in operations), results, strict=True))


def failures(results: dict[str, object], judge: Callable[[Operation, object], str | None]) -> list[str]:
    found = ((name, judge(OPERATIONS[name], result)) for name, result in results.items())
    return [f"{name}: {complaint}" for name, complaint in found if complaint]


def judge_uncertain(server: FaultServer, applied_each_time: bool) -> Callable[[Operation, object], str | None]:
    """The third column: a write that is not idempotent is never sent again, everything else is."""

    def judge(operation: Operation, result: object) -> str | None:
        arrived, applied = server.count(operation.name), server.applied[operation.name]
        if row_of(operation) == "other write":
            if arrived != 1:
                return f"a write that is not idempotent arrived {arrived} times"
            if applied != int(applied_each_time):
                return f"it was applied {applied} times"
            if not isinstance(result, OutcomeUnknownError):
                return f"{result!r} instead of OutcomeUnknownError"
            if result.read_back != operation.read_back:
                return f"read back with {result.read_back}"
            if (operation.read_back or "Find out") not in str(result):
                return f"the text doesn't say how to read back: {result}"
            return None
        if isinstance(result, Exception):
            return f"{result!r} after {arrived} requests"
        return None if arrived == 2 else f"arrived {arrived} times instead of 2"

    return judge


def test_the_generated_marks_agree_with_the_table() -> None:
    marks = {
        "safe": "read",
        "http": "idempotent",
        "natural": "idempotent",
        "key": "usage report",
        "none": "other write",
    }
    assert len(ALL) == len(documented())
    assert {one.name: marks[one.idempotency] for one in ALL} == {one.name: row_of(one) for one in ALL}
    if is_reconstruction():
        assert Counter(map(row_of, ALL)) == {"read": 58, "idempotent": 20, "usage report": 1, "other write": 56}


# ---------------------------------------------------------------------- the three columns


@pytest.mark.slow
async def test_what_was_not_sent_is_repeated_whatever_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    with FaultServer(listen=False) as server:
        refused: list[RetryEvent] = []
        listening = asyncio.Event()

        def hook(event: RetryEvent) -> None:
            refused.append(event)
            if len(refused) == len(ALL):
                server.listen()
                listening.set()

        async def wait_until_it_listens(_seconds: float) -> None:
            await listening.wait()

        monkeypatch.setattr(_pipeline.anyio, "sleep", wait_until_it_listens)
        lb, http = client(server, RetryPolicy(initial_delay=0, on_retry=hook))
        async with http, lb:
            results = await asyncio.gather(*(call(lb, one) for one in ALL))
        monkeypatch.undo()
        await anyio.to_thread.run_sync(server.wait_idle)
        assert [result for result in results if isinstance(result, Exception)] == []
        assert {event.outcome for event in refused} == {Outcome.NOT_SENT}
        assert Counter(event.operation for event in refused) == {one.name: 1 for one in ALL}
        assert server.counts() == {one.name: 1 for one in ALL}
        assert server.applied == {one.name: 1 for one in ALL}


@pytest.mark.slow
async def test_what_was_answered_429_is_repeated_whatever_it_is(server: FaultServer) -> None:
    results = await call_all(server, RATE_LIMITED)
    assert [result for result in results.values() if isinstance(result, Exception)] == []
    assert server.counts() == {one.name: 2 for one in ALL}
    assert server.applied == {one.name: 1 for one in ALL}


UNCERTAIN = {
    "timeout after sending": (NEVER_ANSWERED, True),
    "reset after sending": (RESET_APPLIED, True),
    "closed after it was applied": (CLOSED_APPLIED, True),
    "closed before it was applied": (CLOSED_UNAPPLIED, False),
    "502": (GATEWAY[502], True),
    "503": (GATEWAY[503], True),
    "504": (GATEWAY[504], True),
    "cut after the headers": (CUT_AFTER_HEADERS, True),
    "cut in the middle of the body": (CUT_IN_BODY, True),
    "cut in the middle of a chunk": (CUT_IN_CHUNK, True),
    "cut between two chunks": (CUT_BETWEEN_CHUNKS, True),
    "stalled in the middle of the body": (STALLED_IN_BODY, True),
    "garbage that is no HTTP": (GARBAGE, True),
    "headers without end": (HUGE_HEADERS, True),
}


def quarter(number: int) -> list[Operation]:
    """Every fourth operation of each row of the table, others for each number; every one in `make chaos`."""
    if EVERY_CASE:
        return ALL
    of_rows = sorted(ALL, key=lambda one: (row_of(one), one.name))
    return [one for place, one in enumerate(of_rows) if (place + number) % 4 == 0 or one.name == USAGE_REPORT]


@pytest.mark.parametrize("fault", UNCERTAIN)
async def test_what_was_sent_is_repeated_only_where_that_is_harmless(server: FaultServer, fault: str) -> None:
    step, applied = UNCERTAIN[fault]
    slow = step in (NEVER_ANSWERED, STALLED_IN_BODY)
    operations = quarter(list(UNCERTAIN).index(fault))
    results = await call_all(server, step, impatient=Impatient() if slow else None, operations=operations)
    assert failures(results, judge_uncertain(server, applied)) == []


async def test_a_connection_that_is_cut_before_the_request_is_read_is_taken_for_sent(server: FaultServer) -> None:
    writes = [one for one in OTHER_WRITES if one.auth]
    server.drop(len(writes))
    results = await call_all(server, operations=writes)
    assert {type(result) for result in results.values()} == {OutcomeUnknownError}
    assert server.arrivals == []


@pytest.mark.slow
async def test_a_definite_failure_is_never_repeated(server: FaultServer) -> None:
    results = await call_all(server, SERVER_ERROR)
    assert {type(result) for result in results.values()} == {ServerError}
    assert server.counts() == {one.name: 1 for one in ALL}


@pytest.mark.slow
async def test_without_retries_everything_is_sent_once(server: FaultServer) -> None:
    for operation in ALL:
        server.plan(operation.name, GATEWAY[503])
    lb, http = client(server)
    async with http, lb:
        once = lb.with_options(retry=None)
        results = await asyncio.gather(*(call(once, one) for one in ALL))
    kinds = {one.name: type(result) for one, result in zip(ALL, results, strict=True)}
    assert kinds == {one.name: ServerError if row_of(one) == "read" else OutcomeUnknownError for one in ALL}
    assert server.counts() == {one.name: 1 for one in ALL}


# ---------------------------------------------------------------------- through real methods


async def test_a_method_that_creates_is_never_sent_twice(server: FaultServer) -> None:
    server.plan("create", CLOSED_APPLIED)
    async with LedgerBee(KEY, base_url=server.url, retry=AT_ONCE, scope_check="off") as lb:
        with pytest.raises(OutcomeUnknownError, match=r"Read back with products\.list") as caught:
            await lb.products.create(
                product_number="P1", name="Hosting", unit="pcs", product_group_id="g", extra_headers={MARKER: "create"}
            )
    error = caught.value
    assert error.operation == "products.create"
    assert error.read_back == "products.list"
    assert error.request is not None
    assert error.request.url.path == "/api" + path("products.create")
    assert error.response is None
    assert isinstance(error.__cause__, httpx.RemoteProtocolError)
    assert (server.count("create"), server.applied["create"]) == (1, 1)


async def test_a_gateway_error_of_a_write_keeps_the_answer(server: FaultServer) -> None:
    server.plan("pay", GATEWAY[502])
    async with LedgerBee(KEY, base_url=server.url, retry=AT_ONCE, scope_check="off") as lb:
        with pytest.raises(OutcomeUnknownError, match="responded 502") as caught:
            await lb.quotes.send("q1", extra_headers={MARKER: "pay"})
    assert caught.value.response is not None
    assert caught.value.response.status_code == 502


async def test_a_read_is_repeated_until_it_is_answered(server: FaultServer) -> None:
    server.plan("list", CUT_IN_BODY, GATEWAY[503], answer(body=[]))
    events: list[RetryEvent] = []
    policy = RetryPolicy(initial_delay=0, on_retry=events.append)
    async with LedgerBee(KEY, base_url=server.url, retry=policy, scope_check="off") as lb:
        assert await lb.accounts.list(extra_headers={MARKER: "list"}) == []
    assert events == [
        RetryEvent("accounts.list", 1, 0.0, Outcome.UNCERTAIN, None),
        RetryEvent("accounts.list", 2, 0.0, Outcome.UNCERTAIN, 503),
    ]


async def test_a_read_that_is_never_answered_says_how_often_it_was_tried(server: FaultServer) -> None:
    server.default = CLOSED_APPLIED
    async with LedgerBee(KEY, base_url=server.url, retry=AT_ONCE, scope_check="off") as lb:
        with pytest.raises(
            TransportError, match=r"company\.get: the connection to \S+ failed \(4 attempts\)"
        ) as caught:
            await lb.company.get()
    assert caught.value.attempts == 4
    assert len(server.arrivals) == 4


# ---------------------------------------------------------------------- usage reports


async def test_a_usage_report_keeps_one_key_over_all_attempts_and_on_the_error(server: FaultServer) -> None:
    server.default = CLOSED_APPLIED
    async with LedgerBee(KEY, base_url=server.url, retry=AT_ONCE, scope_check="off") as lb:
        with pytest.raises(OutcomeUnknownError, match="same idempotency key") as caught:
            await lb.meters.report(value=3, customer_id="c1", meter_name="api-calls")
        with pytest.raises(OutcomeUnknownError) as caught_again:
            await lb.meters.report(value=3, customer_id="c1", meter_name="api-calls")
    keys = [arrival.headers["x-api-idempotency-key"] for arrival in server.arrivals]
    assert len(keys) == 8
    assert set(keys[:4]) == {caught.value.idempotency_key}
    assert set(keys[4:]) == {caught_again.value.idempotency_key}
    assert caught.value.idempotency_key != caught_again.value.idempotency_key
    assert uuid.UUID(caught.value.idempotency_key).version == 4


BAD_ENDS: dict[str, tuple[Step, type[LedgerBeeError]]] = {
    "refused": (answer(400, {"statusCode": 400, "message": "no"}), LedgerBeeError),
    "unauthorised": (answer(401, {"statusCode": 401, "code": "UNAUTHORIZED"}), AuthenticationError),
    "failed": (SERVER_ERROR, ServerError),
    "gateway": (GATEWAY[502], OutcomeUnknownError),
    "rate limit": (RATE_LIMITED, RateLimitError),
    "no JSON": (answer(202, "<html>", content_type="text/html"), LedgerBeeError),
    "wrong form": (answer(202, []), LedgerBeeError),
}


@pytest.mark.parametrize("end", BAD_ENDS)
@pytest.mark.parametrize("own_key", [None, "own-key-1"])
async def test_the_idempotency_key_is_on_every_exception(server: FaultServer, end: str, own_key: str | None) -> None:
    server.default, kind = BAD_ENDS[end]
    async with LedgerBee(KEY, base_url=server.url, retry=AT_ONCE, scope_check="off") as lb:
        with pytest.raises(kind) as caught:
            await lb.meters.report(value=3, customer_id="c1", meter_name="api-calls", idempotency_key=own_key)
    sent = {arrival.headers["x-api-idempotency-key"] for arrival in server.arrivals}
    assert sent == {caught.value.idempotency_key}
    assert own_key is None or sent == {own_key}
    assert caught.value.operation == "meters.report"


async def test_the_idempotency_key_is_on_the_refusal_of_a_missing_scope(server: FaultServer) -> None:
    async with LedgerBee(KEY, base_url=server.url, scopes=["products-read"]) as lb:
        with pytest.raises(LedgerBeeError, match="meter-report") as caught:
            await lb.meters.report(value=3, customer_id="c1", meter_name="m", idempotency_key="own-key-2")
    assert caught.value.idempotency_key == "own-key-2"
    assert server.arrivals == []


async def test_an_idempotency_key_of_the_callers_is_found_however_it_is_passed(server: FaultServer) -> None:
    async with LedgerBee(KEY, base_url=server.url, retry=AT_ONCE, scope_check="off") as lb:
        server.default = answer(202, {"status": "queued"})
        body = {"value": "3", "customerId": "c1", "meterName": "m"}
        by_options = lb.with_options(headers={"X-Api-Idempotency-Key": "a"})
        await by_options.meters.report(value=3, customer_id="c1", meter_name="m")
        await lb.meters.report(value=3, customer_id="c1", meter_name="m", extra_headers={"X-API-Idempotency-Key": "b"})
        await lb.request("POST", "/v1/meters/report", json=body, headers={"x-api-idempotency-key": "c"})
        await lb.request("POST", "/v1/meters/report", json=body)
    keys = [arrival.headers["x-api-idempotency-key"] for arrival in server.arrivals]
    assert keys[:3] == ["a", "b", "c"]
    assert uuid.UUID(keys[3])


# ---------------------------------------------------------------------- deletions

GONE = answer(404, {"statusCode": 404, "message": "Not Found"})
DELETIONS = [one for one in ALL if one.method == "DELETE"]


async def test_a_repeated_delete_that_finds_nothing_left_is_a_success(server: FaultServer) -> None:
    results = await call_all(server, CLOSED_APPLIED, GONE, operations=DELETIONS)
    assert [result for result in results.values() if isinstance(result, Exception)] == []
    assert {result.status_code for result in results.values()} == {404}
    assert {result.parsed for result in results.values()} == {None}


@pytest.mark.parametrize("first", [(), (RATE_LIMITED,)], ids=["at once", "after a 429"])
async def test_a_delete_that_was_never_applied_and_finds_nothing_fails(
    server: FaultServer, first: tuple[Step, ...]
) -> None:
    results = await call_all(server, *first, GONE, operations=DELETIONS)
    assert {type(result) for result in results.values()} == {NotFoundError}


async def test_another_repeated_write_that_finds_nothing_fails(server: FaultServer) -> None:
    puts = [one for one in ALL if one.method == "PUT"]
    results = await call_all(server, CLOSED_APPLIED, GONE, operations=puts)
    assert {type(result) for result in results.values()} == {NotFoundError}
    notes = {note for result in results.values() for note in result.__notes__}
    assert notes == {"An earlier attempt got no response, and may have been applied."}


async def test_a_delete_through_its_method_returns_nothing(server: FaultServer) -> None:
    server.plan("delete", GATEWAY[504], GONE)
    async with LedgerBee(KEY, base_url=server.url, retry=AT_ONCE, scope_check="off") as lb:
        assert await lb.products.delete("p1", extra_headers={MARKER: "delete"}) is None
    assert server.count("delete") == 2


async def test_an_idempotent_write_that_is_never_answered_is_of_unknown_outcome(server: FaultServer) -> None:
    server.plan("delete", CLOSED_APPLIED, RATE_LIMITED, RATE_LIMITED, RATE_LIMITED)
    async with LedgerBee(KEY, base_url=server.url, retry=AT_ONCE, scope_check="off") as lb:
        with pytest.raises(OutcomeUnknownError, match=r"responded 429: it may .* repeated without harm") as caught:
            await lb.products.delete("p1", extra_headers={MARKER: "delete"})
    assert caught.value.read_back == "products.get"
    assert server.count("delete") == 4


# ---------------------------------------------------------------------- waits and the deadline


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What was waited, without waiting."""
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(_pipeline.anyio, "sleep", sleep)
    return waited


async def test_a_wait_that_would_pass_the_deadline_raises_at_once(server: FaultServer, waits: list[float]) -> None:
    server.default = answer(429, {}, headers={"Retry-After": "120"})
    before = dt.datetime.now(dt.UTC)
    async with LedgerBee(KEY, base_url=server.url, scope_check="off") as lb:
        with pytest.raises(RateLimitError) as caught:
            await lb.company.get()
    assert waits == []
    assert len(server.arrivals) == 1
    assert caught.value.retry_at is not None
    assert caught.value.retry_at - before >= dt.timedelta(seconds=120)


@pytest.mark.parametrize(
    ("headers", "least"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "Sun, 22 Nov 2026 10:00:09 GMT", "Date": "Sun, 22 Nov 2026 10:00:00 GMT"}, 9),
        ({"X-Rate-Limit-Reset": "1795341630", "Date": "Sun, 22 Nov 2026 10:00:00 GMT"}, 30),
    ],
)
async def test_the_wait_that_a_429_asks_for_is_kept(
    server: FaultServer, waits: list[float], headers: dict[str, str], least: float
) -> None:
    server.plan("limited", answer(429, {}, headers=headers))
    async with LedgerBee(KEY, base_url=server.url, scope_check="off", retry=RetryPolicy(initial_delay=0.5)) as lb:
        await lb.request("POST", "/v1/anything", json={}, headers={MARKER: "limited"})
    assert len(waits) == 1
    assert least - 0.1 <= waits[0] <= least + 0.5


async def test_the_rate_limit_reset_on_another_answer_is_no_reason_to_wait(
    server: FaultServer, waits: list[float]
) -> None:
    headers = {"X-Rate-Limit-Reset": "1795341630", "Date": "Sun, 22 Nov 2026 10:00:00 GMT"}
    server.plan("busy", answer(503, {}, headers=headers), answer(503, {}, headers={"Retry-After": "3"}))
    async with LedgerBee(KEY, base_url=server.url, scope_check="off", retry=AT_ONCE) as lb:
        await lb.request("GET", "/v1/anything", headers={MARKER: "busy"})
    assert waits == [0, 3]


async def test_a_retry_after_in_the_far_future_is_no_trouble(server: FaultServer) -> None:
    server.default = answer(429, {}, headers={"Retry-After": "9" * 15})
    async with LedgerBee(KEY, base_url=server.url, scope_check="off") as lb:
        with pytest.raises(RateLimitError) as caught:
            await lb.company.get()
    assert caught.value.retry_at is not None


async def test_a_rate_limit_that_says_no_time_has_none(server: FaultServer) -> None:
    server.default = RATE_LIMITED
    async with LedgerBee(KEY, base_url=server.url, scope_check="off", retry=AT_ONCE) as lb:
        with pytest.raises(RateLimitError, match="Rate limit exceeded") as caught:
            await lb.company.get()
    assert caught.value.retry_at is None
    assert len(server.arrivals) == 4


async def test_the_deadline_ends_an_attempt_that_hangs(server: FaultServer) -> None:
    server.default = NEVER_ANSWERED
    policy = RetryPolicy(deadline=0.2)
    async with LedgerBee(KEY, base_url=server.url, scope_check="off", retry=policy, timeout=None) as lb:
        with pytest.raises(RequestTimeoutError, match="timed out waiting for a response from"):
            await lb.company.get()
        with pytest.raises(OutcomeUnknownError, match="timed out waiting for a response"):
            await lb.quotes.send("q1")
    server.wait_idle()
    assert len(server.arrivals) == 2


async def test_no_deadline_is_no_limit(server: FaultServer) -> None:
    server.plan("once", CLOSED_APPLIED)
    policy = RetryPolicy(deadline=None, initial_delay=0)
    async with LedgerBee(KEY, base_url=server.url, scope_check="off", retry=policy, timeout=None) as lb:
        await lb.request("GET", "/v1/anything", headers={MARKER: "once"})
    assert server.count("once") == 2


async def test_a_write_that_never_got_a_connection_before_the_deadline_was_not_sent(server: FaultServer) -> None:
    server.default = NEVER_ANSWERED
    transport = Transport(httpx.Limits(max_connections=1))
    lb = LedgerBee(KEY, base_url=server.url, scope_check="off", retry=None, timeout=None, transport=transport)
    async with lb, anyio.create_task_group() as group:
        group.start_soon(call, lb, OPERATIONS["company.get"])
        await anyio.to_thread.run_sync(server.wait_for, lambda: server.arrivals)
        waiting = lb.with_options(retry=RetryPolicy(deadline=0.5))
        with pytest.raises(ConnectionFailedError, match="nothing was sent"):
            await waiting.quotes.send("q1")
        group.cancel_scope.cancel()
    server.wait_idle()
    assert server.counts() == {"company.get": 1}


async def test_what_a_retry_hook_raises_ends_the_call(server: FaultServer) -> None:
    def refuse(_event: RetryEvent) -> None:
        raise RuntimeError("not in this service")

    server.default = GATEWAY[503]
    policy = RetryPolicy(initial_delay=0, on_retry=refuse)
    async with LedgerBee(KEY, base_url=server.url, scope_check="off", retry=policy) as lb:
        with pytest.raises(RuntimeError, match="not in this service"):
            await lb.company.get()
    assert len(server.arrivals) == 1
