"""How many requests may be in flight at the same time."""

from __future__ import annotations

import anyio
import httpx

from ._loops import PerLoop


class Slots:
    """Lets a number of requests of a loop be in flight; the others wait, those that came first first.

    Queueing here and not in a transport lets a 429 stop what waits.

    Args:
        number: How many; None = any number.
    """

    def __init__(self, number: int | None) -> None:
        self._semaphores = None if number is None else PerLoop(lambda: anyio.Semaphore(number, fast_acquire=True))

    async def acquire(self, seconds: float | None) -> None:
        """Wait for a slot; None = for ever.

        Raises:
            httpx.PoolTimeout: There was none in time.
        """
        if self._semaphores is None:
            return
        semaphore = self._semaphores.here()
        try:
            semaphore.acquire_nowait()
        except anyio.WouldBlock:
            try:
                with anyio.fail_after(seconds):
                    await semaphore.acquire()
            except TimeoutError:
                raise httpx.PoolTimeout("no connection was free in time") from None

    def release(self) -> None:
        """Leave the slot to the next one who waits."""
        if self._semaphores is not None:
            self._semaphores.here().release()


__all__ = ["Slots"]
