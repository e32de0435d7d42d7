"""PATCH /v1/order-confirmations/{id}: Update a draft order confirmation"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model, path_segment
from ...models.public_order_confirmation import PublicOrderConfirmation
from ...models.update_order_confirmation_request import UpdateOrderConfirmationRequest
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["order_confirmations.update"]
decode: Final[Callable[[Any], PublicOrderConfirmation]] = PublicOrderConfirmation.from_dict


def build_request(
    id: str,
    *,
    body: UpdateOrderConfirmationRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/order-confirmations/{path_segment(id, 'id')}")
    _request.json = encode_model(body, UpdateOrderConfirmationRequest, "UpdateOrderConfirmationRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    body: UpdateOrderConfirmationRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[PublicOrderConfirmation]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    id: str,
    *,
    client: AsyncClient,
    body: UpdateOrderConfirmationRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> PublicOrderConfirmation:
    """Update a draft order confirmation

    Updates an order confirmation; drafts only.

    The editable fields and the lines are replaced wholesale: send the full set.

    The body replaces everything, so repeating the call gives the same document.

    `PATCH /v1/order-confirmations/{id}`

    Scopes: `order-confirmations-write`.

    Not idempotent: sent twice, it may be applied twice; read back with `order_confirmations.get`.

    Args:
        id: Order confirmation ID
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
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
