"""Reads lists page by page, in order, each item once, and says when the list changed meanwhile.

Pages are numbered, so rows shift when others write: a row that was added before the place that was read comes again,
and after one was removed another is skipped. What comes again is dropped here. What may have been skipped is reported
as drift: a total that changed, a page that is shorter than it should be, an item that came again, an opened seam.

A seam is the place between two pages. One more small request for each reads the last item of the one page and the first
of the other in a single answer. If they still stand side by side where they were, then no row that was there all the
time lies between them, and none was skipped, whatever was added and removed meanwhile and in whichever order the
requests were answered. What remains undetectable: a row that changes its own place in the order (one that is renamed
while the list is sorted by name); rows that nothing tells apart, because they have no id and are equal; and any change
in an operation without a `limit` parameter, or of which the API refuses the small request.
"""

from __future__ import annotations

import itertools
import math
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Hashable, Iterator
from typing import Any, Generic, TypeVar

import anyio
from attrs import evolve, field, frozen

from .._warnings import warn_caller
from ..errors import APIError, BadRequestError, NotFoundError, PaginationDriftError, PaginationDriftWarning
from ..generated.client import OnDrift
from ..generated.decoding import parse_list
from ..generated.errors import DecodeError
from ..generated.types import Operation, Page, Pagination, Request

T = TypeVar("T")

#: How many ids are remembered to drop what comes again; far more than can shift between two pages.
_REMEMBERED = 10_000
#: How many pages are read ahead at most before it is known how many there are.
_GUESSED_PAGES = 8


# ---------------------------------------------------------------------- rules


def form_of(operation: Operation) -> Pagination:
    """How the answers of an operation are paged.

    Raises:
        ValueError: they are not.
    """
    if operation.pagination is None:
        raise ValueError(f"{operation.name} is not paginated")
    return operation.pagination


def decode_page(body: Any, form: Pagination, decode_item: Callable[[Any], T], asked_for: int) -> Page[T]:
    """One page, from the JSON of an answer.

    Where the name of the array is inferred and wrong, the only array in the answer is taken.

    Args:
        asked_for: number of the page that was asked for.

    Raises:
        DecodeError: with the place in the body.
    """
    if isinstance(body, list) and form.items_inferred:
        body = {form.items: body}
    if not isinstance(body, dict):
        raise DecodeError("is not an object")
    data: dict[str, Any] = body
    name = form.items
    if name not in data and form.items_inferred:
        arrays = [key for key, value in data.items() if isinstance(value, list)]
        name = arrays[0] if len(arrays) == 1 else name
    raw = data.get(name)
    if not isinstance(raw, list):
        raise DecodeError("is missing" if raw is None else "is no list", (name,))
    try:
        items = parse_list(decode_item, raw)
    except DecodeError as error:
        raise error.under(name) from None
    return Page(
        items=items,
        total=_count(data, form.total),
        page=_count(data, form.page) or asked_for,
        limit=_count(data, form.limit) or None,
        total_pages=_count(data, form.total_pages),
    )


def _count(data: dict[str, Any], name: str | None) -> int | None:
    """A counter of the envelope; None where it is missing, or no count."""
    value = data.get(name) if name is not None else None
    if isinstance(value, str) and value.isdecimal():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
        return None
    return int(value)


def with_page(request: Request, form: Pagination, page: int, limit: int | None = None) -> Request:
    """The same request for another page (and with another limit)."""
    replaced = {form.page_parameter: str(page)}
    if limit is not None and form.limit_parameter is not None:
        replaced[form.limit_parameter] = str(limit)
    kept = [(name, value) for name, value in request.query if name not in replaced]
    return evolve(request, query=[*kept, *replaced.items()], headers=dict(request.headers))


def first_page(request: Request, form: Pagination) -> int:
    """The page that a request asks for.

    Raises:
        ValueError: it is no page number.
    """
    asked = next((value for name, value in request.query if name == form.page_parameter), "1")
    if not asked.isdecimal() or int(asked) < 1:
        raise ValueError(f"{form.page_parameter}: pages are numbered from 1, not {asked}")
    return int(asked)


def asked_limit(request: Request, form: Pagination) -> int | None:
    """The items a page that a request asks for, if it does."""
    asked = next((value for name, value in request.query if name == form.limit_parameter), "")
    return int(asked) if asked.isdecimal() and int(asked) > 0 else None


def item_id(item: object) -> Hashable:
    """What tells an item from others; None if it has no id."""
    try:
        found = getattr(item, "id", None)
    except ValueError:  # something else than an id stands there
        found = None
    if found is None and isinstance(item, dict):
        found = item.get("id")
    return found if isinstance(found, Hashable) else None


