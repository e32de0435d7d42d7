"""The connections of one event loop: which of them a request gets, and what becomes of it afterwards.

httpcore2 makes the connections and speaks HTTP over them. Its pool is not used: it looks at every connection whenever a
request begins or ends, which costs a crowd of calls nearly as much as sending them does, and a request that is broken
off at the wrong await takes a place in it for good. Here a connection belongs to one request at a time, and is kept
only if that ended well.
"""

from __future__ import annotations

import math
import time
from collections import deque
from typing import NamedTuple

import anyio
import httpcore2
import httpx

from .._slots import Slots
from .network import Network


class Route(NamedTuple):
    """A way to an origin, directly or through a proxy.

    Attributes:
        origin: Where it leads to.
        maker: Makes its connections, by its public `create_connection`.
        network: The sockets below.
    """

    origin: httpcore2.Origin
    maker: httpcore2.AsyncConnectionPool
    network: Network


class _Idle(NamedTuple):
    connection: httpcore2.AsyncConnectionInterface
    route: Route
    since: float


class Connections:
    """Lends a connection to each request.

    The one that was used last is lent first, so that those that nobody needs any more are at the other end.

    Args:
        limits: How many there may be, and how long an idle one is kept.
    """

    def __init__(self, limits: httpx.Limits) -> None:
        self._slots = Slots(limits.max_connections)
        self._most = math.inf if limits.max_connections is None else limits.max_connections
        self._idle_seconds = math.inf if limits.keepalive_expiry is None else limits.keepalive_expiry
        self._idle: deque[_Idle] = deque()  # in the order in which they became so
        self._lent = 0

    async def acquire(self, seconds: float | None) -> None:
        """Wait until another one may be lent. See `Slots.acquire`."""
        await self._slots.acquire(seconds)
        self._lent += 1

    async def send(
        self, route: Route, request: httpcore2.Request
    ) -> tuple[httpcore2.Response, httpcore2.AsyncConnectionInterface]:
        """Send a request for which a connection may be lent. If it fails, nothing is.

        Returns:
            The response, and its connection, which is to be released when the response is closed.
        """
        try:
            await self._sweep()
            while True:
                connection = self._take(route) or await self._make(route)
                try:
                    return await connection.handle_async_request(request), connection
                except httpcore2.ConnectionNotAvailable:  # nothing was written; it has closed itself
                    continue
                except BaseException:
                    await _close(connection)
                    raise
        except BaseException:
            self._returned()
            raise

    async def release(self, route: Route, connection: httpcore2.AsyncConnectionInterface) -> None:
        """Keep a connection for another request, or close it unless its response ended well."""
        try:
            if connection.is_idle():
                self._idle.append(_Idle(connection, route, time.monotonic()))
            else:
                await _close(connection)
        finally:
            self._returned()

    def _returned(self) -> None:
        self._lent -= 1
        self._slots.release()

    def _take(self, route: Route) -> httpcore2.AsyncConnectionInterface | None:
        for index in range(len(self._idle) - 1, -1, -1):
            if self._idle[index].route is route:
                found = self._idle[index]
                del self._idle[index]
                return found.connection
        return None

    async def _make(self, route: Route) -> httpcore2.AsyncConnectionInterface:
        """Make a connection, which opens when it is first used. One to another origin may have to go for it."""
        while self._idle and len(self._idle) + self._lent > self._most:
            await _close(self._idle.popleft().connection)
        return route.maker.create_connection(route.origin)

    async def _sweep(self) -> None:
        """Close what lies idle for too long."""
        limit = time.monotonic() - self._idle_seconds
        while self._idle and self._idle[0].since < limit:
            await _close(self._idle.popleft().connection)


async def _close(connection: httpcore2.AsyncConnectionInterface) -> None:
    with anyio.CancelScope(shield=True):
        await connection.aclose()


__all__ = ["Connections", "Route"]
