"""CreateQuoteRequest"""

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
class CreateQuoteRequest:
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

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "customerId": "customer_id",
        "date": "date",
        "lines": "lines",
        "customerDepartmentId": "customer_department_id",
        "customerContactId": "customer_contact_id",
        "validUntil": "valid_until",
        "currency": "currency",
        "reference": "reference",
        "ourReference": "our_reference",
        "notes": "notes",
        "documentTemplateId": "document_template_id",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES, ("customerId", "date", "lines"))

    customer_id: str
    date: _dt.date | str
    lines: Sequence[DocumentLineInput | Mapping[str, Any]]
    customer_department_id: str | None | Unset = UNSET
    customer_contact_id: str | None | Unset = UNSET
    valid_until: _dt.date | str | None | Unset = UNSET
    currency: str | None | Unset = UNSET
    reference: str | None | Unset = UNSET
    our_reference: str | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 11 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.customer_id,
                _date,
                _lines,
                self.customer_department_id,
                self.customer_contact_id,
                _valid_until,
                self.currency,
                self.reference,
                self.our_reference,
                self.notes,
                self.document_template_id,
            ) = given_or_unset(values, absent) if absent else values
            at = "date"
            self.date = parse_date(_date)
            at = "lines"
            self.lines = parse_list(DocumentLineInput.from_dict, _lines)
            if _valid_until is not None and _valid_until is not UNSET:
                at = "validUntil"
                _valid_until = parse_date(_valid_until)
            self.valid_until = _valid_until
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
            "date": encode_date(self.date, "CreateQuoteRequest.date", checked=True),
            "lines": encode_list(
                self.lines,
                lambda item: encode_model(item, DocumentLineInput, "CreateQuoteRequest.lines"),
                "CreateQuoteRequest.lines",
            ),
        }
        if not isinstance(self.customer_department_id, Unset):
            result["customerDepartmentId"] = self.customer_department_id
        if not isinstance(self.customer_contact_id, Unset):
            result["customerContactId"] = self.customer_contact_id
        if not isinstance(self.valid_until, Unset):
            result["validUntil"] = (
                None
                if self.valid_until is None
                else encode_date(self.valid_until, "CreateQuoteRequest.valid_until", checked=True)
            )
        if not isinstance(self.currency, Unset):
            result["currency"] = self.currency
        if not isinstance(self.reference, Unset):
            result["reference"] = self.reference
        if not isinstance(self.our_reference, Unset):
            result["ourReference"] = self.our_reference
        if not isinstance(self.notes, Unset):
            result["notes"] = self.notes
        if not isinstance(self.document_template_id, Unset):
            result["documentTemplateId"] = self.document_template_id
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "CreateQuoteRequest.additional_properties")
            )
        return result
