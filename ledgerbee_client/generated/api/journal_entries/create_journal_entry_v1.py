"""POST /v1/journal-entries: Create a single journal entry (DEPRECATED — use POST /api/v2/journal-entries)"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model
from ...models.create_journal_entry_request import CreateJournalEntryRequest
from ...models.journal_entry_response import JournalEntryResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["journal_entries.create_v1"]
decode: Final[Callable[[Any], JournalEntryResponse]] = JournalEntryResponse.from_dict


def build_request(
    *,
    body: CreateJournalEntryRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/journal-entries")
    _request.json = encode_model(body, CreateJournalEntryRequest, "CreateJournalEntryRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateJournalEntryRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[JournalEntryResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: CreateJournalEntryRequest | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> JournalEntryResponse:
    """Create a single journal entry (DEPRECATED — use POST /api/v2/journal-entries)

    **Deprecated**: use `POST /v2/journal-entries` instead.

    Creates and posts a journal entry. All lines come from the caller; v2 adds the receivable or payable leg
    itself.

    At most 10 attachments per entry, in base64; the whole body must stay under 15 MB.

    The server does not deduplicate this call. When its outcome is unknown, read back before sending it again.

    `POST /v1/journal-entries`

    Deprecated: use POST /v2/journal-entries.

    Scopes (inferred, not documented): `journal-entries-write`.

    Not idempotent: sent twice, it may be applied twice; read back with `journal_entries.list`.

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
