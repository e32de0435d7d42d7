"""GET /v1/customers/{customerId}/contacts: List a customer's contacts"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import parse_list
from ...models.customer_contact_response import CustomerContactResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["customers.list_contacts"]


def decode(value: Any) -> list[CustomerContactResponse]:
    """Decode the JSON value (or bytes, or text) of a 2xx response."""
    return parse_list(CustomerContactResponse.from_dict, value)


def build_request(
    customer_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/customers/{path_segment(customer_id, 'customers.list_contacts: customer_id')}/contacts"
    )
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    customer_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[CustomerContactResponse]]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(customer_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
