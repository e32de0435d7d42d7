"""GET /v1/meters/{meterId}/subscriptions: List meter subscriptions by ID"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.meter_subscriptions_response import MeterSubscriptionsResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["meters.list_subscriptions"]
decode: Final[Callable[[Any], MeterSubscriptionsResponse]] = MeterSubscriptionsResponse.from_dict


def build_request(
    meter_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/meters/{path_segment(meter_id, 'meters.list_subscriptions: meter_id')}/subscriptions"
    )
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    meter_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[MeterSubscriptionsResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(meter_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
