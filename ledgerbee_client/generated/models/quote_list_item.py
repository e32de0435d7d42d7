"""QuoteListItem"""

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
    take_some,
    taker,
    unknown,
)
from ..errors import DecodeError
from .quote_display_status import QUOTE_DISPLAY_STATUS_VALUES, QuoteDisplayStatus
from .quote_status import QUOTE_STATUS_VALUES, QuoteStatus
from .quote_type import QUOTE_TYPE_VALUES, QuoteType

_TAKE = taker(
    "id",
    "type",
    "status",
    "displayStatus",
    "date",
    "amount",
    "subtotal",
    "vat",
    "currency",
    "createdAt",
    "updatedAt",
    "documentNumber",
    "validUntil",
    "customerId",
    "reference",
    "ourReference",
    "notes",
)


@_define(kw_only=True)
class QuoteListItem:
    """A quote as the list gives it: without its lines.

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
        "customerId": "customer_id",
        "reference": "reference",
        "ourReference": "our_reference",
        "notes": "notes",
    }

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
                extra: dict[str, Any] = {} if len(src) == 17 else unknown(src, cls.WIRE_NAMES)
            except KeyError:
                values, absent, extra = take_some(src, cls.WIRE_NAMES, ())
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
                _created_at = parse_datetime(_created_at)
            self.created_at = _created_at
            if _updated_at is not None:
                at = "updatedAt"
                _updated_at = parse_datetime(_updated_at)
            self.updated_at = _updated_at
            if _valid_until is not None:
                at = "validUntil"
                _valid_until = parse_date(_valid_until)
            self.valid_until = _valid_until
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
        if self.type is None:
            if not self._absent & 2:
                result["type"] = None
        else:
            result["type"] = encode_enum(self.type)
        if self.status is None:
            if not self._absent & 4:
                result["status"] = None
        else:
            result["status"] = encode_enum(self.status)
        if self.display_status is None:
            if not self._absent & 8:
                result["displayStatus"] = None
        else:
            result["displayStatus"] = encode_enum(self.display_status)
        if self.date is None:
            if not self._absent & 16:
                result["date"] = None
        else:
            result["date"] = encode_date(self.date, "QuoteListItem.date")
        if self.amount is None:
            if not self._absent & 32:
                result["amount"] = None
        else:
            result["amount"] = encode_decimal(self.amount, "QuoteListItem.amount")
        if self.subtotal is None:
            if not self._absent & 64:
                result["subtotal"] = None
        else:
            result["subtotal"] = encode_decimal(self.subtotal, "QuoteListItem.subtotal")
        if self.vat is None:
            if not self._absent & 128:
                result["vat"] = None
        else:
            result["vat"] = encode_decimal(self.vat, "QuoteListItem.vat")
        if self.currency is None:
            if not self._absent & 256:
                result["currency"] = None
        else:
            result["currency"] = self.currency
        if self.created_at is None:
            if not self._absent & 512:
                result["createdAt"] = None
        else:
            result["createdAt"] = encode_datetime(self.created_at, "QuoteListItem.created_at")
        if self.updated_at is None:
            if not self._absent & 1024:
                result["updatedAt"] = None
        else:
            result["updatedAt"] = encode_datetime(self.updated_at, "QuoteListItem.updated_at")
        if self.document_number is None:
            if not self._absent & 2048:
                result["documentNumber"] = None
        else:
            result["documentNumber"] = self.document_number
        if self.valid_until is None:
            if not self._absent & 4096:
                result["validUntil"] = None
        else:
            result["validUntil"] = encode_date(self.valid_until, "QuoteListItem.valid_until")
        if self.customer_id is None:
            if not self._absent & 8192:
                result["customerId"] = None
        else:
            result["customerId"] = self.customer_id
        if self.reference is None:
            if not self._absent & 16384:
                result["reference"] = None
        else:
            result["reference"] = self.reference
        if self.our_reference is None:
            if not self._absent & 32768:
                result["ourReference"] = None
        else:
            result["ourReference"] = self.our_reference
        if self.notes is None:
            if not self._absent & 65536:
                result["notes"] = None
        else:
            result["notes"] = self.notes
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
