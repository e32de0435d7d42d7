"""GET /v1/meters/subscriptions: List meter subscriptions by name"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import query_pairs
from ...models.meter_subscriptions_response import MeterSubscriptionsResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["meters.list_subscriptions_by_name"]
decode: Final[Callable[[Any], MeterSubscriptionsResponse]] = MeterSubscriptionsResponse.from_dict


def build_request(
    *,
    meter_name: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/meters/subscriptions")
    if meter_name is not None:
        _request.query += query_pairs("meterName", meter_name)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    meter_name: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[MeterSubscriptionsResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(meter_name=meter_name, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    meter_name: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> MeterSubscriptionsResponse:
    """List meter subscriptions by name

    Lists the subscriptions that can report usage to a meter, found by the meter's name.

    Presumably needs the licence Metered Products or Subscription, as reading the subscriptions of a meter
    does.

    `GET /v1/meters/subscriptions`

    Scopes (inferred, not documented): `meter-report`.

    The company needs the license Metered Products or Subscription.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        meter_name: Name of the meter
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
        NotFoundError: 404: `METER_NOT_FOUND`: the company has no such meter (inferred).
    """
    _request = build_request(meter_name=meter_name, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
