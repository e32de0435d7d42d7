"""GET /v1/order-confirmations: List order confirmations"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import query_pairs
from ...models.list_order_confirmations_response import ListOrderConfirmationsResponse
from ...models.order_confirmation_status import OrderConfirmationStatus
from ...models.sort_order import SortOrder
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["order_confirmations.list"]
decode: Final[Callable[[Any], ListOrderConfirmationsResponse]] = ListOrderConfirmationsResponse.from_dict


def build_request(
    *,
    page: int | None = None,
    limit: int | None = None,
    status: OrderConfirmationStatus | str | None = None,
    customer_id: str | None = None,
    sort_by: str | None = None,
    sort_order: SortOrder | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/order-confirmations")
    if page is not None:
        _request.query += query_pairs("page", page)
    if limit is not None:
        _request.query += query_pairs("limit", limit)
    if status is not None:
        _request.query += query_pairs("status", status)
    if customer_id is not None:
        _request.query += query_pairs("customerId", customer_id)
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
    status: OrderConfirmationStatus | str | None = None,
    customer_id: str | None = None,
    sort_by: str | None = None,
    sort_order: SortOrder | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ListOrderConfirmationsResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        page=page,
        limit=limit,
        status=status,
        customer_id=customer_id,
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
    status: OrderConfirmationStatus | str | None = None,
    customer_id: str | None = None,
    sort_by: str | None = None,
    sort_order: SortOrder | str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> ListOrderConfirmationsResponse:
    """List order confirmations

    Retrieves a paginated list of order confirmations, newest first by default. The entries leave out the
    lines.

    `status` filters by the display status.

    `GET /v1/order-confirmations`

    Scopes: `order-confirmations-read`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        page: Page number (1-indexed), 1 by default
        limit: Maximum number of items per page, at most 100, 25 by default
        status: Filter by display status; derived ones are resolved by the server
        customer_id: Filter by customer ID
        sort_by: Field to sort by. Values seen: `date`, `documentNumber`, `amount`, `status`; there may be
            others
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
        status=status,
        customer_id=customer_id,
        sort_by=sort_by,
        sort_order=sort_order,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
