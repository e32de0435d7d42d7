"""Draft Journal Entries"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import draft_journal_entries_v1 as _api
from ..client import AsyncClient, OnDrift, Paginator
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls, deprecated as _deprecated


class DraftJournalEntriesV1Resource:
    """Draft Journal Entries"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.draft_journal_entries_v1"))

    @_deprecated(
        "Deprecated: use `draft_journal_entries.book` (POST /v2/draft-journal-entries/{id}/book), it may stop working after 2026-11-08."
    )
    @_calls(_OPERATIONS["draft_journal_entries_v1.book"])
    async def book(
        self,
        id: str,
        body: Mapping[str, Any] | Unset = UNSET,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.JournalEntryResponse:
        """Book a draft journal entry

        **Deprecated**: use `POST /v2/draft-journal-entries/{id}/book` instead. The operation may stop working
        after 2026-11-08.

        Books a draft: it becomes a posted journal entry.

        The server does not deduplicate this call. When its outcome is unknown, read the draft before sending
        it again: once booked it should be gone.

        `POST /v1/draft-journal-entries/{id}/book`

        Deprecated: use `draft_journal_entries.book` (POST /v2/draft-journal-entries/{id}/book), it may stop
        working after 2026-11-08.

        Scopes (inferred, not documented): `journal-entries-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `draft_journal_entries_v1.get`.

        Args:
            id: Draft journal entry ID
            body: the body of the request
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.book_draft_journal_entry_v1.build_request(
            id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.book_draft_journal_entry_v1.OPERATION, _request, _api.book_draft_journal_entry_v1.decode
        )
        return _response.parsed

    @_deprecated(
        "Deprecated: use `draft_journal_entries.create` (POST /v2/draft-journal-entries), it may stop working after 2026-11-08."
    )
    @_calls(_OPERATIONS["draft_journal_entries_v1.create"])
    async def create(
        self,
        body: Mapping[str, Any],
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.DraftJournalEntryResponse:
        """Create a draft journal entry

        **Deprecated**: use `POST /v2/draft-journal-entries` instead. The operation may stop working after
        2026-11-08.

        Creates a draft journal entry.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/draft-journal-entries`

        Deprecated: use `draft_journal_entries.create` (POST /v2/draft-journal-entries), it may stop working
        after 2026-11-08.

        Scopes (inferred, not documented): `journal-entries-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `draft_journal_entries_v1.list`.

        Pass `externalSystemId` or `reference`: then an unknown outcome can be settled with certainty.

        Args:
            body: the body of the request
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _request = _api.create_draft_journal_entry_v1.build_request(
            body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_draft_journal_entry_v1.OPERATION, _request, _api.create_draft_journal_entry_v1.decode
        )
        return _response.parsed

    @_deprecated(
        "Deprecated: use `draft_journal_entries.create_batch` (POST /v2/draft-journal-batches), it may stop working after 2026-11-08."
    )
    @_calls(_OPERATIONS["draft_journal_entries_v1.create_batch"])
    async def create_batch(
        self,
        body: Mapping[str, Any],
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.BatchCreateDraftJournalEntriesResponse:
        """Create multiple draft journal entries in batch

        **Deprecated**: use `POST /v2/draft-journal-batches` instead. The operation may stop working after
        2026-11-08.

        Creates 1 to 100 drafts in one transaction: any failure rolls all of them back.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/draft-journal-batches`

        Deprecated: use `draft_journal_entries.create_batch` (POST /v2/draft-journal-batches), it may stop
        working after 2026-11-08.

        Scopes (inferred, not documented): `journal-entries-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `draft_journal_entries_v1.list`.

        Pass `externalSystemId` or `reference`: then an unknown outcome can be settled with certainty.

        Args:
            body: the body of the request
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _request = _api.create_draft_journal_entry_v1_batch.build_request(
            body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_draft_journal_entry_v1_batch.OPERATION,
            _request,
            _api.create_draft_journal_entry_v1_batch.decode,
        )
        return _response.parsed

    @_deprecated(
        "Deprecated: use `draft_journal_entries.delete` (DELETE /v2/draft-journal-entries/{id}), it may stop working after 2026-11-08."
    )
    @_calls(_OPERATIONS["draft_journal_entries_v1.delete"])
    async def delete(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete a draft journal entry

        **Deprecated**: use `DELETE /v2/draft-journal-entries/{id}` instead. The operation may stop working
        after 2026-11-08.

        Deletes a draft journal entry.

        `DELETE /v1/draft-journal-entries/{id}`

        Deprecated: use `draft_journal_entries.delete` (DELETE /v2/draft-journal-entries/{id}), it may stop
        working after 2026-11-08.

        Scopes (inferred, not documented): `journal-entries-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            id: Draft journal entry ID
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.delete_draft_journal_entry_v1.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.delete_draft_journal_entry_v1.OPERATION, _request, _api.delete_draft_journal_entry_v1.decode
        )
        return _response.parsed

    @_deprecated(
        "Deprecated: use `draft_journal_entries.get` (GET /v2/draft-journal-entries/{id}), it may stop working after 2026-11-08."
    )
    @_calls(_OPERATIONS["draft_journal_entries_v1.get"])
    async def get(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.DraftJournalEntryResponse:
        """Get a single draft journal entry

        **Deprecated**: use `GET /v2/draft-journal-entries/{id}` instead. The operation may stop working after
        2026-11-08.

        Returns a single draft journal entry.

        `GET /v1/draft-journal-entries/{id}`

        Deprecated: use `draft_journal_entries.get` (GET /v2/draft-journal-entries/{id}), it may stop working
        after 2026-11-08.

        Scopes (inferred, not documented): `journal-entries-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            id: Draft journal entry ID
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.get_draft_journal_entry_v1.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_draft_journal_entry_v1.OPERATION, _request, _api.get_draft_journal_entry_v1.decode
        )
        return _response.parsed

    @_deprecated(
        "Deprecated: use `draft_journal_entries.list` (GET /v2/draft-journal-entries), it may stop working after 2026-11-08."
    )
    @_calls(_OPERATIONS["draft_journal_entries_v1.list"])
    def list(
        self,
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
        prefetch: int = 0,
        on_drift: OnDrift = "warn",
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Paginator[models.DraftJournalEntryResponse]:
        """List draft journal entries

        **Deprecated**: use `GET /v2/draft-journal-entries` instead. The operation may stop working after
        2026-11-08.

        Retrieves a paginated list of drafts. Only drafts made through the API are listed.

        `GET /v1/draft-journal-entries`

        Deprecated: use `draft_journal_entries.list` (GET /v2/draft-journal-entries), it may stop working
        after 2026-11-08.

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
            external_system_id: Filter by your own id of the draft (exact match); it need not be unique
            search: Search in description and reference
            prefetch: pages read ahead while items are consumed
            on_drift: what to do when the list changes while it is read
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Returns:
            `await` it for one page, or iterate over it with `async for` for the items of all pages.

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _request = _api.list_draft_journal_entries_v1.build_request(
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
        return self._client.paginate(
            _api.list_draft_journal_entries_v1.OPERATION,
            _request,
            _api.list_draft_journal_entries_v1.decode_item,
            prefetch=prefetch,
            on_drift=on_drift,
        )
