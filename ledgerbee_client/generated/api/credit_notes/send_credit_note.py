"""POST /v1/credit-notes/{id}/send: Send a credit note to the customer"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.send_credit_note_request import SendCreditNoteRequest, SendCreditNoteRequestDict
from ...models.send_document_response import SendDocumentResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["credit_notes.send"]
decode: Final[Callable[[Any], SendDocumentResponse]] = SendDocumentResponse.from_dict


def build_request(
    id: str,
    *,
    body: SendCreditNoteRequest | SendCreditNoteRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/credit-notes/{path_segment(id, 'credit_notes.send: id')}/send")
    _request.json = encode_model(body, SendCreditNoteRequest, "SendCreditNoteRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    body: SendCreditNoteRequest | SendCreditNoteRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[SendDocumentResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
