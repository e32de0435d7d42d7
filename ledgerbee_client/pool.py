"""The connections of a client that makes its own httpx client.

httpcore's pool looks at every connection, several times, whenever a request begins or ends: a hundred of them make a
call ten times as dear, and a thousand calls at once take many seconds. Nor does it get over every cancellation (see
`connections`). This one looks at the connection that it takes and at no other, and what isn't plainly idle after a
request is closed. Everything below it, the protocol and the network, is httpcore's.
"""

from __future__ import annotations

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
        limits: how many connections there may be, and how long an idle one is kept.
    """

    def __init__(self, ssl_context: Any, limits: httpx.Limits) -> None:
        self.max_connections = limits.max_connections
        self._expiry = limits.keepalive_expiry
        self._ssl_context = ssl_context
        self._idle: deque[tuple[httpcore.AsyncHTTPConnection, float]] = deque()  # and since when
        self._busy: set[httpcore.AsyncHTTPConnection] = set()

    @property
    def connections(self) -> list[httpcore.AsyncHTTPConnection]:
        """All that are open, or being opened."""
        return [*(connection for connection, _since in self._idle), *self._busy]

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """Sends a request; its connection is free again when the body of the answer is closed."""
        while True:
            connection = await self._take(request.url.origin)
            try:
                response = await connection.handle_async_request(request)
            except httpcore.ConnectionNotAvailable:  # closed since it was looked at; nothing was sent
                await self._close(connection)
            except BaseException:
                await self._close(connection)
                raise
            else:
                response.stream = _Body(response.stream, self, connection)
                return response

    async def aclose(self) -> None:
        """Closes all connections."""
        while self._idle:
            await self._close(self._idle.pop()[0])
        while self._busy:
            await self._close(self._busy.pop())

    async def _take(self, origin: httpcore.Origin) -> httpcore.AsyncHTTPConnection:
        """An idle connection that still stands, or one that is made when it is used."""
        now = time.monotonic()
        while self._idle and self._expiry is not None and now - self._idle[0][1] > self._expiry:
            await self._close(self._idle.popleft()[0])
        while self._idle:
            connection, _since = self._idle.pop()
            self._busy.add(connection)
            if connection.can_handle_request(origin) and connection.is_idle() and not connection.has_expired():
                return connection
            await self._close(connection)
        connection = httpcore.AsyncHTTPConnection(origin, self._ssl_context, self._expiry)
        self._busy.add(connection)
        return connection

    async def release(self, connection: httpcore.AsyncHTTPConnection) -> None:
        """Takes a connection back whose request is over."""
        if connection in self._busy and connection.is_idle():
            self._busy.discard(connection)
            self._idle.append((connection, time.monotonic()))
        else:
            await self._close(connection)

    async def _close(self, connection: httpcore.AsyncHTTPConnection) -> None:
        self._busy.discard(connection)
        with anyio.CancelScope(shield=True):
            await connection.aclose()


class _Body:
    """The body of an answer. Closing it gives the connection back."""

    def __init__(self, stream: Any, pool: Pool, connection: httpcore.AsyncHTTPConnection) -> None:
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
    if type(stock) is httpcore.AsyncConnectionPool and hasattr(stock, "_ssl_context"):
        transport._pool = Pool(stock._ssl_context, limits)


__all__ = ["Pool", "install"]
