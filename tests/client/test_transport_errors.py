"""What the errors of a request say: what was not sent is kept apart from what may have been."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import anyio
import httpcore2
import httpx
import pytest

from ledgerbee_client._transport import Transport
from ledgerbee_client._transport.errors import translated
from tests.client.fault_server import OK, RESET_APPLIED, FaultServer, Step
from tests.client.transport_support import BACKENDS, OK_AND_CLOSE, Sender, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
NEVER = (httpx.UnsupportedProtocol, httpx.LocalProtocolError)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_server_that_is_not_there_got_nothing(backend: str) -> None:
    async def main(server: FaultServer) -> None:
        async with Sender(server) as http:
            for _ in range(3):
                with pytest.raises(httpx.ConnectError):
                    await http.write()
            assert http.transport.open_connections == 0

    with FaultServer(listen=False) as server:
        anyio.run(main, server, backend=backend)


@pytest.mark.slow
@pytest.mark.parametrize("backend", BACKENDS)
def test_what_waits_for_a_connection_in_vain_was_not_sent(plain_server: FaultServer, backend: str) -> None:
    plain_server.plan("slow", Step((1.0, *OK.parts)))

    async def main() -> None:
        async with (
            Sender(plain_server, httpx.Limits(max_connections=1), pool=0.1) as http,
            anyio.create_task_group() as group,
        ):
            group.start_soon(http.write, "slow")
            await until(plain_server, lambda: plain_server.count("slow") == 1)
            with pytest.raises(httpx.PoolTimeout):
                await http.write()

    anyio.run(main, backend=backend)
    assert plain_server.count("m") == 0


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_connection_that_is_reset_after_the_request_may_have_delivered_it(
    either_server: FaultServer, backend: str
) -> None:
    either_server.plan("m", RESET_APPLIED)

    async def main() -> None:
        async with Sender(either_server) as http:
            with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
                await http.write()

    anyio.run(main, backend=backend)


@pytest.mark.parametrize("value", [b"line\r\nbreak", b"nul\0"])
async def test_a_header_that_cannot_be_sent_was_not_and_is_not_shown(plain_server: FaultServer, value: bytes) -> None:
    async with Sender(plain_server) as http:
        with pytest.raises(httpx.LocalProtocolError, match="holds what can't be sent") as caught:
            await http.post("/x", headers={b"X-API-Key": value})
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None or value not in repr(caught.value.__context__).encode()
        assert await http.write() == {}


async def test_a_scheme_that_nobody_speaks_here_was_not_sent(plain_server: FaultServer) -> None:
    request = httpx.Request("GET", "gopher://127.0.0.1/")
    transport = Transport()
    with pytest.raises(httpx.UnsupportedProtocol):
        await transport.handle_async_request(request)
    await transport.aclose()


class Broken(httpx.AsyncByteStream):
    """A body that breaks off."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"{"
        raise self.error


@pytest.mark.parametrize("error", [OSError("disk"), RuntimeError("x"), TimeoutError()], ids=repr)
async def test_a_body_that_breaks_off_was_sent_in_part(plain_server: FaultServer, error: Exception) -> None:
    transport = Transport()
    request = httpx.Request(
        "POST", plain_server.url, headers={"Host": "x", "Content-Length": "10"}, stream=Broken(error)
    )
    with pytest.raises((httpx.ReadError, httpx.ReadTimeout), match=type(error).__name__) as caught:
        await transport.handle_async_request(request)
    assert caught.value.__cause__ is error
    assert transport.open_connections == 0
    await transport.aclose()


async def test_a_body_of_another_length_than_announced_was_sent_in_part(plain_server: FaultServer) -> None:
    transport = Transport()
    request = httpx.Request(
        "POST", plain_server.url, headers={"Host": "x", "Content-Length": "10"}, stream=httpx.ByteStream(b"{}")
    )
    with pytest.raises(httpx.ReadError, match="Too little data"):
        await transport.handle_async_request(request)
    await transport.aclose()


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_reset_between_the_choice_of_a_connection_and_its_use_costs_another_connection_and_no_error(
    either_server: FaultServer, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pool takes a connection whose end it hasn't seen; the stream looks once more before it writes."""
    either_server.plan("first", OK_AND_CLOSE)

    async def main() -> None:
        async with Sender(either_server) as http:
            await http.write("first")
            await http.until_closed_by_the_server()
            assert await http.write() == {}

    anyio.run(main, backend=backend)
    assert either_server.count("m") == 1


@pytest.mark.parametrize(
    "error",
    [
        httpcore2.ReadError("x"),
        httpcore2.ReadTimeout("x"),
        httpcore2.WriteError("x"),
        httpcore2.WriteTimeout("x"),
        httpcore2.RemoteProtocolError("x"),
        httpcore2.ConnectError("x"),
        httpcore2.ConnectTimeout("x"),
        httpcore2.ProxyError("407"),
        httpcore2.PoolTimeout("x"),
        ssl.SSLError("bad record mac"),
        TimeoutError(),
        RuntimeError("unable to perform operation"),
        ValueError("x"),
        OSError("x"),
    ],
    ids=repr,
)
def test_each_error_says_what_was_sent_whatever_it_is(error: Exception) -> None:
    before, after = translated(error, sent=False), translated(error, sent=True)
    assert isinstance(before, NOT_SENT)
    assert not isinstance(after, (*NOT_SENT, *NEVER))
    assert before.__cause__ is after.__cause__ is error
    assert isinstance(before, httpx.TimeoutException) == isinstance(error, httpcore2.TimeoutException | TimeoutError)
    assert isinstance(after, httpx.TimeoutException) == isinstance(error, httpcore2.TimeoutException | TimeoutError)


@pytest.mark.parametrize("kind", [httpcore2.UnsupportedProtocol, httpcore2.LocalProtocolError])
def test_an_error_of_the_request_itself_is_one_for_good_only_if_nothing_was_sent(kind: type[Exception]) -> None:
    assert isinstance(translated(kind("x"), sent=False), NEVER)
    assert type(translated(kind("x"), sent=True)) is httpx.ReadError
