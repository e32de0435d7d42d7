"""POST /v1/journal-entries: Create a single journal entry (DEPRECATED — use POST /api/v2/journal-entries)"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.create_journal_entry_request import CreateJournalEntryRequest, CreateJournalEntryRequestDict
from ...models.journal_entry_response import JournalEntryResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["journal_entries.create_v1"]
decode: Final[Callable[[Any], JournalEntryResponse]] = JournalEntryResponse.from_dict


def build_request(
    *,
    body: CreateJournalEntryRequest | CreateJournalEntryRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/journal-entries")
    _request.json = encode_model(body, CreateJournalEntryRequest, "CreateJournalEntryRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateJournalEntryRequest | CreateJournalEntryRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[JournalEntryResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
