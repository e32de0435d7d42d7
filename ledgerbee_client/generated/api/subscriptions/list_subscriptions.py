"""GET /v1/subscriptions: List customer subscriptions"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from ...client import AsyncClient
from ...codec import query_pairs
from ...models.list_subscriptions_response import ListSubscriptionsResponse
from ...models.subscription_status import SubscriptionStatus
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["subscriptions.list"]
decode: Final[Callable[[Any], ListSubscriptionsResponse]] = ListSubscriptionsResponse.from_dict


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
    """Checks and encodes the arguments. Nothing is sent.

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
    """As `asyncio`, but returns the status, the headers and the content too."""
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


async def asyncio(
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
) -> ListSubscriptionsResponse:
    """List customer subscriptions

    Retrieves a paginated list of customer subscriptions, each with the version in force today.

    Pass `?partnerReferenceId=` with the `clientReferenceId` given at provisioning to recover from a missed
    webhook of a checkout.

    Needs the Subscription licence; without it the answer is 403 `LICENSE.REQUIRED`.

    `GET /v1/subscriptions`

    Scopes: `subscriptions-read`.

    The company needs the license Subscription.

    Args:
        page: Page number (1-indexed)
        limit: Maximum number of items per page
        search: Search in customer name and subscription name
        statuses: Filter by status; several values may be given
        customer_id: Filter by customer ID
        plan_id: Filter by plan ID
        partner_reference_id: Exact match: the `clientReferenceId` given at provisioning
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
            `LICENSE.REQUIRED`: the company lacks the licence (`details.licenseKey` is `Subscription`).
    """
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
    return (await client.execute(OPERATION, _request, decode)).parsed
