"""The connections of a client that makes its own httpx client.

httpcore's pool looks at every connection, several times, whenever a request begins or ends: a hundred of them make a
call ten times as dear, and a thousand calls at once take many seconds. Nor does it get over every cancellation (see
`connections`). This one looks at the connection that it takes and at no other, and what isn't plainly idle after a
request is closed. Everything below it, the protocol and the network, is httpcore's.
"""

from __future__ import annotations

import ssl
import time
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator
from typing import Any

import anyio
import httpcore
import httpx


class Pool:
    """Connections that each carry one request at a time. The one that was used last is taken first.

    It takes the place of httpcore's pool in a transport of httpx. It opens as many connections as there are requests at
    the same time: who sends them sees to `max_connections`.

    Args:
        ssl_context: for https.
        network: what opens sockets.
        limits: how many connections there may be, and how long an idle one is kept.
    """

    def __init__(
        self, ssl_context: ssl.SSLContext | None, network: httpcore.AsyncNetworkBackend, limits: httpx.Limits
    ) -> None:
        self.max_connections = limits.max_connections
        self._expiry = limits.keepalive_expiry
        self._ssl_context = ssl_context
        self._network = network
        self._idle: deque[tuple[_Connection, float]] = deque()  # and since when
        self._busy: set[_Connection] = set()
        self._closed = False

    @property
    def connections(self) -> list[httpcore.AsyncHTTPConnection]:
        """All there are, the idle ones first."""
        return [*(connection for connection, _since in self._idle), *self._busy]

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """Sends a request; its connection is free again when the body of the answer is closed.

        Raises:
            httpcore.ConnectError: the pool was closed before anything was sent, among other causes.
        """
        connection = await self._take(request.url.origin)
        try:
            response = await connection.handle_async_request(request)
        except httpcore.ConnectionNotAvailable:
            await self._close(connection)
            raise httpcore.ConnectError("the connection was closed before anything was sent") from None
        except BaseException:
            await self._close(connection)
            raise
        response.stream = _Body(response.stream, self, connection)
        return response

    async def aclose(self) -> None:
        """Closes all connections, those that carry a request too."""
        self._closed = True
        try:
            while self._idle or self._busy:
                await self._close(self._idle.pop()[0] if self._idle else self._busy.pop())
        finally:
            if self._idle or self._busy:  # a task of asyncio can be cancelled in spite of the shield
                await self.aclose()

    async def _take(self, origin: httpcore.Origin) -> _Connection:
        """An idle connection that still stands, or one that is made when it is used."""
        now = time.monotonic()
        while self._idle and self._expiry is not None and now - self._idle[0][1] > self._expiry:
            await self._close(self._idle.popleft()[0])
        while (connection := self._pop_idle(origin)) is not None:
            self._busy.add(connection)
            if not connection.has_expired():
                return connection
            await self._close(connection)
        if self._idle and len(self._idle) + len(self._busy) == self.max_connections:
            await self._close(self._idle.popleft()[0])  # it leads to another origin
        connection = _Connection(origin, self._ssl_context, self._network)
        self._busy.add(connection)
        return connection

    def _pop_idle(self, origin: httpcore.Origin) -> _Connection | None:
        for position in range(len(self._idle) - 1, -1, -1):
            connection, _since = self._idle[position]
            if connection.can_handle_request(origin):
                del self._idle[position]
                return connection
        return None

    async def release(self, connection: _Connection) -> None:
        """Takes a connection back whose request is over."""
        if connection.is_clean() and not self._closed:
            self._busy.discard(connection)
            self._idle.append((connection, time.monotonic()))
        else:
            await self._close(connection)

    async def _close(self, connection: _Connection) -> None:
        self._busy.discard(connection)
        with anyio.CancelScope(shield=True):
            await connection.aclose()


class _Network(httpcore.AsyncNetworkBackend):
    """The network of one connection."""

    def __init__(self, network: httpcore.AsyncNetworkBackend) -> None:
        self._network = network
        self.stream: httpcore.AsyncNetworkStream | None = None

    async def connect_tcp(self, *args: Any, **options: Any) -> httpcore.AsyncNetworkStream:
        self.stream = await self._network.connect_tcp(*args, **options)
        return self.stream


class _Connection(httpcore.AsyncHTTPConnection):
    """httpcore's connection, which knows better what it holds."""

    def __init__(
        self, origin: httpcore.Origin, ssl_context: ssl.SSLContext | None, network: httpcore.AsyncNetworkBackend
    ) -> None:
        self._network = _Network(network)
        super().__init__(origin, ssl_context, network_backend=self._network)

    async def aclose(self) -> None:
        """Closes the socket, also that of a TLS handshake that was cancelled: httpcore forgets it."""
        try:
            await super().aclose()
        finally:
            if self._network.stream is not None:
                await self._network.stream.aclose()

    def is_clean(self) -> bool:
        """Whether it is idle, and nothing was received beyond the answer: the next request would be answered by it.

        What has come since, and is still in the socket, `has_expired` notices.
        """
        inner: Any = self._connection
        if not self.is_idle() or inner._h11_state.trailing_data != (b"", False):
            return False
        tls: ssl.SSLObject | None = inner._network_stream.get_extra_info("ssl_object")
        if tls is None:
            return True
        try:
            tls.read(1)  # of what was received and not decrypted; it waits for nothing
        except ssl.SSLWantReadError:
            return True
        except ssl.SSLError:
            pass
        return False


class _Body:
    """The body of an answer. Closing it gives the connection back."""

    def __init__(self, stream: Any, pool: Pool, connection: _Connection) -> None:
        self._stream: AsyncIterable[bytes] = stream
        self._close_stream = stream.aclose
        self._pool: Pool | None = pool
        self._connection = connection

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    async def aclose(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            try:
                await self._close_stream()
            finally:
                await pool.release(self._connection)


def install(http: httpx.AsyncClient, limits: httpx.Limits) -> None:
    """Puts a `Pool` in the place of httpcore's, for requests that go through no proxy.

    httpx has nothing public for it. Where it isn't as expected, everything stays as it was: slower under many calls.
    """
    transport: Any = http._transport
    stock = getattr(transport, "_pool", None)
    if type(stock) is httpcore.AsyncConnectionPool:
        network = getattr(stock, "_network_backend", None)
        if network is not None and hasattr(stock, "_ssl_context"):
            transport._pool = Pool(stock._ssl_context, network, limits)


__all__ = ["Pool", "install"]
