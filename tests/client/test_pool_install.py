"""Where a pool of our own takes the place of httpcore's, and where it doesn't."""

from __future__ import annotations

from typing import Any

import httpcore
import httpx
import pytest

from ledgerbee_client import LedgerBee
from ledgerbee_client import _pool as pool
from ledgerbee_client.aiohttp_transport import AiohttpTransport

LIMITS = httpx.Limits(max_connections=7, keepalive_expiry=1)


def test_a_transport_of_httpx_gets_the_pool() -> None:
    http: Any = httpx.AsyncClient()
    pool.install(http, LIMITS)
    assert isinstance(http._transport._pool, pool.Pool)
    assert http._transport._pool.max_connections == 7
    assert http._transport._pool.connections == []


@pytest.mark.parametrize(
    "transport",
    [
        httpx.MockTransport(lambda _: httpx.Response(200)),
        httpx.ASGITransport(lambda *_: None),  # type: ignore[arg-type]
        httpx.AsyncHTTPTransport(proxy="http://localhost:9"),
    ],
    ids=lambda transport: type(transport).__name__,
)
def test_transports_of_another_kind_are_left_alone(transport: httpx.AsyncBaseTransport) -> None:
    before = dict(vars(transport))
    pool.install(httpx.AsyncClient(transport=transport), LIMITS)
    assert vars(transport) == before


@pytest.mark.parametrize("missing", ["_ssl_context", "_network_backend"])
def test_an_httpcore_that_is_built_otherwise_is_left_alone(missing: str) -> None:
    http: Any = httpx.AsyncClient()
    delattr(http._transport._pool, missing)
    pool.install(http, LIMITS)
    assert type(http._transport._pool) is httpcore.AsyncConnectionPool


async def test_what_the_caller_brings_is_left_alone() -> None:
    given = httpx.AsyncClient()
    transports = [httpx.AsyncHTTPTransport(), AiohttpTransport(), httpx.MockTransport(lambda _: httpx.Response(200))]
    before = [getattr(one, "_pool", None) for one in transports]
    async with LedgerBee("key", base_url="http://localhost:9/api", http_client=given) as lb:
        assert lb._attempts._channel.http is given
    for transport in transports:
        async with LedgerBee("key", base_url="http://localhost:9/api", transport=transport) as lb:
            assert lb._attempts._channel._transport is transport
    assert [getattr(one, "_pool", None) for one in transports] == before
    assert type(given._transport._pool) is httpcore.AsyncConnectionPool  # type: ignore[attr-defined]
    await given.aclose()


async def test_a_connection_that_is_closed_before_it_is_used_was_not_sent_on() -> None:
    http: Any = httpx.AsyncClient()
    pool.install(http, LIMITS)

    async def refuse(_self: object, _request: object) -> None:
        raise httpcore.ConnectionNotAvailable

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(httpcore.AsyncHTTPConnection, "handle_async_request", refuse)
        with pytest.raises(httpx.ConnectError, match="closed before anything was sent"):
            await http.post("http://localhost:9/")
    assert http._transport._pool.connections == []
