"""A lock for what outlives an event loop: a client, a credential or a store that is used in one loop after another."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import anyio
from anyio.lowlevel import RunVar

_locks: RunVar[WeakKeyDictionary[LoopLock, anyio.Lock]] = RunVar("ledgerbee_client._locks")


class LoopLock:
    """An `anyio.Lock` for each event loop, asyncio or trio: what one loop left behind doesn't stop the next."""

    async def __aenter__(self) -> None:
        await self._of_this_loop().acquire()

    async def __aexit__(self, *_error: object) -> None:
        self._of_this_loop().release()

    def _of_this_loop(self) -> anyio.Lock:
        locks = _locks.get(None)
        if locks is None:
            locks = WeakKeyDictionary()
            _locks.set(locks)
        lock = locks.get(self)
        if lock is None:
            lock = locks[self] = anyio.Lock()
        return lock


__all__ = ["LoopLock"]
