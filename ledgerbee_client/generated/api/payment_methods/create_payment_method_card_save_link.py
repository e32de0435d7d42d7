"""POST /v1/customers/{customerId}/payment-methods/card-save-link: Generate a link for the customer to save a card for future payments"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import check_dict
from ...encoding import encode_open
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["payment_methods.create_card_save_link"]


def decode(value: Any) -> dict[str, Any]:
    """Decode the JSON value (or bytes, or text) of a 2xx response."""
    return check_dict(value)


def build_request(
    customer_id: str,
    *,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/customers/{path_segment(customer_id, 'payment_methods.create_card_save_link: customer_id')}/payment-methods/card-save-link"
    )
    _request.json = encode_open(body, "body")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    customer_id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[dict[str, Any]]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        customer_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
