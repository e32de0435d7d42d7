"""DocumentLine"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_decimal, parse_str
from ..encoding import encode_decimal
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("priceId", "price_id", parse_str),
    Property(
        "quantity", "quantity", parse_decimal, lambda value: encode_decimal(value, "DocumentLine.quantity")
    ),
    Property(
        "unitPrice",
        "unit_price",
        parse_decimal,
        lambda value: encode_decimal(value, "DocumentLine.unit_price"),
    ),
    Property("description", "description", parse_str),
    Property("lineType", "line_type", parse_str),
    Property(
        "totalPrice",
        "total_price",
        parse_decimal,
        lambda value: encode_decimal(value, "DocumentLine.total_price"),
    ),
    Property(
        "vatRate", "vat_rate", parse_decimal, lambda value: encode_decimal(value, "DocumentLine.vat_rate")
    ),
    Property(
        "vatAmount",
        "vat_amount",
        parse_decimal,
        lambda value: encode_decimal(value, "DocumentLine.vat_amount"),
    ),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DocumentLine(_Model):
    """A line of a billing document.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        price_id
        quantity: The type is not published
        unit_price: The type is not published
        description
        line_type
        total_price: Quantity times unit price, computed by the server; negative on credit notes. The type is
            not published
        vat_rate: VAT rate, from the product and the VAT zone of the customer. The type is not published
        vat_amount: The type is not published
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    price_id: str | None = None
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    description: str | None = None
    line_type: str | None = None
    total_price: Decimal | None = None
    vat_rate: Decimal | None = None
    vat_amount: Decimal | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 8:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 8:
                irregular()
            (
                _price_id,
                _quantity,
                _unit_price,
                _description,
                _line_type,
                _total_price,
                _vat_rate,
                _vat_amount,
            ) = _TAKE(whole)
            if not (
                (_price_id is None or _price_id.__class__ is str)
                and (_description is None or _description.__class__ is str)
                and (_line_type is None or _line_type.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.price_id = _price_id
            self.quantity = None if _quantity is None else parse_decimal(_quantity)
            self.unit_price = None if _unit_price is None else parse_decimal(_unit_price)
            self.description = _description
            self.line_type = _line_type
            self.total_price = None if _total_price is None else parse_decimal(_total_price)
            self.vat_rate = None if _vat_rate is None else parse_decimal(_vat_rate)
            self.vat_amount = None if _vat_amount is None else parse_decimal(_vat_amount)
        except FAULTS:
            return cls._read(src)
        return self
