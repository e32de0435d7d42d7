"""Reads lists page by page, in order, each item once, and says when the list changed meanwhile.

Pages are numbered, so rows shift when others write: a row that was added before the place that was read comes again,
and after one was removed another is skipped. What comes again is dropped here. What may have been skipped is reported
as drift: a total that changed, a page that is shorter than it should be, an item that came again, or a boundary between
two pages that moved, which one more small request for each boundary finds out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Hashable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import anyio
from attrs import define, evolve, field, frozen

from .errors import APIError, PaginationDriftError, PaginationDriftWarning
from .generated.errors import DecodeError
from .generated.types import Operation, Page, Pagination, Request
from .notices import warn_caller

if TYPE_CHECKING:
    from .generated.client import OnDrift

T = TypeVar("T")

#: How many ids are remembered to drop what comes again; far more than can shift between two pages.
_REMEMBERED = 50_000


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
    items: list[T] = []
    for index, item in enumerate(raw):
        try:
            items.append(decode_item(item))
        except DecodeError as error:
            raise error.under(index).under(name) from None
        except (TypeError, ValueError) as error:
            raise DecodeError(str(error), (name, index)) from None
    return Page(
        items=items,
        total=_count(data, form.total),
        page=_count(data, form.page) or asked_for,
        limit=_count(data, form.limit),
        total_pages=_count(data, form.total_pages),
    )


def _count(data: dict[str, Any], name: str | None) -> int | None:
    value = data.get(name) if name is not None else None
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


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


def item_id(item: object) -> Hashable:
    """What tells an item from others; None if it has no id."""
    found = getattr(item, "id", None)
    if found is None and isinstance(item, dict):
        found = item.get("id")
    return found if isinstance(found, Hashable) else None


@define
class Drift:
    """Compares the pages of one reading and finds what changed meanwhile."""

    total: int | None = None
    reasons: list[str] = field(factory=list)
    _seen: set[Hashable] = field(factory=set)
    _order: deque[Hashable] = field(factory=deque)

    def take(self, page: Page[T]) -> list[T]:
        """The items of the next page that did not come before."""
        if page.total is not None:
            if self.total is not None and page.total != self.total:
                self.reasons.append(f"the total went from {self.total} to {page.total}")
            self.total = page.total
        if page.has_next and page.limit and len(page.items) < page.limit:
            self.reasons.append(f"page {page.page} has {len(page.items)} items instead of {page.limit}")
        fresh: list[T] = []
        for item in page.items:
            key = item_id(item)
            if key is not None and key in self._seen:
                self.reasons.append(f"item {key} came again")
                continue
            if key is not None:
                self._remember(key)
            fresh.append(item)
        return fresh

    def _remember(self, key: Hashable) -> None:
        self._seen.add(key)
        self._order.append(key)
        if len(self._order) > _REMEMBERED:
            self._seen.discard(self._order.popleft())

    def boundary(self, page: Page[T], now: Page[T]) -> None:
        """Compares the last item of a page with what stands in its place now."""
        before = item_id(page.items[-1])
        after = item_id(now.items[0]) if now.items else None
        if before != after:
            self.reasons.append(f"the end of page {page.page} moved")
        if now.total is not None and self.total is not None and now.total != self.total:
            self.reasons.append(f"the total went from {self.total} to {now.total}")
            self.total = now.total


def boundary_place(page: Page[T], form: Pagination) -> int | None:
    """The number of the page of one item that holds the last item of `page`; None where that can't be asked for."""
    if form.limit_parameter is None or not page.items or not page.limit or not page.has_next:
        return None
    if len(page.items) != page.limit or item_id(page.items[-1]) is None:
        return None
    return page.page * page.limit


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
        return await self.fetch(request, lambda body: decode_page(body, form, self.decode_item, number))


class _Pages(Generic[T]):
    """Pages one by one.

    Nothing runs while the consumer has a page: pages are read ahead in batches, and a batch is complete before its
    first page is given out. So breaking off leaves nothing behind, and there is nothing to close.
    """

    def __init__(self, paginator: Paginator[T]) -> None:
        self._paginator = paginator
        self._form = form_of(paginator.operation)
        self._drift = Drift()
        self._reported = False
        self._next = first_page(paginator.request, self._form)
        self._last: int | None = None  # number of the last page, once that is known
        self._ready: deque[Page[T]] = deque()
        self._unchecked: list[Page[T]] = []  # pages whose end is to be looked at once more
        self._more = True

    def __aiter__(self) -> AsyncIterator[Page[T]]:
        return self

    async def __anext__(self) -> Page[T]:
        while not self._ready:
            if not self._more and not self._unchecked:
                raise StopAsyncIteration
            await self._read_batch()
        page = self._ready.popleft()
        fresh = self._drift.take(page)
        self._report()
        self._more = page.has_next and bool(page.items)
        if not self._more:
            self._ready.clear()
        if self._paginator.on_drift != "ignore" and boundary_place(page, self._form) is not None:
            self._unchecked.append(page)
        self._next = page.page + 1
        self._last = page.total_pages
        return evolve(page, items=fresh)

    async def _read_batch(self) -> None:
        """Reads the next pages, and what now stands at the ends of earlier ones, all at the same time."""
        jobs = [self._page_job(number) for number in self._numbers()]
        ends, self._unchecked = self._unchecked, []
        checks = [self._end_job(page) for page in ends]
        found = await together([*jobs, *checks])
        for page, now in zip(ends, found[len(jobs) :], strict=True):
            if now is not None:
                self._drift.boundary(page, now)
        self._report()
        for read_ahead in found[: len(jobs)]:
            if read_ahead is None:
                break
            self._ready.append(read_ahead)

    def _numbers(self) -> range:
        if not self._more:
            return range(0)
        end = self._next + self._paginator.prefetch
        if self._last is not None:
            end = max(self._next, min(end, self._last))
        return range(self._next, end + 1)

    def _page_job(self, number: int) -> Callable[[], Awaitable[Page[T] | None]]:
        async def read() -> Page[T] | None:
            try:
                return await self._paginator.page(number)
            except APIError:
                if number == self._next or self._last is not None:
                    raise
                return None  # it was read ahead before it was known to exist

        return read

    def _end_job(self, page: Page[T]) -> Callable[[], Awaitable[Page[T] | None]]:
        async def read() -> Page[T] | None:
            place = boundary_place(page, self._form)
            return None if place is None else await self._paginator.page(place, limit=1)

        return read

    def _report(self) -> None:
        """Reports drift, once."""
        if self._reported or not self._drift.reasons or self._paginator.on_drift == "ignore":
            return
        self._reported = True
        name = self._paginator.operation.name
        text = f"{name}: the list changed while it was read ({self._drift.reasons[0]}); rows may be missing"
        if self._paginator.on_drift == "raise":
            error = PaginationDriftError(text)
            error.operation = name
            raise error
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
    if len(jobs) == 1:
        return [await jobs[0]()]
    results: dict[int, T] = {}
    errors: list[Exception] = []

    async def run(index: int, job: Callable[[], Awaitable[T]]) -> None:
        try:
            results[index] = await job()
        except Exception as error:  # noqa: BLE001  # raised below, without the group that it would come in
            errors.append(error)
            group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        for index, job in enumerate(jobs):
            group.start_soon(run, index, job)
    if errors:
        raise errors[0]
    return [results[index] for index in range(len(jobs))]


__all__ = ["Paginator", "decode_page", "first_page", "item_id", "together", "with_page"]
