"""PublicQuote"""

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
from .quote_display_status import QUOTE_DISPLAY_STATUS_VALUES, QuoteDisplayStatus
from .quote_status import QUOTE_STATUS_VALUES, QuoteStatus
from .quote_type import QUOTE_TYPE_VALUES, QuoteType

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("type", "type", QUOTE_TYPE_VALUES.__getitem__, encode_enum, required=True, const="quote"),
    Property("status", "status", QUOTE_STATUS_VALUES.__getitem__, encode_enum, required=True),
    Property(
        "displayStatus", "display_status", QUOTE_DISPLAY_STATUS_VALUES.__getitem__, encode_enum, required=True
    ),
    Property("date", "date", parse_date, lambda value: encode_date(value, "PublicQuote.date"), required=True),
    Property(
        "amount",
        "amount",
        parse_decimal,
        lambda value: encode_decimal(value, "PublicQuote.amount"),
        required=True,
    ),
    Property(
        "subtotal",
        "subtotal",
        parse_decimal,
        lambda value: encode_decimal(value, "PublicQuote.subtotal"),
        required=True,
    ),
    Property(
        "vat", "vat", parse_decimal, lambda value: encode_decimal(value, "PublicQuote.vat"), required=True
    ),
    Property("currency", "currency", parse_str, required=True),
    Property(
        "createdAt",
        "created_at",
        parse_datetime,
        lambda value: encode_datetime(value, "PublicQuote.created_at"),
        required=True,
    ),
    Property(
        "updatedAt",
        "updated_at",
        parse_datetime,
        lambda value: encode_datetime(value, "PublicQuote.updated_at"),
        required=True,
    ),
    Property("documentNumber", "document_number", parse_any),
    Property(
        "validUntil", "valid_until", parse_date, lambda value: encode_date(value, "PublicQuote.valid_until")
    ),
    Property(
        "lines",
        "lines",
        lambda value: parse_list(DocumentLine.from_dict, value),
        lambda value: [item.to_dict() for item in value],
    ),
    Property("customerId", "customer_id", parse_str),
    Property("reference", "reference", parse_str),
    Property("ourReference", "our_reference", parse_str),
    Property("notes", "notes", parse_str),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PublicQuote(_Model):
    """A quote. Further fields exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        type: Type of the document, always `quote`
        status: The stored status. Values: `draft`, `sent`, `accepted`, `rejected`
        display_status: The status, plus the derived `expired` (sent and past `validUntil`) and `converted`.
            Values: `draft`, `sent`, `accepted`, `rejected`, `expired`, `converted`
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

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    type: QuoteType
    status: QuoteStatus
    display_status: QuoteDisplayStatus
    date: _dt.date
    amount: Decimal
    subtotal: Decimal
    vat: Decimal
    currency: str
    created_at: _dt.datetime
    updated_at: _dt.datetime
    document_number: Any = None
    valid_until: _dt.date | None = None
    lines: list[DocumentLine] | None = None
    customer_id: str | None = None
    reference: str | None = None
    our_reference: str | None = None
    notes: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 18:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 18:
                irregular()
            (
                _id,
                _type,
                _status,
                _display_status,
                _date,
                _amount,
                _subtotal,
                _vat,
                _currency,
                _created_at,
                _updated_at,
                _document_number,
                _valid_until,
                _lines,
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
            self.type = QUOTE_TYPE_VALUES[_type]
            self.status = QUOTE_STATUS_VALUES[_status]
            self.display_status = QUOTE_DISPLAY_STATUS_VALUES[_display_status]
            self.date = date_from_iso(_date)
            self.amount = parse_decimal(_amount)
            self.subtotal = parse_decimal(_subtotal)
            self.vat = parse_decimal(_vat)
            self.currency = _currency
            self.created_at = from_iso(_created_at)
            self.updated_at = from_iso(_updated_at)
            self.document_number = _document_number
            self.valid_until = None if _valid_until is None else date_from_iso(_valid_until)
            self.lines = None if _lines is None else parse_list(DocumentLine.from_dict, _lines)
            self.customer_id = _customer_id
            self.reference = _reference
            self.our_reference = _our_reference
            self.notes = _notes
        except FAULTS:
            return cls._read(src)
        return self
