"""GET /v1/subscriptions/{id}: Get a customer subscription by its stable id"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import path_segment
from ...models.customer_subscription_response import CustomerSubscriptionResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["subscriptions.get"]
decode: Final[Callable[[Any], CustomerSubscriptionResponse]] = CustomerSubscriptionResponse.from_dict


def build_request(
    id: str, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/subscriptions/{path_segment(id, 'id')}")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[CustomerSubscriptionResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> CustomerSubscriptionResponse:
    """Get a customer subscription by its stable id

    Returns a customer subscription by its stable id: the version in force today. The id stays the same
    through all changes of the subscription.

    Needs the Subscription licence; without it the answer is 403 `LICENSE.REQUIRED`.

    `GET /v1/subscriptions/{id}`

    Scopes: `subscriptions-read`.

    The company needs the license Subscription.

    Args:
        id: Stable id of the subscription, the same through all its changes
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
        NotFoundError: 404: The company has no resource with this id.
    """
    _request = build_request(id, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
