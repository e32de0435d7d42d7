"""GET /v1/order-confirmations/{id}/pdf: Download an order confirmation as PDF"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import parse_any, path_segment, query_pairs
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["order_confirmations.pdf"]
decode: Final[Callable[[Any], bytes]] = parse_any


def build_request(
    id: str,
    *,
    draft: bool | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/order-confirmations/{path_segment(id, 'id')}/pdf")
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
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(id, draft=draft, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    id: str,
    *,
    client: AsyncClient,
    draft: bool | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> bytes:
    """Download an order confirmation as PDF

    Downloads the order confirmation as PDF. `?draft=true` gives a watermarked preview before it is sent.

    `GET /v1/order-confirmations/{id}/pdf`

    Scopes: `order-confirmations-read`.

    Args:
        id: Order confirmation ID
        draft: Whether to render a watermarked preview, before the document is sent
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
        NotFoundError: 404: The company has no resource with this id.
    """
    _request = build_request(id, draft=draft, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
