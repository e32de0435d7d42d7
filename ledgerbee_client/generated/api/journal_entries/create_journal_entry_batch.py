"""POST /v2/journal-entries/batch: Create journal entries in batch (v2)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...decoding import check_dict
from ...encoding import encode_model
from ...models.create_journal_entries_batch_v2_request import (
    CreateJournalEntriesBatchV2Request,
    CreateJournalEntriesBatchV2RequestDict,
)
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["journal_entries.create_batch"]


def decode(value: Any) -> dict[str, Any]:
    """Decode the JSON value (or bytes, or text) of a 2xx response."""
    return check_dict(value)


def build_request(
    *,
    body: CreateJournalEntriesBatchV2Request | CreateJournalEntriesBatchV2RequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v2/journal-entries/batch")
    _request.json = encode_model(
        body, CreateJournalEntriesBatchV2Request, "CreateJournalEntriesBatchV2Request"
    )
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateJournalEntriesBatchV2Request | CreateJournalEntriesBatchV2RequestDict,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[dict[str, Any]]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)
