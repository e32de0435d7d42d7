"""The ways out of one event loop, and when their connections are closed."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import httpcore2
import httpx

from .connections import Connections, Route
from .environment import Environment, Origin
from .network import Network


class Routes:
    """A route to each origin, for one event loop.

    Args:
        limits: Of the connections of all routes together.
        environment: Decides which go through a proxy.
    """

    def __init__(self, limits: httpx.Limits, environment: Environment) -> None:
        self.connections = Connections(limits)
        self._environment = environment
        self._routes: dict[tuple[bytes, bytes, int | None], Route] = {}
        self._keeper: AsyncGenerator[None, None] | None = None

    async def route_to(self, url: httpx.URL) -> Route:
        """Return the route to a URL.

        Raises:
            httpx.UnsupportedProtocol: Its scheme is neither http nor https.
            ConfigurationError: The environment names a proxy or certificates that can't be used.
        """
        key = (url.raw_scheme, url.raw_host, url.port)
        route = self._routes.get(key)
        if route is None:
            if self._keeper is None:
                self._keeper = self._until_the_loop_ends()
                await anext(self._keeper)
            route = self._routes[key] = self._make(url)
        return route

    def _make(self, url: httpx.URL) -> Route:
        if url.scheme not in ("http", "https"):
            raise httpx.UnsupportedProtocol(f"requests go by http or https, not by {url.scheme!r}")
        encrypted = url.scheme == "https"
        proxy = self._environment.proxy_for(Origin(url.scheme, url.host, url.port))
        network = Network(encrypted + (proxy is not None and proxy.url.scheme == b"https"))
        certificates = self._environment.certificates() if encrypted else None
        maker = httpcore2.AsyncConnectionPool(ssl_context=certificates, proxy=proxy, network_backend=network)
        origin = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=b"/").origin
        return Route(origin, maker, network)

    async def _until_the_loop_ends(self) -> AsyncGenerator[None, None]:
        """Close all connections when their loop ends.

        Both asyncio and trio close the async generators of a loop that ends, while it can still await. So a client that
        is used in one `asyncio.run` after another leaves no sockets behind.
        """
        try:
            yield
        finally:
            routes, self._routes, self._keeper = self._routes, {}, None
            for route in routes.values():
                await route.network.aclose()

    async def aclose(self) -> None:
        """Close all connections, those that carry a request too."""
        if self._keeper is not None:
            await self._keeper.aclose()

    @property
    def open_connections(self) -> int:
        """The number of sockets that are open."""
        return sum(route.network.open_streams for route in self._routes.values())


__all__ = ["Routes"]
