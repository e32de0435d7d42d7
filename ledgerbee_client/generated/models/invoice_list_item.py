"""InvoiceListItem"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, from_iso, leave_out, new_object, parse_date, parse_datetime, parse_decimal
from ..encoding import encode_date, encode_datetime, encode_decimal, encode_enum
from ..errors import DecodeError
from .invoice_status import INVOICE_STATUS_VALUES, InvoiceStatus


@_define(kw_only=True)
class InvoiceListItem:
    """An invoice as the list gives it: without its lines.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        status
        date
        currency
        subtotal: Amount before VAT. A decimal number in a string
        vat: A decimal number in a string
        amount: Amount including VAT. A decimal number in a string
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
        "createdAt": "created_at",
        "updatedAt": "updated_at",
        "number": "number",
        "dueDate": "due_date",
        "customerId": "customer_id",
        "reference": "reference",
        "ourReference": "our_reference",
        "notes": "notes",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    status: InvoiceStatus | None = None
    date: _dt.date | None = None
    currency: str | None = None
    subtotal: Decimal | None = None
    vat: Decimal | None = None
    amount: Decimal | None = None
    created_at: _dt.datetime | None = None
    updated_at: _dt.datetime | None = None
    number: Any = None
    due_date: _dt.date | None = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 15 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.id,
                _status,
                _date,
                self.currency,
                _subtotal,
                _vat,
                _amount,
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
        result: dict[str, Any] = {
            "id": self.id,
            "status": None if self.status is None else encode_enum(self.status),
            "date": None if self.date is None else encode_date(self.date, "InvoiceListItem.date"),
            "currency": self.currency,
            "subtotal": None
            if self.subtotal is None
            else encode_decimal(self.subtotal, "InvoiceListItem.subtotal"),
            "vat": None if self.vat is None else encode_decimal(self.vat, "InvoiceListItem.vat"),
            "amount": None if self.amount is None else encode_decimal(self.amount, "InvoiceListItem.amount"),
            "createdAt": None
            if self.created_at is None
            else encode_datetime(self.created_at, "InvoiceListItem.created_at"),
            "updatedAt": None
            if self.updated_at is None
            else encode_datetime(self.updated_at, "InvoiceListItem.updated_at"),
            "number": self.number,
            "dueDate": None
            if self.due_date is None
            else encode_date(self.due_date, "InvoiceListItem.due_date"),
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
