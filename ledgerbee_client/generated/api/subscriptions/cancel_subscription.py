"""POST /v1/subscriptions/cancel: Cancel a customer subscription"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import check_dict, encode_model
from ...models.cancel_subscription_request import CancelSubscriptionRequest
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["subscriptions.cancel"]


def decode(value: Any) -> dict[str, Any]:
    """Decodes the value that a 2xx answer holds."""
    return check_dict(value)


def build_request(
    *,
    body: CancelSubscriptionRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/subscriptions/cancel")
    _request.json = encode_model(body, CancelSubscriptionRequest, "CancelSubscriptionRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CancelSubscriptionRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[dict[str, Any]]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: CancelSubscriptionRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Cancel a customer subscription

    Cancels a customer subscription: at the end of the cycle, immediately, or on a given date.
    `clear_schedule` takes a scheduled cancellation back. The id stands in the body, not in the path.

    A scheduled cancellation is a queued change and emits `subscription.cancellation_scheduled`; an immediate
    one emits `subscription.churned`.

    Needs the Subscription licence; without it the answer is 403 `LICENSE.REQUIRED`.

    The server does not deduplicate this call. When its outcome is unknown, read the status of the
    subscription before sending it again.

    `POST /v1/subscriptions/cancel`

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
