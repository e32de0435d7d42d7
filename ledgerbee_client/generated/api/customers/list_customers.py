"""GET /v1/customers: List customers"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import parse_list
from ...models.customer_response import CustomerResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import query_pairs

OPERATION: Final = OPERATIONS["customers.list"]


def decode(value: Any) -> list[CustomerResponse]:
    """Decode the JSON value (or bytes, or text) of a 2xx response."""
    return parse_list(CustomerResponse.from_dict, value)


def build_request(
    *,
    customer_number: str | None = None,
    external_system_id: str | None = None,
    metadata: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/customers")
    if customer_number is not None:
        _request.query += query_pairs("customerNumber", customer_number)
    if external_system_id is not None:
        _request.query += query_pairs("externalSystemId", external_system_id)
    if metadata is not None:
        _request.query += query_pairs("metadata", metadata, "deepObject")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    customer_number: str | None = None,
    external_system_id: str | None = None,
    metadata: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[CustomerResponse]]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        customer_number=customer_number,
        external_system_id=external_system_id,
        metadata=metadata,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return await client.execute(OPERATION, _request, decode)
