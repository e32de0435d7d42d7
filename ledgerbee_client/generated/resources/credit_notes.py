"""Credit Notes"""

from __future__ import annotations

import datetime as _dt
import os as _os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import credit_notes as _api
from ..client import AsyncClient, OnDrift, Paginator
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class CreditNotesResource:
    """Credit Notes"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.credit_notes"))

    @_calls(_OPERATIONS["credit_notes.create"])
    async def create(
        self,
        *,
        customer_id: str,
        lines: Sequence[models.DocumentLineInput | models.DocumentLineInputDict],
        date: _dt.date | str | Unset = UNSET,
        customer_department_id: str | Unset = UNSET,
        customer_contact_id: str | Unset = UNSET,
        invoice_number: Any | Unset = UNSET,
        currency: str | Unset = UNSET,
        reference: str | Unset = UNSET,
        our_reference: str | Unset = UNSET,
        description: str | Unset = UNSET,
        notes: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.PublicCreditNote:
        """Create a credit note

        Creates a credit note. Unlike an invoice it gets its number at once.

        Give `unitPrice` positive; the server makes the amounts negative. `totalPrice`, `vatRate` and
        `vatAmount` are computed and must not be sent. At least one product line. With `invoiceNumber` that
        invoice is marked credited.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/credit-notes`

        Scopes: `invoices-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `credit_notes.list`.

        Pass `reference`: then an unknown outcome can be settled with certainty.

        Args:
            customer_id
            date
            lines: Lines of the document, at least one of them a product line
            customer_department_id: Department, for e-invoicing by EAN number and another address
            customer_contact_id: Contact who receives the document
            invoice_number: Number of the invoice to credit; it is then marked credited. The type is not
                published
            currency: Currency (ISO 4217); default is the company currency
            reference: Purchase order number (PO-nr.)
            our_reference: Our reference (Vores ref.)
            description
            notes
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
        _fields = given(
            customer_id=customer_id,
            date=date,
            lines=lines,
            customer_department_id=customer_department_id,
            customer_contact_id=customer_contact_id,
            invoice_number=invoice_number,
            currency=currency,
            reference=reference,
            our_reference=our_reference,
            description=description,
            notes=notes,
        )
        _request = _api.create_credit_note.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_credit_note.OPERATION, _request, _api.create_credit_note.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["credit_notes.delivery_status"])
    async def delivery_status(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.DeliveryStatusResponse:
        """Get the delivery status of a credit note

        Returns a summary of the sending of a credit note and a log of the attempts.

        `GET /v1/credit-notes/{id}/delivery-status`

        Scopes (inferred, not documented): `invoices-read`.

        Args:
            id: Credit note ID
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
        _request = _api.get_credit_note_delivery_status.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_credit_note_delivery_status.OPERATION,
            _request,
            _api.get_credit_note_delivery_status.decode,
        )
        return _response.parsed

    @_calls(_OPERATIONS["credit_notes.get"])
    async def get(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.PublicCreditNote:
        """Get a credit note by ID

        Returns a single credit note with its lines.

        `GET /v1/credit-notes/{id}`

        Scopes: `invoices-read`.

        Args:
            id: Credit note ID
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
        _request = _api.get_credit_note.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_credit_note.OPERATION, _request, _api.get_credit_note.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["credit_notes.list"])
    def list(
        self,
        *,
        page: int | None = None,
        limit: int | None = None,
        search: str | None = None,
        status: models.CreditNoteStatus | str | None = None,
        customer_id: str | None = None,
        prefetch: int = 0,
        on_drift: OnDrift = "warn",
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Paginator[models.CreditNoteListItem]:
        """List credit notes

        Retrieves a paginated list of credit notes. The entries leave out the lines.

        `GET /v1/credit-notes`

        Scopes: `invoices-read`.

        Args:
            page: Page number (1-indexed)
            limit: Maximum number of items per page
            search: Search in number and description
            status: Filter by status. Values: `draft`, `scheduled`, `sending`, `sent`
            customer_id: Filter by customer ID
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
        _request = _api.list_credit_notes.build_request(
            page=page,
            limit=limit,
            search=search,
            status=status,
            customer_id=customer_id,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
        return self._client.paginate(
            _api.list_credit_notes.OPERATION,
            _request,
            _api.list_credit_notes.decode_item,
            prefetch=prefetch,
            on_drift=on_drift,
        )

    @_calls(_OPERATIONS["credit_notes.pdf"])
    async def pdf(
        self,
        id: str,
        *,
        draft: bool | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> bytes:
        """Download the credit note PDF

        Downloads the credit note as PDF. `?draft=true` gives a watermarked preview before it is sent.

        `GET /v1/credit-notes/{id}/pdf`

        Scopes: `invoices-read`.

        Args:
            id: Credit note ID
            draft: Whether to render a watermarked preview, before the document is sent
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers

        Returns:
            the content

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _request = _api.get_credit_note_pdf.build_request(
            id, draft=draft, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_credit_note_pdf.OPERATION, _request, _api.get_credit_note_pdf.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["credit_notes.pdf"])
    async def pdf_to_file(
        self,
        id: str,
        file_path: str | _os.PathLike[str],
        *,
        draft: bool | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Path:
        """Write the content of `pdf` to a file, piece by piece.

        The file appears under its name when it is complete, never before; one that was there is replaced.

        Returns:
            the path of the file.

        Raises:
            OSError: the file can't be written.
        """
        _request = _api.get_credit_note_pdf.build_request(
            id, draft=draft, extra_query=extra_query, extra_headers=extra_headers
        )
        return await self._client.download(_api.get_credit_note_pdf.OPERATION, _request, file_path)

    @_calls(_OPERATIONS["credit_notes.send"])
    async def send(
        self,
        id: str,
        *,
        delivery_type: models.SendInvoiceDeliveryType | str | Unset = UNSET,
        override_email: str | Unset = UNSET,
        override_ean_number: str | Unset = UNSET,
        update_customer_record: bool | Unset = UNSET,
        document_template_id: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.SendDocumentResponse:
        """Send a credit note to the customer

        Books the credit note and delivers it by `Email`, by `Sproom` (e-invoicing by EAN number) or `Manual`.

        The overrides hold for this sending only, unless `updateCustomerRecord` is true.

        The server does not deduplicate this call. When its outcome is unknown, read the status or the
        delivery status before sending it again.

        `POST /v1/credit-notes/{id}/send`

        Scopes: `invoices-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `credit_notes.get`.

        Args:
            id: Credit note ID
            delivery_type: How the document is delivered; `Sproom` is e-invoicing by EAN number. Values:
                `Email`, `Sproom`, `Manual`
            override_email: Holds for this sending only, unless `updateCustomerRecord` is true
            override_ean_number: Holds for this sending only, unless `updateCustomerRecord` is true
            update_customer_record: Whether the two overrides are kept on the customer
            document_template_id: Design for this sending
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
            delivery_type=delivery_type,
            override_email=override_email,
            override_ean_number=override_ean_number,
            update_customer_record=update_customer_record,
            document_template_id=document_template_id,
        )
        _request = _api.send_credit_note.build_request(
            id, body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.send_credit_note.OPERATION, _request, _api.send_credit_note.decode
        )
        return _response.parsed
