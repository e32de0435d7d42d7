"""Connections over real sockets: what is used again, what isn't, and whose response comes back."""

from __future__ import annotations

import anyio
import httpx
import pytest

from ledgerbee_client._transport import connections
from tests.client.fault_server import (
    CUT_AFTER_HEADERS,
    CUT_BETWEEN_CHUNKS,
    CUT_IN_BODY,
    CUT_IN_CHUNK,
    GARBAGE,
    MARKER,
    NEVER_ANSWERED,
    OK,
    STALLED_IN_BODY,
    FaultServer,
    Step,
    answer,
)
from tests.client.transport_support import BACKENDS, OTHERS, TLS_RECORD, Sender, crowd, of_size, until

pytestmark = pytest.mark.parametrize("backend", BACKENDS)

CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
HINTED = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + CHUNKED


def test_requests_one_after_the_other_share_a_connection(either_server: FaultServer, backend: str) -> None:
    server = either_server
    server.plan("chunked", *[Step((CHUNKED,))] * 2)
    server.plan("in pieces", Step((CHUNKED[:60], 0.0, CHUNKED[60:72], 0.0, CHUNKED[72:])))
    server.plan("hinted", Step((HINTED,)))
    server.plan("empty", Step((b"HTTP/1.1 204 No Content\r\n\r\n",)))

    async def main() -> None:
        async with Sender(server) as http:
            for marker in ("m", "chunked", "chunked", "in pieces", "hinted"):
                assert await http.write(marker) == {}
                assert await http.read() == {}
            await http.post("/v1/anything", headers={MARKER: "empty"})
            assert http.transport.open_connections == 1

    anyio.run(main, backend=backend)
    server.wait_idle()
    assert server.connections == 1


def test_requests_at_once_open_a_connection_each_and_later_ones_use_them(
    plain_server: FaultServer, backend: str
) -> None:
    plain_server.plan("slow", *[Step((0.2, *OK.parts))] * 10)

    async def main() -> None:
        async with Sender(plain_server) as http:
            await crowd(10, lambda: http.read("slow"))
            assert plain_server.connections == 10
            await crowd(10, http.read)
            assert plain_server.connections == 10
            await http.read()
            last = plain_server.arrivals[-1].connection
            for _ in range(3):
                await http.read()
                assert plain_server.arrivals[-1].connection == last
            assert http.transport.open_connections == 10

    anyio.run(main, backend=backend)
    plain_server.wait_idle()


def test_there_are_never_more_connections_than_the_limit(plain_server: FaultServer, backend: str) -> None:
    async def main() -> None:
        async with Sender(plain_server, httpx.Limits(max_connections=20)) as http:
            for _ in range(3):
                await crowd(100, http.read)
            assert plain_server.connections <= 20

    anyio.run(main, backend=backend)
    assert plain_server.count("m") == 300


def test_an_idle_connection_makes_room_for_another_origin(plain_server: FaultServer, backend: str) -> None:
    async def main() -> None:
        with FaultServer() as other:
            async with Sender(plain_server, httpx.Limits(max_connections=2)) as http:
                for _ in range(4):
                    assert (await http.get(plain_server.url)).status_code == 200
                    assert (await http.get(other.url)).status_code == 200
                assert (plain_server.connections, other.connections) == (1, 1)
                await crowd(2, lambda: http.get(plain_server.url))
                assert http.transport.open_connections == 2
                assert plain_server.connections == 2
            await anyio.to_thread.run_sync(other.wait_idle)

    anyio.run(main, backend=backend)


def test_a_write_does_not_go_out_on_a_connection_that_the_server_has_closed(
    either_server: FaultServer, backend: str
) -> None:
    server = either_server
    server.plan("closing", *[Step((0.1, *OK.parts), applied=True, close=True)] * 3)

    async def main() -> None:
        async with Sender(server) as http:
            await crowd(3, lambda: http.write("closing"))
            await http.until_closed_by_the_server()
            assert await http.write() == {}
            assert http.transport.open_connections == 1

    anyio.run(main, backend=backend)
    assert server.count("m") == 1


@pytest.mark.parametrize("size", [200, TLS_RECORD, 65_536], ids=["in one record", "in a record of their own", "apart"])
def test_bytes_after_a_response_are_nobodys_response(either_server: FaultServer, backend: str, size: int) -> None:
    async def main() -> None:
        async with Sender(either_server) as http:
            for number in range(5):
                either_server.plan(f"m{number}", Step((of_size(size, f"m{number}") + OTHERS,), applied=True))
                assert (await http.write(f"m{number}"))["marker"] == f"m{number}"

    anyio.run(main, backend=backend)


