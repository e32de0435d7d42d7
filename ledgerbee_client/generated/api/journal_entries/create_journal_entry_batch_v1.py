"""POST /v1/journal-batches: Create multiple journal entries in batch (DEPRECATED — migrate to v2)"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_any, encode_dict
from ...models.batch_create_journal_entries_response import BatchCreateJournalEntriesResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["journal_entries.create_batch_v1"]
decode: Final[Callable[[Any], BatchCreateJournalEntriesResponse]] = (
    BatchCreateJournalEntriesResponse.from_dict
)


def build_request(
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
    _request = Request("/v1/journal-batches")
    _request.json = encode_dict(body, lambda item: encode_any(item, "body"), "body")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[BatchCreateJournalEntriesResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> BatchCreateJournalEntriesResponse:
    """Create multiple journal entries in batch (DEPRECATED — migrate to v2)

    **Deprecated**: use `POST /v2/journal-entries/batch` instead. No sunset date is named.

    Creates 1 to 100 journal entries in one transaction: any failure rolls back all. The entries are journal
    entries, invoices and payments, with optional references to customers and dimensions.

    The server does not deduplicate this call. When its outcome is unknown, read back before sending it again.

    `POST /v1/journal-batches`

    Deprecated: use POST /v2/journal-entries/batch.

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
