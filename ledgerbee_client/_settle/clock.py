"""The two times that settling and leases go by: the hour, which can be set, and what has passed, which can't."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

from attrs import frozen


def _hour() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _passed() -> float:
    """Seconds that go on while the machine sleeps, where the system has such a clock (Linux)."""
    return time.clock_gettime(_BOOT) if _BOOT is not None else time.monotonic()


_BOOT: int | None = getattr(time, "CLOCK_BOOTTIME", None)


@frozen
class Clock:
    """A clock of this machine.

    Attributes:
        now: The hour (UTC).
        passed: Seconds since some moment, whatever becomes of the hour.
    """

    now: Callable[[], dt.datetime] = _hour
    passed: Callable[[], float] = _passed


SYSTEM = Clock()

__all__ = ["SYSTEM", "Clock"]
