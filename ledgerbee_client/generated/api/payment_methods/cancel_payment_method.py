"""DELETE /v1/customers/{customerId}/payment-methods/{paymentMethodId}/cancel: Cancel a saved card on the payment provider"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import parse_none
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["payment_methods.cancel"]
decode: Final[Callable[[Any], None]] = parse_none


def build_request(
    customer_id: str,
    payment_method_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/customers/{path_segment(customer_id, 'payment_methods.cancel: customer_id')}/payment-methods/{path_segment(payment_method_id, 'payment_methods.cancel: payment_method_id')}/cancel"
    )
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    customer_id: str,
    payment_method_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[None]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        customer_id, payment_method_id, extra_query=extra_query, extra_headers=extra_headers
    )
    return await client.execute(OPERATION, _request, decode)
