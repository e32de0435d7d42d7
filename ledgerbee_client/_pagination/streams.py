"""What a reading gives out: items or pages, with drift reported before the rows that it concerns."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Generic, NoReturn, TypeVar

from attrs import define, field

from .._warnings import warn_caller
from ..errors import PaginationDriftError, PaginationDriftWarning
from ..generated.client import OnDrift
from ..generated.types import Page
from .checkpoint import ROWS, Checkpoint
from .drift import Place
from .envelope import RowKey
from .reader import Chunk, Reader

T = TypeVar("T")


@define
class Stream(Generic[T]):
    """Chunks of rows, with drift reported by policy.

    Args:
        reader: What reads them.
        name: The operation.
        on_drift: What to do when rows may have been skipped.
        report: Takes the name of the operation when it is found first.
    """

    reader: Reader[T]
    name: str
    on_drift: OnDrift
    report: Callable[[str], None] | None = None
    _found: bool = field(default=False, init=False)

    async def next(self) -> Chunk[T] | None:
        """Return the next chunk; None at the end.

        Raises:
            PaginationDriftError: Rows may have been skipped, and that is to be an error. It is raised again by each
                further call.
        """
        chunk = await self.reader.peek()
        if chunk is not None:
            self._report(chunk.reasons)
            self.reader.take()
        return chunk

    def _report(self, reasons: list[str]) -> None:
        if not reasons or self.on_drift == "ignore":
            return
        text = f"{self.name}: the list changed while it was read ({'; '.join(reasons)}); rows may be missing"
        is_new, self._found = not self._found, True
        if is_new and self.report is not None:
            self.report(self.name)
        if self.on_drift == "raise":
            error = PaginationDriftError(text)
            error.operation = self.name
            raise error
        if is_new:
            warn_caller(text, PaginationDriftWarning)


class _AsyncOnly:
    """Says what to write to those who forget `async`."""

    if not TYPE_CHECKING:

        def __iter__(self) -> NoReturn:
            raise TypeError("this is read by `async for`: write `async for ... in ...` instead of `for ... in ...`")

        def __await__(self) -> NoReturn:
            raise TypeError("this is read by `async for`: write `async for ... in ...` instead of `await ...`")


class Items(_AsyncOnly, AsyncIterator[T]):
    """Item after item."""

    def __init__(self, stream: Stream[T]) -> None:
        self._stream = stream
        self._items: Iterator[T] = iter(())

    async def __anext__(self) -> T:
        while True:
            for item in self._items:
                return item
            chunk = await self._stream.next()
            if chunk is None:
                raise StopAsyncIteration
            self._items = iter(chunk.items)


class Pages(_AsyncOnly, AsyncIterator[Page[T]]):
    """Page after page, each of as many rows as a page of the API has, in whichever windows they were read.

    Args:
        stream: The rows.
        number: Number of the first page.
        last: The rows that were read before it.
        bind: Gives a page its origin.
    """

    def __init__(
        self,
        stream: Stream[T],
        number: int,
        last: tuple[RowKey, ...],
        bind: Callable[[Page[T], Checkpoint], Page[T]],
    ) -> None:
        self._stream = stream
        self._number = number
        self._bind = bind
        self._last = deque(last, maxlen=ROWS)
        self._waiting: deque[tuple[T, Chunk[T], int]] = deque()  # with the response, and as the how many-th of its rows
        self._newest: Page[T] | None = None
        self._any = bool(last)  # a page was given out
        self._ended = False

    async def __anext__(self) -> Page[T]:
        reader = self._stream.reader
        while not self._ended and not (reader.size and len(self._waiting) >= reader.size):
            chunk = await self._stream.next()
            if chunk is None:
                self._ended = True
            else:
                self._newest = chunk.page
                self._waiting.extend((item, chunk, number) for number, item in enumerate(chunk.items, 1))
        if self._newest is None or (self._any and not self._waiting):
            raise StopAsyncIteration
        return self._cut(self._newest, reader.size)

    def _cut(self, newest: Page[T], size: int) -> Page[T]:
        """The next page of the rows that wait."""
        items: list[T] = []
        place = Place(0, total=newest.total)
        while self._waiting:
            item, chunk, number = self._waiting[0]
            if len(items) >= size and not (number > 1 and chunk.stands_before_known(number)):
                break
            items.append(item)
            self._waiting.popleft()
            if not self._waiting or len(items) >= size or self._waiting[0][1] is not chunk:
                place = chunk.place_after(number)
                self._last.extend(place.last[-ROWS:])
        checkpoint = Checkpoint(self._number, size, place.row, place.total, place.unread, tuple(self._last))
        pages = newest.total_pages
        if newest.total is not None and size:
            pages = -(-newest.total // size)
        page = Page(
            items=items,
            total=newest.total,
            page=self._number,
            limit=size or None,
            total_pages=pages,
            extra=newest.extra,
        )
        self._number += 1
        self._any = True
        return self._bind(page, checkpoint)


__all__ = ["Items", "Pages", "Stream"]
