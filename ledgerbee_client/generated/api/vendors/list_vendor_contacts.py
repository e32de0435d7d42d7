"""GET /v1/vendors/{vendorId}/contacts: List vendor contacts"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import parse_list
from ...models.vendor_contact_response import VendorContactResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["vendors.list_contacts"]


def decode(value: Any) -> list[VendorContactResponse]:
    """Decode the JSON value (or bytes, or text) of a 2xx response."""
    return parse_list(VendorContactResponse.from_dict, value)


def build_request(
    vendor_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/vendors/{path_segment(vendor_id, 'vendors.list_contacts: vendor_id')}/contacts")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    vendor_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[VendorContactResponse]]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(vendor_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
