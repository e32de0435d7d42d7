"""POST /v1/credit-notes: Create a credit note"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.create_credit_note_request import CreateCreditNoteRequest, CreateCreditNoteRequestDict
from ...models.public_credit_note import PublicCreditNote
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["credit_notes.create"]
decode: Final[Callable[[Any], PublicCreditNote]] = PublicCreditNote.from_dict


def build_request(
    *,
    body: CreateCreditNoteRequest | CreateCreditNoteRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/credit-notes")
    _request.json = encode_model(body, CreateCreditNoteRequest, "CreateCreditNoteRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateCreditNoteRequest | CreateCreditNoteRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[PublicCreditNote]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
