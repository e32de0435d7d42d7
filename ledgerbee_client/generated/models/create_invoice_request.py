"""CreateInvoiceRequest"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object, parse_date, parse_list
from ..encoding import encode_date, encode_dict, encode_list, encode_model
from ..errors import DecodeError
from ..types import UNSET, Unset
from .document_line_input import DocumentLineInput


@_define(kw_only=True)
class CreateInvoiceRequest:
    """Body of *Create a draft invoice*.

    Attributes:
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
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "customerId": "customer_id",
        "date": "date",
        "lines": "lines",
        "customerDepartmentId": "customer_department_id",
        "customerContactId": "customer_contact_id",
        "dueDate": "due_date",
        "currency": "currency",
        "paymentTerms": "payment_terms",
        "reference": "reference",
        "ourReference": "our_reference",
        "description": "description",
        "notes": "notes",
        "documentTemplateId": "document_template_id",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES, ("customerId", "lines"))

    customer_id: str
    date: _dt.date | str | None | Unset = UNSET
    lines: Sequence[DocumentLineInput | Mapping[str, Any]]
    customer_department_id: str | None | Unset = UNSET
    customer_contact_id: str | None | Unset = UNSET
    due_date: _dt.date | str | None | Unset = UNSET
    currency: str | None | Unset = UNSET
    payment_terms: int | None | Unset = UNSET
    reference: str | None | Unset = UNSET
    our_reference: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    notes: str | None | Unset = UNSET
    document_template_id: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        self = new_object(cls)
        at = ""
        try:
            fields = cls._FIELDS
            try:
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 13 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.customer_id,
                _date,
                _lines,
                self.customer_department_id,
                self.customer_contact_id,
                _due_date,
                self.currency,
                self.payment_terms,
                self.reference,
                self.our_reference,
                self.description,
                self.notes,
                self.document_template_id,
            ) = given_or_unset(values, absent) if absent else values
            if _date is not None and _date is not UNSET:
                at = "date"
                _date = parse_date(_date)
            self.date = _date
            at = "lines"
            self.lines = parse_list(DocumentLineInput.from_dict, _lines)
            if _due_date is not None and _due_date is not UNSET:
                at = "dueDate"
                _due_date = parse_date(_due_date)
            self.due_date = _due_date
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {
            "customerId": self.customer_id,
            "lines": encode_list(
                self.lines,
                lambda item: encode_model(item, DocumentLineInput, "CreateInvoiceRequest.lines"),
                "CreateInvoiceRequest.lines",
            ),
        }
        if not isinstance(self.date, Unset):
            result["date"] = (
                None
                if self.date is None
                else encode_date(self.date, "CreateInvoiceRequest.date", checked=True)
            )
        if not isinstance(self.customer_department_id, Unset):
            result["customerDepartmentId"] = self.customer_department_id
        if not isinstance(self.customer_contact_id, Unset):
            result["customerContactId"] = self.customer_contact_id
        if not isinstance(self.due_date, Unset):
            result["dueDate"] = (
                None
                if self.due_date is None
                else encode_date(self.due_date, "CreateInvoiceRequest.due_date", checked=True)
            )
        if not isinstance(self.currency, Unset):
            result["currency"] = self.currency
        if not isinstance(self.payment_terms, Unset):
            result["paymentTerms"] = self.payment_terms
        if not isinstance(self.reference, Unset):
            result["reference"] = self.reference
        if not isinstance(self.our_reference, Unset):
            result["ourReference"] = self.our_reference
        if not isinstance(self.description, Unset):
            result["description"] = self.description
        if not isinstance(self.notes, Unset):
            result["notes"] = self.notes
        if not isinstance(self.document_template_id, Unset):
            result["documentTemplateId"] = self.document_template_id
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "CreateInvoiceRequest.additional_properties")
            )
        return result