@pytest.mark.parametrize("extra", [OTHERS, b"HTTP/1.1 204 No Content\r\n\r\n", b"\r\n", b"{}"], ids=repr)
@pytest.mark.parametrize("response", [b"HTTP/1.1 204 No Content\r\n\r\n", CHUNKED, HINTED], ids=repr)
def test_bytes_after_a_response_close_its_connection(
    either_server: FaultServer, backend: str, response: bytes, extra: bytes
) -> None:
    either_server.plan("m", Step((response + extra,)))

    async def main() -> None:
        async with Sender(either_server) as http:
            await http.post("/v1/anything", headers={MARKER: "m"})
            assert http.transport.open_connections == 0
            assert await http.write("n") == {}

    anyio.run(main, backend=backend)


def test_bytes_that_come_while_a_connection_is_idle_are_nobodys_response(
    either_server: FaultServer, backend: str
) -> None:
    server = either_server
    server.plan("m", Step((of_size(200, "m"), 0.1, OTHERS), applied=True))
    server.plan("asked later", Step((0.3, *OK.parts)))  # on another connection: by then the bytes have come

    async def main() -> None:
        async with Sender(server) as http:
            await crowd(1, lambda: http.write("m"))
            with FaultServer() as other:
                other.plan("asked later", Step((0.3, *OK.parts)))
                await http.get(other.url, headers={MARKER: "asked later"})
            assert await http.write("n") == {}

    anyio.run(main, backend=backend)
    assert server.connections == 2


@pytest.mark.parametrize(
    "step",
    [CUT_AFTER_HEADERS, CUT_IN_BODY, CUT_BETWEEN_CHUNKS, CUT_IN_CHUNK, GARBAGE, Step(close=True)],
    ids=lambda step: repr(step.parts),
)
def test_a_response_that_is_broken_off_takes_its_connection_along(
    either_server: FaultServer, backend: str, step: Step
) -> None:
    either_server.plan("broken", step)

    async def main() -> None:
        async with Sender(either_server) as http:
            with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
                await http.write("broken")
            assert http.transport.open_connections == 0
            assert await http.write() == {}

    anyio.run(main, backend=backend)
    either_server.wait_idle()
    assert either_server.connections == 2


@pytest.mark.parametrize("step", [NEVER_ANSWERED, STALLED_IN_BODY], ids=["no response", "half a response"])
def test_a_request_that_runs_into_a_timeout_closes_its_connection(
    either_server: FaultServer, backend: str, step: Step
) -> None:
    either_server.plan("m", step)

    async def main() -> None:
        async with Sender(either_server, read=0.1) as http:
            with pytest.raises(httpx.ReadTimeout):
                await http.write()
            assert http.transport.open_connections == 0
            await until(either_server, lambda: either_server.open_connections == 0)

    anyio.run(main, backend=backend)


def test_a_body_that_is_not_read_to_its_end_takes_its_connection_along(
    either_server: FaultServer, backend: str
) -> None:
    either_server.plan("large", answer(body=b" " * 1_000_000))

    async def main() -> None:
        async with Sender(either_server) as http:
            async with http.stream("GET", "/v1/anything", headers={MARKER: "large"}):
                pass
            assert http.transport.open_connections == 0
            assert await http.read() == {}

    anyio.run(main, backend=backend)


def test_a_response_that_announces_the_end_closes_its_connection(either_server: FaultServer, backend: str) -> None:
    either_server.plan("m", answer(headers={"Connection": "close"}))

    async def main() -> None:
        async with Sender(either_server) as http:
            await http.write()
            assert http.transport.open_connections == 0
            await until(either_server, lambda: either_server.open_connections == 0)

    anyio.run(main, backend=backend)


def test_what_was_idle_for_too_long_is_closed_when_the_next_request_begins(
    either_server: FaultServer, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = either_server
    clock = Clock()
    monkeypatch.setattr(connections, "time", clock)
    server.plan("slow", *[Step((0.1, *OK.parts))] * 3)

    async def main() -> None:
        async with Sender(server) as http:
            await crowd(3, lambda: http.read("slow"))
            clock.now += 20
            await http.read()
            clock.now += 20
            await http.read()
            assert server.connections == 3
            assert server.arrivals[-1].connection == server.arrivals[-2].connection
            await until(server, lambda: server.open_connections == 1)
            clock.now += 31
            await http.read()
            assert server.connections == 4
            await until(server, lambda: server.open_connections == 1)

    anyio.run(main, backend=backend)


def test_a_crowd_that_finds_only_connections_idle_for_too_long_is_served(
    either_server: FaultServer, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(connections, "time", clock)
    either_server.plan("slow", *[Step((0.1, *OK.parts))] * 20)

    async def main() -> None:
        async with Sender(either_server) as http:
            await crowd(20, lambda: http.read("slow"))
            clock.now += 31
            await crowd(20, http.write)  # while the first one closes what is old, the others look for connections

    anyio.run(main, backend=backend)
    assert either_server.count("m") == 20


class Clock:
    """Stands for the module `time`."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now
