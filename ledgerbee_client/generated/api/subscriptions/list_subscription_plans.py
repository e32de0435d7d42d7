"""GET /v1/subscriptions/plans: List subscription plans"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import parse_list
from ...models.subscription_plan_response import SubscriptionPlanResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["subscriptions.list_plans"]


def decode(value: Any) -> list[SubscriptionPlanResponse]:
    """Decodes the value that a 2xx answer holds."""
    return parse_list(SubscriptionPlanResponse.from_dict, value)


def build_request(
    *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/subscriptions/plans")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[SubscriptionPlanResponse]]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> list[SubscriptionPlanResponse]:
    """List subscription plans

    Lists the subscription plans of your company.

    Needs the Subscription licence; without it the answer is 403 `LICENSE.REQUIRED`.

    `GET /v1/subscriptions/plans`

    Scopes (inferred, not documented): `subscriptions-read`.

    The company needs the license Subscription.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
            `LICENSE.REQUIRED`: the company lacks the licence (`details.licenseKey` is `Subscription`).
    """
    _request = build_request(extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
