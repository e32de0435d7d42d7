"""A sliding window: so many requests in so many seconds, on the sandbox's clock.

A request that is refused doesn't count, so that waiting until the reset always helps. (The documentation says
only that a request counts for 60 seconds.)
"""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from ..clock import Clock

LIMIT = 10
WINDOW = timedelta(seconds=60)


class SlidingWindow:
    """Buckets by key, each with its own window."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counted: dict[str, list[datetime]] = {}

    def admit(self, key: str) -> bool:
        """Counts a request, unless the bucket is full."""
        if self.remaining(key) == 0:
            return False
        self._counted.setdefault(key, []).append(self._clock.now())
        return True

    def remaining(self, key: str) -> int:
        """How many more requests the bucket takes now."""
        return LIMIT - len(self._current(key))

    def reset(self, key: str) -> int:
        """Unix seconds at which the bucket takes one more than now."""
        counted = self._current(key)
        moment = counted[0] + WINDOW if counted else self._clock.now()
        return math.ceil(moment.timestamp())

    def _current(self, key: str) -> list[datetime]:
        start = self._clock.now() - WINDOW
        self._counted[key] = [one for one in self._counted.get(key, ()) if one > start]
        return self._counted[key]
