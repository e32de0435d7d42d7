"""GET /v1/journal-entries: List journal entries"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_date, query_pairs
from ...models.list_journal_entries_response import ListJournalEntriesResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["journal_entries.list"]
decode: Final[Callable[[Any], ListJournalEntriesResponse]] = ListJournalEntriesResponse.from_dict


def build_request(
    *,
    page: int | None = None,
    limit: int | None = None,
    from_date: _dt.date | str | None = None,
    to_date: _dt.date | str | None = None,
    document_date_from: _dt.date | str | None = None,
    document_date_to: _dt.date | str | None = None,
    account_id: str | None = None,
    customer_id: str | None = None,
    vendor_id: str | None = None,
    journal_type: str | None = None,
    external_system_id: str | None = None,
    search: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/journal-entries")
    if page is not None:
        _request.query += query_pairs("page", page)
    if limit is not None:
        _request.query += query_pairs("limit", limit)
    if from_date is not None:
        _request.query += query_pairs("fromDate", encode_date(from_date, "from_date", checked=True))
    if to_date is not None:
        _request.query += query_pairs("toDate", encode_date(to_date, "to_date", checked=True))
    if document_date_from is not None:
        _request.query += query_pairs(
            "documentDateFrom", encode_date(document_date_from, "document_date_from", checked=True)
        )
    if document_date_to is not None:
        _request.query += query_pairs(
            "documentDateTo", encode_date(document_date_to, "document_date_to", checked=True)
        )
    if account_id is not None:
        _request.query += query_pairs("accountId", account_id)
    if customer_id is not None:
        _request.query += query_pairs("customerId", customer_id)
    if vendor_id is not None:
        _request.query += query_pairs("vendorId", vendor_id)
    if journal_type is not None:
        _request.query += query_pairs("journalType", journal_type)
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
    document_date_from: _dt.date | str | None = None,
    document_date_to: _dt.date | str | None = None,
    account_id: str | None = None,
    customer_id: str | None = None,
    vendor_id: str | None = None,
    journal_type: str | None = None,
    external_system_id: str | None = None,
    search: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ListJournalEntriesResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        page=page,
        limit=limit,
        from_date=from_date,
        to_date=to_date,
        document_date_from=document_date_from,
        document_date_to=document_date_to,
        account_id=account_id,
        customer_id=customer_id,
        vendor_id=vendor_id,
        journal_type=journal_type,
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
    document_date_from: _dt.date | str | None = None,
    document_date_to: _dt.date | str | None = None,
    account_id: str | None = None,
    customer_id: str | None = None,
    vendor_id: str | None = None,
    journal_type: str | None = None,
    external_system_id: str | None = None,
    search: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> ListJournalEntriesResponse:
    """List journal entries

    Lists posted journal entries. They can be filtered by date, account, customer, vendor, type and your own
    id, and by a search text.

    `GET /v1/journal-entries`

    Scopes (inferred, not documented): `journal-entries-read`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        page: Page number (1-indexed)
        limit: Maximum number of items per page
        from_date: Posting date (`date`) on or after this date (ISO 8601)
        to_date: Posting date (`date`) on or before this date (ISO 8601)
        document_date_from: Document date (`documentDate`) on or after this date (ISO 8601)
        document_date_to: Document date (`documentDate`) on or before this date (ISO 8601)
        account_id: Filter by account ID
        customer_id: Filter by customer ID
        vendor_id: Filter by vendor ID
        journal_type: Filter by type of the entry. Values seen: `JOURNAL_ENTRY`, `SUPPLIER_INVOICE`,
            `SUPPLIER_PAYMENT`, `CUSTOMER_INVOICE`, `CUSTOMER_PAYMENT`; there may be others
        external_system_id: Filter by your own id of the entry (exact match)
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
        document_date_from=document_date_from,
        document_date_to=document_date_to,
        account_id=account_id,
        customer_id=customer_id,
        vendor_id=vendor_id,
        journal_type=journal_type,
        external_system_id=external_system_id,
        search=search,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
