"""Faults on a real port: connections are cut for real, and clients of any language see it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time

import httpx
import pytest

from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client.errors import OutcomeUnknownError
from ledgerbee_client.testing import ContentType, Cut, Fault, Garbage, Latency, Sandbox, SlowBody, Status
from tests.sandbox.support import works
from tests.shared.api import path

CREATE = "customers.create"
pytestmark = works(CREATE)


@pytest.mark.parametrize(
    ("fault", "applied"),
    [(Cut("connect"), 0), (Cut("request"), 0), (Cut("applied"), 1), (Cut("body"), 1)],
)
async def test_a_cut_is_a_transport_error_and_applies_what_it_says(
    fault: Fault, applied: int, caplog: pytest.LogCaptureFixture
) -> None:
    sandbox = Sandbox()
    sandbox.faults.add(fault, CREATE, times=1)
    async with sandbox.serve() as server, httpx.AsyncClient(headers={"x-api-key": sandbox.api_key}) as client:
        with caplog.at_level(logging.WARNING), pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
            await client.post(f"{server.base_url}{path(CREATE)}", json={"name": "Anna"})
        assert len(sandbox.writes) == applied
        again = await client.post(f"{server.base_url}{path(CREATE)}", json={"name": "Bo"})
        assert again.status_code == 201
    assert caplog.records == []


async def test_a_large_request_is_cut_before_it_is_read() -> None:
    sandbox = Sandbox()
    sandbox.faults.add(Cut("request"))
    async with sandbox.serve() as server, httpx.AsyncClient(headers={"x-api-key": sandbox.api_key}) as client:
        with pytest.raises(httpx.TransportError):
            await client.post(f"{server.base_url}{path(CREATE)}", json={"name": "x" * 3_000_000})
    assert (len(sandbox.writes), len(sandbox.requests)) == (0, 0)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fault", "applied"), [(Latency(0.3), 0), (Latency(0.3, applied=True), 1), (SlowBody(0.6, pieces=2), 1)]
)
async def test_a_caller_that_gives_up_waiting(fault: Fault, applied: int) -> None:
    sandbox = Sandbox()
    sandbox.faults.add(fault, CREATE)
    async with sandbox.serve() as server:
        async with httpx.AsyncClient(
            headers={"x-api-key": sandbox.api_key}, timeout=httpx.Timeout(10.0, read=0.1)
        ) as client:
            with pytest.raises(httpx.ReadTimeout):
                await client.post(f"{server.base_url}{path(CREATE)}", json={"name": "Anna"})
        await asyncio.sleep(0.3)
    assert len(sandbox.writes) == applied


@pytest.mark.parametrize("fault", [Garbage(), Garbage(b""), ContentType(), ContentType(body=b"")])
async def test_another_body_has_its_own_length_and_no_body_stays_none(
    fault: Fault, caplog: pytest.LogCaptureFixture
) -> None:
    sandbox = Sandbox()
    sandbox.seed(products=1)
    async with sandbox.serve() as server, httpx.AsyncClient(headers={"x-api-key": sandbox.api_key}) as client:
        products = (await client.get(f"{server.base_url}/v1/products")).json()["data"]
        sandbox.faults.add(fault)
        with caplog.at_level(logging.WARNING):
            answer = await client.get(f"{server.base_url}{path('accounts.list')}")
            deleted = await client.delete(f"{server.base_url}{path('products.delete', products[0]['id'])}")
    assert (answer.status_code, int(answer.headers["content-length"])) == (200, len(answer.content))
    assert (deleted.status_code, deleted.content) == (204, b"")
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_a_slow_body_arrives_in_pieces() -> None:
    sandbox = Sandbox()
    sandbox.faults.add(SlowBody(0.1))
    async with sandbox.serve() as server, httpx.AsyncClient(headers={"x-api-key": sandbox.api_key}) as client:
        begin = time.perf_counter()
        async with client.stream("GET", f"{server.base_url}{path('accounts.list')}") as answer:
            moments = [time.perf_counter() - begin async for _ in answer.aiter_raw()]
    assert len(moments) >= 3
    assert moments[-1] - moments[0] >= 0.05


@pytest.mark.unmeasured
async def test_many_writers_under_faults_lose_nothing_and_double_nothing() -> None:
    sandbox = Sandbox(seed=7)
    for fault in (Cut("connect"), Cut("request"), Cut("applied"), Cut("body"), Status(503), Status(502, applied=True)):
        sandbox.faults.add(fault, probability=0.04)
    acknowledged: list[str] = []
    unknown: list[str] = []

    at_once = asyncio.Semaphore(20)

    async def write(lb: LedgerBee, number: int) -> None:
        name = f"Customer {number}"
        async with at_once:
            with contextlib.suppress(OutcomeUnknownError):
                unknown.append(name)
                await lb.customers.create(extra_body={"name": name})
                acknowledged.append(name)
                unknown.remove(name)

    retry = RetryPolicy(initial_delay=0.001, max_attempts=10)
    async with (
        sandbox.serve() as server,
        LedgerBee(sandbox.api_key, base_url=server.base_url, retry=retry, scope_check="off") as lb,
    ):
        await asyncio.gather(*(write(lb, number) for number in range(300)))
    applied = [write.body["name"] for write in sandbox.writes]
    assert len(applied) == len(set(applied))
    assert set(acknowledged) <= set(applied) <= {*acknowledged, *unknown}
    assert unknown
