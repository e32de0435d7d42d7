"""GET /v1/product-groups: List product groups"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import query_pairs
from ...models.list_product_groups_response import ListProductGroupsResponse
from ...models.sort_order import SortOrder
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["product_groups.list"]
decode: Final[Callable[[Any], ListProductGroupsResponse]] = ListProductGroupsResponse.from_dict


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
    """Checks and encodes the arguments. Nothing is sent.

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
    """As `asyncio`, but returns the status, the headers and the content too."""
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


async def asyncio(
    *,
    client: AsyncClient,
    page: int | None = None,
    limit: int | None = None,
    search: str | None = None,
    sort_by: str | None = None,
    sort_order: SortOrder | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> ListProductGroupsResponse:
    """List product groups

    Retrieves a paginated list of your company's product groups, each with its number of products.

    Pass `?search=` to prefix-match on name or number.

    `GET /v1/product-groups`

    Scopes: `products-read`.

    Args:
        page: Page number (1-indexed)
        limit: Maximum number of items per page
        search: Prefix search on name or number
        sort_by: Field to sort by. The set of values is not published
        sort_order: Sort direction
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
    """
    _request = build_request(
        page=page,
        limit=limit,
        search=search,
        sort_by=sort_by,
        sort_order=sort_order,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
