"""Judges whether a response goes on where the reading has come to: pure rules over row keys.

A window begins at or before the row that was read last. What follows from it:

* Rows keep their order, others are added and removed: once any row that was given out stands in the window, every row
  that was there all the time and was not given out stands behind it. So nothing was skipped, whatever was added and
  removed meanwhile, and in whichever order the requests were served.
* Rows change places: one that was unread may now stand before the place, where nobody sees it. Then fewer rows are left
  unread than before (the total says how many). That is reported; so is every other sign of rows that moved. What can't
  be told from a harmless change: a row that moved to before the place while, between the same two requests, at least as
  many were added behind it.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Sequence

from attrs import define, field, frozen

from .envelope import RowKey

#: How many ids are remembered to drop what comes again.
_REMEMBERED = 10_000
#: How many of the rows given out last can show where the reading has come to.
_RECENT = 1_000


class Given:
    """The rows that were given out, as far as they are remembered, in the order in which they were seen last."""

    def __init__(self, keys: Sequence[RowKey] = ()) -> None:
        self._ordinals: dict[RowKey, int] = {}
        self._newest: deque[tuple[int, RowKey]] = deque(maxlen=_RECENT)
        #: The ordinal of the next row.
        self.next = 0
        #: Every row that was given out is remembered: what isn't, was not given out.
        self.complete = not keys
        self.add(keys)

    def add(self, keys: Sequence[RowKey]) -> None:
        """Remember rows that stand one after another, behind all others."""
        for key in keys:
            if is_id(key):
                self._ordinals[key] = self.next
                self._newest.append((self.next, key))
                self.next += 1
                if len(self._ordinals) > _REMEMBERED:
                    self.complete = False
                    del self._ordinals[next(iter(self._ordinals))]

    def ordinal(self, key: RowKey) -> int | None:
        """Return the ordinal of a row; None if it was not given out, or can't be told from others."""
        return self._ordinals.get(key)

    def after(self, ordinal: int) -> list[RowKey]:
        """Return the rows behind another one."""
        return [key for one, key in self._newest if one > ordinal and self._ordinals.get(key) == one]


@frozen
class Place:
    """Where a reading has come to.

    Attributes:
        row: How many rows there were up to it.
        unread: How many rows there were after it that were not given out; None if that isn't known.
        last: The rows up to it, as far as the response held them.
        total: How many rows there were; None if that isn't known.
    """

    row: int
    unread: int | None = None
    last: Sequence[RowKey] = ()
    total: int | None = None

    def where_to_look(self, total: int | None) -> int:
        """Return the row at which the last one probably stands now, if it isn't where it was."""
        if total is None or self.total is None:
            return self.row
        return max(min(self.row + total - self.total, total), 1)


@define
class Verdict:
    """What a response shows.

    Attributes:
        fresh: Indexes of the rows that were not given out.
        certain: It goes on where the reading has come to; on weaker grounds it `holds`.
        holds: As far as can be told, it goes on there.
        place: Where the reading has come to with it.
        known: The index of the last row that was given out before, -1 if there is none.
        hidden: Rows that were given out and stand behind it.
        reasons: What says that rows may have been skipped.
    """

    fresh: list[int]
    certain: bool
    holds: bool
    place: Place
    known: int = -1
    hidden: list[RowKey] = field(factory=list)
    reasons: list[str] = field(factory=list)


def judge(given: Given, place: Place, start: int, keys: Sequence[RowKey], total: int | None) -> Verdict:
    """Judge a window that should overlap the rows that were given out.

    Args:
        given: The rows that were given out.
        place: Where the reading has come to.
        start: How many rows there are before the window.
        keys: Its rows.
        total: How many rows there are, by the same response.
    """
    ordinals = [given.ordinal(key) for key in keys]
    recent = [(index, one) for index, one in enumerate(ordinals) if one is not None and one >= given.next - _RECENT]
    repeated = place.row - start
    ids = all(map(is_id, keys))  # only their place tells other rows apart
    certain = _exact(place, keys, repeated) or (ids and (_neighbours(recent) or (start == 0 and bool(recent))))
    holds = certain or (ids and ((start == 0 and given.complete) or bool(recent)))
    first = recent[0][0] if recent else 0 if given.complete else repeated
    hidden = _hidden(given, place, recent, len(keys), total)
    end = start + len(keys)
    reached = Place(end, None if total is None else total - end - len(hidden), keys, total)
    known = recent[-1][0] if recent else -1
    verdict = Verdict(_fresh(keys, ordinals, repeated, first), certain, holds, reached, known, hidden)
    if not holds:
        verdict.reasons.append("the rows that were read last are gone")
    elif start > 0 and recent:
        verdict.reasons += _moved_away(given, place, start, recent[-1], len(hidden), total)
    old = sum(one is not None for one in ordinals) - len(recent)
    verdict.reasons += came_again(old)
    if any(one >= other for (_, one), (_, other) in itertools.pairwise(recent)):
        verdict.reasons.append("rows changed places")
    return verdict


