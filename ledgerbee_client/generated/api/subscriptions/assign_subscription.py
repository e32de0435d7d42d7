"""POST /v1/subscriptions: Assign a subscription to a customer"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model
from ...models.assign_subscription_request import AssignSubscriptionRequest
from ...models.customer_subscription_response import CustomerSubscriptionResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["subscriptions.assign"]
decode: Final[Callable[[Any], CustomerSubscriptionResponse]] = CustomerSubscriptionResponse.from_dict


def build_request(
    *,
    body: AssignSubscriptionRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/subscriptions")
    _request.json = encode_model(body, AssignSubscriptionRequest, "AssignSubscriptionRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: AssignSubscriptionRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[CustomerSubscriptionResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: AssignSubscriptionRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> CustomerSubscriptionResponse:
    """Assign a subscription to a customer

    Assigns a subscription plan to a customer. A `startDate` in the future gives a subscription with status
    `scheduled`.

    There is no currency field: it follows from the customer and the plan.

    Emits `subscription.assigned`.

    Needs the Subscription licence; without it the answer is 403 `LICENSE.REQUIRED`.

    The server does not deduplicate this call. When its outcome is unknown, look for the subscription with
    *List customer subscriptions*, by `customerId` and `planId`, before sending it again.

    `POST /v1/subscriptions`

    Scopes: `subscriptions-write`.

    The company needs the license Subscription.

    Not idempotent: sent twice, it may be applied twice; read back with `subscriptions.list`.

    Args:
        client: sends the request
        body: the body of the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers
        extra_body: body fields that the document doesn't know

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
            `LICENSE.REQUIRED`: the company lacks the licence (`details.licenseKey` is `Subscription`).
    """
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
