"""A pool of httpcore2 in which no request that is broken off takes a place for good.

A connection of httpcore2 2.16 whose request is cancelled between its handshake and its first byte is neither idle nor
closed, and so is a tunnel that fails after the proxy has agreed to it (a certificate that isn't trusted). The pool
counts them for ever: after as many of them as there may be connections, no request gets one. So connections are closed
here when their request fails, whatever the cause. The pool makes them by its public `create_connection`.
"""

from __future__ import annotations

import ssl

import anyio
import httpcore2
import httpx

from .network import Network


class Pool(httpcore2.AsyncConnectionPool):
    """Connections that leave in one way: directly, or through a proxy.

    Args:
        limits: How many there may be, and how many are kept.
        proxy: What to go through.
        certificates: Whom to trust; None for plain http.
        network: The sockets below. It closes what lies idle for too long.
    """

    def __init__(
        self,
        limits: httpx.Limits,
        proxy: httpcore2.Proxy | None,
        certificates: ssl.SSLContext | None,
        network: Network,
    ) -> None:
        super().__init__(
            ssl_context=certificates,
            proxy=proxy,
            max_connections=limits.max_connections,
            max_keepalive_connections=limits.max_keepalive_connections,
            network_backend=network,
        )
        self.network = network
        self._is_direct = proxy is None
        self._certificates = certificates

    def create_connection(self, origin: httpcore2.Origin) -> httpcore2.AsyncConnectionInterface:
        """Make a connection, which opens when it is first used."""
        if self._is_direct:
            return _Direct(origin, ssl_context=self._certificates, network_backend=self.network)
        return _ThroughProxy(super().create_connection(origin))


class _Direct(httpcore2.AsyncHTTPConnection):
    async def handle_async_request(self, request: httpcore2.Request) -> httpcore2.Response:
        try:
            return await super().handle_async_request(request)
        except httpcore2.ConnectionNotAvailable:  # it closes itself
            raise
        except BaseException:
            await _close(self)
            raise


class _ThroughProxy(httpcore2.AsyncConnectionInterface):
    """Any connection that the pool makes for a proxy."""

    def __init__(self, connection: httpcore2.AsyncConnectionInterface) -> None:
        self._connection = connection

    async def handle_async_request(self, request: httpcore2.Request) -> httpcore2.Response:
        try:
            return await self._connection.handle_async_request(request)
        except httpcore2.ConnectionNotAvailable:
            raise
        except BaseException:
            await _close(self._connection)
            raise

    async def aclose(self) -> None:
        await self._connection.aclose()

    def info(self) -> str:
        return self._connection.info()

    def can_handle_request(self, origin: httpcore2.Origin) -> bool:
        return self._connection.can_handle_request(origin)

    def can_multiplex(self) -> bool:
        return self._connection.can_multiplex()

    def is_connected(self) -> bool:
        return self._connection.is_connected()

    def is_available(self) -> bool:
        return self._connection.is_available()

    def has_expired(self) -> bool:
        return self._connection.has_expired()

    def is_idle(self) -> bool:
        return self._connection.is_idle()

    def is_closed(self) -> bool:
        return self._connection.is_closed()


async def _close(connection: httpcore2.AsyncConnectionInterface) -> None:
    with anyio.CancelScope(shield=True):
        await connection.aclose()


__all__ = ["Pool"]
