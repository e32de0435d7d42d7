"""GET /v1/credit-notes: List credit notes"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...models.credit_note_list_item import CreditNoteListItem
from ...models.credit_note_status import CreditNoteStatus
from ...models.list_credit_notes_response import ListCreditNotesResponse
from ...operations import OPERATIONS
from ...types import Request, Response
from ...urls import query_pairs

OPERATION: Final = OPERATIONS["credit_notes.list"]
decode: Final[Callable[[Any], ListCreditNotesResponse]] = ListCreditNotesResponse.from_dict
decode_item: Final[Callable[[Any], CreditNoteListItem]] = CreditNoteListItem.from_dict


def build_request(
    *,
    page: int | None = None,
    limit: int | None = None,
    search: str | None = None,
    status: CreditNoteStatus | str | None = None,
    customer_id: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Request:
    """Check and encode the arguments; nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v1/credit-notes")
    if page is not None:
        _request.query += query_pairs("page", page)
    if limit is not None:
        _request.query += query_pairs("limit", limit)
    if search is not None:
        _request.query += query_pairs("search", search)
    if status is not None:
        _request.query += query_pairs("status", status)
    if customer_id is not None:
        _request.query += query_pairs("customerId", customer_id)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    page: int | None = None,
    limit: int | None = None,
    search: str | None = None,
    status: CreditNoteStatus | str | None = None,
    customer_id: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ListCreditNotesResponse]:
    """Send the request, and return status, headers and content beside the decoded body."""
    _request = build_request(
        page=page,
        limit=limit,
        search=search,
        status=status,
        customer_id=customer_id,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return await client.execute(OPERATION, _request, decode)
