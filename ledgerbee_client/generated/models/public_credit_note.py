"""PublicCreditNote"""

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
    parse_list,
)
from ..errors import DecodeError
from ..types import UNSET
from .credit_note_status import CREDIT_NOTE_STATUS_VALUES, CreditNoteStatus
from .document_line import DocumentLine


@_define(kw_only=True)
class PublicCreditNote:
    """A credit note.

    Attributes:
        id
        number: Number of the credit note, given on creation. The type is not published
        status
        date
        currency
        subtotal: Amount before VAT; negative. A decimal number in a string
        vat: VAT; negative. A decimal number in a string
        amount: Amount including VAT; negative. A decimal number in a string
        lines
        created_at
        updated_at
        invoice_number: Number of the credited invoice. The type is not published
        customer_id
        reference
        our_reference
        notes
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "number": "number",
        "status": "status",
        "date": "date",
        "currency": "currency",
        "subtotal": "subtotal",
        "vat": "vat",
        "amount": "amount",
        "lines": "lines",
        "createdAt": "created_at",
        "updatedAt": "updated_at",
        "invoiceNumber": "invoice_number",
        "customerId": "customer_id",
        "reference": "reference",
        "ourReference": "our_reference",
        "notes": "notes",
    }

    id: str | None = None
    number: Any = None
    status: CreditNoteStatus | None = None
    date: _dt.date | None = None
    currency: str | None = None
    subtotal: Decimal | None = None
    vat: Decimal | None = None
    amount: Decimal | None = None
    lines: list[DocumentLine] | None = None
    created_at: _dt.datetime | None = None
    updated_at: _dt.datetime | None = None
    invoice_number: Any = None
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
            _number = get("number", UNSET)
            if _number is UNSET:
                absent |= 2
                _number = None
            _status = get("status", UNSET)
            if _status is UNSET:
                absent |= 4
                _status = None
            elif _status is not None:
                at = "status"
                _status = CREDIT_NOTE_STATUS_VALUES.get(_status) or CreditNoteStatus(_status)
            _date = get("date", UNSET)
            if _date is UNSET:
                absent |= 8
                _date = None
            elif _date is not None:
                at = "date"
                _date = parse_date(_date)
            _currency = get("currency", UNSET)
            if _currency is UNSET:
                absent |= 16
                _currency = None
            _subtotal = get("subtotal", UNSET)
            if _subtotal is UNSET:
                absent |= 32
                _subtotal = None
            elif _subtotal is not None:
                at = "subtotal"
                _subtotal = parse_decimal(_subtotal)
            _vat = get("vat", UNSET)
            if _vat is UNSET:
                absent |= 64
                _vat = None
            elif _vat is not None:
                at = "vat"
                _vat = parse_decimal(_vat)
            _amount = get("amount", UNSET)
            if _amount is UNSET:
                absent |= 128
                _amount = None
            elif _amount is not None:
                at = "amount"
                _amount = parse_decimal(_amount)
            _lines = get("lines", UNSET)
            if _lines is UNSET:
                absent |= 256
                _lines = None
            elif _lines is not None:
                at = "lines"
                _lines = parse_list(DocumentLine.from_dict, _lines)
            _created_at = get("createdAt", UNSET)
            if _created_at is UNSET:
                absent |= 512
                _created_at = None
            elif _created_at is not None:
                at = "createdAt"
                _created_at = parse_datetime(_created_at)
            _updated_at = get("updatedAt", UNSET)
            if _updated_at is UNSET:
                absent |= 1024
                _updated_at = None
            elif _updated_at is not None:
                at = "updatedAt"
                _updated_at = parse_datetime(_updated_at)
            _invoice_number = get("invoiceNumber", UNSET)
            if _invoice_number is UNSET:
                absent |= 2048
                _invoice_number = None
            _customer_id = get("customerId", UNSET)
            if _customer_id is UNSET:
                absent |= 4096
                _customer_id = None
            _reference = get("reference", UNSET)
            if _reference is UNSET:
                absent |= 8192
                _reference = None
            _our_reference = get("ourReference", UNSET)
            if _our_reference is UNSET:
                absent |= 16384
                _our_reference = None
            _notes = get("notes", UNSET)
            if _notes is UNSET:
                absent |= 32768
                _notes = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 16 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            id=_id,
            number=_number,
            status=_status,
            date=_date,
            currency=_currency,
            subtotal=_subtotal,
            vat=_vat,
            amount=_amount,
            lines=_lines,
            created_at=_created_at,
            updated_at=_updated_at,
            invoice_number=_invoice_number,
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
        if self.number is None:
            if not self._absent & 2:
                result["number"] = None
        else:
            result["number"] = self.number
        if self.status is None:
            if not self._absent & 4:
                result["status"] = None
        else:
            result["status"] = encode_enum(self.status)
        if self.date is None:
            if not self._absent & 8:
                result["date"] = None
        else:
            result["date"] = encode_date(self.date, "PublicCreditNote.date")
        if self.currency is None:
            if not self._absent & 16:
                result["currency"] = None
        else:
            result["currency"] = self.currency
        if self.subtotal is None:
            if not self._absent & 32:
                result["subtotal"] = None
        else:
            result["subtotal"] = encode_decimal(self.subtotal, "PublicCreditNote.subtotal")
        if self.vat is None:
            if not self._absent & 64:
                result["vat"] = None
        else:
            result["vat"] = encode_decimal(self.vat, "PublicCreditNote.vat")
        if self.amount is None:
            if not self._absent & 128:
                result["amount"] = None
        else:
            result["amount"] = encode_decimal(self.amount, "PublicCreditNote.amount")
        if self.lines is None:
            if not self._absent & 256:
                result["lines"] = None
        else:
            result["lines"] = [item.to_dict() for item in self.lines]
        if self.created_at is None:
            if not self._absent & 512:
                result["createdAt"] = None
        else:
            result["createdAt"] = encode_datetime(self.created_at, "PublicCreditNote.created_at")
        if self.updated_at is None:
            if not self._absent & 1024:
                result["updatedAt"] = None
        else:
            result["updatedAt"] = encode_datetime(self.updated_at, "PublicCreditNote.updated_at")
        if self.invoice_number is None:
            if not self._absent & 2048:
                result["invoiceNumber"] = None
        else:
            result["invoiceNumber"] = self.invoice_number
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
