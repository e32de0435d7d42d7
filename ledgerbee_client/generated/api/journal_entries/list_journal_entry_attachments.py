"""GET /v1/journal-entries/{id}/attachments: Get attachments for a journal entry"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import parse_list, path_segment
from ...models.journal_entry_attachment_response import JournalEntryAttachmentResponse
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["journal_entries.list_attachments"]


def decode(value: Any) -> list[JournalEntryAttachmentResponse]:
    """Decodes the value that a 2xx answer holds."""
    return parse_list(JournalEntryAttachmentResponse.from_dict, value)


def build_request(
    id: str, *, extra_query: Mapping[str, Any] | None = None, extra_headers: Mapping[str, str] | None = None
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request(f"/v1/journal-entries/{path_segment(id, 'id')}/attachments")
    return _request.extended(extra_query, extra_headers)


async def asyncio_detailed(
    id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> Response[list[JournalEntryAttachmentResponse]]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(id, extra_query=extra_query, extra_headers=extra_headers)
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    id: str,
    *,
    client: AsyncClient,
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
) -> list[JournalEntryAttachmentResponse]:
    """Get attachments for a journal entry

    Lists the documents linked to a journal entry, those given at its creation included.

    `GET /v1/journal-entries/{id}/attachments`

    Scopes (inferred, not documented): `journal-entries-read`.

    Args:
        id: Journal entry ID
        client: sends the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
        NotFoundError: 404: The company has no resource with this id.
    """
    _request = build_request(id, extra_query=extra_query, extra_headers=extra_headers)
    return (await client.execute(OPERATION, _request, decode)).parsed
