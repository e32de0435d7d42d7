"""POST /v1/meters/report: Report usage"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.report_usage_request import ReportUsageRequest, ReportUsageRequestDict
from ...models.report_usage_response import ReportUsageResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import header_value

OPERATION: Final = OPERATIONS["meters.report"]
decode: Final[Callable[[Any], ReportUsageResponse]] = ReportUsageResponse.from_dict


def build_request(
    *,
    idempotency_key: str | None = None,
    body: ReportUsageRequest | ReportUsageRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

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
    body: ReportUsageRequest | ReportUsageRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[ReportUsageResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        idempotency_key=idempotency_key,
        body=body,
        extra_query=extra_query,
        extra_headers=extra_headers,
        extra_body=extra_body,
    )
    return await client.execute(OPERATION, _request, decode)
