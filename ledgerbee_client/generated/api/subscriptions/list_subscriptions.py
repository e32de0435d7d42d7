"""GET /v1/subscriptions: List customer subscriptions"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from ...client import AsyncClient
from ...models.customer_subscription_response import CustomerSubscriptionResponse
from ...models.list_subscriptions_response import ListSubscriptionsResponse
from ...models.subscription_status import SubscriptionStatus
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import query_pairs

OPERATION: Final = OPERATIONS["subscriptions.list"]
decode: Final[Callable[[Any], ListSubscriptionsResponse]] = ListSubscriptionsResponse.from_dict
decode_item: Final[Callable[[Any], CustomerSubscriptionResponse]] = CustomerSubscriptionResponse.from_dict


def build_request(
    *,
    page: int | None = None,
    limit: int | None = None,
    search: str | None = None,
    statuses: Sequence[SubscriptionStatus | str] | None = None,
    customer_id: str | None = None,
    plan_id: str | None = None,
    partner_reference_id: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/subscriptions")
    if page is not None:
        _request.query += query_pairs("page", page)
    if limit is not None:
        _request.query += query_pairs("limit", limit)
    if search is not None:
        _request.query += query_pairs("search", search)
    if statuses is not None:
        _request.query += query_pairs("statuses", statuses)
    if customer_id is not None:
        _request.query += query_pairs("customerId", customer_id)
    if plan_id is not None:
        _request.query += query_pairs("planId", plan_id)
    if partner_reference_id is not None:
        _request.query += query_pairs("partnerReferenceId", partner_reference_id)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    page: int | None = None,
    limit: int | None = None,
    search: str | None = None,
    statuses: Sequence[SubscriptionStatus | str] | None = None,
    customer_id: str | None = None,
    plan_id: str | None = None,
    partner_reference_id: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ListSubscriptionsResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        page=page,
        limit=limit,
        search=search,
        statuses=statuses,
        customer_id=customer_id,
        plan_id=plan_id,
        partner_reference_id=partner_reference_id,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return await client.execute(OPERATION, _request, decode)
