"""PUT /v1/webhook-endpoints/{webhookEndpointId}: Update a webhook endpoint"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model, path_segment
from ...models.update_webhook_endpoint_request import UpdateWebhookEndpointRequest
from ...models.webhook_endpoint_response import WebhookEndpointResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["webhook_endpoints.update"]
decode: Final[Callable[[Any], WebhookEndpointResponse]] = WebhookEndpointResponse.from_dict


def build_request(
    webhook_endpoint_id: str,
    *,
    body: UpdateWebhookEndpointRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/webhook-endpoints/{path_segment(webhook_endpoint_id, 'webhook_endpoint_id')}")
    _request.json = encode_model(body, UpdateWebhookEndpointRequest, "UpdateWebhookEndpointRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    webhook_endpoint_id: str,
    *,
    client: AsyncClient,
    body: UpdateWebhookEndpointRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[WebhookEndpointResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        webhook_endpoint_id,
        body=body,
        extra_query=extra_query,
        extra_headers=extra_headers,
        extra_body=extra_body,
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    webhook_endpoint_id: str,
    *,
    client: AsyncClient,
    body: UpdateWebhookEndpointRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> WebhookEndpointResponse:
    """Update a webhook endpoint

    Updates a webhook endpoint.

    `PUT /v1/webhook-endpoints/{webhookEndpointId}`

    Scopes: `webhook-endpoints-write`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        webhook_endpoint_id: Webhook endpoint ID
        client: sends the request
        body: the body of the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers
        extra_body: body fields that the document doesn't know

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
        NotFoundError: 404: The company has no resource with this id.
    """
    _request = build_request(
        webhook_endpoint_id,
        body=body,
        extra_query=extra_query,
        extra_headers=extra_headers,
        extra_body=extra_body,
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
