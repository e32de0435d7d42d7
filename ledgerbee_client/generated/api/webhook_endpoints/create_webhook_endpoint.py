"""POST /v1/webhook-endpoints: Create a webhook endpoint"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model
from ...models.create_webhook_endpoint_request import CreateWebhookEndpointRequest
from ...models.webhook_endpoint_secret_response import WebhookEndpointSecretResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["webhook_endpoints.create"]
decode: Final[Callable[[Any], WebhookEndpointSecretResponse]] = WebhookEndpointSecretResponse.from_dict


def build_request(
    *,
    body: CreateWebhookEndpointRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/webhook-endpoints")
    _request.json = encode_model(body, CreateWebhookEndpointRequest, "CreateWebhookEndpointRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateWebhookEndpointRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[WebhookEndpointSecretResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: CreateWebhookEndpointRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> WebhookEndpointSecretResponse:
    """Create a webhook endpoint

    Registers a webhook endpoint. The URL must be public HTTPS; plain http, and loopback, private and
    link-local hosts, are refused.

    The response carries the signing secret (`whsec_...`), which is shown this once: store it.

    The server does not deduplicate this call. When its outcome is unknown, read back before sending it again.

    `POST /v1/webhook-endpoints`

    Scopes: `webhook-endpoints-write`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Not idempotent: sent twice, it may be applied twice; read back with `webhook_endpoints.list`.

    Args:
        client: sends the request
        body: the body of the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers
        extra_body: body fields that the document doesn't know

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation. Plain http, a loopback,
            private or link-local host, or no known topic in `enabledEvents` (inferred).
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
    """
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
