"""POST /v1/customers/{customerId}/payment-methods/card-save-link: Generate a link for the customer to save a card for future payments"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import check_dict, encode_any, encode_dict, path_segment
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["payment_methods.create_card_save_link"]


def decode(value: Any) -> dict[str, Any]:
    """Decodes the value that a 2xx answer holds."""
    return check_dict(value)


def build_request(
    customer_id: str,
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
    _request = Request(
        f"/v1/customers/{path_segment(customer_id, 'customer_id')}/payment-methods/card-save-link"
    )
    _request.json = encode_dict(body, lambda item: encode_any(item, "body"), "body")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    customer_id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[dict[str, Any]]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        customer_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    customer_id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Generate a link for the customer to save a card for future payments

    Generates the URL of a payment window in which the customer enters a card for future payments.

    The server does not deduplicate this call. When its outcome is unknown, read back before sending it again.

    `POST /v1/customers/{customerId}/payment-methods/card-save-link`

    Scopes (inferred, not documented): `payment-methods-write`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Not idempotent: sent twice, it may be applied twice; read back with `payment_methods.list`.

    Args:
        customer_id: Customer ID
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
        NotFoundError: 404: The company has no resource with this id.
    """
    _request = build_request(
        customer_id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
