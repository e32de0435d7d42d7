"""The sandbox's time. Everything that bears a date asks a clock, so that a test decides what day it is."""

from __future__ import annotations

import email.utils
from datetime import UTC, datetime, timedelta

from . import checks

#: Where a sandbox's time stands still until a test moves it.
START = datetime(2026, 1, 15, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, start: datetime = START) -> None:
        self.set(start)

    def now(self) -> datetime:
        """The sandbox's present moment, in UTC."""
        return self._now

    def set(self, moment: datetime) -> None:
        """Move to a moment, back or forth.

        Args:
            moment: with a time zone.

        Raises:
            ValueError: the moment has no time zone.
        """
        checks.aware(moment=moment)
        self._now = moment.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        """Move the clock on.

        Args:
            by: for how long.
        """
        self.set(self.now() + by)


class SystemClock(Clock):
    """The machine's clock, shifted by what it was moved; for a sandbox that people play with."""

    def __init__(self) -> None:
        self._shift = timedelta()

    def now(self) -> datetime:
        """The machine's time and the shift, in UTC."""
        return datetime.now(UTC) + self._shift

    def set(self, moment: datetime) -> None:
        """Shift the clock so that it shows this moment now. See `Clock.set`."""
        checks.aware(moment=moment)
        self._shift += moment - self.now()


def timestamp(moment: datetime) -> str:
    """A moment as the API writes it: UTC, milliseconds, `Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def http_date(moment: datetime) -> str:
    """A moment as HTTP headers write it."""
    return email.utils.format_datetime(moment.astimezone(UTC), usegmt=True)
