"""A key that is held: renewed while its holder lives, and nothing goes out under it once it may belong to another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import anyio
from attrs import define, field

from .._exchange import permit
from .._settle.clock import Clock
from ..errors import LedgerBeeError
from .records import IdempotencyStore, Intent, Record


class LeaseExpiredError(LedgerBeeError):
    """A request was held back, because the key may belong to another by now. Nothing was sent."""

    applied = False


@define
class Lease:
    """The lease of one call on its key.

    It runs by the clock of the store. The holder counts it from before it asks for it, by a clock that goes on while
    the machine sleeps, so that it never believes to hold what the store has given to another.

    Args:
        store: Keeps the key.
        key: The key.
        owner: The holder.
        seconds: For which it is held without a sign of life.
        clock: Of this machine.
    """

    store: IdempotencyStore
    key: str
    owner: str
    seconds: float
    clock: Clock
    is_lost: bool = field(default=False, init=False)
    #: When the key was asked for, and when the store had answered: what it told of ages is as of some moment between.
    asked: float = field(default=0.0, init=False)
    granted: float = field(default=0.0, init=False)
    _until: float = field(default=0.0, init=False)
    _waiting: anyio.CancelScope | None = field(default=None, init=False)

    async def claim(self, intent: Intent) -> Record:
        """Take the key, if it can be had."""
        self.asked = self.clock.passed()
        record = await self.store.claim(self.key, intent, self.owner, self.seconds)
        self.granted = self.clock.passed()
        self._until = self.asked + self.seconds
        return record

    async def renew(self) -> bool:
        """Hold the key for longer. False: it is another's by now."""
        return self._extended(self.clock.passed(), await self.store.renew(self.key, self.owner, self.seconds))

    async def restart(self) -> bool:
        """Hold the key for another attempt, which begins now. False: it is another's by now."""
        return self._extended(self.clock.passed(), await self.store.restart(self.key, self.owner, self.seconds))

    def _extended(self, asked: float, is_held: bool) -> bool:
        if is_held:
            self._until = asked + self.seconds
        return is_held

    @property
    def is_running(self) -> bool:
        """Whether nobody else can have the key yet."""
        return self.clock.passed() < self._until

    def _ensure_running(self) -> None:
        if not self.is_running:
            raise LeaseExpiredError(f"the lease on the key {self.key!r} has run out; nothing was sent")

    @contextmanager
    def guarding(self) -> Iterator[None]:
        """Hold back, in this block, what would go out when the key may be another's: `LeaseExpiredError`."""
        token = permit.set(self._ensure_running)
        try:
            yield
        finally:
            permit.reset(token)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Break off the block when the lease is lost: there is no point in finding out what another finds out."""
        with anyio.CancelScope() as scope:
            self._waiting = scope
            if self.is_lost:
                scope.cancel()
            try:
                yield
            finally:
                self._waiting = None

    async def keep(self) -> None:
        """Renew the lease until it is lost."""
        while not self.is_lost:
            await anyio.sleep(self.seconds / 3)
            try:
                self.is_lost = not await self.renew()
            except Exception:  # noqa: BLE001  # whatever a store raises: it may be back before the lease has run out
                self.is_lost = not self.is_running
        if self._waiting is not None:
            self._waiting.cancel()


__all__ = ["Lease", "LeaseExpiredError"]
