"""PATCH /v1/quotes/{id}: Update a draft quote"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.public_quote import PublicQuote
from ...models.update_quote_request import UpdateQuoteRequest, UpdateQuoteRequestDict
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["quotes.update"]
decode: Final[Callable[[Any], PublicQuote]] = PublicQuote.from_dict


def build_request(
    id: str,
    *,
    body: UpdateQuoteRequest | UpdateQuoteRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/quotes/{path_segment(id, 'quotes.update: id')}")
    _request.json = encode_model(body, UpdateQuoteRequest, "UpdateQuoteRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    body: UpdateQuoteRequest | UpdateQuoteRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[PublicQuote]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
