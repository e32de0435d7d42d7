"""POST /v1/invoices: Create a draft invoice"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model
from ...models.create_invoice_request import CreateInvoiceRequest
from ...models.public_invoice import PublicInvoice
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["invoices.create"]
decode: Final[Callable[[Any], PublicInvoice]] = PublicInvoice.from_dict


def build_request(
    *,
    body: CreateInvoiceRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/invoices")
    _request.json = encode_model(body, CreateInvoiceRequest, "CreateInvoiceRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateInvoiceRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[PublicInvoice]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: CreateInvoiceRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> PublicInvoice:
    """Create a draft invoice

    Creates a draft invoice. Its number is null until it is sent.

    `totalPrice`, `vatRate` and `vatAmount` are computed by the server and must not be sent. At least one
    product line.

    `documentTemplateId` chooses a design; the guide on templates documents it, the field list of the
    reference does not have it.

    The server does not deduplicate this call. When its outcome is unknown, read back before sending it again.

    `POST /v1/invoices`

    Scopes: `invoices-write`.

    Not idempotent: sent twice, it may be applied twice; read back with `invoices.list`.

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
