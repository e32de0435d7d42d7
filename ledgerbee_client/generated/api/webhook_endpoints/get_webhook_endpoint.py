"""GET /v1/webhook-endpoints/{webhookEndpointId}: Retrieve a webhook endpoint"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import path_segment
from ...models.webhook_endpoint_response import WebhookEndpointResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["webhook_endpoints.get"]
decode: Final[Callable[[Any], WebhookEndpointResponse]] = WebhookEndpointResponse.from_dict


def build_request(
    webhook_endpoint_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/webhook-endpoints/{path_segment(webhook_endpoint_id, 'webhook_endpoint_id')}")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    webhook_endpoint_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[WebhookEndpointResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(webhook_endpoint_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    webhook_endpoint_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> WebhookEndpointResponse:
    """Retrieve a webhook endpoint

    Returns a single webhook endpoint.

    `GET /v1/webhook-endpoints/{webhookEndpointId}`

    Scopes: `webhook-endpoints-read`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        webhook_endpoint_id: Webhook endpoint ID
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
    _request = build_request(webhook_endpoint_id, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
