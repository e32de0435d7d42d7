"""Clients and transports of the caller's: which are taken, what becomes of what they raise, and what a fork means."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
import warnings
from typing import TYPE_CHECKING, Any

import anyio
import httpx
import httpx2
import pytest

from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client.errors import (
    ConfigurationError,
    ConnectionFailedError,
    OutcomeUnknownError,
    ResponseDecodeError,
    TransportError,
)
from tests.client.fault_server import TRUNCATED_GZIP, FaultServer

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

BASE = "http://127.0.0.1:9/api"
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform can't fork")


def client(server: FaultServer, **options: Any) -> LedgerBee:
    return LedgerBee("key", base_url=server.url, **{"scope_check": "off", "retry": None, **options})


def in_a_fork(main: Callable[[], Coroutine[Any, Any, object]]) -> Any:
    """Runs a coroutine in a child process, forked here and now, and returns what it returns."""
    ours, theirs = socket.socketpair()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the server has a thread of its own
        child = os.fork()
    if not child:
        try:
            result = asyncio.run(main())
        except BaseException as error:  # noqa: BLE001  # told to the parent
            result = f"{type(error).__name__}: {error}"
        theirs.sendall(json.dumps(result).encode())
        os._exit(0)  # nothing of the tests is run twice
    theirs.close()
    os.waitpid(child, 0)
    with ours:
        return json.loads(ours.recv(65_536))


# ---------------------------------------------------------------------- what is taken


class Aiohttp(httpx.AsyncBaseTransport):
    """Stands for httpx-aiohttp's transport."""


Aiohttp.__module__ = "httpx_aiohttp.transport"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"transport": Aiohttp()}, "the transport is of httpx-aiohttp, .* leave transport out"),
        ({"transport": type("Mine", (Aiohttp,), {})()}, "the transport is of httpx-aiohttp"),
        (
            {"transport": httpx.HTTPTransport()},
            r"transport must be an httpx\.AsyncBaseTransport, not HTTPTransport",
        ),
        ({"http_client": httpx.Client()}, r"http_client must be an httpx\.AsyncClient, not Client"),
        ({"http_client": "client"}, r"http_client must be an httpx\.AsyncClient, not str"),
        ({"http_client": httpx.AsyncClient(), "transport": httpx.AsyncHTTPTransport()}, "not both"),
    ],
    ids=lambda one: one if isinstance(one, str) else " ".join(one),
)
def test_what_cannot_be_relied_on_is_refused_at_once(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigurationError, match=said):
        LedgerBee("key", base_url=BASE, **options)


@pytest.mark.skipif(httpx is httpx2, reason="httpx2 stands for httpx here")
@pytest.mark.parametrize(
    "options",
    [{"http_client": httpx2.AsyncClient()}, {"transport": httpx2.AsyncHTTPTransport()}],
    ids=lambda one: next(iter(one)),
)
def test_what_is_of_httpx2_is_refused_with_what_to_do(options: dict[str, Any]) -> None:
    (name,) = options
    with pytest.raises(
        ConfigurationError, match=f"{name} must be an httpx.*, not .* of httpx2: this package works with httpx"
    ):
        LedgerBee("key", base_url=BASE, **options)


# ---------------------------------------------------------------------- what they raise


