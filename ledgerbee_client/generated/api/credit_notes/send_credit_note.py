"""POST /v1/credit-notes/{id}/send: Send a credit note to the customer"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model, path_segment
from ...models.send_credit_note_request import SendCreditNoteRequest
from ...models.send_document_response import SendDocumentResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["credit_notes.send"]
decode: Final[Callable[[Any], SendDocumentResponse]] = SendDocumentResponse.from_dict


def build_request(
    id: str,
    *,
    body: SendCreditNoteRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/credit-notes/{path_segment(id, 'id')}/send")
    _request.json = encode_model(body, SendCreditNoteRequest, "SendCreditNoteRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    body: SendCreditNoteRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[SendDocumentResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    id: str,
    *,
    client: AsyncClient,
    body: SendCreditNoteRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> SendDocumentResponse:
    """Send a credit note to the customer

    Books the credit note and delivers it by `Email`, by `Sproom` (e-invoicing by EAN number) or `Manual`.

    The overrides hold for this sending only, unless `updateCustomerRecord` is true.

    The server does not deduplicate this call. When its outcome is unknown, read the status or the delivery
    status before sending it again.

    `POST /v1/credit-notes/{id}/send`

    Scopes: `invoices-write`.

    Not idempotent: sent twice, it may be applied twice; read back with `credit_notes.get`.

    Args:
        id: Credit note ID
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
