"""GET /v1/products: List products"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.list_products_response import ListProductsResponse
from ...models.product_list_item import ProductListItem
from ...models.product_sort_by import ProductSortBy
from ...models.sort_order import SortOrder
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import query_pairs

OPERATION: Final = OPERATIONS["products.list"]
decode: Final[Callable[[Any], ListProductsResponse]] = ListProductsResponse.from_dict
decode_item: Final[Callable[[Any], ProductListItem]] = ProductListItem.from_dict


def build_request(
    *,
    page: int | None = None,
    limit: int | None = None,
    search: str | None = None,
    product_group_id: str | None = None,
    sort_by: ProductSortBy | str | None = None,
    sort_order: SortOrder | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/products")
    if page is not None:
        _request.query += query_pairs("page", page)
    if limit is not None:
        _request.query += query_pairs("limit", limit)
    if search is not None:
        _request.query += query_pairs("search", search)
    if product_group_id is not None:
        _request.query += query_pairs("productGroupId", product_group_id)
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
    product_group_id: str | None = None,
    sort_by: ProductSortBy | str | None = None,
    sort_order: SortOrder | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ListProductsResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        page=page,
        limit=limit,
        search=search,
        product_group_id=product_group_id,
        sort_by=sort_by,
        sort_order=sort_order,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return await client.execute(OPERATION, _request, decode)
