"""What httpx and httpcore leave to their users: a queue for connections, and cleaning up after what is broken off.

- A request that is cancelled at the wrong await leaves its connection in the pool, neither idle nor closed, for ever.
  After as many of them as the pool has places, every call fails with `PoolTimeout`
  (https://github.com/encode/httpcore/issues/1093; httpcore 1.0.9 is concerned, and no release mends it).

httpcore has nothing public for it, so this looks inside. Transports of another kind are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable
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


async def reclaim(candidates: Iterable[httpx.AsyncBaseTransport | None], request: httpx.Request) -> None:
    """Takes back what a request that is over holds in the pool, and closes connections that nobody can use."""
    mark = request.extensions.get("timeout")  # one object for all that an auth flow sends with a request
    for transport in {id(one): one for one in candidates}.values():
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


__all__ = ["reclaim", "refuse_guessing", "transports"]
