"""GET /v1/credit-notes: List credit notes"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import query_pairs
from ...models.credit_note_status import CreditNoteStatus
from ...models.list_credit_notes_response import ListCreditNotesResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["credit_notes.list"]
decode: Final[Callable[[Any], ListCreditNotesResponse]] = ListCreditNotesResponse.from_dict


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
    """Checks and encodes the arguments. Nothing is sent.

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
    """As `asyncio`, but returns the status, the headers and the content too."""
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


async def asyncio(
    *,
    client: AsyncClient,
    page: int | None = None,
    limit: int | None = None,
    search: str | None = None,
    status: CreditNoteStatus | str | None = None,
    customer_id: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> ListCreditNotesResponse:
    """List credit notes

    Retrieves a paginated list of credit notes. The entries leave out the lines.

    `GET /v1/credit-notes`

    Scopes: `invoices-read`.

    Args:
        page: Page number (1-indexed)
        limit: Maximum number of items per page
        search: Search in number and description
        status: Filter by status
        customer_id: Filter by customer ID
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
        search=search,
        status=status,
        customer_id=customer_id,
        extra_query=extra_query,
        extra_headers=extra_headers,
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
