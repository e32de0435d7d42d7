"""PATCH /v1/subscriptions/{id}: Update a customer subscription"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_any, encode_dict, path_segment
from ...models.customer_subscription_response import CustomerSubscriptionResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["subscriptions.update"]
decode: Final[Callable[[Any], CustomerSubscriptionResponse]] = CustomerSubscriptionResponse.from_dict


def build_request(
    id: str,
    *,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/subscriptions/{path_segment(id, 'id')}")
    _request.json = encode_dict(body, lambda item: encode_any(item, "body"), "body")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[CustomerSubscriptionResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> CustomerSubscriptionResponse:
    """Update a customer subscription

    Updates the configuration of a customer subscription.

    Structural changes (plan, cadence, products, pausing and resuming) cannot be made over the API; they are
    made in the app.

    Needs the Subscription licence; without it the answer is 403 `LICENSE.REQUIRED`.

    `PATCH /v1/subscriptions/{id}`

    Scopes: `subscriptions-write`.

    The company needs the license Subscription.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Not idempotent: sent twice, it may be applied twice; read back with `subscriptions.get`.

    Args:
        id: Stable id of the subscription, the same through all its changes
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
        NotFoundError: 404: The company has no resource with this id.
    """
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
