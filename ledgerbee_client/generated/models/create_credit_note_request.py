"""CreateCreditNoteRequest"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Required as _Required, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_any, parse_date, parse_list, parse_str
from ..encoding import encode_any, encode_date, encode_list, encode_model, encode_open, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .document_line_input import DocumentLineInput, DocumentLineInputDict

_FIELDS: Final = Fields(
    Property("customerId", "customer_id", parse_str, required=True),
    Property("date", "date", parse_date),
    Property("lines", "lines", lambda value: parse_list(DocumentLineInput.from_dict, value), required=True),
    Property("customerDepartmentId", "customer_department_id", parse_str),
    Property("customerContactId", "customer_contact_id", parse_str),
    Property("invoiceNumber", "invoice_number", parse_any),
    Property("currency", "currency", parse_str),
    Property("reference", "reference", parse_str),
    Property("ourReference", "our_reference", parse_str),
    Property("description", "description", parse_str),
    Property("notes", "notes", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateCreditNoteRequest(_Model):
    """Body of *Create a credit note*.

    Attributes:
        customer_id
        date
        lines: Lines of the document, at least one of them a product line
        customer_department_id: Department, for e-invoicing by EAN number and another address
        customer_contact_id: Contact who receives the document
        invoice_number: Number of the invoice to credit; it is then marked credited. The type is not published
        currency: Currency (ISO 4217); default is the company currency
        reference: Purchase order number (PO-nr.)
        our_reference: Our reference (Vores ref.)
        description
        notes
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    customer_id: str
    date: _dt.date | str | Unset = UNSET
    lines: Sequence[DocumentLineInput | DocumentLineInputDict]
    customer_department_id: str | Unset = UNSET
    customer_contact_id: str | Unset = UNSET
    invoice_number: Any | Unset = UNSET
    currency: str | Unset = UNSET
    reference: str | Unset = UNSET
    our_reference: str | Unset = UNSET
    description: str | Unset = UNSET
    notes: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {
            "customerId": encode_str(self.customer_id, "CreateCreditNoteRequest.customer_id"),
            "lines": encode_list(
                self.lines,
                lambda item: encode_model(item, DocumentLineInput, "CreateCreditNoteRequest.lines"),
                "CreateCreditNoteRequest.lines",
            ),
        }
        if not isinstance(self.date, Unset):
            result["date"] = encode_date(self.date, "CreateCreditNoteRequest.date", checked=True)
        if not isinstance(self.customer_department_id, Unset):
            result["customerDepartmentId"] = encode_str(
                self.customer_department_id, "CreateCreditNoteRequest.customer_department_id"
            )
        if not isinstance(self.customer_contact_id, Unset):
            result["customerContactId"] = encode_str(
                self.customer_contact_id, "CreateCreditNoteRequest.customer_contact_id"
            )
        if not isinstance(self.invoice_number, Unset):
            result["invoiceNumber"] = encode_open(
                self.invoice_number, "CreateCreditNoteRequest.invoice_number", is_object=False
            )
        if not isinstance(self.currency, Unset):
            result["currency"] = encode_str(self.currency, "CreateCreditNoteRequest.currency")
        if not isinstance(self.reference, Unset):
            result["reference"] = encode_str(self.reference, "CreateCreditNoteRequest.reference")
        if not isinstance(self.our_reference, Unset):
            result["ourReference"] = encode_str(self.our_reference, "CreateCreditNoteRequest.our_reference")
        if not isinstance(self.description, Unset):
            result["description"] = encode_str(self.description, "CreateCreditNoteRequest.description")
        if not isinstance(self.notes, Unset):
            result["notes"] = encode_str(self.notes, "CreateCreditNoteRequest.notes")
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "CreateCreditNoteRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class CreateCreditNoteRequestDict(_TypedDict, total=False):
        """A mapping in the place of `CreateCreditNoteRequest`."""

        customer_id: _Required[str]
        date: _dt.date | str
        lines: _Required[Sequence[DocumentLineInput | DocumentLineInputDict]]
        customer_department_id: str
        customer_contact_id: str
        invoice_number: Any
        currency: str
        reference: str
        our_reference: str
        description: str
        notes: str
        additional_properties: Mapping[str, Any]
else:
    CreateCreditNoteRequestDict = Mapping[str, Any]
