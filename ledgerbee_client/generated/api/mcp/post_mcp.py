"""POST /v1/mcp: LedgerBee Developer MCP Server"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import check_dict, encode_any, encode_dict
from ...operations import OPERATIONS
from ...types import UNSET, Request, Response, Unset

OPERATION: Final = OPERATIONS["mcp.post"]


def decode(value: Any) -> dict[str, Any]:
    """Decodes the value that a 2xx answer holds."""
    return check_dict(value)


def build_request(
    *,
    body: Mapping[str, Any] | Unset = UNSET,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/mcp")
    if not isinstance(body, Unset):
        _request.json = encode_dict(body, lambda item: encode_any(item, "body"), "body")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: Mapping[str, Any] | Unset = UNSET,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[dict[str, Any]]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: Mapping[str, Any] | Unset = UNSET,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """LedgerBee Developer MCP Server

    Endpoint of the LedgerBee MCP server, transport Streamable HTTP. It speaks JSON-RPC to AI assistants and
    is of no use to an API client.

    Sign-in is OAuth 2.1 in the browser; an API key is not accepted. One connection is one company: chosen at
    sign-in, or fixed by the URL `/v1/mcp/c/{appCompanyId}`.

    Tool calls are rate-limited. The scopes `portal-provision` and `portal-sso-mint` are never given to an MCP
    client.

    `POST /v1/mcp`

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Not idempotent: sent twice, it may be applied twice.

    Args:
        client: sends the request
        body: the body of the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers
        extra_body: body fields that the document doesn't know

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: The access token is missing, invalid or expired.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
        RateLimitError: 429: Too many tool calls; the limit is not published.
    """
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
