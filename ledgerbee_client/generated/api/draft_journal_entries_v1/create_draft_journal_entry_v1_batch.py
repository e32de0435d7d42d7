"""POST /v1/draft-journal-batches: Create multiple draft journal entries in batch"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_open
from ...models.batch_create_draft_journal_entries_response import BatchCreateDraftJournalEntriesResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["draft_journal_entries_v1.create_batch"]
decode: Final[Callable[[Any], BatchCreateDraftJournalEntriesResponse]] = (
    BatchCreateDraftJournalEntriesResponse.from_dict
)


def build_request(
    *,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/draft-journal-batches")
    _request.json = encode_open(body, "body")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[BatchCreateDraftJournalEntriesResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
