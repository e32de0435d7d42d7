"""CreateInvoiceRequest"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Required as _Required, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_date, parse_int, parse_list, parse_str
from ..encoding import encode_any, encode_date, encode_int, encode_list, encode_model, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .document_line_input import DocumentLineInput, DocumentLineInputDict

_FIELDS: Final = Fields(
    Property("customerId", "customer_id", parse_str, required=True),
    Property("date", "date", parse_date),
    Property("lines", "lines", lambda value: parse_list(DocumentLineInput.from_dict, value), required=True),
    Property("customerDepartmentId", "customer_department_id", parse_str),
    Property("customerContactId", "customer_contact_id", parse_str),
    Property("dueDate", "due_date", parse_date),
    Property("currency", "currency", parse_str),
    Property("paymentTerms", "payment_terms", parse_int),
    Property("reference", "reference", parse_str),
    Property("ourReference", "our_reference", parse_str),
    Property("description", "description", parse_str),
    Property("notes", "notes", parse_str),
    Property("documentTemplateId", "document_template_id", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateInvoiceRequest(_Model):
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

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    customer_id: str
    date: _dt.date | str | Unset = UNSET
    lines: Sequence[DocumentLineInput | DocumentLineInputDict]
    customer_department_id: str | Unset = UNSET
    customer_contact_id: str | Unset = UNSET
    due_date: _dt.date | str | Unset = UNSET
    currency: str | Unset = UNSET
    payment_terms: int | Unset = UNSET
    reference: str | Unset = UNSET
    our_reference: str | Unset = UNSET
    description: str | Unset = UNSET
    notes: str | Unset = UNSET
    document_template_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {
            "customerId": encode_str(self.customer_id, "CreateInvoiceRequest.customer_id"),
            "lines": encode_list(
                self.lines,
                lambda item: encode_model(item, DocumentLineInput, "CreateInvoiceRequest.lines"),
                "CreateInvoiceRequest.lines",
            ),
        }
        if not isinstance(self.date, Unset):
            result["date"] = encode_date(self.date, "CreateInvoiceRequest.date", checked=True)
        if not isinstance(self.customer_department_id, Unset):
            result["customerDepartmentId"] = encode_str(
                self.customer_department_id, "CreateInvoiceRequest.customer_department_id"
            )
        if not isinstance(self.customer_contact_id, Unset):
            result["customerContactId"] = encode_str(
                self.customer_contact_id, "CreateInvoiceRequest.customer_contact_id"
            )
        if not isinstance(self.due_date, Unset):
            result["dueDate"] = encode_date(self.due_date, "CreateInvoiceRequest.due_date", checked=True)
        if not isinstance(self.currency, Unset):
            result["currency"] = encode_str(self.currency, "CreateInvoiceRequest.currency")
        if not isinstance(self.payment_terms, Unset):
            result["paymentTerms"] = encode_int(self.payment_terms, "CreateInvoiceRequest.payment_terms")
        if not isinstance(self.reference, Unset):
            result["reference"] = encode_str(self.reference, "CreateInvoiceRequest.reference")
        if not isinstance(self.our_reference, Unset):
            result["ourReference"] = encode_str(self.our_reference, "CreateInvoiceRequest.our_reference")
        if not isinstance(self.description, Unset):
            result["description"] = encode_str(self.description, "CreateInvoiceRequest.description")
        if not isinstance(self.notes, Unset):
            result["notes"] = encode_str(self.notes, "CreateInvoiceRequest.notes")
        if not isinstance(self.document_template_id, Unset):
            result["documentTemplateId"] = encode_str(
                self.document_template_id, "CreateInvoiceRequest.document_template_id"
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "CreateInvoiceRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class CreateInvoiceRequestDict(_TypedDict, total=False):
        """A mapping in the place of `CreateInvoiceRequest`."""

        customer_id: _Required[str]
        date: _dt.date | str
        lines: _Required[Sequence[DocumentLineInput | DocumentLineInputDict]]
        customer_department_id: str
        customer_contact_id: str
        due_date: _dt.date | str
        currency: str
        payment_terms: int
        reference: str
        our_reference: str
        description: str
        notes: str
        document_template_id: str
        additional_properties: Mapping[str, Any]
else:
    CreateInvoiceRequestDict = Mapping[str, Any]
