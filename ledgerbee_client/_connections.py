"""What httpx and httpcore leave to their users: a queue for connections, and cleaning up after what is broken off.

- httpcore goes through all requests that wait and all connections whenever a request begins or ends: a thousand calls
  at once take a minute. So calls queue here, and a pool never sees more of them than it has connections. What waits
  here was not sent, which httpcore could not tell. (A client that makes its own connections has a `pool` of its own, to
  which the next point doesn't apply.)
- A request that is cancelled at the wrong await leaves its connection in the pool, neither idle nor closed, for ever.
  After as many of them as the pool has places, every call fails with `PoolTimeout`
  (https://github.com/encode/httpcore/issues/1093; httpcore 1.0.9 is concerned, and no release mends it).
- The body of a request is an async generator. One that is not exhausted is left to the garbage collector, which makes
  a task of it on asyncio and a ResourceWarning on trio.

httpcore has nothing public for the first two, so this looks inside. Transports of another kind are left alone.
"""

from __future__ import annotations

import math
import sys
from collections import deque
from collections.abc import AsyncIterator, Iterable
from typing import Any

import anyio
import httpx

from .errors import ConfigurationError


def transports(http: httpx.AsyncClient) -> list[httpx.AsyncBaseTransport | None]:
    """All that requests of a client may go through."""
    return [http._transport, *http._mounts.values()]


def refuse_guessing(candidates: Iterable[httpx.AsyncBaseTransport | None]) -> None:
    """Refuses httpx-aiohttp's own transport, whose errors don't tell what was sent from what was not.

    Raises:
        ConfigurationError: with what to take instead.
    """
    for transport in candidates:
        origins = [kind.__module__.partition(".")[0] for kind in type(transport).__mro__]
        if "httpx_aiohttp" in origins and __package__ not in origins:
            raise ConfigurationError(
                "httpx-aiohttp's transport says of requests that were sent that they were not, so a write could be "
                "repeated; take ledgerbee_client.aiohttp_transport.AiohttpTransport"
            )


class Places:
    """The places that a pool has for requests, given out in the order in which they are asked for.

    Args:
        number: how many; None = any number.
    """

    def __init__(self, number: int | None) -> None:
        self._free: float = math.inf if number is None else number
        self._waiting: deque[anyio.Event] = deque()

    @classmethod
    def of(cls, http: httpx.AsyncClient, url: str) -> Places:
        """As many as a client has connections for a URL."""
        pool: Any = getattr(http._transport_for_url(httpx.URL(url)), "_pool", None)
        number = getattr(pool, "max_connections", None) or getattr(pool, "_max_connections", None)
        return cls(number if isinstance(number, int) and number < sys.maxsize else None)

    async def take(self, seconds: float | None) -> None:
        """Waits for a place; None = for ever.

        Raises:
            httpx.PoolTimeout: there was none in time.
        """
        if self._free > 0:
            self._free -= 1
            return
        mine = anyio.Event()
        self._waiting.append(mine)
        try:
            with anyio.fail_after(seconds):
                await mine.wait()
        except BaseException as error:
            if mine.is_set():  # it was handed over, and this one goes away
                self.give_back()
            else:
                self._waiting.remove(mine)
            if isinstance(error, TimeoutError):
                raise httpx.PoolTimeout("no connection was free in time") from None
            raise

    def give_back(self) -> None:
        """Hands the place to the next one that waits."""
        if self._waiting:
            self._waiting.popleft().set()
        else:
            self._free += 1


async def reclaim(http: httpx.AsyncClient, request: httpx.Request) -> None:
    """Takes back what a request that is over holds in the pool, and closes connections that nobody can use."""
    mark = request.extensions.get("timeout")  # one object for all that an auth flow sends with a request
    for transport in {id(one): one for one in transports(http)}.values():
        pool: Any = getattr(transport, "_pool", None)
        if pool is None or not hasattr(pool, "_assign_requests_to_connections"):
            continue
        for one in [one for one in pool._requests if one.request.extensions.get("timeout") is mark]:
            pool._requests.remove(one)
        owned = {id(one.connection) for one in pool._requests}
        orphans = [one for one in pool._connections if id(one) not in owned and not (one.is_idle() or one.is_closed())]
        pool._connections = [one for one in pool._connections if one not in orphans]
        closing = pool._assign_requests_to_connections()  # the places go to the requests that wait for one
        if orphans or closing:
            with anyio.CancelScope(shield=True):
                await pool._close_connections([*orphans, *closing])


async def steady_body(request: httpx.Request) -> None:
    """A hook of httpx: gives a request, of an auth flow too, a body that is iterated without a generator."""
    if type(request.stream) is httpx.ByteStream:
        request.stream = _Body(request.content)


class _Body(httpx.ByteStream):
    def __aiter__(self) -> AsyncIterator[bytes]:
        return _Once(self._stream)


class _Once(AsyncIterator[bytes]):
    def __init__(self, content: bytes) -> None:
        self._content: bytes | None = content

    async def __anext__(self) -> bytes:
        content, self._content = self._content, None
        if content is None:
            raise StopAsyncIteration
        return content


__all__ = ["Places", "reclaim", "refuse_guessing", "steady_body", "transports"]
