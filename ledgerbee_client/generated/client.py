"""What an endpoint needs of a client. `ledgerbee_client.LedgerBee` is one."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Generator, Mapping
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

from .types import Operation, Page, Request, Response, ResponseKind

T = TypeVar("T")

OnDrift = Literal["warn", "raise", "ignore"]


class Paginator(Protocol[T]):
    """The pages of a list.

    `await` gives one page, `async for` gives every item of every page. Nothing is sent before either.
    """

    def __await__(self) -> Generator[Any, Any, Page[T]]:
        """The page that was asked for (the first, unless `page` was given)."""
        ...

    def __aiter__(self) -> AsyncIterator[T]:
        """Every item, page after page. An item that comes twice is yielded once."""
        ...

    def pages(self) -> AsyncIterator[Page[T]]:
        """Page after page."""
        ...

    async def collect(self, limit: int | None = None) -> list[T]:
        """All items in a list, or the first `limit`."""
        ...


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
            decode: makes the result of the JSON value, bytes or text that the response holds (see `Operation.response_kind`).
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
        """The pages of a list, none of them requested yet."""
        ...

    async def download(self, operation: Operation, request: Request, path: str | os.PathLike[str]) -> Path:
        """Write the body of the response to a file without holding it in memory.

        Returns:
            the path of the file.
        """
        ...
