"""GET /v1/invoices/{id}/delivery-status: Get the delivery status of an invoice"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.delivery_status_response import DeliveryStatusResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["invoices.delivery_status"]
decode: Final[Callable[[Any], DeliveryStatusResponse]] = DeliveryStatusResponse.from_dict


def build_request(
    id: str, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/invoices/{path_segment(id, 'invoices.delivery_status: id')}/delivery-status")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[DeliveryStatusResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
