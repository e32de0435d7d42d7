"""PublicInvoice"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import (
    encode_date,
    encode_datetime,
    encode_decimal,
    encode_enum,
    new_object,
    parse_date,
    parse_datetime,
    parse_decimal,
    parse_list,
    take_some,
    taker,
    unknown,
)
from ..errors import DecodeError
from .document_line import DocumentLine
from .invoice_status import INVOICE_STATUS_VALUES, InvoiceStatus

_TAKE = taker(
    "id",
    "status",
    "date",
    "currency",
    "subtotal",
    "vat",
    "amount",
    "lines",
    "createdAt",
    "updatedAt",
    "number",
    "dueDate",
    "customerId",
    "reference",
    "ourReference",
    "notes",
)


@_define(kw_only=True)
class PublicInvoice:
    """An invoice. Further fields exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        status
        date
        currency
        subtotal: Amount before VAT. A decimal number in a string
        vat: A decimal number in a string
        amount: Amount including VAT. A decimal number in a string
        lines
        created_at
        updated_at
        number: Invoice number; null while a draft, given when the invoice is sent. The type is not published
        due_date
        customer_id
        reference
        our_reference
        notes
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "status": "status",
        "date": "date",
        "currency": "currency",
        "subtotal": "subtotal",
        "vat": "vat",
        "amount": "amount",
        "lines": "lines",
        "createdAt": "created_at",
        "updatedAt": "updated_at",
        "number": "number",
        "dueDate": "due_date",
        "customerId": "customer_id",
        "reference": "reference",
        "ourReference": "our_reference",
        "notes": "notes",
    }

    id: str | None = None
    status: InvoiceStatus | None = None
    date: _dt.date | None = None
    currency: str | None = None
    subtotal: Decimal | None = None
    vat: Decimal | None = None
    amount: Decimal | None = None
    lines: list[DocumentLine] | None = None
    created_at: _dt.datetime | None = None
    updated_at: _dt.datetime | None = None
    number: Any = None
    due_date: _dt.date | None = None
    customer_id: str | None = None
    reference: str | None = None
    our_reference: str | None = None
    notes: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th field was not in the answer. It reads as None, and is left out again.
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
            try:
                values = _TAKE(src)
                absent = 0
                extra: dict[str, Any] = {} if len(src) == 16 else unknown(src, cls.WIRE_NAMES)
            except KeyError:
                values, absent, extra = take_some(src, cls.WIRE_NAMES, ())
            (
                self.id,
                _status,
                _date,
                self.currency,
                _subtotal,
                _vat,
                _amount,
                _lines,
                _created_at,
                _updated_at,
                self.number,
                _due_date,
                self.customer_id,
                self.reference,
                self.our_reference,
                self.notes,
            ) = values
            if _status is not None:
                at = "status"
                _status = INVOICE_STATUS_VALUES.get(_status) or InvoiceStatus(_status)
            self.status = _status
            if _date is not None:
                at = "date"
                _date = parse_date(_date)
            self.date = _date
            if _subtotal is not None:
                at = "subtotal"
                _subtotal = parse_decimal(_subtotal)
            self.subtotal = _subtotal
            if _vat is not None:
                at = "vat"
                _vat = parse_decimal(_vat)
            self.vat = _vat
            if _amount is not None:
                at = "amount"
                _amount = parse_decimal(_amount)
            self.amount = _amount
            if _lines is not None:
                at = "lines"
                _lines = parse_list(DocumentLine.from_dict, _lines)
            self.lines = _lines
            if _created_at is not None:
                at = "createdAt"
                _created_at = parse_datetime(_created_at)
            self.created_at = _created_at
            if _updated_at is not None:
                at = "updatedAt"
                _updated_at = parse_datetime(_updated_at)
            self.updated_at = _updated_at
            if _due_date is not None:
                at = "dueDate"
                _due_date = parse_date(_due_date)
            self.due_date = _due_date
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.id is None:
            if not self._absent & 1:
                result["id"] = None
        else:
            result["id"] = self.id
        if self.status is None:
            if not self._absent & 2:
                result["status"] = None
        else:
            result["status"] = encode_enum(self.status)
        if self.date is None:
            if not self._absent & 4:
                result["date"] = None
        else:
            result["date"] = encode_date(self.date, "PublicInvoice.date")
        if self.currency is None:
            if not self._absent & 8:
                result["currency"] = None
        else:
            result["currency"] = self.currency
        if self.subtotal is None:
            if not self._absent & 16:
                result["subtotal"] = None
        else:
            result["subtotal"] = encode_decimal(self.subtotal, "PublicInvoice.subtotal")
        if self.vat is None:
            if not self._absent & 32:
                result["vat"] = None
        else:
            result["vat"] = encode_decimal(self.vat, "PublicInvoice.vat")
        if self.amount is None:
            if not self._absent & 64:
                result["amount"] = None
        else:
            result["amount"] = encode_decimal(self.amount, "PublicInvoice.amount")
        if self.lines is None:
            if not self._absent & 128:
                result["lines"] = None
        else:
            result["lines"] = [item.to_dict() for item in self.lines]
        if self.created_at is None:
            if not self._absent & 256:
                result["createdAt"] = None
        else:
            result["createdAt"] = encode_datetime(self.created_at, "PublicInvoice.created_at")
        if self.updated_at is None:
            if not self._absent & 512:
                result["updatedAt"] = None
        else:
            result["updatedAt"] = encode_datetime(self.updated_at, "PublicInvoice.updated_at")
        if self.number is None:
            if not self._absent & 1024:
                result["number"] = None
        else:
            result["number"] = self.number
        if self.due_date is None:
            if not self._absent & 2048:
                result["dueDate"] = None
        else:
            result["dueDate"] = encode_date(self.due_date, "PublicInvoice.due_date")
        if self.customer_id is None:
            if not self._absent & 4096:
                result["customerId"] = None
        else:
            result["customerId"] = self.customer_id
        if self.reference is None:
            if not self._absent & 8192:
                result["reference"] = None
        else:
            result["reference"] = self.reference
        if self.our_reference is None:
            if not self._absent & 16384:
                result["ourReference"] = None
        else:
            result["ourReference"] = self.our_reference
        if self.notes is None:
            if not self._absent & 32768:
                result["notes"] = None
        else:
            result["notes"] = self.notes
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
