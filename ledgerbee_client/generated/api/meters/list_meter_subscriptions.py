"""GET /v1/meters/{meterId}/subscriptions: List meter subscriptions by ID"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import path_segment
from ...models.meter_subscriptions_response import MeterSubscriptionsResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["meters.list_subscriptions"]
decode: Final[Callable[[Any], MeterSubscriptionsResponse]] = MeterSubscriptionsResponse.from_dict


def build_request(
    meter_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/meters/{path_segment(meter_id, 'meter_id')}/subscriptions")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    meter_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[MeterSubscriptionsResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(meter_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    meter_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> MeterSubscriptionsResponse:
    """List meter subscriptions by ID

    Lists the subscriptions that can report usage to a meter: those holding a product whose price is linked to
    it. Paused subscriptions are left out.

    Needs the licence Metered Products or Subscription; without it the answer is 403 `LICENSE.REQUIRED`.

    `GET /v1/meters/{meterId}/subscriptions`

    Scopes: `meter-report`.

    The company needs the license Metered Products or Subscription.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        meter_id: Meter ID
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
            `LICENSE.REQUIRED`: the company has neither the Metered Products nor the Subscription licence.
        NotFoundError: 404: `METER_NOT_FOUND`: no such meter in the company.
    """
    _request = build_request(meter_id, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
