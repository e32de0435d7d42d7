"""PUT /v1/webhook-endpoints/{webhookEndpointId}: Update a webhook endpoint"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.update_webhook_endpoint_request import (
    UpdateWebhookEndpointRequest,
    UpdateWebhookEndpointRequestDict,
)
from ...models.webhook_endpoint_response import WebhookEndpointResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["webhook_endpoints.update"]
decode: Final[Callable[[Any], WebhookEndpointResponse]] = WebhookEndpointResponse.from_dict


def build_request(
    webhook_endpoint_id: str,
    *,
    body: UpdateWebhookEndpointRequest | UpdateWebhookEndpointRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/webhook-endpoints/{path_segment(webhook_endpoint_id, 'webhook_endpoints.update: webhook_endpoint_id')}"
    )
    _request.json = encode_model(body, UpdateWebhookEndpointRequest, "UpdateWebhookEndpointRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    webhook_endpoint_id: str,
    *,
    client: AsyncClient,
    body: UpdateWebhookEndpointRequest | UpdateWebhookEndpointRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[WebhookEndpointResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        webhook_endpoint_id,
        body=body,
        extra_query=extra_query,
        extra_headers=extra_headers,
        extra_body=extra_body,
    )
    return await client.execute(OPERATION, _request, decode)
