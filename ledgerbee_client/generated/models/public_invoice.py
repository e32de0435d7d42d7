"""PublicInvoice"""

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
from ..fields import Fields, Property
from ..observing import irregular
from .document_line import DocumentLine
from .invoice_status import INVOICE_STATUS_VALUES, InvoiceStatus

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("status", "status", INVOICE_STATUS_VALUES.__getitem__, encode_enum, required=True),
    Property(
        "date", "date", parse_date, lambda value: encode_date(value, "PublicInvoice.date"), required=True
    ),
    Property("currency", "currency", parse_str, required=True),
    Property(
        "subtotal",
        "subtotal",
        parse_decimal,
        lambda value: encode_decimal(value, "PublicInvoice.subtotal"),
        required=True,
    ),
    Property(
        "vat", "vat", parse_decimal, lambda value: encode_decimal(value, "PublicInvoice.vat"), required=True
    ),
    Property(
        "amount",
        "amount",
        parse_decimal,
        lambda value: encode_decimal(value, "PublicInvoice.amount"),
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
        lambda value: encode_datetime(value, "PublicInvoice.created_at"),
        required=True,
    ),
    Property(
        "updatedAt",
        "updated_at",
        parse_datetime,
        lambda value: encode_datetime(value, "PublicInvoice.updated_at"),
        required=True,
    ),
    Property("number", "number", parse_any),
    Property("dueDate", "due_date", parse_date, lambda value: encode_date(value, "PublicInvoice.due_date")),
    Property("customerId", "customer_id", parse_str),
    Property("reference", "reference", parse_str),
    Property("ourReference", "our_reference", parse_str),
    Property("notes", "notes", parse_str),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PublicInvoice(_Model):
    """An invoice. Further fields exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        status: Values: `draft`, `scheduled`, `sending`, `sent`, `paid`, `partially_paid`, `cancelled`,
            `uncollectible`, `credited`
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

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    status: InvoiceStatus
    date: _dt.date
    currency: str
    subtotal: Decimal
    vat: Decimal
    amount: Decimal
    lines: list[DocumentLine]
    created_at: _dt.datetime
    updated_at: _dt.datetime
    number: Any = None
    due_date: _dt.date | None = None
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
                _status,
                _date,
                _currency,
                _subtotal,
                _vat,
                _amount,
                _lines,
                _created_at,
                _updated_at,
                _number,
                _due_date,
                _customer_id,
                _reference,
                _our_reference,
                _notes,
            ) = _TAKE(whole)
            if not (
                _id.__class__ is str
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
            self.status = INVOICE_STATUS_VALUES[_status]
            self.date = date_from_iso(_date)
            self.currency = _currency
            self.subtotal = parse_decimal(_subtotal)
            self.vat = parse_decimal(_vat)
            self.amount = parse_decimal(_amount)
            self.lines = parse_list(DocumentLine.from_dict, _lines)
            self.created_at = from_iso(_created_at)
            self.updated_at = from_iso(_updated_at)
            self.number = _number
            self.due_date = None if _due_date is None else date_from_iso(_due_date)
            self.customer_id = _customer_id
            self.reference = _reference
            self.our_reference = _our_reference
            self.notes = _notes
        except FAULTS:
            return cls._read(src)
        return self