def judge_plain(given: Given, place: Place, start: int, keys: Sequence[RowKey], total: int | None) -> Verdict:
    """Judge a plain page, which overlaps nothing: only the total and rows that come again show that rows moved."""
    ordinals = [given.ordinal(key) for key in keys]
    repeated = place.row - start
    end = start + len(keys)
    verdict = Verdict(
        fresh=_fresh(keys, ordinals, repeated, 0 if given.complete else repeated),
        certain=True,
        holds=True,
        place=Place(end, None if total is None else total - end, keys, total),
    )
    if None not in (place.total, total) and place.total != total:
        verdict.reasons.append(f"the total went from {place.total} to {total}")
    verdict.reasons += came_again(sum(one is not None for one in ordinals[max(repeated, 0) :]))
    return verdict


def came_again(rows: int) -> list[str]:
    """The reason that rows came again, if some did."""
    return [f"{rows} row{'' if rows == 1 else 's'} came again"] if rows else []


def is_id(key: RowKey) -> bool:
    """Whether a key tells a row from every other; a digest of its content doesn't."""
    return not isinstance(key, bytes)


def _fresh(keys: Sequence[RowKey], ordinals: Sequence[int | None], repeated: int, first: int) -> list[int]:
    """Find the rows that were not given out: from an index on, and of rows without an id those behind the place."""
    found: dict[RowKey, int] = {}
    fresh = []
    for index, (key, ordinal) in enumerate(zip(keys, ordinals, strict=True)):
        if is_id(key):
            if ordinal is None and index >= first and found.setdefault(key, index) == index:
                fresh.append(index)
        elif index >= repeated:
            fresh.append(index)
    return fresh


def _neighbours(recent: Sequence[tuple[int, int]]) -> bool:
    """Whether the row that was given out last, of those that are here, still stands behind the one before it."""
    if len(recent) < 2:
        return False
    (before, one), (after, other) = recent[-2:]
    return after == before + 1 and other == one + 1 and other == max(ordinal for _, ordinal in recent)


def _hidden(
    given: Given, place: Place, recent: Sequence[tuple[int, int]], rows: int, total: int | None
) -> list[RowKey]:
    """Find the rows that were given out and stand behind a window: the window ends before them.

    Rows in the window behind the last one that was given out are new ones before the place, if so many were added.
    """
    index, ordinal = recent[-1] if recent else (-1, -1)
    behind = rows - 1 - index
    added = 0 if total is None or place.total is None else total - place.total
    return given.after(ordinal) if behind <= max(added, 0) else []


def _exact(place: Place, keys: Sequence[RowKey], repeated: int) -> bool:
    """Whether the rows that were read last stand where they stood."""
    rows = min(repeated, len(place.last))
    return 0 < rows <= len(keys) and list(keys[repeated - rows : repeated]) == list(place.last[-rows:])


def _moved_away(
    given: Given, place: Place, start: int, last: tuple[int, int], hidden: int, total: int | None
) -> list[str]:
    """Whether rows that were unread may stand before the place now."""
    index, ordinal = last
    row = start + index + 1
    if total is not None and place.unread is not None:
        unread = total - row - hidden
        fewer = unread < place.unread
        return [f"{place.unread} rows were unread, now {max(unread, 0)} are"] if fewer else []
    expected = place.row - (given.next - 1 - ordinal)
    return ["rows moved, and no total says which"] if row > expected else []


__all__ = ["Given", "Place", "Verdict", "came_again", "is_id", "judge", "judge_plain"]
