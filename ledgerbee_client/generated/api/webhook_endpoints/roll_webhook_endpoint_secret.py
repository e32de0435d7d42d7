"""POST /v1/webhook-endpoints/{webhookEndpointId}/roll-secret: Roll the signing secret"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_any, encode_dict, path_segment
from ...models.webhook_endpoint_secret_response import WebhookEndpointSecretResponse
from ...operations import OPERATIONS
from ...types import UNSET, Request, Response, Unset

OPERATION: Final = OPERATIONS["webhook_endpoints.roll_secret"]
decode: Final[Callable[[Any], WebhookEndpointSecretResponse]] = WebhookEndpointSecretResponse.from_dict


def build_request(
    webhook_endpoint_id: str,
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
    _request = Request(
        f"/v1/webhook-endpoints/{path_segment(webhook_endpoint_id, 'webhook_endpoint_id')}/roll-secret"
    )
    if not isinstance(body, Unset):
        _request.json = encode_dict(body, lambda item: encode_any(item, "body"), "body")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    webhook_endpoint_id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any] | Unset = UNSET,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[WebhookEndpointSecretResponse]:
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
    body: Mapping[str, Any] | Unset = UNSET,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> WebhookEndpointSecretResponse:
    """Roll the signing secret

    Makes a new signing secret for a webhook endpoint. It is shown this once: store it.

    During a change the signature header may hold several entries; accept a delivery when one of them matches.

    The server does not deduplicate this call. When its outcome is unknown, roll again only if you have no
    secret, because each call makes another one.

    `POST /v1/webhook-endpoints/{webhookEndpointId}/roll-secret`

    Scopes (inferred, not documented): `webhook-endpoints-write`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Not idempotent: sent twice, it may be applied twice; read back with `webhook_endpoints.get`.

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
