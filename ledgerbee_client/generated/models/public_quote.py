"""PublicQuote"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import (
    Fields,
    from_iso,
    leave_out,
    new_object,
    parse_date,
    parse_datetime,
    parse_decimal,
    parse_list,
)
from ..encoding import encode_date, encode_datetime, encode_decimal, encode_enum
from ..errors import DecodeError
from .document_line import DocumentLine
from .quote_display_status import QUOTE_DISPLAY_STATUS_VALUES, QuoteDisplayStatus
from .quote_status import QUOTE_STATUS_VALUES, QuoteStatus
from .quote_type import QUOTE_TYPE_VALUES, QuoteType


@_define(kw_only=True)
class PublicQuote:
    """A quote. Further fields exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        type: Type of the document, always `quote`
        status: The stored status
        display_status: The status, plus the derived `expired` (sent and past `validUntil`) and `converted`
        date
        amount: Amount including VAT. A decimal number in a string
        subtotal: Amount before VAT. A decimal number in a string
        vat: A decimal number in a string
        currency
        created_at
        updated_at
        document_number: Number of the document; null until it is sent. The type is not published
        valid_until: Last day of validity
        lines: Lines of the document; the list leaves them out
        customer_id: Customer of the document
        reference
        our_reference
        notes
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "type": "type",
        "status": "status",
        "displayStatus": "display_status",
        "date": "date",
        "amount": "amount",
        "subtotal": "subtotal",
        "vat": "vat",
        "currency": "currency",
        "createdAt": "created_at",
        "updatedAt": "updated_at",
        "documentNumber": "document_number",
        "validUntil": "valid_until",
        "lines": "lines",
        "customerId": "customer_id",
        "reference": "reference",
        "ourReference": "our_reference",
        "notes": "notes",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    type: QuoteType | None = None
    status: QuoteStatus | None = None
    display_status: QuoteDisplayStatus | None = None
    date: _dt.date | None = None
    amount: Decimal | None = None
    subtotal: Decimal | None = None
    vat: Decimal | None = None
    currency: str | None = None
    created_at: _dt.datetime | None = None
    updated_at: _dt.datetime | None = None
    document_number: Any = None
    valid_until: _dt.date | None = None
    lines: list[DocumentLine] | None = None
    customer_id: str | None = None
    reference: str | None = None
    our_reference: str | None = None
    notes: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th field was not in the response. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 18 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.id,
                _type,
                _status,
                _display_status,
                _date,
                _amount,
                _subtotal,
                _vat,
                self.currency,
                _created_at,
                _updated_at,
                self.document_number,
                _valid_until,
                _lines,
                self.customer_id,
                self.reference,
                self.our_reference,
                self.notes,
            ) = values
            if _type is not None:
                at = "type"
                _type = QUOTE_TYPE_VALUES.get(_type) or QuoteType(_type)
            self.type = _type
            if _status is not None:
                at = "status"
                _status = QUOTE_STATUS_VALUES.get(_status) or QuoteStatus(_status)
            self.status = _status
            if _display_status is not None:
                at = "displayStatus"
                _display_status = QUOTE_DISPLAY_STATUS_VALUES.get(_display_status) or QuoteDisplayStatus(
                    _display_status
                )
            self.display_status = _display_status
            if _date is not None:
                at = "date"
                _date = parse_date(_date)
            self.date = _date
            if _amount is not None:
                at = "amount"
                _amount = parse_decimal(_amount)
            self.amount = _amount
            if _subtotal is not None:
                at = "subtotal"
                _subtotal = parse_decimal(_subtotal)
            self.subtotal = _subtotal
            if _vat is not None:
                at = "vat"
                _vat = parse_decimal(_vat)
            self.vat = _vat
            if _created_at is not None:
                at = "createdAt"
                try:
                    _created_at = from_iso(_created_at)
                except (TypeError, ValueError):
                    _created_at = parse_datetime(_created_at)
            self.created_at = _created_at
            if _updated_at is not None:
                at = "updatedAt"
                try:
                    _updated_at = from_iso(_updated_at)
                except (TypeError, ValueError):
                    _updated_at = parse_datetime(_updated_at)
            self.updated_at = _updated_at
            if _valid_until is not None:
                at = "validUntil"
                _valid_until = parse_date(_valid_until)
            self.valid_until = _valid_until
            if _lines is not None:
                at = "lines"
                _lines = parse_list(DocumentLine.from_dict, _lines)
            self.lines = _lines
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "id": self.id,
            "type": None if self.type is None else encode_enum(self.type),
            "status": None if self.status is None else encode_enum(self.status),
            "displayStatus": None if self.display_status is None else encode_enum(self.display_status),
            "date": None if self.date is None else encode_date(self.date, "PublicQuote.date"),
            "amount": None if self.amount is None else encode_decimal(self.amount, "PublicQuote.amount"),
            "subtotal": None
            if self.subtotal is None
            else encode_decimal(self.subtotal, "PublicQuote.subtotal"),
            "vat": None if self.vat is None else encode_decimal(self.vat, "PublicQuote.vat"),
            "currency": self.currency,
            "createdAt": None
            if self.created_at is None
            else encode_datetime(self.created_at, "PublicQuote.created_at"),
            "updatedAt": None
            if self.updated_at is None
            else encode_datetime(self.updated_at, "PublicQuote.updated_at"),
            "documentNumber": self.document_number,
            "validUntil": None
            if self.valid_until is None
            else encode_date(self.valid_until, "PublicQuote.valid_until"),
            "lines": None if self.lines is None else [item.to_dict() for item in self.lines],
            "customerId": self.customer_id,
            "reference": self.reference,
            "ourReference": self.our_reference,
            "notes": self.notes,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
