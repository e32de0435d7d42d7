"""GET /v1/subscriptions/{id}/scheduled-changes: List a subscription’s pending scheduled changes"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import parse_list
from ...models.scheduled_change_response import ScheduledChangeResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["subscriptions.list_scheduled_changes"]


def decode(value: Any) -> list[ScheduledChangeResponse]:
    """Decode the JSON value (or bytes, or text) of a 2xx response."""
    return parse_list(ScheduledChangeResponse.from_dict, value)


def build_request(
    id: str, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/subscriptions/{path_segment(id, 'subscriptions.list_scheduled_changes: id')}/scheduled-changes"
    )
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[ScheduledChangeResponse]]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
