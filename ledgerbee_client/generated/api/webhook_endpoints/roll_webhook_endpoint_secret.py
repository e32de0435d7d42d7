"""POST /v1/webhook-endpoints/{webhookEndpointId}/roll-secret: Roll the signing secret"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_open
from ...models.webhook_endpoint_secret_response import WebhookEndpointSecretResponse
from ...operations import OPERATIONS
from ...types import UNSET, Request, Response, Unset
from ...urls import path_segment

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
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/webhook-endpoints/{path_segment(webhook_endpoint_id, 'webhook_endpoints.roll_secret: webhook_endpoint_id')}/roll-secret"
    )
    if not isinstance(body, Unset):
        _request.json = encode_open(body, "body")
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
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        webhook_endpoint_id,
        body=body,
        extra_query=extra_query,
        extra_headers=extra_headers,
        extra_body=extra_body,
    )
    return await client.execute(OPERATION, _request, decode)
