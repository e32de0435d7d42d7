"""Locks for what outlives an event loop: a client, a credential or a store that is used in one loop after another."""

from __future__ import annotations

import anyio

from ._loops import PerLoop


class LoopLock:
    """An `anyio.Lock` that works across event loops: one of its own for each.

    What one loop left locked, or a parent process, doesn't stop the next. So it doesn't exclude tasks of different
    loops from each other: guard only what two of them may do at once without harm.
    """

    def __init__(self) -> None:
        self._locks = PerLoop(lambda: anyio.Lock())  # anyio loads it when the first one is made

    async def __aenter__(self) -> None:
        await self._locks.here().acquire()

    async def __aexit__(self, *_error: object) -> None:
        self._locks.here().release()


__all__ = ["LoopLock"]
