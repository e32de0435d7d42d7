"""POST /v2/draft-journal-entries/{id}/book: Book a draft journal entry (v2)"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_any, encode_dict, path_segment
from ...models.journal_entry_response import JournalEntryResponse
from ...operations import OPERATIONS
from ...types import UNSET, Request, Response, Unset

OPERATION: Final = OPERATIONS["draft_journal_entries.book"]
decode: Final[Callable[[Any], JournalEntryResponse]] = JournalEntryResponse.from_dict


def build_request(
    id: str,
    *,
    body: Mapping[str, Any] | Unset = UNSET,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v2/draft-journal-entries/{path_segment(id, 'id')}/book")
    if not isinstance(body, Unset):
        _request.json = encode_dict(body, lambda item: encode_any(item, "body"), "body")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any] | Unset = UNSET,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[JournalEntryResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    id: str,
    *,
    client: AsyncClient,
    body: Mapping[str, Any] | Unset = UNSET,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> JournalEntryResponse:
    """Book a draft journal entry (v2)

    Books a draft: it becomes a posted journal entry.

    The server does not deduplicate this call. When its outcome is unknown, read the draft before sending it
    again: once booked it should be gone.

    `POST /v2/draft-journal-entries/{id}/book`

    Scopes (inferred, not documented): `journal-entries-write`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Not idempotent: sent twice, it may be applied twice; read back with `draft_journal_entries.get`.

    Args:
        id: Draft journal entry ID
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
