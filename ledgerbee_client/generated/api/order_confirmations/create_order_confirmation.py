"""POST /v1/order-confirmations: Create a draft order confirmation"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model
from ...models.create_order_confirmation_request import CreateOrderConfirmationRequest
from ...models.public_order_confirmation import PublicOrderConfirmation
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["order_confirmations.create"]
decode: Final[Callable[[Any], PublicOrderConfirmation]] = PublicOrderConfirmation.from_dict


def build_request(
    *,
    body: CreateOrderConfirmationRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/order-confirmations")
    _request.json = encode_model(body, CreateOrderConfirmationRequest, "CreateOrderConfirmationRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateOrderConfirmationRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[PublicOrderConfirmation]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: CreateOrderConfirmationRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> PublicOrderConfirmation:
    """Create a draft order confirmation

    Creates a draft order confirmation. Its number is given when it is sent; nothing is booked.

    `totalPrice`, `vatRate` and `vatAmount` are computed by the server and must not be sent. At least one
    product line.

    The server does not deduplicate this call. When its outcome is unknown, read back before sending it again.

    `POST /v1/order-confirmations`

    Scopes: `order-confirmations-write`.

    Not idempotent: sent twice, it may be applied twice; read back with `order_confirmations.list`.

    Args:
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
    """
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
