"""GET /v1/journal-entries/{id}/attachments: Get attachments for a journal entry"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import parse_list
from ...models.journal_entry_attachment_response import JournalEntryAttachmentResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["journal_entries.list_attachments"]


def decode(value: Any) -> list[JournalEntryAttachmentResponse]:
    """Decode the JSON value (or bytes, or text) of a 2xx response."""
    return parse_list(JournalEntryAttachmentResponse.from_dict, value)


def build_request(
    id: str, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(
        f"/v1/journal-entries/{path_segment(id, 'journal_entries.list_attachments: id')}/attachments"
    )
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[JournalEntryAttachmentResponse]]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)
