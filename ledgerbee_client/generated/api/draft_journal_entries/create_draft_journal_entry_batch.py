"""POST /v2/draft-journal-batches: Create draft journal entries in batch (v2)"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_model
from ...models.batch_create_draft_journal_entries_response import BatchCreateDraftJournalEntriesResponse
from ...models.create_draft_journal_batch_v2_request import (
    CreateDraftJournalBatchV2Request,
    CreateDraftJournalBatchV2RequestDict,
)
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["draft_journal_entries.create_batch"]
decode: Final[Callable[[Any], BatchCreateDraftJournalEntriesResponse]] = (
    BatchCreateDraftJournalEntriesResponse.from_dict
)


def build_request(
    *,
    body: CreateDraftJournalBatchV2Request | CreateDraftJournalBatchV2RequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v2/draft-journal-batches")
    _request.json = encode_model(body, CreateDraftJournalBatchV2Request, "CreateDraftJournalBatchV2Request")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateDraftJournalBatchV2Request | CreateDraftJournalBatchV2RequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[BatchCreateDraftJournalEntriesResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
