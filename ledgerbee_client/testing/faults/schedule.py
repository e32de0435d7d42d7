"""What is still to be done because of a fault, at its time on the sandbox's clock."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime

from ..clock import Clock
from ..http.interception import Disconnected


class Schedule:
    """Jobs by the moment at which they are due; equal ones in the order in which they were added."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._jobs: list[tuple[datetime, Callable[[], Awaitable[object]]]] = []

    def add(self, due: datetime, job: Callable[[], Awaitable[object]]) -> None:
        """Plan a job."""
        self._jobs.append((due, job))
        self._jobs.sort(key=lambda one: one[0])

    def next_due(self) -> datetime | None:
        """When the next job is due."""
        return self._jobs[0][0] if self._jobs else None

    async def run_due(self) -> None:
        """Do what is due, in order."""
        while self._jobs and self._jobs[0][0] <= self._clock.now():
            _, job = self._jobs.pop(0)
            with suppress(Disconnected):  # nobody holds a connection that could be cut
                await job()
