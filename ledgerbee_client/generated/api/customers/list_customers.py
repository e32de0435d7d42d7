"""GET /v1/customers: List customers"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import parse_list, query_pairs
from ...models.customer_response import CustomerResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["customers.list"]


def decode(value: Any) -> list[CustomerResponse]:
    """Decodes the value that a 2xx answer holds."""
    return parse_list(CustomerResponse.from_dict, value)


def build_request(
    *,
    customer_number: str | None = None,
    external_system_id: str | None = None,
    metadata: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

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
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        customer_number=customer_number,
        external_system_id=external_system_id,
        metadata=metadata,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    customer_number: str | None = None,
    external_system_id: str | None = None,
    metadata: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> list[CustomerResponse]:
    """List customers

    Lists all customers, ordered by customer number.

    Filter by `customerNumber`, by `externalSystemId`, or by metadata written as `metadata[key]=value`:
    matches are exact, several pairs must all match, and at most 10 pairs are taken per request.

    The unfiltered list is cached for 5 seconds. A filtered list is always fresh, so a customer just created
    is found at once by its number.

    `GET /v1/customers`

    Scopes: `customers-read`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        customer_number: Filter by customer number (exact match)
        external_system_id: Filter by your own id of the customer (exact match); it is unique per company, so
            at most one result
        metadata: Filter by metadata, written `metadata[key]=value`: exact match, several pairs must all
            match, at most 10 pairs
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
    """
    _request = build_request(
        customer_number=customer_number,
        external_system_id=external_system_id,
        metadata=metadata,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
