"""What an endpoint needs of a client. `ledgerbee_client.LedgerBee` is one."""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import AsyncIterable, AsyncIterator, Callable, Coroutine, Generator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, Literal, Protocol, TypeVar

from .types import Operation, Page, Request, Response, ResponseKind

T = TypeVar("T")

OnDrift = Literal["warn", "raise", "ignore"]


class Paginator(Coroutine[Any, Any, Page[T]], AsyncIterable[T], Generic[T]):
    """The pages of a list. Nothing is sent before it is read.

        page = await lb.products.list()                # one page
        async for item in lb.products.list(): ...      # every item of every page
        items = await lb.products.list().collect()     # the same, as a list

    `asyncio.gather`, `asyncio.create_task` and `asyncio.TaskGroup` take it for the one page that `await` gives.
    """

    @abstractmethod
    def __await__(self) -> Generator[Any, Any, Page[T]]:
        """Read the page that was asked for (the first, unless `page` was given)."""

    @abstractmethod
    def __aiter__(self) -> AsyncIterator[T]:
        """Read every item, page after page. An item that comes twice is yielded once."""

    @abstractmethod
    def pages(self, start: Mapping[str, Any] | None = None) -> AsyncIterator[Page[T]]:
        """Read page after page.

        Args:
            start: The `checkpoint` of a page, to go on after it, also in another process; None to begin at the
                beginning.

        Raises:
            ValueError: The checkpoint is none, or belongs to a list with other arguments.
        """

    @abstractmethod
    async def collect(self, limit: int | None = None) -> list[T]:
        """Read all items into a list.

        Args:
            limit: How many at most; None for all.
        """


class cached_resource(cached_property[T]):
    """A resource of a client, made when it is first used. Asked of the class of the client, it is that of the resource,
    so that `unittest.mock.create_autospec` finds the methods.
    """

    def __get__(self, instance: object, owner: type[Any] | None = None) -> Any:
        if instance is None:
            return type(self.func(None))
        return super().__get__(instance, owner)


class AsyncClient(Protocol):
    """Sends requests under its policies (authentication, retries, errors) and decodes the responses."""

    async def execute(
        self,
        operation: Operation,
        request: Request,
        decode: Callable[[Any], T],
        by_status: Mapping[int, tuple[ResponseKind, Callable[[Any], T]]] | None = None,
    ) -> Response[T]:
        """Send a request, and decode any 2xx response.

        Args:
            operation: what is called.
            request: what is sent.
            decode: makes the result of the JSON value, bytes or text that it holds (see `Operation.response_kind`).
            by_status: for single status codes, what the response holds and its decoder, where they differ.
        """
        ...

    def paginate(
        self,
        operation: Operation,
        request: Request,
        decode_item: Callable[[Any], T],
        *,
        prefetch: int = 0,
        on_drift: OnDrift = "warn",
    ) -> Paginator[T]:
        """Give the pages of a list, none of them requested yet.

        Args:
            operation: what is called.
            request: what is sent, without page and limit where the caller gave none.
            decode_item: makes an item of its JSON value.
            prefetch: how many pages to read ahead.
            on_drift: what to do when the list changes while it is read.
        """
        ...

    async def download(self, operation: Operation, request: Request, path: str | os.PathLike[str]) -> Path:
        """Write the response to a file without holding it in memory.

        Args:
            operation: what is called.
            request: what is sent.
            path: of the file.

        Returns:
            The path of the file.
        """
        ...
