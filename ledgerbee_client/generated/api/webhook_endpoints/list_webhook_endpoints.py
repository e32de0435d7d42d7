"""GET /v1/webhook-endpoints: List webhook endpoints"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.list_webhook_endpoints_response import ListWebhookEndpointsResponse
from ...models.webhook_endpoint_response import WebhookEndpointResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import query_pairs

OPERATION: Final = OPERATIONS["webhook_endpoints.list"]
decode: Final[Callable[[Any], ListWebhookEndpointsResponse]] = ListWebhookEndpointsResponse.from_dict
decode_item: Final[Callable[[Any], WebhookEndpointResponse]] = WebhookEndpointResponse.from_dict


def build_request(
    *,
    page: int | None = None,
    limit: int | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

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
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(page=page, limit=limit, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
