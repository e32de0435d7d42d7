"""POST /v2/draft-journal-entries/{id}/book: Book a draft journal entry (v2)"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_open
from ...models.journal_entry_response import JournalEntryResponse
from ...operations import OPERATIONS
from ...types import UNSET, Request, Response, Unset
from ...urls import path_segment

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
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v2/draft-journal-entries/{path_segment(id, 'draft_journal_entries.book: id')}/book")
    if not isinstance(body, Unset):
        _request.json = encode_open(body, "body")
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
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
