"""PublicCreditNote"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import (
    FAULTS,
    date_from_iso,
    from_iso,
    parse_any,
    parse_date,
    parse_datetime,
    parse_decimal,
    parse_list,
    parse_str,
)
from ..encoding import encode_date, encode_datetime, encode_decimal, encode_enum
from ..fields import MISSING, Fields, Property
from ..observing import irregular
from .credit_note_status import CREDIT_NOTE_STATUS_VALUES, CreditNoteStatus
from .document_line import DocumentLine

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("number", "number", parse_any, required=True),
    Property("status", "status", CREDIT_NOTE_STATUS_VALUES.__getitem__, encode_enum, required=True),
    Property(
        "date", "date", parse_date, lambda value: encode_date(value, "PublicCreditNote.date"), required=True
    ),
    Property("currency", "currency", parse_str, required=True),
    Property(
        "subtotal",
        "subtotal",
        parse_decimal,
        lambda value: encode_decimal(value, "PublicCreditNote.subtotal"),
        required=True,
    ),
    Property(
        "vat",
        "vat",
        parse_decimal,
        lambda value: encode_decimal(value, "PublicCreditNote.vat"),
        required=True,
    ),
    Property(
        "amount",
        "amount",
        parse_decimal,
        lambda value: encode_decimal(value, "PublicCreditNote.amount"),
        required=True,
    ),
    Property(
        "lines",
        "lines",
        lambda value: parse_list(DocumentLine.from_dict, value),
        lambda value: [item.to_dict() for item in value],
        required=True,
    ),
    Property(
        "createdAt",
        "created_at",
        parse_datetime,
        lambda value: encode_datetime(value, "PublicCreditNote.created_at"),
        required=True,
    ),
    Property(
        "updatedAt",
        "updated_at",
        parse_datetime,
        lambda value: encode_datetime(value, "PublicCreditNote.updated_at"),
        required=True,
    ),
    Property("invoiceNumber", "invoice_number", parse_any),
    Property("customerId", "customer_id", parse_str),
    Property("reference", "reference", parse_str),
    Property("ourReference", "our_reference", parse_str),
    Property("notes", "notes", parse_str),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PublicCreditNote(_Model):
    """A credit note.

    Attributes:
        id
        number: Number of the credit note, given on creation. The type is not published
        status: Values: `draft`, `scheduled`, `sending`, `sent`
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

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    number: Any
    status: CreditNoteStatus
    date: _dt.date
    currency: str
    subtotal: Decimal
    vat: Decimal
    amount: Decimal
    lines: list[DocumentLine]
    created_at: _dt.datetime
    updated_at: _dt.datetime
    invoice_number: Any = None
    customer_id: str | None = None
    reference: str | None = None
    our_reference: str | None = None
    notes: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 16:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 16:
                irregular()
            (
                _id,
                _number,
                _status,
                _date,
                _currency,
                _subtotal,
                _vat,
                _amount,
                _lines,
                _created_at,
                _updated_at,
                _invoice_number,
                _customer_id,
                _reference,
                _our_reference,
                _notes,
            ) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and _number is not MISSING
                and _currency.__class__ is str
                and (_customer_id is None or _customer_id.__class__ is str)
                and (_reference is None or _reference.__class__ is str)
                and (_our_reference is None or _our_reference.__class__ is str)
                and (_notes is None or _notes.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.number = _number
            self.status = CREDIT_NOTE_STATUS_VALUES[_status]
            self.date = date_from_iso(_date)
            self.currency = _currency
            self.subtotal = parse_decimal(_subtotal)
            self.vat = parse_decimal(_vat)
            self.amount = parse_decimal(_amount)
            self.lines = parse_list(DocumentLine.from_dict, _lines)
            self.created_at = from_iso(_created_at)
            self.updated_at = from_iso(_updated_at)
            self.invoice_number = _invoice_number
            self.customer_id = _customer_id
            self.reference = _reference
            self.our_reference = _our_reference
            self.notes = _notes
        except FAULTS:
            return cls._read(src)
        return self
