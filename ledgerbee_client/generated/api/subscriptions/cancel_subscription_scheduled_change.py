"""DELETE /v1/subscriptions/{id}/scheduled-changes/{changeId}: Cancel a single pending scheduled change"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import parse_none
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["subscriptions.cancel_scheduled_change"]
decode: Final[Callable[[Any], None]] = parse_none


def build_request(
    id: str,
    change_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/subscriptions/{path_segment(id, 'subscriptions.cancel_scheduled_change: id')}/scheduled-changes/{path_segment(change_id, 'subscriptions.cancel_scheduled_change: change_id')}"
    )
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    id: str,
    change_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[None]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(id, change_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
