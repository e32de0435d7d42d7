"""POST /v1/quotes/{id}/send: Send a quote"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import check_dict
from ...encoding import encode_model
from ...models.send_quote_request import SendQuoteRequest, SendQuoteRequestDict
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["quotes.send"]


def decode(value: Any) -> dict[str, Any]:
    """Decode the JSON value (or bytes, or text) of a 2xx response."""
    return check_dict(value)


def build_request(
    id: str,
    *,
    body: SendQuoteRequest | SendQuoteRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/quotes/{path_segment(id, 'quotes.send: id')}/send")
    _request.json = encode_model(body, SendQuoteRequest, "SendQuoteRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    body: SendQuoteRequest | SendQuoteRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[dict[str, Any]]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
