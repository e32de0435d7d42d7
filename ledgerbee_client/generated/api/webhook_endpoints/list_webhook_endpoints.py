"""GET /v1/webhook-endpoints: List webhook endpoints"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import query_pairs
from ...models.list_webhook_endpoints_response import ListWebhookEndpointsResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["webhook_endpoints.list"]
decode: Final[Callable[[Any], ListWebhookEndpointsResponse]] = ListWebhookEndpointsResponse.from_dict


def build_request(
    *,
    page: int | None = None,
    limit: int | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/webhook-endpoints")
    if page is not None:
        _request.query += query_pairs("page", page)
    if limit is not None:
        _request.query += query_pairs("limit", limit)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    page: int | None = None,
    limit: int | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ListWebhookEndpointsResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(page=page, limit=limit, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    page: int | None = None,
    limit: int | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> ListWebhookEndpointsResponse:
    """List webhook endpoints

    Retrieves a paginated list of the webhook endpoints of your company, newest first.

    `GET /v1/webhook-endpoints`

    Scopes: `webhook-endpoints-read`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        page: Page number (1-indexed)
        limit: Maximum number of items per page, at most 100
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
    """
    _request = build_request(page=page, limit=limit, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
