"""The connections of one event loop."""

from __future__ import annotations

import math
import ssl
from collections.abc import AsyncGenerator

import httpcore2
import httpx

from .environment import Environment, Origin
from .network import Network


class Way:
    """A pool of connections that leave in one way: directly, or through a proxy.

    Attributes:
        pool: Takes the requests.
        network: The sockets below.

    Args:
        limits: Those of the pool.
        proxy: What to go through.
        certificates: Whom to trust; None for plain http.
    """

    def __init__(self, limits: httpx.Limits, proxy: httpcore2.Proxy | None, certificates: ssl.SSLContext | None) -> None:
        layers = (certificates is not None) + (proxy is not None and proxy.url.scheme == b"https")
        idle_seconds = math.inf if limits.keepalive_expiry is None else limits.keepalive_expiry
        self.network = Network(layers, idle_seconds)
        self.pool = httpcore2.AsyncConnectionPool(
            ssl_context=certificates,
            proxy=proxy,
            max_connections=limits.max_connections,
            max_keepalive_connections=limits.max_keepalive_connections,
            network_backend=self.network,
        )


class Pools:
    """The connections of one event loop.

    Args:
        limits: Those of each pool.
        environment: Decides the way.
    """

    def __init__(self, limits: httpx.Limits, environment: Environment) -> None:
        self._limits = limits
        self._environment = environment
        self._ways: dict[tuple[bool, bytes | None], Way] = {}
        self._by_origin: dict[tuple[bytes, bytes, int | None], Way] = {}
        self._keeper: AsyncGenerator[None, None] | None = None

    async def way_for(self, url: httpx.URL) -> Way:
        """Return the way to a URL.

        Raises:
            ConfigurationError: The environment names a proxy or certificates that can't be used.
        """
        key = (url.raw_scheme, url.raw_host, url.port)
        way = self._by_origin.get(key)
        if way is None:
            if self._keeper is None:
                self._keeper = self._until_the_loop_ends()
                await anext(self._keeper)
            way = self._by_origin[key] = self._make(Origin(url.scheme, url.host, url.port))
        return way

    def _make(self, origin: Origin) -> Way:
        encrypted = origin.scheme == "https"
        proxy = self._environment.proxy_for(origin)
        key = (encrypted, None if proxy is None else bytes(proxy.url))
        if key not in self._ways:
            certificates = self._environment.certificates() if encrypted else None
            self._ways[key] = Way(self._limits, proxy, certificates)
        return self._ways[key]

    async def _until_the_loop_ends(self) -> AsyncGenerator[None, None]:
        """Close all connections when their loop ends.

        Both asyncio and trio close the async generators of a loop that ends, while it can still await. So a client that
        is used in one `asyncio.run` after another leaves no sockets behind.
        """
        try:
            yield
        finally:
            for way in self._ways.values():
                await way.network.aclose()

    async def aclose(self) -> None:
        """Close all connections, those that carry a request too."""
        if self._keeper is not None:
            await self._keeper.aclose()

    @property
    def open_connections(self) -> int:
        """The number of sockets that are open."""
        return sum(way.network.open_streams for way in self._ways.values())


__all__ = ["Pools", "Way"]
