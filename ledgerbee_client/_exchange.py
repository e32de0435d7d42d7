"""A request on its way, and whether a part of it may have reached the server."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import Protocol

import anyio
import httpx

_KEY = "ledgerbee_client.exchange"


class _Stream(Protocol):
    async def aclose(self) -> None: ...


class Exchange:
    """A request on its way through our own transport.

    Attributes:
        sent: Whether a part of it may have reached the server.
        opened: The stream that was opened for it, if one was.
    """

    __slots__ = ("opened", "sent")

    def __init__(self, request: httpx.Request) -> None:
        self.sent = False
        self.opened: _Stream | None = None
        request.extensions[_KEY] = self

    async def abandon(self) -> None:
        """Close what was opened for it: whoever is cancelled while it is being made forgets it."""
        if self.opened is not None:
            with anyio.CancelScope(shield=True):
                await self.opened.aclose()


#: Asked before a request goes out, and again before its first byte does: raises a `LedgerBeeError` when it must not.
permit: ContextVar[Callable[[], None] | None] = ContextVar("permit", default=None)


def ensure_permitted() -> None:
    """Raise what forbids that a request of the running task goes out now, if anything does."""
    ensure = permit.get()
    if ensure is not None:
        ensure()


#: The exchange of the running task: a pool connects and writes in the task that calls it.
current: ContextVar[Exchange | None] = ContextVar("current", default=None)


def was_sent(request: httpx.Request) -> bool:
    """Whether a part of a request may have reached the server, once it was handed to a transport.

    Only our own transport knows better than that it may have.
    """
    exchange = request.extensions.get(_KEY)
    return not isinstance(exchange, Exchange) or exchange.sent


__all__ = ["Exchange", "current", "ensure_permitted", "permit", "was_sent"]
