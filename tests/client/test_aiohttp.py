"""The retry table over aiohttp's connections: one operation of each kind, every fault, on a real port."""

from __future__ import annotations

import asyncio
from typing import Any

import anyio
import httpx
import pytest
from httpx_aiohttp import AiohttpTransport as TheirTransport
from httpx_aiohttp import HttpxAiohttpClient

from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client.aiohttp_transport import AiohttpTransport
from ledgerbee_client.errors import ConfigurationError, ConnectionFailedError, LedgerBeeError, OutcomeUnknownError
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
    OK,
    RATE_LIMITED,
    RESET_APPLIED,
    STALLED_IN_BODY,
    FaultServer,
    Step,
)

UNCERTAIN = {
    "closed, unapplied": CLOSED_UNAPPLIED,
    "closed, applied": CLOSED_APPLIED,
    "reset": RESET_APPLIED,
    "cut after headers": CUT_AFTER_HEADERS,
    "cut in body": CUT_IN_BODY,
    "cut in chunk": CUT_IN_CHUNK,
    "cut between chunks": CUT_BETWEEN_CHUNKS,
    "never answered": NEVER_ANSWERED,
    "stalled": STALLED_IN_BODY,
    "garbage": GARBAGE,
    "huge headers": HUGE_HEADERS,
    "gateway": GATEWAY[502],
}


def client(url: str, **options: Any) -> LedgerBee:
    return LedgerBee("key", base_url=url, scope_check="off", transport=AiohttpTransport(), **options)


async def outcomes(server: FaultServer, lb: LedgerBee) -> dict[str, object]:
    """One call of each row of the table, each with its own marker."""

    def marked(name: str) -> dict[str, str]:
        return {MARKER: name}

    calls = {
        "read": lb.request("GET", "/v1/accounts", headers=marked("read")),
        "idempotent": lb.request("DELETE", "/v1/products/x", headers=marked("idempotent")),
        "usage report": lb.meters.report(
            value=1, customer_id="c", meter_name="m", extra_headers=marked("usage report")
        ),
        "write": lb.request("POST", "/v2/journal-entries", json={}, headers=marked("write")),
    }
    found = await asyncio.gather(*calls.values(), return_exceptions=True)
    await lb.aclose()
    await anyio.to_thread.run_sync(server.wait_idle)
    return dict(zip(calls, found, strict=True))


@pytest.mark.parametrize("fault", list(UNCERTAIN))
async def test_what_may_have_been_applied_is_repeated_only_where_that_is_harmless(fault: str) -> None:
    with FaultServer() as server:
        for marker in ("read", "idempotent", "usage report", "write"):
            server.plan(marker, UNCERTAIN[fault])
        patience = 0.3 if fault in ("never answered", "stalled") else 30
        lb = client(server.url, retry=RetryPolicy(initial_delay=0), timeout=httpx.Timeout(30, read=patience))
        found = await outcomes(server, lb)
        assert isinstance(found["write"], OutcomeUnknownError)
        assert server.count("write") == 1
        for row in ("read", "idempotent", "usage report"):
            assert not isinstance(found[row], LedgerBeeError), row
            assert server.count(row) == 2


async def test_what_was_answered_429_is_repeated() -> None:
    with FaultServer() as server:
        for marker in ("read", "idempotent", "usage report", "write"):
            server.plan(marker, RATE_LIMITED, OK)
        found = await outcomes(server, client(server.url, retry=RetryPolicy(initial_delay=0)))
        assert not any(isinstance(one, Exception) for one in found.values())
        assert set(server.counts().values()) == {2}


async def test_what_was_not_sent_is_said_to_be_so() -> None:
    with FaultServer(listen=False) as server:
        found = await outcomes(server, client(server.url, retry=None))
        assert {type(one) for one in found.values()} == {ConnectionFailedError}
        assert server.counts() == {}


async def test_waiting_for_a_connection_is_not_sending() -> None:
    with FaultServer() as server:
        server.plan("first", Step(("hang",)))
        transport = AiohttpTransport(limits=httpx.Limits(max_connections=1))
        timeout = httpx.Timeout(30, pool=0.1)
        lb = LedgerBee("key", base_url=server.url, scope_check="off", transport=transport, timeout=timeout, retry=None)
        async with lb:
            first = asyncio.create_task(lb.request("GET", "/v1/accounts", headers={MARKER: "first"}))
            await anyio.to_thread.run_sync(lambda: server.wait_for(lambda: server.count("first") == 1))
            with pytest.raises(ConnectionFailedError):
                await lb.request("POST", "/v2/journal-entries", json={})
            first.cancel()
            await asyncio.gather(first, return_exceptions=True)
        assert sum(server.counts().values()) == 1


async def test_a_cancelled_call_leaves_no_connection() -> None:
    with FaultServer() as server:
        server.plan("slow", Step(("hang",)))
        async with client(server.url) as lb:
            call = asyncio.create_task(lb.request("GET", "/v1/accounts", headers={MARKER: "slow"}))
            await anyio.to_thread.run_sync(lambda: server.wait_for(lambda: server.count("slow") == 1))
            call.cancel()
            await asyncio.gather(call, return_exceptions=True)
            await anyio.to_thread.run_sync(server.wait_idle)


def test_the_transport_that_guesses_what_was_sent_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="AiohttpTransport"):
        LedgerBee("key", transport=TheirTransport())
    with pytest.raises(ConfigurationError, match="AiohttpTransport"):
        LedgerBee("key", http_client=HttpxAiohttpClient())
