"""How requests reach the server: through an httpx client, or straight through a transport.

A channel sends one request and returns its response unread. It knows nothing of operations, credentials or retries.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Protocol

import httpx

from ._body import ACCEPTED_CODINGS
from ._config import DEFAULT_LIMITS, ensure_kind
from ._exchange import Exchange
from ._slots import Slots
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
        """Wait until another request may be in flight. See `Slots.acquire`."""
        ...

    def release(self) -> None:
        """See `Slots.release`."""
        ...

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return its response, the body unread."""
        ...

    async def aclose(self) -> None:
        """Close all connections."""
        ...


class TransportChannel(Slots):
    """Through a transport of httpx, without a client around it.

    Args:
        make: Makes the transport when it is first needed. It is closed with the channel.
        given_as: The argument that the caller gave it as; None for our own, which knows of forks.
        slots: See `Slots`.
    """

    _HEADERS: Mapping[str, str] = {
        "accept": "*/*",
        "accept-encoding": ACCEPTED_CODINGS,
        "connection": "keep-alive",
        "user-agent": _USER_AGENT,
    }

    def __init__(
        self, make: Callable[[], httpx.AsyncBaseTransport], *, given_as: str | None = None, slots: int | None = None
    ) -> None:
        super().__init__(slots)
        self._make = make
        self._origin = _Origin(given_as) if given_as is not None else None
        self._transport: httpx.AsyncBaseTransport | None = None
        self._closed = False

    @property
    def is_open(self) -> bool:
        """See `Channel`."""
        return self._transport is not None and not self._closed and getattr(self._transport, "is_open", True)

    def defaults(self) -> tuple[Mapping[str, str], Sequence[tuple[str, str]]]:
        """See `Channel`."""
        return self._HEADERS, ()

    async def send(self, request: httpx.Request) -> httpx.Response:
        """See `Channel`."""
        if self._origin is not None:
            self._origin.ensure_not_inherited()
        if self._transport is None:
            exchange = Exchange(request)
            self._transport = self._make()  # whatever fails meanwhile, an import too, nothing was sent
            exchange.sent = True  # from now on nobody but the transport can say that it wasn't
        began = time.perf_counter()
        response = await self._transport.handle_async_request(request)
        response.request = request
        response.elapsed = timedelta(seconds=time.perf_counter() - began)
        return response

    async def aclose(self) -> None:
        """See `Channel`."""
        if self._origin is not None and self._transport is None:
            self._transport = self._make()  # it is closed though it was never used
        if self._transport is not None and not (self._origin is not None and self._origin.is_inherited):
            await self._transport.aclose()
        self._closed = True


class ClientChannel(Slots):
    """Through an httpx client of the caller's, who closes it.

    Args:
        http: The client.
    """

    is_open = False

    def __init__(self, http: httpx.AsyncClient) -> None:
        super().__init__(None)
        self._http = http
        self._origin = _Origin("http_client")

    def defaults(self) -> tuple[Mapping[str, str], Sequence[tuple[str, str]]]:
        """See `Channel`. Cookies are never sent: they would carry the session of one credential to another."""
        headers = {**self._http.headers, "accept-encoding": ACCEPTED_CODINGS}
        headers.pop("cookie", None)
        return headers, self._http.params.multi_items()

    async def send(self, request: httpx.Request) -> httpx.Response:
        """See `Channel`."""
        self._origin.ensure_not_inherited()
        if self._http.is_closed:
            raise ConfigurationError("the http_client is closed; make a LedgerBee with an open one; nothing was sent")
        return await self._http.send(request, auth=None, follow_redirects=False, stream=True)

    async def aclose(self) -> None:
        """See `Channel`."""


class _Origin:
    """The process that something of the caller's comes from."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._process = os.getpid()

    @property
    def is_inherited(self) -> bool:
        """Whether this process was forked since."""
        return self._process != os.getpid()

    def ensure_not_inherited(self) -> None:
        """Refuse to use what a parent process may be using.

        Raises:
            ConfigurationError: This process was forked since.
        """
        if self.is_inherited:
            raise ConfigurationError(
                f"the {self._name} was made before this process was forked, and its connections are the parent's: a "
                f"response could reach the wrong process. Make client and {self._name} in the child, or leave "
                f"{self._name} out (the client's own connections can be used after a fork)"
            )


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
        _ensure_kind(http, httpx.AsyncClient, "http_client")
        if http.is_closed:
            raise ConfigurationError("the http_client is closed: give one that is open")
        return ClientChannel(http)
    if transport is not None:
        _ensure_kind(transport, httpx.AsyncBaseTransport, "transport")
        return TransportChannel(lambda: transport, given_as="transport")
    return TransportChannel(_own_transport, slots=DEFAULT_LIMITS.max_connections)


def _own_transport() -> httpx.AsyncBaseTransport:
    from ._transport import Transport  # with httpcore2 and h11, which takes a while

    return Transport()


def _ensure_kind(given: object, kind: type, name: str) -> None:
    """Refuse what isn't of httpx, or doesn't tell what was sent from what was not."""
    if any(base.__module__.partition(".")[0] == "httpx_aiohttp" for base in type(given).__mro__):
        raise ConfigurationError(
            f"the {name} is of httpx-aiohttp, which says of requests that were sent that they were not, so that a "
            f"write could be repeated: leave {name} out; the client's own connections carry as many calls at once"
        )
    ensure_kind(given, kind, name)


__all__ = ["Channel", "ClientChannel", "TransportChannel", "channel_for"]
