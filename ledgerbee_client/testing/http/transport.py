"""The sandbox as an httpx transport, in process.

As `httpx.ASGITransport`, but connections can be cut, and the read timeout of the client holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio
import httpx

from .interception import Disconnected

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from starlette.types import ASGIApp, Message, Scope


class SandboxTransport(httpx.AsyncBaseTransport):
    """Sends requests straight to an ASGI application. Works on asyncio and on trio.

    Args:
        app: the application.
        address: the address that the caller seems to have.
    """

    def __init__(self, app: ASGIApp, address: str = "127.0.0.1") -> None:
        self._app = app
        self._address = address

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answers as a server would.

        Raises:
            httpx.TransportError: the connection was cut, or the answer took longer than the read timeout.
        """
        exchange = _Exchange(request)
        timeout: float | None = request.extensions.get("timeout", {}).get("read")
        error: httpx.TransportError | None = None
        with anyio.CancelScope() as patience:

            async def send(message: Message) -> None:
                exchange.take(message)
                # httpx counts the read timeout anew for each piece.
                patience.deadline = _deadline(timeout)

            patience.deadline = _deadline(timeout)
            try:
                await self._app(self._scope(request), exchange.receive, send)
            except Disconnected as cut:
                error = _error(cut)
        if patience.cancelled_caught:
            error = httpx.ReadTimeout("the sandbox took longer to answer than the read timeout")
        if exchange.status is None:
            raise error or httpx.RemoteProtocolError("the sandbox has not answered")
        # An answer that has begun is there; the trouble comes when its body is read.
        return httpx.Response(exchange.status, headers=exchange.headers, stream=_Body(exchange.parts, error))

    def _scope(self, request: httpx.Request) -> Scope:
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": request.method,
            "headers": [(name.lower(), value) for name, value in request.headers.raw],
            "scheme": request.url.scheme,
            "path": request.url.path,
            "raw_path": request.url.raw_path.split(b"?")[0],
            "query_string": request.url.query,
            "server": (request.url.host, request.url.port),
            "client": (self._address, 50000),
            "root_path": "",
        }


class _Exchange:
    """The two ends of one request, from the application's side."""

    def __init__(self, request: httpx.Request) -> None:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        self._chunks = aiter(request.stream)
        self._sent = False
        self.status: int | None = None
        self.headers: list[tuple[bytes, bytes]] = []
        self.parts: list[bytes] = []

    async def receive(self) -> Message:
        if self._sent:
            return {"type": "http.disconnect"}
        chunk = await anext(self._chunks, None)
        self._sent = chunk is None
        return {"type": "http.request", "body": chunk or b"", "more_body": chunk is not None}

    def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = message["headers"]
        else:
            self.parts.append(message.get("body", b""))


class _Body(httpx.AsyncByteStream):
    def __init__(self, parts: list[bytes], error: httpx.TransportError | None) -> None:
        self._parts = parts
        self._error = error

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        for part in self._parts:
            if part:
                yield part
        if self._error is not None:
            raise self._error


def _deadline(timeout: float | None) -> float:
    return float("inf") if timeout is None else anyio.current_time() + timeout


def _error(cut: Disconnected) -> httpx.TransportError:
    """What httpx raises over a real connection that is cut there."""
    if cut.at == "connect":
        return httpx.ConnectError("All connection attempts failed")
    if cut.at == "request":
        return httpx.ReadError("the connection was reset")
    if cut.at == "applied":
        return httpx.RemoteProtocolError("Server disconnected without sending a response.")
    return httpx.RemoteProtocolError("peer closed connection without sending complete message body")
