"""An event loop whose time goes by in no time: whatever waits is due at once, in order."""

from __future__ import annotations

import asyncio
import selectors
from typing import Any


class _Instant(selectors.SelectSelector):
    """Waits for nothing but time, which it moves on."""

    time = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        """Let time go by."""
        if timeout is None:
            raise AssertionError("everybody waits for somebody else")
        self.time += max(timeout, 0.0)
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop on a virtual clock; nothing in it may use sockets or threads."""

    def __init__(self) -> None:
        self._instant = _Instant()
        super().__init__(self._instant)

    def time(self) -> float:
        """Seconds on the virtual clock."""
        return self._instant.time

    def restart(self) -> None:
        """Set the clock back to 0, when nobody waits for anything."""
        self._instant.time = 0.0


__all__ = ["VirtualLoop"]
