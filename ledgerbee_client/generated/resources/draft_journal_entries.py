"""Draft Journal Entries (v2)"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import draft_journal_entries as _api
from ..client import AsyncClient, OnDrift, Paginator
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class DraftJournalEntriesResource:
    """Draft Journal Entries (v2)"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.draft_journal_entries"))

    @_calls(_OPERATIONS["draft_journal_entries.book"])
    async def book(
        self,
        id: str,
        body: Mapping[str, Any] | Unset = UNSET,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.JournalEntryResponse:
        """Book a draft journal entry (v2)

        Books a draft: it becomes a posted journal entry.

        The server does not deduplicate this call. When its outcome is unknown, read the draft before sending
        it again: once booked it should be gone.

        `POST /v2/draft-journal-entries/{id}/book`

        Scopes (inferred, not documented): `journal-entries-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `draft_journal_entries.get`.

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
        _request = _api.book_draft_journal_entry.build_request(
            id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.book_draft_journal_entry.OPERATION, _request, _api.book_draft_journal_entry.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["draft_journal_entries.create"])
    async def create(
        self,
        *,
        customer_id: str | Unset = UNSET,
        vendor_id: str | Unset = UNSET,
        journal_category_id: str | Unset = UNSET,
        attachments: Sequence[Mapping[str, Any]] | Unset = UNSET,
        lines: Sequence[models.JournalEntryLineInput | models.JournalEntryLineInputDict] | Unset = UNSET,
        entry_type: str | Unset = UNSET,
        date: _dt.date | str | Unset = UNSET,
        original_amount: Decimal | str | int | Unset = UNSET,
        description: str | Unset = UNSET,
        reference: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        tag_ids: Sequence[str] | Unset = UNSET,
        external_system_id: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.DraftJournalEntryResponse:
        """Create a draft journal entry (v2)

        Creates a draft journal entry.

        For `CUSTOMER_INVOICE`, `CUSTOMER_PAYMENT`, `SUPPLIER_INVOICE` and `SUPPLIER_PAYMENT` send the lines
        of the counter side only. The server adds the receivable or payable line on the default account of the
        customer's or vendor's group, on the side that the sign of `originalAmount` gives, and rejects an
        explicit line on that account. Other types keep the lines as sent.

        At most 10 attachments per entry, in base64; the whole body must stay under 15 MB.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v2/draft-journal-entries`

        Scopes (inferred, not documented): `journal-entries-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `draft_journal_entries.list`.

        Pass `external_system_id` or `reference`: then an unknown outcome can be settled with certainty.

        Args:
            customer_id
            vendor_id
            journal_category_id
            attachments
            lines: Lines of the entry
            entry_type: Type of the entry. Values seen: `JOURNAL_ENTRY`, `SUPPLIER_INVOICE`,
                `SUPPLIER_PAYMENT`, `CUSTOMER_INVOICE`, `CUSTOMER_PAYMENT`; there may be others
            date
            original_amount: The type is not published
            description
            reference
            currency
            tag_ids
            external_system_id: Your own id for the draft, not unique
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
                `INVALID_ATTACHMENT_TYPE`: wrong MIME type, or malformed base64 (inferred).
                `JOURNAL_CATEGORY_NOT_FOUND`: journalCategoryId unknown or of another tenant (inferred).
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _fields = given(
            customer_id=customer_id,
            vendor_id=vendor_id,
            journal_category_id=journal_category_id,
            attachments=attachments,
            lines=lines,
            entry_type=entry_type,
            date=date,
            original_amount=original_amount,
            description=description,
            reference=reference,
            currency=currency,
            tag_ids=tag_ids,
            external_system_id=external_system_id,
        )
        _request = _api.create_draft_journal_entry.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_draft_journal_entry.OPERATION, _request, _api.create_draft_journal_entry.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["draft_journal_entries.create_batch"])
    async def create_batch(
        self,
        *,
        entries: Sequence[models.DraftJournalEntryInput | models.DraftJournalEntryInputDict],
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.BatchCreateDraftJournalEntriesResponse:
        """Create draft journal entries in batch (v2)

        Creates 1 to 100 drafts in one transaction: any failure rolls all of them back and removes the files
        already uploaded. An id of another tenant rejects the batch.

        For `CUSTOMER_INVOICE`, `CUSTOMER_PAYMENT`, `SUPPLIER_INVOICE` and `SUPPLIER_PAYMENT` send the lines
        of the counter side only. The server adds the receivable or payable line on the default account of the
        customer's or vendor's group, on the side that the sign of `originalAmount` gives, and rejects an
        explicit line on that account. Other types keep the lines as sent.

        At most 10 attachments per entry, in base64; the whole body must stay under 15 MB.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v2/draft-journal-batches`

        Scopes (inferred, not documented): `journal-entries-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `draft_journal_entries.list`.

        Pass `externalSystemId` or `reference`: then an unknown outcome can be settled with certainty.

        Args:
            entries
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
                `INVALID_ATTACHMENT_TYPE`: wrong MIME type, or malformed base64 (inferred).
                `JOURNAL_CATEGORY_NOT_FOUND`: journalCategoryId unknown or of another tenant (inferred).
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _fields = given(entries=entries)
        _request = _api.create_draft_journal_entry_batch.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_draft_journal_entry_batch.OPERATION,
            _request,
            _api.create_draft_journal_entry_batch.decode,
        )
        return _response.parsed

    @_calls(_OPERATIONS["draft_journal_entries.delete"])
    async def delete(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete a draft journal entry (v2)

        Deletes a draft journal entry.

        `DELETE /v2/draft-journal-entries/{id}`

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
        _request = _api.delete_draft_journal_entry.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.delete_draft_journal_entry.OPERATION, _request, _api.delete_draft_journal_entry.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["draft_journal_entries.get"])
    async def get(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.DraftJournalEntryResponse:
        """Get a single draft journal entry (v2)

        Returns a single draft journal entry.

        `GET /v2/draft-journal-entries/{id}`

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
        _request = _api.get_draft_journal_entry.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_draft_journal_entry.OPERATION, _request, _api.get_draft_journal_entry.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["draft_journal_entries.list"])
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
        _request = _api.list_draft_journal_entries.build_request(
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
            _api.list_draft_journal_entries.OPERATION,
            _request,
            _api.list_draft_journal_entries.decode_item,
            prefetch=prefetch,
            on_drift=on_drift,
        )

    @_calls(_OPERATIONS["draft_journal_entries.update"])
    async def update(
        self,
        id: str,
        *,
        customer_id: str | Unset = UNSET,
        vendor_id: str | Unset = UNSET,
        journal_category_id: str | Unset = UNSET,
        attachments: Sequence[Mapping[str, Any]] | Unset = UNSET,
        lines: Sequence[models.JournalEntryLineInput | models.JournalEntryLineInputDict] | Unset = UNSET,
        entry_type: str | Unset = UNSET,
        date: _dt.date | str | Unset = UNSET,
        original_amount: Decimal | str | int | Unset = UNSET,
        description: str | Unset = UNSET,
        reference: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        tag_ids: Sequence[str] | Unset = UNSET,
        external_system_id: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.DraftJournalEntryResponse:
        """Update a draft journal entry (v2)

        Updates a draft journal entry. There is no such operation in v1.

        `PATCH /v2/draft-journal-entries/{id}`

        Scopes (inferred, not documented): `journal-entries-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        The fields of the body are inferred, not documented: `extra_body` takes what they lack.

        Not idempotent: sent twice, it may be applied twice; read back with `draft_journal_entries.get`.

        Args:
            id: Draft journal entry ID
            customer_id
            vendor_id
            journal_category_id
            attachments
            lines: Lines of the entry
            entry_type: Type of the entry. Values seen: `JOURNAL_ENTRY`, `SUPPLIER_INVOICE`,
                `SUPPLIER_PAYMENT`, `CUSTOMER_INVOICE`, `CUSTOMER_PAYMENT`; there may be others
            date
            original_amount: The type is not published
            description
            reference
            currency
            tag_ids
            external_system_id: Your own id for the draft, not unique
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
        _fields = given(
            customer_id=customer_id,
            vendor_id=vendor_id,
            journal_category_id=journal_category_id,
            attachments=attachments,
            lines=lines,
            entry_type=entry_type,
            date=date,
            original_amount=original_amount,
            description=description,
            reference=reference,
            currency=currency,
            tag_ids=tag_ids,
            external_system_id=external_system_id,
        )
        _request = _api.update_draft_journal_entry.build_request(
            id, body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.update_draft_journal_entry.OPERATION, _request, _api.update_draft_journal_entry.decode
        )
        return _response.parsed
