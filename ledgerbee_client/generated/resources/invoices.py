"""Invoices"""

from __future__ import annotations

import datetime as _dt
import os as _os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import invoices as _api
from ..client import AsyncClient, OnDrift, Paginator
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class InvoicesResource:
    """Invoices"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.invoices"))

    @_calls(_OPERATIONS["invoices.create"])
    async def create(
        self,
        *,
        customer_id: str,
        lines: Sequence[models.DocumentLineInput | models.DocumentLineInputDict],
        date: _dt.date | str | Unset = UNSET,
        customer_department_id: str | Unset = UNSET,
        customer_contact_id: str | Unset = UNSET,
        due_date: _dt.date | str | Unset = UNSET,
        currency: str | Unset = UNSET,
        payment_terms: int | Unset = UNSET,
        reference: str | Unset = UNSET,
        our_reference: str | Unset = UNSET,
        description: str | Unset = UNSET,
        notes: str | Unset = UNSET,
        document_template_id: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.PublicInvoice:
        """Create a draft invoice

        Creates a draft invoice. Its number is null until it is sent.

        `totalPrice`, `vatRate` and `vatAmount` are computed by the server and must not be sent. At least one
        product line.

        `documentTemplateId` chooses a design; the guide on templates documents it, the field list of the
        reference does not have it.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/invoices`

        Scopes: `invoices-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `invoices.list`.

        Pass `reference`: then an unknown outcome can be settled with certainty.

        Args:
            customer_id: For example 0197a943-2325-7829-b835-b6c71a293065
            date: Date of the document (YYYY-MM-DD), for example 2026-01-15
            lines: Lines of the document, at least one of them a product line
            customer_department_id: Department, for e-invoicing by EAN number and another address
            customer_contact_id: Contact who receives the document
            due_date: Due date; derived from the payment terms when left out
            currency: Currency (ISO 4217); default is the company currency, for example DKK
            payment_terms: Payment terms in days, for example 30
            reference: Purchase order number (PO-nr.)
            our_reference: Our reference (Vores ref.)
            description
            notes
            document_template_id: Design of the document: id of a document template
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
            due_date=due_date,
            currency=currency,
            payment_terms=payment_terms,
            reference=reference,
            our_reference=our_reference,
            description=description,
            notes=notes,
            document_template_id=document_template_id,
        )
        _request = _api.create_invoice.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_invoice.OPERATION, _request, _api.create_invoice.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["invoices.delivery_status"])
    async def delivery_status(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.DeliveryStatusResponse:
        """Get the delivery status of an invoice

        Returns a summary of the sending of an invoice and a log of the attempts.

        `GET /v1/invoices/{id}/delivery-status`

        Scopes (inferred, not documented): `invoices-read`.

        Args:
            id: Invoice ID
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
        _request = _api.get_invoice_delivery_status.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_invoice_delivery_status.OPERATION, _request, _api.get_invoice_delivery_status.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["invoices.get"])
    async def get(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.PublicInvoice:
        """Get an invoice by ID

        Returns a single invoice with its lines.

        `GET /v1/invoices/{id}`

        Scopes: `invoices-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            id: Invoice ID
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
        _request = _api.get_invoice.build_request(id, extra_query=extra_query, extra_headers=extra_headers)
        _response = await self._client.execute(_api.get_invoice.OPERATION, _request, _api.get_invoice.decode)
        return _response.parsed

    @_calls(_OPERATIONS["invoices.list"])
    def list(
        self,
        *,
        page: int | None = None,
        limit: int | None = None,
        search: str | None = None,
        status: models.InvoiceStatus | str | None = None,
        customer_id: str | None = None,
        prefetch: int = 0,
        on_drift: OnDrift = "warn",
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Paginator[models.InvoiceListItem]:
        """List invoices

        Retrieves a paginated list of invoices. The entries leave out the lines.

        `GET /v1/invoices`

        Scopes: `invoices-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            page: Page number (1-indexed)
            limit: Maximum number of items per page
            search: Search in number and description
            status: Filter by status. Values: `draft`, `scheduled`, `sending`, `sent`, `paid`,
                `partially_paid`, `cancelled`, `uncollectible`, `credited`
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
        _request = _api.list_invoices.build_request(
            page=page,
            limit=limit,
            search=search,
            status=status,
            customer_id=customer_id,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
        return self._client.paginate(
            _api.list_invoices.OPERATION,
            _request,
            _api.list_invoices.decode_item,
            prefetch=prefetch,
            on_drift=on_drift,
        )

    @_calls(_OPERATIONS["invoices.pdf"])
    async def pdf(
        self,
        id: str,
        *,
        draft: bool | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> bytes:
        """Download the invoice PDF

        Downloads the invoice as PDF, at any point of its life. `?draft=true` gives a watermarked preview
        before it is sent.

        `GET /v1/invoices/{id}/pdf`

        Scopes: `invoices-read`.

        Args:
            id: Invoice ID
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
        _request = _api.get_invoice_pdf.build_request(
            id, draft=draft, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_invoice_pdf.OPERATION, _request, _api.get_invoice_pdf.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["invoices.pdf"])
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
        _request = _api.get_invoice_pdf.build_request(
            id, draft=draft, extra_query=extra_query, extra_headers=extra_headers
        )
        return await self._client.download(_api.get_invoice_pdf.OPERATION, _request, file_path)

    @_calls(_OPERATIONS["invoices.send"])
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
        """Send an invoice to the customer

        Books the invoice, gives it its number and delivers it by `Email`, by `Sproom` (e-invoicing by EAN
        number) or `Manual`.

        The overrides hold for this sending only, unless `updateCustomerRecord` is true.

        The server does not deduplicate this call. When its outcome is unknown, read the invoice before
        sending it again: a number means that it was booked.

        `POST /v1/invoices/{id}/send`

        Scopes: `invoices-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `invoices.get`.

        Args:
            id: Invoice ID
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
        _request = _api.send_invoice.build_request(
            id, body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.send_invoice.OPERATION, _request, _api.send_invoice.decode
        )
        return _response.parsed
