"""Many writes, each under a key of its own: what a month-end run is written with."""

from __future__ import annotations

from collections.abc import AsyncIterable, Awaitable, Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, Literal, ParamSpec, Protocol, TypeVar

import anyio
from attrs import define, field, frozen

from ..errors import FieldError, IdempotencyKeyReuseError, LedgerBeeError, ResponseDecodeError

if TYPE_CHECKING:
    from collections.abc import Coroutine

P = ParamSpec("P")
T = TypeVar("T")
Item = TypeVar("Item")

State = Literal["done", "refused", "unsettled", "failed", "not started"]

#: What says nothing of whether the write was applied: it was, or it is another one.
_NOT_OF_THE_WRITE = (FieldError, IdempotencyKeyReuseError, ResponseDecodeError)

#: So many items must have come to an end before a share of errors among them means anything.
_FIRST_JUDGED = 10


class Once(Protocol):
    """`LedgerBee.once`, with the key of an item filled in."""

    def __call__(
        self, method: Callable[P, Awaitable[T]], /, *arguments: P.args, **options: P.kwargs
    ) -> Coroutine[Any, Any, T]:
        """Call the method under the key of the item."""
        ...


@frozen
class ItemResult(Generic[Item, T]):
    """What became of one item.

    Attributes:
        item: The item.
        key: Its idempotency key.
        state: `done`; `refused`: an error says that it was not applied, and the key is free again; `unsettled`: it
            can't be told yet whether it was applied, and the key keeps it; `failed`: `call` itself raised, or what it
            got can't be used, whatever was applied before, which stays under its key; `not started`: the run stopped
            before.
        result: What the call returned, when it is done.
        error: Why it isn't.
    """

    item: Item
    key: str
    state: State
    result: T | None = None
    error: Exception | None = None


@frozen
class Run(Generic[Item, T]):
    """What became of many items, in their order.

    Attributes:
        results: One for each item.
        stopped: Why the run stopped before its end; None when it didn't.
    """

    results: tuple[ItemResult[Item, T], ...]
    stopped: str | None = None

    def __iter__(self) -> Iterator[ItemResult[Item, T]]:
        return iter(self.results)

    def __len__(self) -> int:
        return len(self.results)

    def __getitem__(self, index: int) -> ItemResult[Item, T]:
        return self.results[index]

    @property
    def done(self) -> tuple[ItemResult[Item, T], ...]:
        """The items whose call returned."""
        return self._in("done")

    @property
    def refused(self) -> tuple[ItemResult[Item, T], ...]:
        """The items that were not applied. Mend what the error says, and run again."""
        return self._in("refused")

    @property
    def unsettled(self) -> tuple[ItemResult[Item, T], ...]:
        """The items whose outcome is not known. Run again; what stays here is for a person to decide."""
        return self._in("unsettled")

    @property
    def failed(self) -> tuple[ItemResult[Item, T], ...]:
        """The items for which `call` itself raised. Mend it, and run again: what was applied is not sent again."""
        return self._in("failed")

    @property
    def not_started(self) -> tuple[ItemResult[Item, T], ...]:
        """The items that the run didn't come to. Run again."""
        return self._in("not started")

    @property
    def is_complete(self) -> bool:
        """Whether every item is done."""
        return len(self.done) == len(self.results)

    def _in(self, state: str) -> tuple[ItemResult[Item, T], ...]:
        return tuple(one for one in self.results if one.state == state)


@define
class _Progress(Generic[Item, T]):
    results: list[ItemResult[Item, T]] = field(factory=list)
    finished: int = 0
    failed: int = 0
    stopped: str | None = None


async def run_each(
    items: Iterable[Item] | AsyncIterable[Item],
    key: Callable[[Item], str],
    call: Callable[[Item, Once], Awaitable[T]],
    once: Callable[[str], Once],
    limit: int,
    stop_at: float | None,
) -> Run[Item, T]:
    """Call each item under its key, a bounded number at a time; see `LedgerBee.once_each`."""
    if limit < 1:
        raise ValueError(f"limit must be 1 or more, not {limit!r}")
    if stop_at is not None and not 0 < stop_at <= 1:
        raise ValueError(f"stop_at must be a share of errors above 0 and up to 1, not {stop_at!r}")
    waiting = [item async for item in items] if isinstance(items, AsyncIterable) else list(items)
    keys = [key(item) for item in waiting]
    if len(set(keys)) < len(keys):
        twice = next(one for index, one in enumerate(keys) if one in keys[:index])
        raise ValueError(f"two items have the key {twice!r}; each needs its own")
    progress: _Progress[Item, T] = _Progress(
        [ItemResult(item, name, "not started") for item, name in zip(waiting, keys, strict=True)]
    )
    numbers = iter(range(len(waiting)))

    async def worker() -> None:
        for number in numbers:
            if progress.stopped is not None:
                return
            entry = progress.results[number]
            progress.results[number] = result = await _one(entry, call, once)
            _count(progress, result, stop_at)

    async with anyio.create_task_group() as group:
        for _ in range(min(limit, len(waiting))):
            group.start_soon(worker)
    return Run(tuple(progress.results), progress.stopped)


async def _one(
    entry: ItemResult[Item, T], call: Callable[[Item, Once], Awaitable[T]], once: Callable[[str], Once]
) -> ItemResult[Item, T]:
    try:
        result = await call(entry.item, once(entry.key))
    except Exception as error:  # noqa: BLE001  # it belongs to this item; the others go on
        return ItemResult(entry.item, entry.key, _state(error), None, error)
    return ItemResult(entry.item, entry.key, "done", result)


def _state(error: Exception) -> State:
    from .writing import is_refusal  # a client's start needs no more than the types above

    if is_refusal(error):
        return "refused"
    is_ours = isinstance(error, LedgerBeeError) and not isinstance(error, _NOT_OF_THE_WRITE)
    return "unsettled" if is_ours else "failed"


def _count(progress: _Progress[Item, T], result: ItemResult[Item, T], stop_at: float | None) -> None:
    progress.finished += 1
    progress.failed += result.state != "done"
    share = progress.failed / progress.finished
    if stop_at is not None and progress.stopped is None and progress.finished >= _FIRST_JUDGED and share >= stop_at:
        progress.stopped = f"{progress.failed} of {progress.finished} items failed, lately with {result.error}"


__all__ = ["ItemResult", "Once", "Run", "run_each"]
