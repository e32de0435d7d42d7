"""Reads a list from its first request to its end, window after window.

Nothing runs while the consumer has a row: requests that are sent at the same time are a batch, and a batch is complete
before its first row is given out. So breaking off leaves nothing behind, and there is nothing to close. What a response
changes, it changes after the last `await`: a reading that was cancelled can be continued.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from typing import Generic, Protocol, TypeVar

from attrs import define, evolve, field

from ..errors import APIError, BadRequestError, NotFoundError
from ..generated.types import Page
from .drift import Given, Place, Verdict, judge, judge_plain
from .envelope import Envelope, RowKey
from .together import together
from .windows import Window, batch, plain_pages, window_back

T = TypeVar("T")

#: A look back is worth a few rows more than the consumer's limit.
_BACK = 20


class Fetch(Protocol[T]):
    """Sends the request for a page; `limit=None` leaves the limit of the request as it is."""

    def __call__(self, page: int, limit: int | None) -> Awaitable[Envelope[T]]: ...


@define
class Chunk(Generic[T]):
    """The new rows of a response.

    Attributes:
        page: The response.
        start: How many rows there were before it.
        fresh: The indexes of its new rows.
        place: Where the reading has come to with it.
        known: The index of the last row that was given out before, -1 if there is none.
        hidden: Rows that were given out before and stand behind it.
        reasons: What says that rows before it may have been skipped.
    """

    page: Page[T]
    start: int
    fresh: list[int]
    place: Place
    known: int
    hidden: list[RowKey]
    reasons: list[str]

    @property
    def items(self) -> list[T]:
        """The new rows."""
        return [self.page.items[index] for index in self.fresh]

    def stands_before_known(self, number: int) -> bool:
        """Whether the how many-th new row stands before a row that was given out before: no page can end there."""
        return self.fresh[number - 1] < self.known

    def place_after(self, number: int) -> Place:
        """Where the reading has come to with so many of the new rows."""
        place, left = self.place, len(self.fresh) - number
        if not left:
            return evolve(place, last=[*place.last, *self.hidden])
        row = max(self.fresh[number - 1], self.known) + 1
        unread = None if place.unread is None else place.unread + left
        return Place(self.start + row, unread, place.last[:row], place.total)


@define
class Plan:
    """How a list is read.

    Attributes:
        first: Number of the first page.
        limit: Rows a page to ask for; None: the API decides.
        own_limit: The limit is ours and not the caller's: where the API refuses it, the API decides.
        most: Rows a page at most, by the document.
        overlapping: Windows overlap; otherwise plain pages are read.
        prefetch: How many requests may be in flight besides the first of a batch.
    """

    first: int = 1
    limit: int | None = None
    own_limit: bool = False
    most: int | None = None
    overlapping: bool = True
    prefetch: int = 0


@define
class Reader(Generic[T]):
    """Reads chunk after chunk.

    Args:
        plan: How.
        fetch: Sends the request for a page.
        given: The rows that were given out before.
        place: Where the reading goes on; None: at the first page.
        size: Rows a page, where that is known from an earlier reading.
    """

    plan: Plan
    fetch: Fetch[T]
    given: Given = field(factory=Given)
    place: Place | None = None
    size: int = 0
    _ready: deque[Chunk[T]] = field(factory=deque, init=False)
    _more: bool = field(default=True, init=False)
    _capped: bool = field(default=False, init=False)  # the API gives fewer rows than it was asked for
    _rows: int | None = field(default=None, init=False)  # rows of the list, as far as the last response says it
    _ahead: int = field(init=False)  # how many windows are read ahead next
    _aim: int | None = field(default=None, init=False)  # the next request looks for this row, and back from there
    _looked_back: bool = field(default=False, init=False)  # and has done so since a new row was found

    def __attrs_post_init__(self) -> None:
        self._ahead = self.plan.prefetch

    async def peek(self) -> Chunk[T] | None:
        """Return the next chunk without taking it; None at the end."""
        while not self._ready:
            if not self._more:
                return None
            await (self._first() if self.place is None else self._next(self.place))
        return self._ready[0]

    def take(self) -> None:
        """Take the chunk that was returned last."""
        self._ready.popleft()

    # ------------------------------------------------------------------ requests

    async def _first(self) -> None:
        """Read the first page, which says how much there is and how large a page can be."""
        plan = self.plan
        try:
            envelope = await self.fetch(plan.first, plan.limit)
        except BadRequestError:
            if not plan.own_limit:
                raise
            envelope = await self.fetch(plan.first, None)  # the API allows less than the document
            plan.limit = plan.most = None
        self.size = page_size(envelope.page, plan.first, plan.limit)
        self._capped = plan.limit is not None and self.size < plan.limit
        plan.overlapping &= self.size > 0
        window = Window(plan.first, self.size)
        self.place = Place(window.start)
        self._plain(window, envelope)

    async def _next(self, place: Place) -> None:
        """Send the next requests. Afterwards rows are ready, or it is known what to ask for instead."""
        aim, windows = self._aim, self._windows(place)
        overlapping = self.plan.overlapping
        found = await together([self._job(window, index) for index, window in enumerate(windows)])
        self._aim = None
        for index, (window, envelope) in enumerate(zip(windows, found, strict=True)):
            if envelope is None:
                break
            used = self._window(window, envelope, index, aim) if overlapping else self._plain(window, envelope)
            if not used:
                break
            if not self._more:
                return
        else:
            self._ahead = min(self.plan.prefetch, 2 * self._ahead + 1)
            return
        self._ahead = 0  # what was read ahead is of no use, and is asked for once more

    def _windows(self, place: Place) -> list[Window]:
        """The windows of the next batch."""
        plan, overlapping = self.plan, self.plan.overlapping and place.row > 0
        limit = self.size if self._capped else plan.limit or plan.most or self.size
        if self._aim is not None:
            return [window_back(self._aim, limit if self._capped else max(limit, min(_BACK, plan.most or _BACK)))]
        windows = batch(place.row, limit, self._rows, self._ahead + 1) if overlapping else []
        if self._capped and any(window.limit > limit for window in windows):
            windows, plan.overlapping = [], False  # where they would have to be larger, pages are plain
        return windows or plain_pages(place.row, self.size, self._rows, self._ahead + 1)

    def _job(self, window: Window, index: int) -> Callable[[], Awaitable[Envelope[T] | None]]:
        """Read a window; None if there is nothing to use."""

        async def read() -> Envelope[T] | None:
            overlapping = self.plan.overlapping
            try:
                return await self.fetch(window.page, window.limit if overlapping else self.plan.limit)
            except APIError as error:
                if index:
                    return None
                if isinstance(error, NotFoundError) and window.page > 1:
                    return Envelope(Page(items=[], page=window.page), [])  # there is no such page, or no more
                if not isinstance(error, BadRequestError) or not overlapping:
                    raise
                self.plan.overlapping = False  # not with this limit
                return None

        return read

    # ------------------------------------------------------------------ responses

    def _window(self, window: Window, envelope: Envelope[T], index: int, aim: int | None) -> bool:
        """Use a window. False: it is of no use, nor is what was read after it."""
        assert self.place is not None
        page, keys, total = envelope.page, envelope.keys, trusted_total(envelope.page, window.start)
        verdict = judge(self.given, self.place, window.start, keys, total)
        missing = 0 if total is None else window.expected(total) - len(keys)
        if page.limit not in (None, window.limit) or len(keys) > window.limit or (missing and not verdict.holds):
            self.plan.overlapping = False  # the API doesn't give what it is asked for
            self._more = envelope.has_counters or keys != list(self.place.last)
            return False
        if missing:
            verdict.reasons.append(f"page {window.page} has {len(keys)} rows instead of {len(keys) + missing}")
            verdict.place = evolve(verdict.place, row=verdict.place.row + missing)
        if index and (verdict.reasons or not verdict.certain):
            return False  # it was read at the same time as the one before: it is read again before it is called drift
        if not verdict.certain and not self._looked_back:
            self._aim, self._looked_back = self.place.where_to_look(total), True
            return False
        stuck = aim is None and not verdict.fresh and verdict.place.row <= self.place.row
        self._accept(window, envelope, verdict, total)
        if stuck and self._more:
            self._more = False
            if envelope.has_counters:
                self._ready[-1].reasons.append(f"nothing follows, but {total} rows are counted")
        return True

    def _plain(self, window: Window, envelope: Envelope[T]) -> bool:
        """Use a plain page. False: it is of no use."""
        assert self.place is not None
        page, keys, total = envelope.page, envelope.keys, trusted_total(envelope.page, window.start)
        if keys and keys == list(self.place.last) and not envelope.has_counters:
            self._more = False  # the API answers with the whole list each time
            return False
        verdict = judge_plain(self.given, self.place, window.start, keys, total)
        if not envelope.has_counters:
            if keys and 0 < len(self.place.last) < window.limit:
                verdict.reasons.append(
                    f"page {window.page - 1} had {len(self.place.last)} rows instead of {window.limit}"
                )
            verdict.place = Place(window.end, last=keys)
        elif len(keys) < window.limit and claims_more(page, total, window.start + len(keys), window.page):
            found = f"has {len(keys)} rows instead of {window.limit}" if keys else "is empty"
            verdict.reasons.append(f"page {window.page} {found}")
            verdict.place = evolve(verdict.place, row=window.end)
        self._accept(window, envelope, verdict, total)
        self._more = bool(keys) and (self._more or not envelope.has_counters)
        return True

    def _accept(self, window: Window, envelope: Envelope[T], verdict: Verdict, total: int | None) -> None:
        """Go on with a response."""
        page, keys = envelope.page, envelope.keys
        given = [keys[index] for index in verdict.fresh]
        self.given.add(keys)
        self.given.add(verdict.hidden)
        if given:
            self._looked_back = False
        self.place = verdict.place
        self._rows = total
        if total is None and page.total_pages is not None:
            self._rows = page.total_pages * window.limit
        self._more = claims_more(page, total, verdict.place.row, window.page) or (
            not envelope.has_counters and bool(given or len(keys) == window.limit)
        )
        chunk = Chunk(page, window.start, verdict.fresh, verdict.place, verdict.known, verdict.hidden, verdict.reasons)
        self._ready.append(chunk)


def page_size(page: Page[T], number: int, asked: int | None) -> int:
    """Return the rows a page, from the first page that was read; an API may give fewer than it was asked for."""
    limit, rows = page.limit or asked or len(page), len(page)
    if not rows or rows == limit or (number - 1) * limit + rows == page.total:
        return limit
    return rows


def trusted_total(page: Page[T], start: int) -> int | None:
    """Return the total of a page, unless the page itself holds more."""
    if page.total is None or (page.items and page.total < start + len(page)):
        return None
    return page.total


def claims_more(page: Page[T], total: int | None, rows: int, number: int) -> bool:
    """Whether the counters of a page say that there are rows after it, whatever it holds itself."""
    return (total is not None and total > rows) or (page.total_pages is not None and page.total_pages > number)


__all__ = ["Chunk", "Fetch", "Plan", "Reader", "claims_more", "page_size", "trusted_total"]
