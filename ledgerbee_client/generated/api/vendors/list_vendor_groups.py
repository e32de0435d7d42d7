"""GET /v1/vendors/groups: List vendor groups"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import parse_list
from ...models.vendor_group_response import VendorGroupResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["vendors.list_groups"]


def decode(value: Any) -> list[VendorGroupResponse]:
    """Decode the JSON value (or bytes, or text) of a 2xx response."""
    return parse_list(VendorGroupResponse.from_dict, value)


def build_request(
    *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/vendors/groups")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[VendorGroupResponse]]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