def same_item(one: object, other: object) -> bool:
    """Whether two items are the same, as far as can be told."""
    key = item_id(one)
    return one == other if key is None else key == item_id(other)


def rows_up_to(page: Page[Any], size: int) -> int:
    """How many rows of the list there are up to the end of a page, when there are `size` on each before it."""
    return (page.page - 1) * size + len(page.items)


def goes_on(page: Page[Any], size: int) -> bool:
    """Whether another page follows. Where the counters of the envelope disagree, they are not trusted to say no."""
    if not page.items:
        return False
    if page.total is None and page.total_pages is None:
        return True  # nobody knows: the list ends with an empty page
    return (page.total or 0) > rows_up_to(page, size) or (page.total_pages or 0) > page.page


def claims_more(page: Page[Any], rows: int, size: int) -> bool:
    """Whether the counters of a page say that there are rows after it, whatever it holds itself."""
    if page.total is not None:
        return page.total > max(rows, (page.page - 1) * size)
    return page.total_pages is not None and page.total_pages > page.page


def last_page(page: Page[Any], size: int) -> int | None:
    """The number of the last page, as far as a page says it."""
    if page.total_pages is None and (page.total is None or not size):
        return None
    return max(page.total_pages or 0, -(-(page.total or 0) // size) if size else 0)


def page_size(page: Page[Any], asked: int | None) -> int:
    """Rows a page, from the first page that was read; a server may give fewer than it was asked for."""
    limit = page.limit or asked or len(page.items)
    if not page.items or len(page.items) == limit or rows_up_to(page, limit) == page.total:
        return limit
    return len(page.items)


def seam_window(rows: int) -> tuple[int, int]:
    """Page and limit of the smallest page that holds both rows at a seam: the one before it and the one after it."""
    limit = next(limit for limit in itertools.count(2) if rows % limit)
    return rows // limit + 1, limit


def seam_holds(rows: int, before: object, after: object, window: Page[Any], limit: int) -> bool | None:
    """Whether two items still stand side by side at a seam; None if the window doesn't show it.

    Args:
        rows: how many rows there are before the seam.
        before: the last item before it.
        after: the first item after it; None if there was none.
        window: the answer to the request for `seam_window`.
        limit: the limit that was asked for.
    """
    size = window.limit or limit
    place = rows - 1 - (window.page - 1) * size
    if not 0 <= place < size - 1 or len(window.items) > size:
        return None  # the API gave another page than it was asked for
    here = window.items[place : place + 2]
    expected = [before] if after is None else [before, after]
    return len(here) == len(expected) and all(map(same_item, here, expected))


class _Seen(Generic[T]):
    """Remembers items, so that each is given out once."""

    def __init__(self) -> None:
        self._keys: set[Hashable] = set()
        self._order: deque[Hashable] = deque()

    def fresh(self, items: list[T]) -> list[T]:
        """The items that did not come before."""
        found: list[T] = []
        for item in items:
            key = item_id(item)
            if key is None:
                found.append(item)
            elif key not in self._keys:
                found.append(item)
                self._keys.add(key)
                self._order.append(key)
                if len(self._order) > _REMEMBERED:
                    self._keys.discard(self._order.popleft())
        return found


# ---------------------------------------------------------------------- reading


@frozen
class Paginator(Generic[T]):
    """The pages of a list; see `generated.client.Paginator`.

    Args:
        operation: the list operation.
        request: the request for its first page.
        fetch: sends a request for a page and returns the JSON of the answer, decoded by the function it is given.
        decode_item: makes an item of its JSON.
        prefetch: pages that are read ahead, at the same time.
        on_drift: what to do when the list changes while it is read.
    """

    operation: Operation
    request: Request
    fetch: Callable[[Request, Callable[[Any], Page[T]]], Awaitable[Page[T]]] = field(repr=False)
    decode_item: Callable[[Any], T] = field(repr=False)
    prefetch: int = 0
    on_drift: OnDrift = "warn"

    def __attrs_post_init__(self) -> None:
        if self.prefetch < 0:
            raise ValueError(f"prefetch: a number of pages, not {self.prefetch}")
        if self.on_drift not in ("warn", "raise", "ignore"):
            raise ValueError(f"on_drift: 'warn', 'raise' or 'ignore', not {self.on_drift!r}")
        first_page(self.request, form_of(self.operation))

    def __await__(self) -> Generator[Any, Any, Page[T]]:
        number = first_page(self.request, form_of(self.operation))
        return self.page(number, as_is=True).__await__()

    def __aiter__(self) -> AsyncIterator[T]:
        return _Items(self.pages())

    def pages(self) -> AsyncIterator[Page[T]]:
        """Page after page, without the items that came before."""
        return _Pages(self)

    async def collect(self, limit: int | None = None) -> list[T]:
        """All items in a list, or the first `limit`."""
        found: list[T] = []
        if limit is not None and limit <= 0:
            return found
        async for page in self.pages():
            found += page.items
            if limit is not None and len(found) >= limit:
                return found[:limit]
        return found

    async def page(self, number: int, limit: int | None = None, *, as_is: bool = False) -> Page[T]:
        """One page. `as_is`: by the request as it was made, whatever it says of the page."""
        form = form_of(self.operation)
        request = self.request if as_is else with_page(self.request, form, number, limit)
        page = await self.fetch(request, lambda body: decode_page(body, form, self.decode_item, number))
        if not as_is:
            page.page = number  # what was asked for counts, whatever the answer calls itself
        return page


@frozen
class _Read(Generic[T]):
    """A page that was read, and what there is to compare it with."""

    page: Page[T]
    rows_before: int  # rows of the list before it
    window: Page[T] | None  # what stands at the seam before it


class _Pages(Generic[T]):
    """Pages one by one.

    Nothing runs while the consumer has a page: pages are read ahead in batches, and a batch is complete before its
    first page is given out. So breaking off leaves nothing behind, and there is nothing to close.
    """

    def __init__(self, paginator: Paginator[T]) -> None:
        self._paginator = paginator
        self._form = form_of(paginator.operation)
        self._first = self._next = first_page(paginator.request, self._form)
        self._size = asked_limit(paginator.request, self._form)  # rows a page; as asked for, until the first page says
        self._most: int | None = None  # rows a page at most, where the server gives fewer than it says
        self._last: int | None = None  # number of the last page, once that is known
        self._checks_seams = self._form.limit_parameter is not None and paginator.on_drift != "ignore"
        self._ready: deque[_Read[T]] = deque()
        self._seen = _Seen[T]()
        self._before: Page[T] | None = None  # the page that was given out last, of its items only the first and last
        self._rows = 0  # rows of the list up to its end
        self._more = True
        self._warned = False

    def __aiter__(self) -> AsyncIterator[Page[T]]:
        return self

    async def __anext__(self) -> Page[T]:
        if not self._ready:
            if not self._more:
                raise StopAsyncIteration
            await self._read_batch()
        read = self._ready[0]
        page = read.page
        if self._is_unpaged(read):
            self._more = False
            self._ready.clear()
            raise StopAsyncIteration
        fresh = self._seen.fresh(page.items)
        reasons = [*self._shifts(read)]
        if len(fresh) < len(page.items):
            reasons.append(f"{len(page.items) - len(fresh)} items of page {page.page} came before")
        self._report(reasons)
        self._ready.popleft()
        size = self._size or 0
        self._before = evolve(page, items=page.items[:1] + page.items[-1:])
        self._rows = rows_up_to(page, size)
        self._next = page.page + 1
        self._last = last_page(page, size)
        self._more = goes_on(page, size)
        if not self._more:
            self._ready.clear()
            if not page.items and page.page > self._first:
                raise StopAsyncIteration  # the empty page after the last one
        return evolve(page, items=fresh)

    # ------------------------------------------------------------------ reading

    async def _read_batch(self) -> None:
        """Reads the next pages, and what stands at the seams before them, all at the same time."""
        numbers = self._numbers()
        expected = [self._rows_before(number) for number in numbers if self._is_seam(number)]
        jobs = [self._page_job(number) for number in numbers] + [self._seam_job(rows) for rows in expected]
        found = await together(jobs)
        windows = dict(zip(expected, found[len(numbers) :], strict=True))
        pages: list[tuple[Page[T], int]] = []  # with the rows before each
        rows = self._rows
        for page in found[: len(numbers)]:
            if page is None:  # it was read ahead, and is asked for once more if it turns out to exist
                break
            if page.page == self._first:
                self._size = page_size(page, self._size)
                self._most = self._size if page.limit is not None and self._size < page.limit else None
            pages.append((page, rows))
            rows = rows_up_to(page, self._size or 0)
            if not goes_on(page, self._size or 0):
                break
        missing = [rows for page, rows in pages if self._is_seam(page.page) and rows not in windows]
        windows.update(zip(missing, await together([self._seam_job(rows) for rows in missing]), strict=True))
        self._ready.extend(_Read(page, rows, windows.get(rows)) for page, rows in pages)

    def _numbers(self) -> list[int]:
        """The pages of the next batch. Of how many there are, only the first answer knows."""
        ahead = self._paginator.prefetch
        if self._last is not None:
            ahead = max(0, min(ahead, self._last - self._next))
        elif self._next == self._first:
            ahead = 0 if self._size is None else min(ahead, _GUESSED_PAGES)
        return list(range(self._next, self._next + ahead + 1))

    def _rows_before(self, number: int) -> int:
        """How many rows there are before a page, if those before it are full."""
        return self._rows if number == self._next else (number - 1) * (self._size or 0)

    def _is_seam(self, number: int) -> bool:
        """Whether the seam before a page is to be looked at, and its place is known."""
        return self._checks_seams and self._size is not None and number > self._first

    def _page_job(self, number: int) -> Callable[[], Awaitable[Page[T] | None]]:
        async def read() -> Page[T] | None:
            try:
                return await self._paginator.page(number)
            except APIError as error:
                if number != self._next:
                    return None
                if number == self._first or not isinstance(error, NotFoundError):
                    raise
                return Page(items=[], page=number)  # there is no such page, or no more

        return read

    def _seam_job(self, rows: int) -> Callable[[], Awaitable[Page[T] | None]]:
        async def read() -> Page[T] | None:
            number, limit = seam_window(rows)
            if self._most is not None and limit > self._most:
                return None
            try:
                return await self._paginator.page(number, limit)
            except NotFoundError:
                return Page(items=[], page=number)
            except BadRequestError:
                self._checks_seams = False
                return None

        return read

    # ------------------------------------------------------------------ comparing

    def _shifts(self, read: _Read[T]) -> Iterator[str]:
        """What says that rows moved between the page that was given out last and this one."""
        page, before, size = read.page, self._before, self._size or 0
        if before is not None:
            if None not in (before.total, page.total) and before.total != page.total:
                yield f"the total went from {before.total} to {page.total}"
            if self._seam_holds(read) is False:
                yield f"rows moved between page {before.page} and page {page.page}"
            given = self._rows - self._rows_before(before.page)
            if page.items and before.total is None and before.total_pages is None and given < size:
                yield f"page {before.page} had {given} items instead of {size}"
        if page.items and len(page.items) < size and claims_more(page, rows_up_to(page, size), size):
            yield f"page {page.page} has {len(page.items)} items instead of {size}"
        elif not page.items and claims_more(page if before is None else before, self._rows, size):
            yield f"page {page.page} is empty"

    def _seam_holds(self, read: _Read[T]) -> bool | None:
        if self._before is None or read.window is None:
            return None
        _, limit = seam_window(read.rows_before)
        after = read.page.items[0] if read.page.items else None
        return seam_holds(read.rows_before, self._before.items[-1], after, read.window, limit)

    def _is_unpaged(self, read: _Read[T]) -> bool:
        """Whether a page is the one before it once more, because the API answers with the whole list each time."""
        page, before = read.page, self._before
        if before is None or not page.items or page.total is not None or page.total_pages is not None:
            return False
        if len(page.items) != self._rows - self._rows_before(before.page) or self._seam_holds(read) is not None:
            return False
        return same_item(page.items[0], before.items[0]) and same_item(page.items[-1], before.items[-1])

    def _report(self, reasons: list[str]) -> None:
        """Reports drift by the policy; warns once."""
        policy = self._paginator.on_drift
        if not reasons or policy == "ignore":
            return
        name = self._paginator.operation.name
        text = f"{name}: the list changed while it was read ({'; '.join(reasons)}); rows may be missing"
        if policy == "raise":
            error = PaginationDriftError(text)
            error.operation = name
            raise error
        if not self._warned:
            self._warned = True
            warn_caller(text, PaginationDriftWarning)


class _Items(Generic[T]):
    """Items one by one, out of pages."""

    def __init__(self, pages: AsyncIterator[Page[T]]) -> None:
        self._pages = pages
        self._items: Iterator[T] = iter(())

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        while True:
            for item in self._items:
                return item
            self._items = iter((await anext(self._pages)).items)


async def together(jobs: list[Callable[[], Awaitable[T]]]) -> list[T]:
    """Runs jobs at the same time and returns their results in order. The first error ends the others and is raised."""
    results: dict[int, T] = {}
    errors: list[Exception] = []

    async def run(index: int) -> None:
        try:
            results[index] = await jobs[index]()
        except Exception as error:  # noqa: BLE001  # raised below, without the group that it would come in
            errors.append(error)
            group.cancel_scope.cancel()

    if len(jobs) < 2:
        return [await job() for job in jobs]
    async with anyio.create_task_group() as group:
        for index in range(1, len(jobs)):
            group.start_soon(run, index)
        await run(0)  # in the caller's own task, so that warnings find the line that led here
    if errors:
        raise errors[0]
    return [results[index] for index in range(len(jobs))]


__all__ = ["Paginator", "decode_page", "first_page", "item_id", "together", "with_page"]
