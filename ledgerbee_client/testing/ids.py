"""Ids in the form of UUIDv7, the same in every run: the clock's milliseconds, a counter, bits from a seed."""

from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .clock import Clock


class Ids:
    """Makes ids that sort in the order in which they were made."""

    def __init__(self, clock: Clock, seed: int = 0) -> None:
        self._clock = clock
        self._seed = seed
        self._count = 0

    def next(self) -> str:
        """The next id."""
        self._count += 1
        milliseconds = int(self._clock.now().timestamp() * 1000) & (1 << 48) - 1
        noise = int.from_bytes(hashlib.sha256(f"{self._seed}/{self._count}".encode()).digest()[:5])
        # 48 bits time, version, 12 + 22 bits counter, variant, 40 bits noise.
        counter_high, counter_low = self._count >> 22 & 0xFFF, self._count & (1 << 22) - 1
        bits = milliseconds << 80 | 7 << 76 | counter_high << 64 | 2 << 62 | counter_low << 40 | noise
        return str(uuid.UUID(int=bits))


def fixed(name: str) -> str:
    """The id of a fixture: depends on its name only."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"ledgerbee-sandbox/{name}"))
