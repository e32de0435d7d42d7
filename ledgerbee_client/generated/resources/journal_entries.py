"""Journal Entries"""

from __future__ import annotations

import builtins as _builtins
import datetime as _dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import journal_entries as _api
from ..client import AsyncClient, OnDrift, Paginator
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls, deprecated as _deprecated


class JournalEntriesResource:
    """Journal Entries"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.journal_entries"))

    @_calls(_OPERATIONS["journal_entries.create"])
    async def create(
        self,
        *,
        entry_type: str | Unset = UNSET,
        date: _dt.date | str | Unset = UNSET,
        original_amount: Decimal | str | int | Unset = UNSET,
        lines: Sequence[models.JournalEntryLineInput | models.JournalEntryLineInputDict] | Unset = UNSET,
        customer_id: str | Unset = UNSET,
        vendor_id: str | Unset = UNSET,
        description: str | Unset = UNSET,
        reference: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        tag_ids: Sequence[str] | Unset = UNSET,
        journal_category_id: str | Unset = UNSET,
        attachments: Sequence[Mapping[str, Any]] | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.JournalEntryResponse:
        """Create a journal entry (v2)

        Creates and posts a journal entry.

        For `CUSTOMER_INVOICE`, `CUSTOMER_PAYMENT`, `SUPPLIER_INVOICE` and `SUPPLIER_PAYMENT` send the lines
        of the counter side only. The server adds the receivable or payable line on the default account of the
        customer's or vendor's group, on the side that the sign of `originalAmount` gives, and rejects an
        explicit line on that account. Other types keep the lines as sent.

        At most 10 attachments per entry, in base64; the whole body must stay under 15 MB.

        The server does not deduplicate this call. When its outcome is unknown, look for the `reference` with
        *List journal entries* before sending it again.

        `POST /v2/journal-entries`

        Scopes (inferred, not documented): `journal-entries-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `journal_entries.list`.

        Pass `reference`: then an unknown outcome can be settled with certainty.

        Args:
            entry_type: Type of the entry. Values seen: `JOURNAL_ENTRY`, `SUPPLIER_INVOICE`,
                `SUPPLIER_PAYMENT`, `CUSTOMER_INVOICE`, `CUSTOMER_PAYMENT`; there may be others
            date: Posting date (YYYY-MM-DD)
            original_amount: Amount of the document. Its sign gives the direction: positive for an invoice or
                payment, negative for a credit note or refund. The type is not published
            lines: Lines of the entry; for `CUSTOMER_*` and `SUPPLIER_*` types those of the counter side only
                (revenue, expense, bank)
            customer_id: Mandatory for CUSTOMER_* types
            vendor_id: Mandatory for SUPPLIER_* types
            description
            reference: Invoice number or other external reference
            currency: Currency (ISO 4217); default is the company currency
            tag_ids: Tags of the whole entry
            journal_category_id: Journal category; default is the default category of the company
            attachments
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
                `INVALID_ATTACHMENT_TYPE`: wrong MIME type, or malformed base64. `JOURNAL_CATEGORY_NOT_FOUND`:
                journalCategoryId unknown or of another tenant.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
        """
        _fields = given(
            entry_type=entry_type,
            date=date,
            original_amount=original_amount,
            lines=lines,
            customer_id=customer_id,
            vendor_id=vendor_id,
            description=description,
            reference=reference,
            currency=currency,
            tag_ids=tag_ids,
            journal_category_id=journal_category_id,
            attachments=attachments,
        )
        _request = _api.create_journal_entry.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_journal_entry.OPERATION, _request, _api.create_journal_entry.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["journal_entries.create_batch"])
    async def create_batch(
        self,
        *,
        entries: Sequence[models.JournalEntryV2Input | models.JournalEntryV2InputDict] | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """Create journal entries in batch (v2)

        Creates and posts several journal entries in one call.

        For `CUSTOMER_INVOICE`, `CUSTOMER_PAYMENT`, `SUPPLIER_INVOICE` and `SUPPLIER_PAYMENT` send the lines
        of the counter side only. The server adds the receivable or payable line on the default account of the
        customer's or vendor's group, on the side that the sign of `originalAmount` gives, and rejects an
        explicit line on that account. Other types keep the lines as sent.

        At most 10 attachments per entry, in base64; the whole body must stay under 15 MB.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v2/journal-entries/batch`

        Scopes (inferred, not documented): `journal-entries-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `journal_entries.list`.

        Pass `externalSystemId` or `reference`: then an unknown outcome can be settled with certainty.

        Args:
            entries: The entries to create
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
        _request = _api.create_journal_entry_batch.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_journal_entry_batch.OPERATION, _request, _api.create_journal_entry_batch.decode
        )
        return _response.parsed

    @_deprecated("Deprecated: use `journal_entries.create_batch` (POST /v2/journal-entries/batch).")
    @_calls(_OPERATIONS["journal_entries.create_batch_v1"])
    async def create_batch_v1(
        self,
        body: Mapping[str, Any],
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.BatchCreateJournalEntriesResponse:
        """Create multiple journal entries in batch (DEPRECATED — migrate to v2)

        **Deprecated**: use `POST /v2/journal-entries/batch` instead. No sunset date is named.

        Creates 1 to 100 journal entries in one transaction: any failure rolls back all. The entries are
        journal entries, invoices and payments, with optional references to customers and dimensions.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/journal-batches`

        Deprecated: use `journal_entries.create_batch` (POST /v2/journal-entries/batch).

        Scopes (inferred, not documented): `journal-entries-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `journal_entries.list`.

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
        _request = _api.create_journal_entry_batch_v1.build_request(
            body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_journal_entry_batch_v1.OPERATION, _request, _api.create_journal_entry_batch_v1.decode
        )
        return _response.parsed

    @_deprecated("Deprecated: use `journal_entries.create` (POST /v2/journal-entries).")
    @_calls(_OPERATIONS["journal_entries.create_v1"])
    async def create_v1(
        self,
        *,
        attachments: Sequence[Mapping[str, Any]] | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.JournalEntryResponse:
        """Create a single journal entry (DEPRECATED — use POST /api/v2/journal-entries)

        **Deprecated**: use `POST /v2/journal-entries` instead.

        Creates and posts a journal entry. All lines come from the caller; v2 adds the receivable or payable
        leg itself.

        At most 10 attachments per entry, in base64; the whole body must stay under 15 MB.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/journal-entries`

        Deprecated: use `journal_entries.create` (POST /v2/journal-entries).

        Scopes (inferred, not documented): `journal-entries-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `journal_entries.list`.

        Pass `externalSystemId` or `reference`: then an unknown outcome can be settled with certainty.

        Args:
            attachments
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
        _fields = given(attachments=attachments)
        _request = _api.create_journal_entry_v1.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_journal_entry_v1.OPERATION, _request, _api.create_journal_entry_v1.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["journal_entries.get"])
    async def get(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.JournalEntryResponse:
        """Get a single journal entry

        Returns a single posted journal entry.

        `GET /v1/journal-entries/{id}`

        Scopes (inferred, not documented): `journal-entries-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            id: Journal entry ID
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
        _request = _api.get_journal_entry.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_journal_entry.OPERATION, _request, _api.get_journal_entry.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["journal_entries.list"])
    def list(
        self,
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
        prefetch: int = 0,
        on_drift: OnDrift = "warn",
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Paginator[models.JournalEntryResponse]:
        """List journal entries

        Lists posted journal entries. They can be filtered by date, account, customer, vendor, type and your
        own id, and by a search text.

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
        _request = _api.list_journal_entries.build_request(
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
        return self._client.paginate(
            _api.list_journal_entries.OPERATION,
            _request,
            _api.list_journal_entries.decode_item,
            prefetch=prefetch,
            on_drift=on_drift,
        )

    @_calls(_OPERATIONS["journal_entries.list_attachments"])
    async def list_attachments(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> _builtins.list[models.JournalEntryAttachmentResponse]:
        """Get attachments for a journal entry

        Lists the documents linked to a journal entry, those given at its creation included.

        `GET /v1/journal-entries/{id}/attachments`

        Scopes (inferred, not documented): `journal-entries-read`.

        Args:
            id: Journal entry ID
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
        _request = _api.list_journal_entry_attachments.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.list_journal_entry_attachments.OPERATION,
            _request,
            _api.list_journal_entry_attachments.decode,
        )
        return _response.parsed

    @_calls(_OPERATIONS["journal_entries.reverse"])
    async def reverse(
        self,
        id: str,
        body: Mapping[str, Any] | Unset = UNSET,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.JournalEntryResponse:
        """Reverse a posted journal entry

        Reverses a posted journal entry.

        The server does not deduplicate this call. When its outcome is unknown, read the entry before sending
        it again, because a repeated reversal may post twice.

        `POST /v1/journal-entries/reverse/{id}`

        Scopes (inferred, not documented): `journal-entries-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `journal_entries.get`.

        An unknown outcome can't be settled: what a reversed entry shows is not published.

        Args:
            id: Journal entry ID
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
        _request = _api.reverse_journal_entry.build_request(
            id, body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.reverse_journal_entry.OPERATION, _request, _api.reverse_journal_entry.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["journal_entries.reverse_batch"])
    async def reverse_batch(
        self,
        body: Mapping[str, Any],
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """Reverse posted journal entries in batch

        Reverses several posted journal entries in one call.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/journal-entries/reverse-batch`

        Scopes (inferred, not documented): `journal-entries-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `journal_entries.list`.

        An unknown outcome can't be settled: what a reversed entry shows is not published.

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
        _request = _api.reverse_journal_entry_batch.build_request(
            body=body, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.reverse_journal_entry_batch.OPERATION, _request, _api.reverse_journal_entry_batch.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["journal_entries.update"])
    async def update(
        self,
        id: str,
        *,
        reference: str | Unset = UNSET,
        external_system_id: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.JournalEntryResponse:
        """Update a journal entry — correct the reference and/or set your external system id

        Corrects the reference of a posted journal entry, or sets your own external system id on it. Nothing
        else of a posted entry can be changed.

        `PATCH /v1/journal-entries/{id}`

        Scopes (inferred, not documented): `journal-entries-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `journal_entries.get`.

        Args:
            id: Journal entry ID
            reference: Corrected reference of the entry
            external_system_id: Your own id of the entry
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
        _fields = given(reference=reference, external_system_id=external_system_id)
        _request = _api.update_journal_entry.build_request(
            id, body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.update_journal_entry.OPERATION, _request, _api.update_journal_entry.decode
        )
        return _response.parsed
