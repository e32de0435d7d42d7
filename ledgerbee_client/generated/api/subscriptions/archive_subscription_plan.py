"""POST /v1/subscriptions/plans/{planId}/archive: Archive a subscription plan"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_any, encode_dict, path_segment
from ...models.subscription_plan_response import SubscriptionPlanResponse
from ...operations import OPERATIONS
from ...types import UNSET, Request, Response, Unset

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
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/subscriptions/plans/{path_segment(plan_id, 'plan_id')}/archive")
    if not isinstance(body, Unset):
        _request.json = encode_dict(body, lambda item: encode_any(item, "body"), "body")
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
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        plan_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    plan_id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any] | Unset = UNSET,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> SubscriptionPlanResponse:
    """Archive a subscription plan

    Archives a subscription plan.

    Needs the Subscription licence; without it the answer is 403 `LICENSE.REQUIRED`.

    The server does not deduplicate this call. When its outcome is unknown, read back before sending it again.

    `POST /v1/subscriptions/plans/{planId}/archive`

    Scopes (inferred, not documented): `subscriptions-write`.

    The company needs the license Subscription.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Not idempotent: sent twice, it may be applied twice; read back with `subscriptions.list_plans`.

    Args:
        plan_id: Plan ID
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
        plan_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
