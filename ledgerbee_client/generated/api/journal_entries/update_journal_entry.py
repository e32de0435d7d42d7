"""PATCH /v1/journal-entries/{id}: Update a journal entry — correct the reference and/or set your external system id"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.journal_entry_response import JournalEntryResponse
from ...models.update_journal_entry_request import UpdateJournalEntryRequest, UpdateJournalEntryRequestDict
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import path_segment

OPERATION: Final = OPERATIONS["journal_entries.update"]
decode: Final[Callable[[Any], JournalEntryResponse]] = JournalEntryResponse.from_dict


def build_request(
    id: str,
    *,
    body: UpdateJournalEntryRequest | UpdateJournalEntryRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/journal-entries/{path_segment(id, 'journal_entries.update: id')}")
    _request.json = encode_model(body, UpdateJournalEntryRequest, "UpdateJournalEntryRequest")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    body: UpdateJournalEntryRequest | UpdateJournalEntryRequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[JournalEntryResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
