"""Faults in process: what the client sees, what was applied, and which requests are hit."""

from __future__ import annotations

import math
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import anyio
import httpx
import pytest

from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client.errors import OutcomeUnknownError, RateLimitError
from ledgerbee_client.testing import (
    ClockSkew,
    ContentType,
    Cut,
    Fault,
    Garbage,
    Late,
    Latency,
    LooseSearch,
    Sandbox,
    SlowBody,
    Stale,
    Status,
    Target,
    Twin,
    sandbox,
)
from ledgerbee_client.testing.http.transport import SandboxTransport
from tests.sandbox.support import client_of, works
from tests.shared.api import path

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import Message, Receive, Scope, Send

CREATE = "customers.create"


async def create(sandbox: Sandbox, **options: Any) -> httpx.Response:
    async with client_of(sandbox) as client:
        return await client.call("customers.create", json={"name": "Anna"}, **options)


@pytest.mark.parametrize(
    ("fault", "error", "applied"),
    [
        (Cut("connect"), httpx.ConnectError, 0),
        (Cut("request"), httpx.ReadError, 0),
        (Cut("applied"), httpx.RemoteProtocolError, 1),
        (Cut("body"), httpx.RemoteProtocolError, 1),
        (Latency(30), httpx.ReadTimeout, 0),
        (Latency(30, applied=True), httpx.ReadTimeout, 1),
        (SlowBody(30), httpx.ReadTimeout, 1),
    ],
)
async def test_a_broken_exchange_raises_what_httpx_raises(fault: Fault, error: type[Exception], applied: int) -> None:
    sandbox = Sandbox()
    sandbox.faults.add(fault, CREATE, times=1)
    with pytest.raises(error) as caught:
        await create(sandbox, timeout=0.02)
    assert type(caught.value) is error
    assert len(sandbox.writes) == applied
    assert (await create(sandbox)).status_code == 201


async def test_a_body_that_is_cut_begins_well() -> None:
    sandbox = Sandbox()
    sandbox.faults.add(Cut("body"), "accounts.list")
    got = bytearray()

    async def read(answer: httpx.Response) -> None:
        async for part in answer.aiter_bytes():
            got.extend(part)

    async with client_of(sandbox) as client, client.stream("GET", path("accounts.list")) as answer:
        assert answer.status_code == 200
        with pytest.raises(httpx.RemoteProtocolError):
            await read(answer)
    assert got.startswith(b"[{")
    assert len(got) < int(answer.headers["content-length"])


async def test_without_a_body_it_is_cut_before_the_answer() -> None:
    sandbox = Sandbox()
    sandbox.faults.add(Cut("body"), lambda target: target.method == "DELETE")
    async with client_of(sandbox) as client:
        customer = (await client.call("webhook_endpoints.create", json={"url": "https://example.com"})).json()
        with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
            await client.call("webhook_endpoints.delete", customer["id"])
    assert [one.method for one in sandbox.writes] == ["POST", "DELETE"]


async def test_a_status_is_answered_in_the_envelope_and_nothing_is_applied() -> None:
    sandbox = Sandbox()
    sandbox.faults.add(Status(503, retry_after=2), CREATE)
    answer = await create(sandbox)
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "2"
    assert answer.json() == {
        "statusCode": 503,
        "timestamp": "2026-01-15T09:00:00.000Z",
        "path": path(CREATE),
        "message": "Service Unavailable",
    }
    assert sandbox.writes == []


async def test_a_status_may_come_after_the_write_was_applied() -> None:
    sandbox = Sandbox()
    sandbox.faults.add(Status(502, body="<html>", applied=True), CREATE)
    answer = await create(sandbox)
    assert (answer.status_code, answer.text) == (502, "<html>")
    assert answer.headers["content-type"].startswith("text/html")
    assert len(sandbox.writes) == 1


async def test_limits_are_told_by_moment_date_and_body() -> None:
    sandbox = Sandbox()
    moment = datetime(2026, 1, 15, 9, 1, tzinfo=UTC)
    sandbox.faults.add(Status(429, retry_after=moment, rate_limit_reset=7.5, body={"slow": "down"}), times=1)
    sandbox.faults.add(Status(429), "POST /api/v1/auth/token", times=1)
    sandbox.faults.add(Status(599), "POST /v1/auth/token", times=1)
    first = await create(sandbox)
    assert first.json() == {"slow": "down"}
    assert first.headers["retry-after"] == "Thu, 15 Jan 2026 09:01:00 GMT"
    assert first.headers["x-rate-limit-reset"] == "1768467608"
    for seconds, written in ((31_536_000, "31536000"), (2.0, "2"), (0.25, "0.25")):
        sandbox.faults.add(Status(503, retry_after=seconds), times=1)
        assert (await create(sandbox)).headers["retry-after"] == written
    async with client_of(sandbox) as client:
        assert (await client.post("/v1/auth/token")).json()["error"] == "invalid_client"
        assert (await client.post("/v1/auth/token")).json() == {"error": "temporarily_unavailable"}


