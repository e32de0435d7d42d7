"""GET /v2/draft-journal-entries/{id}: Get a single draft journal entry (v2)"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.draft_journal_entry_response import DraftJournalEntryResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["draft_journal_entries.get"]
decode: Final[Callable[[Any], DraftJournalEntryResponse]] = DraftJournalEntryResponse.from_dict


def build_request(
    id: str, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v2/draft-journal-entries/{path_segment(id, 'draft_journal_entries.get: id')}")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[DraftJournalEntryResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
