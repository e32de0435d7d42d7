"""For tests with mocks in the place of the sandbox."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from .._pagination.paginator import ListPaginator
from ..generated.client import Paginator
from ..generated.types import Operation, Page, Pagination, Request
from . import checks

T = TypeVar("T")

_FORM = Pagination("page", None, "items", total="total", page="page", limit="limit", total_pages=None)
_OPERATION = Operation(name="mocked.list", method="GET", path="/mocked", pagination=_FORM)


def listed(items: Iterable[T], *, limit: int = 100) -> Paginator[T]:
    """Return what a list method returns, over given items and without a client.

        lb = create_autospec(LedgerBee, instance=True)
        lb.products.list.return_value = listed([product])

    It may be awaited and iterated over as often as you like.

    Args:
        items: What is listed.
        limit: Items a page.

    Raises:
        TypeError: The limit is no whole number.
        ValueError: It is below 1.
    """
    checks.whole(1, limit=limit)
    rows = list(items)

    async def send(request: Request, decode: Callable[[Any], Page[T]]) -> Page[T]:
        number = int(dict(request.query).get("page", "1"))
        begin = (number - 1) * limit
        shown = [{"id": row} for row in range(len(rows))[begin : begin + limit]]
        return decode({"items": shown, "total": len(rows), "page": number, "limit": limit})

    return ListPaginator(_OPERATION, Request("/mocked"), send, lambda raw: rows[raw["id"]])


__all__ = ["listed"]