async def test_garbage_is_the_same_in_every_run() -> None:
    bodies: list[bytes] = []
    for seed in (1, 1, 2):
        sandbox = Sandbox(seed=seed)
        sandbox.faults.add(Garbage())
        bodies.append((await create(sandbox)).content)
        assert len(sandbox.writes) == 1
    assert bodies[0] == bodies[1] != bodies[2]
    sandbox.faults.clear()
    sandbox.faults.add(Garbage(b'{"id": '))
    assert (await create(sandbox)).content == b'{"id": '


async def test_the_content_type_can_be_wrong_with_or_without_the_body() -> None:
    sandbox = Sandbox()
    sandbox.faults.add(ContentType("text/plain", body=None), times=1)
    sandbox.faults.add(ContentType())
    plain = await create(sandbox)
    assert (plain.headers["content-type"], plain.json()["name"]) == ("text/plain", "Anna")
    page = await create(sandbox)
    assert (page.headers["content-type"], page.text[:6]) == ("text/html", "<html>")
    assert len(sandbox.writes) == 2


async def test_a_wrong_clock_shows_in_the_headers() -> None:
    sandbox = Sandbox()
    sandbox.faults.add(ClockSkew(-3600))
    async with client_of(sandbox) as client:
        assert (await client.call("company.get")).headers["date"] == "Thu, 15 Jan 2026 08:00:00 GMT"
        answer = await client.post("/v1/auth/token")
        assert answer.headers["x-rate-limit-reset"] == str(1768467660 - 3600)


async def test_slow_is_slow_and_complete() -> None:
    sandbox = Sandbox()
    sandbox.faults.add(Latency(0.01, jitter=0.01), times=1)
    sandbox.faults.add(Latency(0.01, applied=True), times=1)
    sandbox.faults.add(SlowBody(0.02, pieces=2), times=1)
    begin = time.perf_counter()
    assert (await create(sandbox)).json()["name"] == "Anna"  # all three at once
    assert time.perf_counter() - begin >= 0.04
    assert len(sandbox.faults.injected) == 3


async def test_rules_hit_the_operations_that_they_name() -> None:
    sandbox = Sandbox()
    groups, customer = path("customers.list_groups"), path("customers.get", "x")
    one = sandbox.faults.add(Status(500), "GET " + path("customers.get", "any").replace("any", "{any}"))
    all_reads = sandbox.faults.add(Status(501), lambda target: target.method == "GET", times=2)
    async with client_of(sandbox) as client:
        statuses = [
            (await client.get(one)).status_code for one in (groups, customer, "/v1/nothing", path("company.get"))
        ]
    assert statuses == [501, 500, 501, 200]
    assert (one.hits, all_reads.hits) == (1, 2)
    targets = [injection.target.path for injection in sandbox.faults.injected]
    assert targets == [groups, customer, "/v1/nothing"]
    assert sandbox.faults.injected[0].target == Target("GET", groups, "customers.list_groups")


async def test_a_rule_hits_a_request_whose_id_holds_a_slash_and_one_by_head() -> None:
    sandbox = Sandbox()
    rule = sandbox.faults.add(Status(503), "customers.get")
    async with client_of(sandbox) as client:
        assert (await client.get(path("customers.get", "a/b"))).status_code == 503
        assert (await client.head(path("customers.get", "x"))).status_code == 503
    assert rule.hits == 2


