"""What the tests of connections share: servers for http and https, and ways to send to them."""

from __future__ import annotations

import asyncio
import select
import socket
import ssl
from typing import TYPE_CHECKING, Any

import anyio
import httpx

from ledgerbee_client._transport import Transport
from tests.client.fault_server import MARKER, OK, FaultServer, Step, answer

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

BACKENDS = ["asyncio", "trio"]
#: The most that a record of TLS holds, bytes.
TLS_RECORD = 16_384


def content(step: Step) -> bytes:
    """The bytes of a whole response."""
    (part,) = step.parts
    assert isinstance(part, bytes)
    return part


def of_size(size: int, marker: str) -> bytes:
    """A response of so many bytes, its head included, that says whose it is."""
    missing = 0
    for _ in range(3):  # the length of the length changes the length
        whole = content(answer(body={"marker": marker, "padding": "x" * missing}))
        missing += size - len(whole)
    assert len(whole) == size
    return whole


#: A response after which the server closes without having said so.
OK_AND_CLOSE = Step(OK.parts, applied=True, close=True)
OTHERS = content(answer(body={"invoice": "somebody else's"}))


class TlsServer(FaultServer):
    """The same server for https."""

    def __init__(self, context: ssl.SSLContext) -> None:
        super().__init__()
        self._context = context

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}/api"

    async def _start(self) -> None:
        self._server = await asyncio.start_server(
            self._serve, sock=self._socket, backlog=2048, limit=2**20, ssl=self._context, ssl_shutdown_timeout=0.05
        )


class Sender(httpx.AsyncClient):
    """An httpx client over a transport of ours."""

    def __init__(self, server: FaultServer, limits: httpx.Limits | None = None, **timeouts: float) -> None:
        self.transport = Transport() if limits is None else Transport(limits)
        self._server = server
        self._sockets: list[socket.socket] = []
        timeout = httpx.Timeout(10.0, **timeouts)
        super().__init__(
            transport=self.transport,
            base_url=server.url,
            timeout=timeout,
            trust_env=False,
            event_hooks={"response": [self._note]},
        )

    async def _note(self, response: httpx.Response) -> None:
        self._sockets.append(response.extensions["network_stream"].get_extra_info("socket"))

    async def until_closed_by_the_server(self) -> None:
        """Waits until the server has closed all connections, and until that has arrived here, which may take longer."""
        await until(self._server, lambda: self._server.open_connections == 0)
        with anyio.fail_after(10):
            while not all(map(has_something_to_read, self._sockets)):  # noqa: ASYNC110  # nor wakes this anybody
                await anyio.sleep(0.001)

    async def read(self, marker: str = "m") -> Any:
        return (await self.get("/v1/anything", headers={MARKER: marker})).json()

    async def write(self, marker: str = "m") -> Any:
        return (await self.post("/v1/anything", headers={MARKER: marker}, json={})).json()


async def crowd(number: int, call: Callable[[], Coroutine[Any, Any, object]]) -> None:
    async with anyio.create_task_group() as group:
        for _ in range(number):
            group.start_soon(call)


async def until(server: FaultServer, condition: Callable[[], bool]) -> None:
    await anyio.to_thread.run_sync(server.wait_for, condition)


def has_something_to_read(sock: socket.socket) -> bool:
    """Whether something has come on a socket, or its end; or it is closed."""
    return sock.fileno() < 0 or bool(select.select([sock], [], [], 0)[0])
