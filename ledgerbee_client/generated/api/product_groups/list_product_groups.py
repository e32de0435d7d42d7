"""GET /v1/product-groups: List product groups"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.list_product_groups_response import ListProductGroupsResponse
from ...models.product_group_list_item import ProductGroupListItem
from ...models.sort_order import SortOrder
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import query_pairs

OPERATION: Final = OPERATIONS["product_groups.list"]
decode: Final[Callable[[Any], ListProductGroupsResponse]] = ListProductGroupsResponse.from_dict
decode_item: Final[Callable[[Any], ProductGroupListItem]] = ProductGroupListItem.from_dict


def build_request(
    *,
    page: int | None = None,
    limit: int | None = None,
    search: str | None = None,
    sort_by: str | None = None,
    sort_order: SortOrder | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/product-groups")
    if page is not None:
        _request.query += query_pairs("page", page)
    if limit is not None:
        _request.query += query_pairs("limit", limit)
    if search is not None:
        _request.query += query_pairs("search", search)
    if sort_by is not None:
        _request.query += query_pairs("sortBy", sort_by)
    if sort_order is not None:
        _request.query += query_pairs("sortOrder", sort_order)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    page: int | None = None,
    limit: int | None = None,
    search: str | None = None,
    sort_by: str | None = None,
    sort_order: SortOrder | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ListProductGroupsResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        page=page,
        limit=limit,
        search=search,
        sort_by=sort_by,
        sort_order=sort_order,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return await client.execute(OPERATION, _request, decode)
