"""POST /v1/subscriptions/plans/{planId}/archive: Archive a subscription plan"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_open
from ...models.subscription_plan_response import SubscriptionPlanResponse
from ...operations import OPERATIONS
from ...types import UNSET, Request, Response, Unset
from ...urls import path_segment

OPERATION: Final = OPERATIONS["subscriptions.archive_plan"]
decode: Final[Callable[[Any], SubscriptionPlanResponse]] = SubscriptionPlanResponse.from_dict


def build_request(
    plan_id: str,
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
        f"/v1/subscriptions/plans/{path_segment(plan_id, 'subscriptions.archive_plan: plan_id')}/archive"
    )
    if not isinstance(body, Unset):
        _request.json = encode_open(body, "body")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    plan_id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any] | Unset = UNSET,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[SubscriptionPlanResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        plan_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
