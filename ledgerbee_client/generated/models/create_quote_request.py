"""CreateQuoteRequest"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Required as _Required, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_date, parse_list, parse_str
from ..encoding import encode_any, encode_date, encode_list, encode_model, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .document_line_input import DocumentLineInput, DocumentLineInputDict

_FIELDS: Final = Fields(
    Property("customerId", "customer_id", parse_str, required=True),
    Property("date", "date", parse_date, required=True),
    Property("lines", "lines", lambda value: parse_list(DocumentLineInput.from_dict, value), required=True),
    Property("customerDepartmentId", "customer_department_id", parse_str),
    Property("customerContactId", "customer_contact_id", parse_str),
    Property("validUntil", "valid_until", parse_date),
    Property("currency", "currency", parse_str),
    Property("reference", "reference", parse_str),
    Property("ourReference", "our_reference", parse_str),
    Property("notes", "notes", parse_str),
    Property("documentTemplateId", "document_template_id", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateQuoteRequest(_Model):
    """Body of *Create a draft quote*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        customer_id
        date: Date of the document (YYYY-MM-DD), for example 2026-01-15
        lines: Lines of the document, at least one of them a product line
        customer_department_id
        customer_contact_id: Contact of the customer (Deres ref.)
        valid_until: Last day of validity (YYYY-MM-DD), for example 2026-02-15
        currency: For example DKK
        reference: Purchase order number (PO-nr.)
        our_reference: Our reference (Vores ref.)
        notes: Printed on the document
        document_template_id: Design of the document: id of a document template
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    customer_id: str
    date: _dt.date | str
    lines: Sequence[DocumentLineInput | DocumentLineInputDict]
    customer_department_id: str | Unset = UNSET
    customer_contact_id: str | Unset = UNSET
    valid_until: _dt.date | str | Unset = UNSET
    currency: str | Unset = UNSET
    reference: str | Unset = UNSET
    our_reference: str | Unset = UNSET
    notes: str | Unset = UNSET
    document_template_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {
            "customerId": encode_str(self.customer_id, "CreateQuoteRequest.customer_id"),
            "date": encode_date(self.date, "CreateQuoteRequest.date", checked=True),
            "lines": encode_list(
                self.lines,
                lambda item: encode_model(item, DocumentLineInput, "CreateQuoteRequest.lines"),
                "CreateQuoteRequest.lines",
            ),
        }
        if not isinstance(self.customer_department_id, Unset):
            result["customerDepartmentId"] = encode_str(
                self.customer_department_id, "CreateQuoteRequest.customer_department_id"
            )
        if not isinstance(self.customer_contact_id, Unset):
            result["customerContactId"] = encode_str(
                self.customer_contact_id, "CreateQuoteRequest.customer_contact_id"
            )
        if not isinstance(self.valid_until, Unset):
            result["validUntil"] = encode_date(
                self.valid_until, "CreateQuoteRequest.valid_until", checked=True
            )
        if not isinstance(self.currency, Unset):
            result["currency"] = encode_str(self.currency, "CreateQuoteRequest.currency")
        if not isinstance(self.reference, Unset):
            result["reference"] = encode_str(self.reference, "CreateQuoteRequest.reference")
        if not isinstance(self.our_reference, Unset):
            result["ourReference"] = encode_str(self.our_reference, "CreateQuoteRequest.our_reference")
        if not isinstance(self.notes, Unset):
            result["notes"] = encode_str(self.notes, "CreateQuoteRequest.notes")
        if not isinstance(self.document_template_id, Unset):
            result["documentTemplateId"] = encode_str(
                self.document_template_id, "CreateQuoteRequest.document_template_id"
            )
        if self.additional_properties:
            result.update(encode_any(self.additional_properties, "CreateQuoteRequest.additional_properties"))
        return result


if TYPE_CHECKING:

    class CreateQuoteRequestDict(_TypedDict, total=False):
        """A mapping in the place of `CreateQuoteRequest`."""

        customer_id: _Required[str]
        date: _Required[_dt.date | str]
        lines: _Required[Sequence[DocumentLineInput | DocumentLineInputDict]]
        customer_department_id: str
        customer_contact_id: str
        valid_until: _dt.date | str
        currency: str
        reference: str
        our_reference: str
        notes: str
        document_template_id: str
        additional_properties: Mapping[str, Any]
else:
    CreateQuoteRequestDict = Mapping[str, Any]
