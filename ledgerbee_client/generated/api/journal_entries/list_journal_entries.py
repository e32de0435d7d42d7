"""GET /v1/journal-entries: List journal entries"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import query_pairs
from ...models.list_journal_entries_response import ListJournalEntriesResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["journal_entries.list"]
decode: Final[Callable[[Any], ListJournalEntriesResponse]] = ListJournalEntriesResponse.from_dict


def build_request(
    *,
    page: int | None = None,
    limit: int | None = None,
    account_id: str | None = None,
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
    if account_id is not None:
        _request.query += query_pairs("accountId", account_id)
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    page: int | None = None,
    limit: int | None = None,
    account_id: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[ListJournalEntriesResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        page=page, limit=limit, account_id=account_id, extra_query=extra_query, extra_headers=extra_headers
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    page: int | None = None,
    limit: int | None = None,
    account_id: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> ListJournalEntriesResponse:
    """List journal entries

    Lists posted journal entries. They can be filtered by account.

    `GET /v1/journal-entries`

    Scopes (inferred, not documented): `journal-entries-read`.

    The path is inferred, not documented: a 404 may mean that it is wrong.

    Args:
        page: Page number (1-indexed)
        limit: Maximum number of items per page
        account_id: Filter by account ID
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
        page=page, limit=limit, account_id=account_id, extra_query=extra_query, extra_headers=extra_headers
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
