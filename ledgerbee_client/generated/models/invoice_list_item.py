"""InvoiceListItem"""

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
    parse_date,
    parse_datetime,
    parse_decimal,
)
from ..errors import DecodeError
from ..types import UNSET
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
    #: Bit i: the i-th optional field was not in the answer. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        at = ""
        try:
            get = src.get
            absent = 0
            _id = get("id", UNSET)
            if _id is UNSET:
                absent |= 1
                _id = None
            _status = get("status", UNSET)
            if _status is UNSET:
                absent |= 2
                _status = None
            elif _status is not None:
                at = "status"
                _status = INVOICE_STATUS_VALUES.get(_status) or InvoiceStatus(_status)
            _date = get("date", UNSET)
            if _date is UNSET:
                absent |= 4
                _date = None
            elif _date is not None:
                at = "date"
                _date = parse_date(_date)
            _currency = get("currency", UNSET)
            if _currency is UNSET:
                absent |= 8
                _currency = None
            _subtotal = get("subtotal", UNSET)
            if _subtotal is UNSET:
                absent |= 16
                _subtotal = None
            elif _subtotal is not None:
                at = "subtotal"
                _subtotal = parse_decimal(_subtotal)
            _vat = get("vat", UNSET)
            if _vat is UNSET:
                absent |= 32
                _vat = None
            elif _vat is not None:
                at = "vat"
                _vat = parse_decimal(_vat)
            _amount = get("amount", UNSET)
            if _amount is UNSET:
                absent |= 64
                _amount = None
            elif _amount is not None:
                at = "amount"
                _amount = parse_decimal(_amount)
            _created_at = get("createdAt", UNSET)
            if _created_at is UNSET:
                absent |= 128
                _created_at = None
            elif _created_at is not None:
                at = "createdAt"
                _created_at = parse_datetime(_created_at)
            _updated_at = get("updatedAt", UNSET)
            if _updated_at is UNSET:
                absent |= 256
                _updated_at = None
            elif _updated_at is not None:
                at = "updatedAt"
                _updated_at = parse_datetime(_updated_at)
            _number = get("number", UNSET)
            if _number is UNSET:
                absent |= 512
                _number = None
            _due_date = get("dueDate", UNSET)
            if _due_date is UNSET:
                absent |= 1024
                _due_date = None
            elif _due_date is not None:
                at = "dueDate"
                _due_date = parse_date(_due_date)
            _customer_id = get("customerId", UNSET)
            if _customer_id is UNSET:
                absent |= 2048
                _customer_id = None
            _reference = get("reference", UNSET)
            if _reference is UNSET:
                absent |= 4096
                _reference = None
            _our_reference = get("ourReference", UNSET)
            if _our_reference is UNSET:
                absent |= 8192
                _our_reference = None
            _notes = get("notes", UNSET)
            if _notes is UNSET:
                absent |= 16384
                _notes = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 15 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            id=_id,
            status=_status,
            date=_date,
            currency=_currency,
            subtotal=_subtotal,
            vat=_vat,
            amount=_amount,
            created_at=_created_at,
            updated_at=_updated_at,
            number=_number,
            due_date=_due_date,
            customer_id=_customer_id,
            reference=_reference,
            our_reference=_our_reference,
            notes=_notes,
            additional_properties=extra,
            _absent=absent,
        )

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
            result["date"] = encode_date(self.date, "InvoiceListItem.date")
        if self.currency is None:
            if not self._absent & 8:
                result["currency"] = None
        else:
            result["currency"] = self.currency
        if self.subtotal is None:
            if not self._absent & 16:
                result["subtotal"] = None
        else:
            result["subtotal"] = encode_decimal(self.subtotal, "InvoiceListItem.subtotal")
        if self.vat is None:
            if not self._absent & 32:
                result["vat"] = None
        else:
            result["vat"] = encode_decimal(self.vat, "InvoiceListItem.vat")
        if self.amount is None:
            if not self._absent & 64:
                result["amount"] = None
        else:
            result["amount"] = encode_decimal(self.amount, "InvoiceListItem.amount")
        if self.created_at is None:
            if not self._absent & 128:
                result["createdAt"] = None
        else:
            result["createdAt"] = encode_datetime(self.created_at, "InvoiceListItem.created_at")
        if self.updated_at is None:
            if not self._absent & 256:
                result["updatedAt"] = None
        else:
            result["updatedAt"] = encode_datetime(self.updated_at, "InvoiceListItem.updated_at")
        if self.number is None:
            if not self._absent & 512:
                result["number"] = None
        else:
            result["number"] = self.number
        if self.due_date is None:
            if not self._absent & 1024:
                result["dueDate"] = None
        else:
            result["dueDate"] = encode_date(self.due_date, "InvoiceListItem.due_date")
        if self.customer_id is None:
            if not self._absent & 2048:
                result["customerId"] = None
        else:
            result["customerId"] = self.customer_id
        if self.reference is None:
            if not self._absent & 4096:
                result["reference"] = None
        else:
            result["reference"] = self.reference
        if self.our_reference is None:
            if not self._absent & 8192:
                result["ourReference"] = None
        else:
            result["ourReference"] = self.our_reference
        if self.notes is None:
            if not self._absent & 16384:
                result["notes"] = None
        else:
            result["notes"] = self.notes
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
