"""POST /v1/vendors: Create a vendor"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model
from ...models.create_vendor_request import CreateVendorRequest
from ...models.create_vendor_response import CreateVendorResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["vendors.create"]
decode: Final[Callable[[Any], CreateVendorResponse]] = CreateVendorResponse.from_dict


def build_request(
    *,
    body: CreateVendorRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/vendors")
    _request.json = encode_model(body, CreateVendorRequest, "CreateVendorRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateVendorRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[CreateVendorResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: CreateVendorRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> CreateVendorResponse:
    """Create a vendor

    Creates a vendor with its contacts. Exactly one contact is the default; a single contact becomes it by
    itself.

    The response has the id and the number only; the full record is in the list.

    The server does not deduplicate this call. When its outcome is unknown, look for the `vendorNumber` with
    *List vendors*. It is unique: a repetition is refused with `VENDOR_NUMBER_ALREADY_EXISTS`.

    `POST /v1/vendors`

    Scopes: `vendors-write`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Not idempotent: sent twice, it may be applied twice; read back with `vendors.list`.

    Args:
        client: sends the request
        body: the body of the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers
        extra_body: body fields that the document doesn't know

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            `VENDOR_NUMBER_ALREADY_EXISTS`: the number is taken. `CONTACT_DEFAULT_REQUIRED`: several contacts,
            none the default. `CONTACT_MULTIPLE_DEFAULTS`: several contacts are the default.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
        NotFoundError: 404: `VENDOR_GROUP_NOT_FOUND`: no such vendor group in the company. `LEDGER_NOT_FOUND`:
            defaultAccountId is no ledger account of the company.
    """
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
