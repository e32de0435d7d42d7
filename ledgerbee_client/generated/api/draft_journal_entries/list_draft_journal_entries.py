"""GET /v2/draft-journal-entries: List draft journal entries (v2)"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_date, query_pairs
from ...models.list_draft_journal_entries_response import ListDraftJournalEntriesResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["draft_journal_entries.list"]
decode: Final[Callable[[Any], ListDraftJournalEntriesResponse]] = ListDraftJournalEntriesResponse.from_dict


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
    """Checks and encodes the arguments. Nothing is sent.

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
    """As `asyncio`, but returns the status, the headers and the content too."""
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


async def asyncio(
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
) -> ListDraftJournalEntriesResponse:
    """List draft journal entries (v2)

    Retrieves a paginated list of drafts. The response has the same form as in v1.

    `GET /v2/draft-journal-entries`

    Scopes (inferred, not documented): `journal-entries-read`.

    Args:
        page: Page number (1-indexed)
        limit: Maximum number of items per page
        from_date: On or after this date (YYYY-MM-DD)
        to_date: On or before this date (YYYY-MM-DD)
        account_id: Drafts with a line on this account
        customer_id: Filter by customer ID
        vendor_id: Filter by vendor ID
        journal_type: Filter by type of the entry. Values seen: `JOURNAL_ENTRY`, `SUPPLIER_INVOICE`,
            `SUPPLIER_PAYMENT`, `CUSTOMER_INVOICE`, `CUSTOMER_PAYMENT`; there may be others
        min_amount: Smallest amount, inclusive
        max_amount: Largest amount, inclusive
        external_system_id: Filter by your own id (exact match)
        search: Search text
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
    """
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
    return (await client.execute(OPERATION, _request, decode)).parsed
