"""GET /v1/order-confirmations/{id}/pdf: Download an order confirmation as PDF"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import parse_any
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment, query_pairs

OPERATION: Final = OPERATIONS["order_confirmations.pdf"]
decode: Final[Callable[[Any], bytes]] = parse_any


def build_request(
    id: str,
    *,
    draft: bool | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/order-confirmations/{path_segment(id, 'order_confirmations.pdf: id')}/pdf")
    if draft is not None:
        _request.query += query_pairs("draft", draft)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    draft: bool | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[bytes]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(id, draft=draft, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