async def test_rules_with_times_follow_one_another_and_delays_come_on_top() -> None:
    sandbox = Sandbox()
    sandbox.faults.add(ClockSkew(60))
    for status in (429, 503, 500):
        sandbox.faults.add(Status(status), times=1)
    answers = [await create(sandbox) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [429, 503, 500, 201]
    assert {answer.headers["date"] for answer in answers} == {"Thu, 15 Jan 2026 09:01:00 GMT"}


async def test_a_rule_ends_with_its_block() -> None:
    sandbox = Sandbox()
    with sandbox.faults.add(Status(500)) as rule:
        assert (await create(sandbox)).status_code == 500
    assert (await create(sandbox)).status_code == 201
    rule.remove()  # does nothing


async def test_a_probability_draws_the_same_in_every_run_and_rules_do_not_disturb_each_other() -> None:
    async def statuses(seed: int, *others: Fault) -> list[int]:
        sandbox = Sandbox(seed=seed)
        sandbox.faults.add(Status(500), probability=0.5)
        for other in others:
            sandbox.faults.add(other, probability=0.5)
        async with client_of(sandbox) as client:
            return [(await client.call("company.get")).status_code for _ in range(40)]

    first = await statuses(0)
    assert first == await statuses(0)
    assert first == await statuses(0, ClockSkew(1))
    assert first != await statuses(1)
    assert 10 < first.count(500) < 30


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"on": "GET /v1/customer"}, "unknown operation"),
        ({"on": "invoices.sned"}, "unknown operation"),
        ({"times": 0}, "times"),
        ({"probability": 1.5}, "probability"),
    ],
)
def test_a_rule_that_could_hit_nothing_is_refused(arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Sandbox().faults.add(Cut(), **arguments)


@works(CREATE)
async def test_the_client_is_told_that_the_outcome_is_unknown_and_nothing_is_sent_twice() -> None:
    async with sandbox() as sb:
        sb.faults.add(Cut("applied"), CREATE, times=1)
        lb = sb.client(retry=RetryPolicy(initial_delay=0))
        with pytest.raises(OutcomeUnknownError):
            await lb.customers.create(extra_body={"name": "Anna"})
        assert len(sb.writes) == 1
        sb.faults.add(Cut("connect"), CREATE, times=2)
        await lb.customers.create(extra_body={"name": "Bo"})
        assert [write.body["name"] for write in sb.writes] == ["Anna", "Bo"]


async def test_what_the_sandbox_asks_to_wait_is_measured_by_its_own_clock() -> None:
    async with sandbox() as sb:
        sb.faults.add(Status(429, rate_limit_reset=3600), "company.get")
        lb = sb.client(retry=RetryPolicy(deadline=5))
        with pytest.raises(RateLimitError):
            await lb.company.get()
        assert len(sb.faults.injected) == 1  # an hour from now, not one that is long over


def test_faults_work_on_trio_too() -> None:
    async def run() -> None:
        sandbox = Sandbox()
        sandbox.faults.add(Latency(30), times=1)
        sandbox.faults.add(Cut("body"), times=1)
        lb = LedgerBee(sandbox.api_key, base_url="http://127.0.0.1/api", transport=sandbox.transport(), timeout=0.05)
        async with lb:
            assert (await lb.company.get()).name == "Acme Corporation"

    anyio.run(run, backend="trio")


async def test_an_application_that_answers_nothing_is_a_broken_connection() -> None:
    async def silent(scope: Scope, receive: Receive, send: Send) -> None:
        messages: list[Message] = [await receive() for _ in range(3)]
        assert [one["type"] for one in messages] == ["http.request", "http.request", "http.disconnect"]

    async with httpx.AsyncClient(transport=SandboxTransport(silent)) as client:
        with pytest.raises(httpx.RemoteProtocolError, match="has not answered"):
            await client.post("http://sandbox/", content=b"x")


async def test_a_fault_on_a_caller_who_has_gone_changes_nothing() -> None:
    async def gone() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        raise AssertionError

    sandbox = Sandbox()
    sandbox.faults.add(Garbage())
    scope = {"type": "http", "method": "POST", "path": "/api" + path(CREATE), "headers": [], "query_string": b""}
    with pytest.raises(Exception, match="request"):
        await sandbox.app(scope, gone, send)
    assert sandbox.writes == []


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Cut("after"), "at: connect, request, applied, body, not 'after'"),
        (lambda: Latency(-1), "seconds: at least 0, not -1"),
        (lambda: Latency(math.nan), "seconds: at least 0, not nan"),
        (lambda: Latency("1"), "seconds: a number, not '1'"),
        (lambda: Latency(1, jitter=-1), "jitter: at least 0"),
        (lambda: Status("429"), "status: a whole number, not '429'"),
        (lambda: Status(42), "status: from 100 to 599, not 42"),
        (lambda: Status(503.5), "status: a whole number, not 503.5"),
        (lambda: Status(503, retry_after="soon"), "retry_after: a number, not 'soon'"),
        (lambda: Status(503, retry_after=datetime(2026, 1, 1)), "retry_after: a moment with a time zone"),  # noqa: DTZ001
        (lambda: Status(503, rate_limit_reset="soon"), "rate_limit_reset: a number, not 'soon'"),
        (lambda: LooseSearch(1.5), "letters: a whole number, not 1.5"),
        (lambda: Sandbox().faults.add(Cut(), times=1.5), "times: a whole number, not 1.5"),
        (lambda: SlowBody(1, pieces=1.5), "pieces: a whole number, not 1.5"),
        (lambda: SlowBody(1, pieces=0), "pieces: at least 1, not 0"),
        (lambda: ClockSkew(None), "seconds: a number, not None"),
        (lambda: Late(-2), "seconds: at least 0, not -2"),
        (lambda: Late(2, status=True), "status: a number, not True"),
        (lambda: Stale("x"), "seconds: a number, not 'x'"),
        (lambda: Twin(-1), "seconds: at least 0"),
        (lambda: LooseSearch(-1), "letters: at least 0"),
        (lambda: Sandbox().faults.add(Status), "fault: one with its settings"),
        (lambda: Sandbox().faults.add(503), r'as in Status\(503\) or Cut\("applied"\), not 503'),
    ],
)
def test_a_fault_that_cant_be_is_refused_where_it_is_made(make: Callable[[], Any], said: str) -> None:
    with pytest.raises((TypeError, ValueError), match=said):
        make()
