"""GET /v1/order-confirmations: List order confirmations"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.list_order_confirmations_response import ListOrderConfirmationsResponse
from ...models.order_confirmation_list_item import OrderConfirmationListItem
from ...models.order_confirmation_status import OrderConfirmationStatus
from ...models.sort_order import SortOrder
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import query_pairs

OPERATION: Final = OPERATIONS["order_confirmations.list"]
decode: Final[Callable[[Any], ListOrderConfirmationsResponse]] = ListOrderConfirmationsResponse.from_dict
decode_item: Final[Callable[[Any], OrderConfirmationListItem]] = OrderConfirmationListItem.from_dict


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
    """Check and encode the arguments; nothing is sent.

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
    """Send the request, and return status, headers and content beside the decoded body."""
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
