"""GET /v2/draft-journal-entries: List draft journal entries (v2)"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from ...client import AsyncClient
from ...encoding import encode_date
from ...models.draft_journal_entry_response import DraftJournalEntryResponse
from ...models.list_draft_journal_entries_response import ListDraftJournalEntriesResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import query_pairs

OPERATION: Final = OPERATIONS["draft_journal_entries.list"]
decode: Final[Callable[[Any], ListDraftJournalEntriesResponse]] = ListDraftJournalEntriesResponse.from_dict
decode_item: Final[Callable[[Any], DraftJournalEntryResponse]] = DraftJournalEntryResponse.from_dict


def build_request(
    *,
    page: int | None = None,
    limit: int | None = None,
    from_date: _dt.date | str | None = None,
    to_date: _dt.date | str | None = None,
    account_id: str | None = None,
    customer_id: str | None = None,
    vendor_id: str | None = None,
    journal_type: str | None = None,
    min_amount: float | Decimal | None = None,
    max_amount: float | Decimal | None = None,
    external_system_id: str | None = None,
    search: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v2/draft-journal-entries")
    if page is not None:
        _request.query += query_pairs("page", page)
    if limit is not None:
        _request.query += query_pairs("limit", limit)
    if from_date is not None:
        _request.query += query_pairs("fromDate", encode_date(from_date, "from_date", checked=True))
    if to_date is not None:
        _request.query += query_pairs("toDate", encode_date(to_date, "to_date", checked=True))
    if account_id is not None:
        _request.query += query_pairs("accountId", account_id)
    if customer_id is not None:
        _request.query += query_pairs("customerId", customer_id)
    if vendor_id is not None:
        _request.query += query_pairs("vendorId", vendor_id)
    if journal_type is not None:
        _request.query += query_pairs("journalType", journal_type)
    if min_amount is not None:
        _request.query += query_pairs("minAmount", min_amount)
    if max_amount is not None:
        _request.query += query_pairs("maxAmount", max_amount)
    if external_system_id is not None:
        _request.query += query_pairs("externalSystemId", external_system_id)
    if search is not None:
        _request.query += query_pairs("search", search)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    page: int | None = None,
    limit: int | None = None,
    from_date: _dt.date | str | None = None,
    to_date: _dt.date | str | None = None,
    account_id: str | None = None,
    customer_id: str | None = None,
    vendor_id: str | None = None,
    journal_type: str | None = None,
    min_amount: float | Decimal | None = None,
    max_amount: float | Decimal | None = None,
    external_system_id: str | None = None,
    search: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ListDraftJournalEntriesResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        page=page,
        limit=limit,
        from_date=from_date,
        to_date=to_date,
        account_id=account_id,
        customer_id=customer_id,
        vendor_id=vendor_id,
        journal_type=journal_type,
        min_amount=min_amount,
        max_amount=max_amount,
        external_system_id=external_system_id,
        search=search,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return await client.execute(OPERATION, _request, decode)
