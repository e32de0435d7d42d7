"""POST /v1/order-confirmations/{id}/send: Send an order confirmation"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import check_dict
from ...encoding import encode_model
from ...models.send_order_confirmation_request import (
    SendOrderConfirmationRequest,
    SendOrderConfirmationRequestDict,
)
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["order_confirmations.send"]


def decode(value: Any) -> dict[str, Any]:
    """Decode the JSON value (or bytes, or text) of a 2xx response."""
    return check_dict(value)


def build_request(
    id: str,
    *,
    body: SendOrderConfirmationRequest | SendOrderConfirmationRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/order-confirmations/{path_segment(id, 'order_confirmations.send: id')}/send")
    _request.json = encode_model(body, SendOrderConfirmationRequest, "SendOrderConfirmationRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    body: SendOrderConfirmationRequest | SendOrderConfirmationRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[dict[str, Any]]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
