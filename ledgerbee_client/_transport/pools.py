"""The connections of one event loop."""

from __future__ import annotations

import math
from collections.abc import AsyncGenerator

import httpx

from .connections import Pool
from .environment import Environment, Origin
from .network import Network


class Pools:
    """A pool for each way out, directly or through a proxy, for one event loop.

    Args:
        limits: Those of each pool.
        environment: Decides the way.
    """

    def __init__(self, limits: httpx.Limits, environment: Environment) -> None:
        self._limits = limits
        self._environment = environment
        self._pools: dict[tuple[bool, bytes | None], Pool] = {}
        self._by_origin: dict[tuple[bytes, bytes, int | None], Pool] = {}
        self._keeper: AsyncGenerator[None, None] | None = None

    async def pool_for(self, url: httpx.URL) -> Pool:
        """Return the connections that lead to a URL.

        Raises:
            ConfigurationError: The environment names a proxy or certificates that can't be used.
        """
        key = (url.raw_scheme, url.raw_host, url.port)
        pool = self._by_origin.get(key)
        if pool is None:
            if self._keeper is None:
                self._keeper = self._until_the_loop_ends()
                await anext(self._keeper)
            pool = self._by_origin[key] = self._make(Origin(url.scheme, url.host, url.port))
        return pool

    def _make(self, origin: Origin) -> Pool:
        encrypted = origin.scheme == "https"
        proxy = self._environment.proxy_for(origin)
        key = (encrypted, None if proxy is None else bytes(proxy.url))
        if key not in self._pools:
            certificates = self._environment.certificates() if encrypted else None
            layers = encrypted + (proxy is not None and proxy.url.scheme == b"https")
            expiry = self._limits.keepalive_expiry
            network = Network(layers, math.inf if expiry is None else expiry)
            self._pools[key] = Pool(self._limits, proxy, certificates, network)
        return self._pools[key]

    async def _until_the_loop_ends(self) -> AsyncGenerator[None, None]:
        """Close all connections when their loop ends.

        Both asyncio and trio close the async generators of a loop that ends, while it can still await. So a client that
        is used in one `asyncio.run` after another leaves no sockets behind.
        """
        try:
            yield
        finally:
            pools, self._pools, self._by_origin, self._keeper = self._pools, {}, {}, None
            for pool in pools.values():
                await pool.network.aclose()

    async def aclose(self) -> None:
        """Close all connections, those that carry a request too."""
        if self._keeper is not None:
            await self._keeper.aclose()

    @property
    def open_connections(self) -> int:
        """The number of sockets that are open."""
        return sum(pool.network.open_streams for pool in self._pools.values())


__all__ = ["Pools"]
