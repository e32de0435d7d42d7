"""Order Confirmations"""

from __future__ import annotations

import builtins as _builtins
import datetime as _dt
import os as _os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import models
from ..api import order_confirmations as _api
from ..client import AsyncClient, OnDrift, Paginator
from ..encoding import given
from ..operations import OPERATIONS as _OPERATIONS
from ..types import UNSET, Unset, calls as _calls


class OrderConfirmationsResource:
    """Order Confirmations"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..nearest import no_attribute  # for messages only

            raise AttributeError(no_attribute(self, name, "lb.order_confirmations"))

    @_calls(_OPERATIONS["order_confirmations.convert"])
    async def convert(
        self,
        id: str,
        *,
        target: models.ConvertOrderConfirmationTarget | str | Unset = UNSET,
        document: Mapping[str, Any] | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """Convert an order confirmation into an invoice

        Converts an order confirmation into an invoice. It must have been sent, and it converts only once.

        Afterwards it is read-only and its `convertedToInvoiceId` points to the booked invoice. Without
        `document` the fields and lines are copied as they are.

        The server does not deduplicate this call. When its outcome is unknown, read `displayStatus` and
        `convertedToInvoiceId`. A document converts only once.

        `POST /v1/order-confirmations/{id}/convert`

        Scopes: `order-confirmations-write`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Not idempotent: sent twice, it may be applied twice; read back with `order_confirmations.get`.

        Args:
            id: Order confirmation ID
            target: Values: `invoice`
            document: Changes to the target document. Without it fields and lines are copied as they are. Its
                fields are not published
            extra_query: query parameters that the document doesn't know
            extra_headers: further headers
            extra_body: body fields that the document doesn't know

        Raises:
            TypeError, ValueError: an argument can't be sent; nothing was.
            BadRequestError: 400: `SHARED_VALIDATION_FAILED`: the input failed validation.
                `SALES_DOCUMENT_CONVERT_REQUIRES_SENT`: the document is still a draft.
            AuthenticationError: 401: `UNAUTHORIZED`: the credential is missing, invalid, expired or used from
                an address that is not allowed.
            PermissionDeniedError: 403: `INSUFFICIENT_PERMISSIONS`: a scope is missing
                (`details.requiredScopes`).
            NotFoundError: 404: The company has no resource with this id.
        """
        _fields = given(target=target, document=document)
        _request = _api.convert_order_confirmation.build_request(
            id, body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.convert_order_confirmation.OPERATION, _request, _api.convert_order_confirmation.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["order_confirmations.create"])
    async def create(
        self,
        *,
        customer_id: str,
        date: _dt.date | str,
        lines: Sequence[models.DocumentLineInput | models.DocumentLineInputDict],
        customer_department_id: str | Unset = UNSET,
        customer_contact_id: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        reference: str | Unset = UNSET,
        our_reference: str | Unset = UNSET,
        notes: str | Unset = UNSET,
        document_template_id: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.PublicOrderConfirmation:
        """Create a draft order confirmation

        Creates a draft order confirmation. Its number is given when it is sent; nothing is booked.

        `totalPrice`, `vatRate` and `vatAmount` are computed by the server and must not be sent. At least one
        product line.

        The server does not deduplicate this call. When its outcome is unknown, read back before sending it
        again.

        `POST /v1/order-confirmations`

        Scopes: `order-confirmations-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `order_confirmations.list`.

        Pass `reference`: then an unknown outcome can be settled with certainty.

        Args:
            customer_id
            date: Date of the document (YYYY-MM-DD), for example 2026-01-15
            lines: Lines of the document, at least one of them a product line
            customer_department_id
            customer_contact_id: Contact of the customer (Deres ref.)
            currency: For example DKK
            reference: Purchase order number (PO-nr.)
            our_reference: Our reference (Vores ref.)
            notes: Printed on the document
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
            currency=currency,
            reference=reference,
            our_reference=our_reference,
            notes=notes,
            document_template_id=document_template_id,
        )
        _request = _api.create_order_confirmation.build_request(
            body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.create_order_confirmation.OPERATION, _request, _api.create_order_confirmation.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["order_confirmations.get"])
    async def get(
        self,
        id: str,
        *,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> models.PublicOrderConfirmation:
        """Get an order confirmation by id

        Returns a single order confirmation with its lines.

        `GET /v1/order-confirmations/{id}`

        Scopes: `order-confirmations-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            id: Order confirmation ID
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
        _request = _api.get_order_confirmation.build_request(
            id, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_order_confirmation.OPERATION, _request, _api.get_order_confirmation.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["order_confirmations.list"])
    def list(
        self,
        *,
        page: int | None = None,
        limit: int | None = None,
        status: models.OrderConfirmationStatus | str | None = None,
        customer_id: str | None = None,
        sort_by: str | None = None,
        sort_order: models.SortOrder | str | None = None,
        prefetch: int = 0,
        on_drift: OnDrift = "warn",
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Paginator[models.OrderConfirmationListItem]:
        """List order confirmations

        Retrieves a paginated list of order confirmations, newest first by default. The entries leave out the
        lines.

        `status` filters by the display status.

        `GET /v1/order-confirmations`

        Scopes: `order-confirmations-read`.

        The path is inferred, not documented: a 404 may mean that it is wrong.

        Args:
            page: Page number (1-indexed), 1 by default
            limit: Maximum number of items per page, at most 100, 25 by default
            status: Filter by display status; derived ones are resolved by the server. Values: `draft`,
                `sent`, `converted`
            customer_id: Filter by customer ID
            sort_by: Field to sort by. Values seen: `date`, `documentNumber`, `amount`, `status`; there may be
                others
            sort_order: Sort direction. Values: `ASC`, `DESC`
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
        _request = _api.list_order_confirmations.build_request(
            page=page,
            limit=limit,
            status=status,
            customer_id=customer_id,
            sort_by=sort_by,
            sort_order=sort_order,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
        return self._client.paginate(
            _api.list_order_confirmations.OPERATION,
            _request,
            _api.list_order_confirmations.decode_item,
            prefetch=prefetch,
            on_drift=on_drift,
        )

    @_calls(_OPERATIONS["order_confirmations.pdf"])
    async def pdf(
        self,
        id: str,
        *,
        draft: bool | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> bytes:
        """Download an order confirmation as PDF

        Downloads the order confirmation as PDF. `?draft=true` gives a watermarked preview before it is sent.

        `GET /v1/order-confirmations/{id}/pdf`

        Scopes: `order-confirmations-read`.

        Args:
            id: Order confirmation ID
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
        _request = _api.get_order_confirmation_pdf.build_request(
            id, draft=draft, extra_query=extra_query, extra_headers=extra_headers
        )
        _response = await self._client.execute(
            _api.get_order_confirmation_pdf.OPERATION, _request, _api.get_order_confirmation_pdf.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["order_confirmations.pdf"])
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
        _request = _api.get_order_confirmation_pdf.build_request(
            id, draft=draft, extra_query=extra_query, extra_headers=extra_headers
        )
        return await self._client.download(_api.get_order_confirmation_pdf.OPERATION, _request, file_path)

    @_calls(_OPERATIONS["order_confirmations.send"])
    async def send(
        self,
        id: str,
        *,
        delivery_type: models.SendQuoteDeliveryType | str | Unset = UNSET,
        recipient_email: str | Unset = UNSET,
        document_template_id: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> _builtins.dict[str, Any]:
        """Send an order confirmation

        Gives the order confirmation its number, renders the PDF and marks it sent, by `Manual` (the default)
        or `Email`. Nothing is booked, and there is no e-invoicing.

        A converted document cannot be sent again.

        The server does not deduplicate this call. When its outcome is unknown, read the status before sending
        it again.

        `POST /v1/order-confirmations/{id}/send`

        Scopes: `order-confirmations-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `order_confirmations.get`.

        Args:
            id: Order confirmation ID
            delivery_type: Values: `Manual`, `Email`
            recipient_email: Recipient; default is the customer contact, else the e-mail address of the
                customer
            document_template_id: Design for this sending: id of a document template
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
            recipient_email=recipient_email,
            document_template_id=document_template_id,
        )
        _request = _api.send_order_confirmation.build_request(
            id, body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.send_order_confirmation.OPERATION, _request, _api.send_order_confirmation.decode
        )
        return _response.parsed

    @_calls(_OPERATIONS["order_confirmations.update"])
    async def update(
        self,
        id: str,
        *,
        customer_id: str | Unset = UNSET,
        date: _dt.date | str | Unset = UNSET,
        lines: Sequence[models.DocumentLineInput | models.DocumentLineInputDict] | Unset = UNSET,
        customer_department_id: str | Unset = UNSET,
        customer_contact_id: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        reference: str | Unset = UNSET,
        our_reference: str | Unset = UNSET,
        notes: str | Unset = UNSET,
        document_template_id: str | Unset = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> models.PublicOrderConfirmation:
        """Update a draft order confirmation

        Updates an order confirmation; drafts only.

        The editable fields and the lines are replaced wholesale: send the full set.

        The body replaces everything, so repeating the call gives the same document.

        `PATCH /v1/order-confirmations/{id}`

        Scopes: `order-confirmations-write`.

        Not idempotent: sent twice, it may be applied twice; read back with `order_confirmations.get`.

        Args:
            id: Order confirmation ID
            customer_id
            date: Date of the document (YYYY-MM-DD), for example 2026-01-15
            lines: Lines of the document, at least one of them a product line
            customer_department_id
            customer_contact_id: Contact of the customer (Deres ref.)
            currency: For example DKK
            reference: Purchase order number (PO-nr.)
            our_reference: Our reference (Vores ref.)
            notes: Printed on the document
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
            NotFoundError: 404: The company has no resource with this id.
        """
        _fields = given(
            customer_id=customer_id,
            date=date,
            lines=lines,
            customer_department_id=customer_department_id,
            customer_contact_id=customer_contact_id,
            currency=currency,
            reference=reference,
            our_reference=our_reference,
            notes=notes,
            document_template_id=document_template_id,
        )
        _request = _api.update_order_confirmation.build_request(
            id, body=_fields, extra_query=extra_query, extra_headers=extra_headers, extra_body=extra_body
        )
        _response = await self._client.execute(
            _api.update_order_confirmation.OPERATION, _request, _api.update_order_confirmation.decode
        )
        return _response.parsed
