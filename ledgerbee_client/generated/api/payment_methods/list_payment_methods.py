"""GET /v1/customers/{customerId}/payment-methods: List saved payment methods for a customer"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import parse_list
from ...models.payment_method_response import PaymentMethodResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment, query_pairs

OPERATION: Final = OPERATIONS["payment_methods.list"]


def decode(value: Any) -> list[PaymentMethodResponse]:
    """Decode the JSON value (or bytes, or text) of a 2xx response."""
    return parse_list(PaymentMethodResponse.from_dict, value)


def build_request(
    customer_id: str,
    *,
    provider: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/customers/{path_segment(customer_id, 'payment_methods.list: customer_id')}/payment-methods"
    )
    if provider is not None:
        _request.query += query_pairs("provider", provider)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    customer_id: str,
    *,
    client: AsyncClient,
    provider: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[PaymentMethodResponse]]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        customer_id, provider=provider, extra_query=extra_query, extra_headers=extra_headers
    )
    return await client.execute(OPERATION, _request, decode)
