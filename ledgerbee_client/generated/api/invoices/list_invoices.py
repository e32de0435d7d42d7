"""GET /v1/invoices: List invoices"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.invoice_list_item import InvoiceListItem
from ...models.invoice_status import InvoiceStatus
from ...models.list_invoices_response import ListInvoicesResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import query_pairs

OPERATION: Final = OPERATIONS["invoices.list"]
decode: Final[Callable[[Any], ListInvoicesResponse]] = ListInvoicesResponse.from_dict
decode_item: Final[Callable[[Any], InvoiceListItem]] = InvoiceListItem.from_dict


def build_request(
    *,
    page: int | None = None,
    limit: int | None = None,
    search: str | None = None,
    status: InvoiceStatus | str | None = None,
    customer_id: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/invoices")
    if page is not None:
        _request.query += query_pairs("page", page)
    if limit is not None:
        _request.query += query_pairs("limit", limit)
    if search is not None:
        _request.query += query_pairs("search", search)
    if status is not None:
        _request.query += query_pairs("status", status)
    if customer_id is not None:
        _request.query += query_pairs("customerId", customer_id)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    page: int | None = None,
    limit: int | None = None,
    search: str | None = None,
    status: InvoiceStatus | str | None = None,
    customer_id: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ListInvoicesResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        page=page,
        limit=limit,
        search=search,
        status=status,
        customer_id=customer_id,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return await client.execute(OPERATION, _request, decode)