class Raising(httpx.AsyncHTTPTransport):
    """Sends, and then raises."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await super().handle_async_request(request)
        await response.aread()
        raise self.error


ERRORS = [OSError("host is down"), RuntimeError("the handler is closed"), ValueError("x"), KeyError("x"), EOFError()]


@pytest.mark.unmeasured
@pytest.mark.parametrize("error", ERRORS, ids=repr)
@pytest.mark.parametrize("how", ["transport", "http_client"])
async def test_whatever_is_raised_after_a_write_went_out_leaves_its_outcome_unknown(
    plain_server: FaultServer, error: Exception, how: str
) -> None:
    transport = Raising(error)
    async with httpx.AsyncClient(transport=transport) as http:
        options: dict[str, Any] = {"transport": transport} if how == "transport" else {"http_client": http}
        async with client(plain_server, retry=RetryPolicy(initial_delay=0), **options) as lb:
            with pytest.raises(OutcomeUnknownError, match=type(error).__name__) as caught:
                await lb.invoices.send("abc")
            assert caught.value.__cause__ is error
            assert len(plain_server.arrivals) == 1
            with pytest.raises(TransportError, match=f"4 attempts.*{type(error).__name__}"):
                await lb.company.get()
    assert len(plain_server.arrivals) == 5


async def broken_import(*_arguments: Any, **_options: Any) -> Any:
    raise ModuleNotFoundError("No module named 'x'")


@pytest.mark.parametrize("where", ["the transport", "its way out", "its socket"])
async def test_an_import_that_fails_before_anything_went_out_leaves_nothing_unknown(
    plain_server: FaultServer, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    async with client(plain_server) as lb:
        if where == "the transport":
            monkeypatch.setitem(sys.modules, "ledgerbee_client._transport", None)
        elif where == "its way out":
            monkeypatch.setattr("ledgerbee_client._transport.routes.Routes.route_to", broken_import)
        else:
            monkeypatch.setattr("httpcore2.AnyIOBackend.connect_tcp", broken_import)
        with pytest.raises(ConnectionFailedError, match="ModuleNotFoundError") as caught:
            await lb.invoices.send("abc")
        assert not isinstance(caught.value, OutcomeUnknownError)
        assert plain_server.arrivals == []
        monkeypatch.undo()
        await lb.company.get()  # the client is as good as new


class UnclearError(Exception):
    pass


UnclearError.__module__ = "aiohttp.client_exceptions"


@pytest.mark.parametrize("cause", [TimeoutError(), UnclearError()], ids=repr)
async def test_a_transport_that_does_not_know_when_it_timed_out_is_not_believed(cause: Exception) -> None:
    def fail(_request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("x") from cause

    async with httpx.AsyncClient(transport=httpx.MockTransport(fail)) as http:
        lb = LedgerBee("key", base_url=BASE, scope_check="off", http_client=http)
        with pytest.raises(OutcomeUnknownError):
            await lb.invoices.send("abc")


async def test_a_body_that_is_cut_off_is_an_error_over_any_client(plain_server: FaultServer) -> None:
    plain_server.default = TRUNCATED_GZIP
    async with httpx.AsyncClient() as http:
        for options in ({"http_client": http}, {"transport": httpx.AsyncHTTPTransport()}, {}):
            async with client(plain_server, **options) as lb:
                with pytest.raises(ResponseDecodeError, match="ends early"):
                    await lb.company.get()


# ---------------------------------------------------------------------- whom they belong to


@needs_fork
@pytest.mark.parametrize("name", ["http_client", "transport"])
async def test_what_the_caller_made_before_a_fork_is_refused_in_the_child(plain_server: FaultServer, name: str) -> None:
    given = httpx.AsyncClient() if name == "http_client" else httpx.AsyncHTTPTransport()
    lb = client(plain_server, **{name: given})
    await lb.request("GET", "/v1/anything")

    async def child() -> object:
        try:
            await lb.request("GET", "/v1/anything")
        finally:
            await lb.aclose()
        return "sent"

    said = await anyio.to_thread.run_sync(in_a_fork, child)
    assert said.startswith(f"ConfigurationError: the {name} was made before this process was forked")
    await lb.request("GET", "/v1/anything")
    await lb.aclose()
    await given.aclose()
    assert len({one.connection for one in plain_server.arrivals}) == 1


@needs_fork
def test_a_client_works_in_the_child_of_a_fork_and_says_nothing_there_of_what_the_parent_has_open(
    plain_server: FaultServer,
) -> None:
    lb = client(plain_server)

    async def child() -> object:
        assert not lb._attempts.is_open  # so it isn't said never to have been closed
        await lb.request("POST", "/v1/child")
        await lb.aclose()
        return "sent"

    async def main() -> None:
        async with lb:
            await lb.request("POST", "/v1/parent")
            assert await anyio.to_thread.run_sync(in_a_fork, child) == "sent"
            await lb.request("POST", "/v1/parent")

    asyncio.run(main())
    assert plain_server.counts() == {"/v1/parent": 2, "/v1/child": 1}
    plain_server.wait_idle()


@pytest.mark.parametrize("backends", [("asyncio", "asyncio"), ("trio", "trio"), ("asyncio", "trio")], ids="-".join)
def test_a_client_works_in_one_loop_after_another(plain_server: FaultServer, backends: tuple[str, str]) -> None:
    lb = client(plain_server)

    async def write() -> None:
        await lb.invoices.send("abc")

    for backend in backends * 2:
        anyio.run(write, backend=backend)
        plain_server.wait_idle()
    assert not lb._attempts.is_open
    anyio.run(lb.aclose, backend=backends[0])
    assert len(plain_server.arrivals) == 4


async def test_a_server_that_is_not_there_got_nothing() -> None:
    with FaultServer(listen=False) as server:
        async with client(server) as lb:
            with pytest.raises(ConnectionFailedError, match="nothing was sent"):
                await lb.invoices.send("abc")
