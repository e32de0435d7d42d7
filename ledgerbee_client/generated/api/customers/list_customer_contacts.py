"""GET /v1/customers/{customerId}/contacts: List a customer's contacts"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import parse_list, path_segment
from ...models.customer_contact_response import CustomerContactResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["customers.list_contacts"]


def decode(value: Any) -> list[CustomerContactResponse]:
    """Decodes the value that a 2xx answer holds."""
    return parse_list(CustomerContactResponse.from_dict, value)


def build_request(
    customer_id: str,
    *,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/customers/{path_segment(customer_id, 'customer_id')}/contacts")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    customer_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[CustomerContactResponse]]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(customer_id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    customer_id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> list[CustomerContactResponse]:
    """List a customer's contacts

    Lists the contacts of a customer.

    `GET /v1/customers/{customerId}/contacts`

    Scopes (inferred, not documented): `customers-read`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        customer_id: Customer ID
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
        NotFoundError: 404: The company has no resource with this id.
    """
    _request = build_request(customer_id, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
