"""How requests reach the server: through an httpx client, or straight through a transport.

A channel sends one request and returns its response unread. It knows nothing of operations, credentials or retries.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Protocol

import anyio
import httpx

from . import _connections as connections
from ._body import ACCEPTED_CODINGS
from ._config import DEFAULT_LIMITS, ensure_kind
from ._version import __version__
from .errors import ConfigurationError

_USER_AGENT = f"ledgerbee-client/{__version__} python-httpx/{httpx.__version__}"


class Channel(Protocol):
    """The way to the server."""

    @property
    def is_open(self) -> bool:
        """Whether connections may be open that somebody should close."""
        ...

    def defaults(self) -> tuple[Mapping[str, str], Sequence[tuple[str, str]]]:
        """Return the headers (names in lower case) and the query parameters that every request has."""
        ...

    async def acquire(self, seconds: float | None) -> None:
        """Wait for a free connection; None = for ever.

        Raises:
            httpx.PoolTimeout: There was none in time.
        """
        ...

    def release(self) -> None:
        """Leave the connection to the next one who waits."""
        ...

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return its response, the body unread."""
        ...

    async def reclaim(self, request: httpx.Request) -> None:
        """Take back what a request that was broken off holds."""
        ...

    async def aclose(self) -> None:
        """Close all connections."""
        ...


class TransportChannel:
    """Through a transport of httpx, without a client around it.

    Args:
        transport: Owned: it is closed with the channel.
    """

    _HEADERS: Mapping[str, str] = {
        "accept": "*/*",
        "accept-encoding": ACCEPTED_CODINGS,
        "connection": "keep-alive",
        "user-agent": _USER_AGENT,
    }

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport
        self.is_open = False

    def defaults(self) -> tuple[Mapping[str, str], Sequence[tuple[str, str]]]:
        """See `Channel`."""
        return self._HEADERS, ()

    async def acquire(self, seconds: float | None) -> None:
        """See `Channel`: a transport queues by itself."""

    def release(self) -> None:
        """See `Channel`."""

    async def send(self, request: httpx.Request) -> httpx.Response:
        """See `Channel`."""
        self.is_open = True
        began = time.perf_counter()
        response = await self._transport.handle_async_request(request)
        response.request = request
        response.elapsed = timedelta(seconds=time.perf_counter() - began)
        return response

    async def reclaim(self, request: httpx.Request) -> None:
        """See `Channel`."""
        await connections.reclaim([self._transport], request)

    async def aclose(self) -> None:
        """See `Channel`."""
        self.is_open = False
        await self._transport.aclose()


class ClientChannel:
    """Through an httpx client.

    Args:
        make: Makes the client when it is first needed: loading the certificates takes its time.
        owned: Whether it is closed with the channel.
        slots: How many requests it takes at the same time; the others wait here. None = any number.
    """

    def __init__(self, make: Callable[[], httpx.AsyncClient], *, owned: bool, slots: int | None = None) -> None:
        self._make = make
        self._owned = owned
        self._slots = anyio.Semaphore(slots, fast_acquire=True) if slots is not None else None
        self._http: httpx.AsyncClient | None = None

    @property
    def http(self) -> httpx.AsyncClient:
        """The client."""
        if self._http is None:
            self._http = self._make()
        return self._http

    @property
    def is_open(self) -> bool:
        """See `Channel`."""
        return self._http is not None and self._owned and not self._http.is_closed

    def defaults(self) -> tuple[Mapping[str, str], Sequence[tuple[str, str]]]:
        """See `Channel`. Cookies are never sent: they would carry the session of one credential to another."""
        headers = {**self.http.headers, "accept-encoding": ACCEPTED_CODINGS}
        headers.pop("cookie", None)
        return headers, self.http.params.multi_items()

    async def acquire(self, seconds: float | None) -> None:
        """See `Channel`."""
        if self._slots is None:
            return
        try:
            with anyio.fail_after(seconds):
                await self._slots.acquire()
        except TimeoutError:
            raise httpx.PoolTimeout("no connection was free in time") from None

    def release(self) -> None:
        """See `Channel`."""
        if self._slots is not None:
            self._slots.release()

    async def send(self, request: httpx.Request) -> httpx.Response:
        """See `Channel`."""
        if self.http.is_closed:
            raise ConfigurationError("the http_client is closed; make a LedgerBee with an open one; nothing was sent")
        return await self.http.send(request, auth=None, follow_redirects=False, stream=True)

    async def reclaim(self, request: httpx.Request) -> None:
        """See `Channel`."""
        await connections.reclaim(connections.transports(self.http), request)

    async def aclose(self) -> None:
        """See `Channel`."""
        if self._http is not None and self._owned:
            await self._http.aclose()


def channel_for(http: httpx.AsyncClient | None, transport: httpx.AsyncBaseTransport | None) -> Channel:
    """Return the channel that the arguments of a client ask for.

    Args:
        http: A client of the caller's.
        transport: A transport of the caller's.

    Raises:
        ConfigurationError: Both are given, or one that can't be relied on.
    """
    if http is not None:
        if transport is not None:
            raise ConfigurationError("give http_client or transport, not both")
        ensure_kind(http, httpx.AsyncClient, "http_client")
        if http.is_closed:
            raise ConfigurationError("the http_client is closed: give one that is open")
        connections.refuse_guessing(connections.transports(http))
        return ClientChannel(lambda: http, owned=False)
    if transport is not None:
        ensure_kind(transport, httpx.AsyncBaseTransport, "transport")
        connections.refuse_guessing([transport])
        return TransportChannel(transport)
    return ClientChannel(_own_client, owned=True, slots=DEFAULT_LIMITS.max_connections)


def _own_client() -> httpx.AsyncClient:
    from . import _pool as pool  # with httpcore, which httpx imports as late

    try:
        http = httpx.AsyncClient(limits=DEFAULT_LIMITS, headers={"User-Agent": _USER_AGENT})
    except (ValueError, ImportError) as error:  # a proxy of the environment that httpx can't use
        raise ConfigurationError(f"the connection can't be set up: {error}") from None
    pool.install(http, DEFAULT_LIMITS)
    return http


__all__ = ["Channel", "ClientChannel", "TransportChannel", "channel_for"]
