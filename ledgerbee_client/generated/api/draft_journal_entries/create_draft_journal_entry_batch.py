"""POST /v2/draft-journal-batches: Create draft journal entries in batch (v2)"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...client import AsyncClient
from ...codec import encode_model
from ...models.batch_create_draft_journal_entries_response import BatchCreateDraftJournalEntriesResponse
from ...models.create_draft_journal_batch_v2_request import CreateDraftJournalBatchV2Request
from ...operations import OPERATIONS
from ...types import Request, Response

OPERATION: Final = OPERATIONS["draft_journal_entries.create_batch"]
decode: Final[Callable[[Any], BatchCreateDraftJournalEntriesResponse]] = (
    BatchCreateDraftJournalEntriesResponse.from_dict
)


def build_request(
    *,
    body: CreateDraftJournalBatchV2Request | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Request:
    """Checks and encodes the arguments. Nothing is sent.

    Raises:
        TypeError, ValueError: an argument can't be sent; the message names it.
    """
    _request = Request("/v2/draft-journal-batches")
    _request.json = encode_model(body, CreateDraftJournalBatchV2Request, "CreateDraftJournalBatchV2Request")
    return _request.extended(extra_query, extra_headers, extra_body)


async def asyncio_detailed(
    *,
    client: AsyncClient,
    body: CreateDraftJournalBatchV2Request | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Response[BatchCreateDraftJournalEntriesResponse]:
    """As `asyncio`, but returns the status, the headers and the content too."""
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return await client.execute(OPERATION, _request, decode)


async def asyncio(
    *,
    client: AsyncClient,
    body: CreateDraftJournalBatchV2Request | Mapping[str, Any],
    extra_query: Mapping[str, Any] | None = None,
    extra_headers: Mapping[str, str] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> BatchCreateDraftJournalEntriesResponse:
    """Create draft journal entries in batch (v2)

    Creates 1 to 100 drafts in one transaction: any failure rolls all of them back and removes the files
    already uploaded. An id of another tenant rejects the batch.

    For `CUSTOMER_INVOICE`, `CUSTOMER_PAYMENT`, `SUPPLIER_INVOICE` and `SUPPLIER_PAYMENT` send the lines of
    the counter side only. The server adds the receivable or payable line on the default account of the
    customer's or vendor's group, on the side that the sign of `originalAmount` gives, and rejects an explicit
    line on that account. Other types keep the lines as sent.

    At most 10 attachments per entry, in base64; the whole body must stay under 15 MB.

    The server does not deduplicate this call. When its outcome is unknown, read back before sending it again.

    `POST /v2/draft-journal-batches`

    Scopes (inferred, not documented): `journal-entries-write`.

    Not idempotent: sent twice, it may be applied twice; read back with `draft_journal_entries.list`.

    Args:
        client: sends the request
        body: the body of the request
        extra_query: query parameters that the document doesn't know
        extra_headers: further headers
        extra_body: body fields that the document doesn't know

    Raises:
        TypeError, ValueError: an argument can't be sent; nothing was.
        BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            `INVALID_ATTACHMENT_TYPE`: wrong MIME type, or malformed base64 (inferred).
            `JOURNAL_CATEGORY_NOT_FOUND`: journalCategoryId unknown or of another tenant (inferred).
        AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from an
            address that is not allowed.
        PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing (`details.requiredScopes`).
    """
    _request = build_request(
        body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
    )
    return (await client.execute(OPERATION, _request, decode)).parsed
