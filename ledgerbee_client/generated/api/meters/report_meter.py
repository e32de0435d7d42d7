"""POST /v1/meters/report: Report usage"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model, header_value
from ...models.report_usage_request import ReportUsageRequest
from ...models.report_usage_response import ReportUsageResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["meters.report"]
decode: Final[Callable[[Any], ReportUsageResponse]] = ReportUsageResponse.from_dict


def build_request(
    *,
    idempotency_key: str | None = None,
    body: ReportUsageRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/meters/report")
    if idempotency_key is not None:
        _request.headers["x-api-idempotency-key"] = header_value(idempotency_key, "idempotency_key")
    _request.json = encode_model(body, ReportUsageRequest, "ReportUsageRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    idempotency_key: str | None = None,
    body: ReportUsageRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[ReportUsageResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        idempotency_key=idempotency_key,
        body=body,
        extra_query=extra_query,
        extra_headers=extra_headers,
        extra_body=extra_body,
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    idempotency_key: str | None = None,
    body: ReportUsageRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> ReportUsageResponse:
    """Report usage

    Reports usage of a metered product.

    The call is asynchronous: after 202 with status `queued` the event is not visible yet. The meter must be
    active, and either `meterId` or `meterName` must be given.

    Safe to repeat with the same `x-api-idempotency-key`: a replay is answered 200 with status `duplicate` and
    is not counted again. Keys are scoped per tenant; use a fresh one (a UUID) for each new submission. It is
    the only operation of the API with such a key.

    Presumably needs the licence Metered Products or Subscription, as reading the subscriptions of a meter
    does.

    `POST /v1/meters/report`

    Scopes: `meter-report`.

    The company needs the license Metered Products or Subscription.

    Args:
        idempotency_key: Key of the submission: a fresh one (a UUID) for each new submission, the same one for
            each retry, made when not given, and kept across retries
        client: sends the request
        body: the body of the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers
        extra_body: body fields that the document doesn't know

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation. The idempotency key
            header is missing. Archived meter, or neither meterId nor meterName (inferred).
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
        NotFoundError: 404: `METER_NOT_FOUND`: no such meter in the company.
    """
    _request = build_request(
        idempotency_key=idempotency_key,
        body=body,
        extra_query=extra_query,
        extra_headers=extra_headers,
        extra_body=extra_body,
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
