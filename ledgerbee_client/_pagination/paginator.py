"""What `list()` returns: one page when it is awaited, every item when it is iterated over."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Generator, Mapping
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

import anyio
from attrs import define, field

from ..generated.client import OnDrift, Paginator
from ..generated.types import Operation, Page, Pagination, Request
from .checkpoint import ROWS, Checkpoint, identity, read_checkpoint
from .drift import Given, Place
from .envelope import Envelope, read_envelope, row_key
from .reader import Plan, Reader, page_size, trusted_total
from .requests import asked_limit, ensure_limit, first_page, form_of, has_limit, with_page
from .streams import Items, Pages, Stream

T = TypeVar("T")

_PAGE_ATTRIBUTES = frozenset(
    ("items", "total", "page", "limit", "total_pages", "extra", "has_next", "next_page", "checkpoint")
)


@define(eq=False)
class ListPaginator(Paginator[T]):
    """The pages of a list; see `generated.client.Paginator`.

    Args:
        operation: The list operation.
        request: The request for its first page.
        send_request: Sends a request for a page, and has a function make the page of the JSON of the response.
        decode_item: Makes an item of its JSON.
        prefetch: How many requests may be in flight besides the first.
        on_drift: What to do when rows may have been skipped, because the list changed while it was read.
        report_drift: Takes the name of the operation then.

    Raises:
        ValueError: An option or the page can't be read by.
    """

    operation: Operation
    request: Request
    send_request: Callable[[Request, Callable[[Any], Page[T]]], Awaitable[Page[T]]] = field(repr=False)
    decode_item: Callable[[Any], T] = field(repr=False)
    prefetch: int = 0
    on_drift: OnDrift = "warn"
    report_drift: Callable[[str], None] | None = field(default=None, repr=False)
    form: Pagination = field(init=False, repr=False)
    _running: Coroutine[Any, Any, Page[T]] | None = field(default=None, init=False, repr=False)
    _task: int | None = field(default=None, init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        name = self.operation.name
        if not isinstance(self.prefetch, int) or self.prefetch < 0:
            raise ValueError(f"{name}: prefetch must be a number of pages, 0 or more, not {self.prefetch!r}")
        if self.on_drift not in ("warn", "raise", "ignore"):
            raise ValueError(f"{name}: on_drift must be 'warn', 'raise' or 'ignore', not {self.on_drift!r}")
        self.form = form_of(self.operation)
        try:
            first_page(self.request, self.form)
            ensure_limit(self.request, self.form)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None

    # ------------------------------------------------------------------ one page

    def __await__(self) -> Generator[Any, Any, Page[T]]:
        return self.read_page(self.request).__await__()

    async def read_page(self, request: Request) -> Page[T]:
        """Read one page, by a request as it is."""
        origin = PageOrigin(self, request)
        envelope = await self._read(request, first_page(request, self.form), origin)
        origin.rows = envelope.raw[-ROWS:]
        return envelope.page

    async def _read(self, request: Request, number: int, origin: PageOrigin[T] | None = None) -> Envelope[T]:
        found: list[Envelope[T]] = []

        def decode(body: Any) -> Page[T]:
            found.append(read_envelope(body, self.form, self.decode_item, number, origin))
            return found[-1].page

        await self.send_request(request, decode)
        return found[-1]

    # What makes it a coroutine, so that tasks and task groups take it.

    def send(self, value: Any) -> Any:
        """Run the request for the one page one step further, as the event loop does."""
        return self._step(lambda running: running.send(value))

    def throw(self, typ: Any, val: Any = None, tb: Any = None, /) -> Any:
        """Raise an error where the request for the one page waits, as the event loop does."""
        error = typ if isinstance(typ, BaseException) else (val if isinstance(val, BaseException) else typ())
        return self._step(lambda running: running.throw(error if tb is None else error.with_traceback(tb)))

    def close(self) -> None:
        """End the request for the one page."""
        running, self._running = self._running, None
        if running is not None:
            running.close()

    def _step(self, step: Callable[[Coroutine[Any, Any, Page[T]]], Any]) -> Any:
        task = anyio.get_current_task().id
        if self._running is None:
            self._running, self._task = self.read_page(self.request), task
        elif self._task != task:
            raise RuntimeError(f"another task is reading this page of {self.operation.name}: call the method again")
        try:
            return step(self._running)
        except BaseException:  # it has ended, by a result (StopIteration) or an error; the next use begins anew
            self._running = None
            raise

    # ------------------------------------------------------------------ every page

    def __aiter__(self) -> AsyncIterator[T]:
        return Items(self._stream())

    def pages(self, start: Mapping[str, Any] | None = None) -> AsyncIterator[Page[T]]:
        checkpoint = None if start is None else read_checkpoint(start, self.identity)
        number = first_page(self.request, self.form) if checkpoint is None else checkpoint.page + 1
        stream = self._stream(checkpoint)
        return Pages(stream, number, () if checkpoint is None else checkpoint.last, self._bind)

    def _bind(self, page: Page[T], checkpoint: Checkpoint) -> Page[T]:
        """Give a page its origin."""
        request = with_page(self.request, self.form, page.page, page.limit)
        return page.bound(PageOrigin(self, request, checkpoint))

    async def collect(self, limit: int | None = None) -> list[T]:
        found: list[T] = []
        if limit is not None and limit <= 0:
            return found
        stream = self._stream()
        while (chunk := await stream.next()) is not None:
            found += chunk.items
            if limit is not None and len(found) >= limit:
                return found[:limit]
        return found

    def _stream(self, checkpoint: Checkpoint | None = None) -> Stream[T]:
        return Stream(self._reader(checkpoint), self.operation.name, self.on_drift, self.report_drift)

    @property
    def identity(self) -> str:
        """Which list it is, whatever page and limit."""
        return identity(self.operation, self.request, self.form)

    def _reader(self, checkpoint: Checkpoint | None) -> Reader[T]:
        form, request = self.form, self.request
        first, limit = first_page(request, form), asked_limit(request, form)
        own_limit = first == 1 and form.limit_parameter is not None and not has_limit(request, form)
        if own_limit:
            limit = form.max_limit or form.default_limit
        plan = Plan(
            first=first,
            limit=limit,
            own_limit=own_limit and limit is not None,
            most=form.max_limit,
            overlapping=form.limit_parameter is not None and self.on_drift != "ignore",
            prefetch=self.prefetch,
        )
        if checkpoint is None:
            return Reader(plan, self._fetch)
        given = Given(checkpoint.last)
        place = Place(checkpoint.row, checkpoint.unread, checkpoint.last, checkpoint.total)
        return Reader(plan, self._fetch, given=given, place=place, size=checkpoint.size)

    async def _fetch(self, page: int, limit: int | None) -> Envelope[T]:
        return await self._read(with_page(self.request, self.form, page, limit), page)

    # ------------------------------------------------------------------ near misses

    if not TYPE_CHECKING:

        def __iter__(self) -> NoReturn:
            raise TypeError(self._hint("can't be read by a plain for"))

        def __len__(self) -> NoReturn:
            raise TypeError(self._hint("has no length before it is read"))

        def __contains__(self, item: Any) -> NoReturn:
            raise TypeError(self._hint("can't be searched before it is read"))

        def __bool__(self) -> bool:
            return True

        def __getitem__(self, index: Any) -> NoReturn:
            raise TypeError(self._hint("can't be indexed before it is read"))

        def __getattr__(self, name: str) -> NoReturn:
            text = f"{type(self).__name__!r} object has no attribute {name!r}"
            if name in _PAGE_ATTRIBUTES:
                text += f": it belongs to a page: write `page = await {self._call}`, then `page.{name}`"
            raise AttributeError(text)

    @property
    def _call(self) -> str:
        return f"lb.{self.operation.name}(...)"

    def _hint(self, what: str) -> str:
        return (
            f"{self.operation.name} {what}: write `page = await {self._call}` for one page, "
            f"`async for item in {self._call}` for every item, or `items = await {self._call}.collect()`"
        )


@define
class PageOrigin(Generic[T]):
    """The request that a page came by; see `generated.types.PageSource`."""

    paginator: ListPaginator[T]
    request: Request
    checkpoint: Checkpoint | None = None
    #: The last rows of the page as they came, where there is no checkpoint yet.
    rows: list[Any] = field(factory=list)

    async def page_after(self, page: Page[T]) -> Page[T] | None:
        """Read the page after another one; None if there is none."""
        paginator = self.paginator
        following = await paginator.read_page(with_page(self.request, paginator.form, page.page + 1))
        return following if following.items else None

    def checkpoint_of(self, page: Page[T]) -> dict[str, Any]:
        """Where reading goes on after a page."""
        checkpoint = self.checkpoint
        if checkpoint is None:
            size = page_size(page, page.page, asked_limit(self.request, self.paginator.form))
            row = (page.page - 1) * size + len(page)
            last = tuple(map(row_key, self.rows))
            total = trusted_total(page, row - len(page))
            unread = None if total is None else max(total - row, 0)
            checkpoint = Checkpoint(page.page, size, row, total, unread, last)
        return checkpoint.to_json(self.paginator.identity)


__all__ = ["ListPaginator"]
