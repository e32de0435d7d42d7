"""ProductPriceTierResponse"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_decimal, parse_float, parse_str
from ..encoding import encode_decimal
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("fromQuantity", "from_quantity", parse_float, float),
    Property("toQuantity", "to_quantity", parse_float, float),
    Property(
        "unitAmount",
        "unit_amount",
        parse_decimal,
        lambda value: encode_decimal(value, "ProductPriceTierResponse.unit_amount"),
    ),
    Property(
        "flatFee",
        "flat_fee",
        parse_decimal,
        lambda value: encode_decimal(value, "ProductPriceTierResponse.flat_fee"),
    ),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ProductPriceTierResponse(_Model):
    """A tier of a tiered price.

    Attributes:
        id: For example 550e8400-e29b-41d4-a716-446655440000
        from_quantity: For example 1
        to_quantity: For example 10
        unit_amount: A decimal number in a string, for example 99.99
        flat_fee: A decimal number in a string, for example 10.00
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    from_quantity: float | None = None
    to_quantity: float | None = None
    unit_amount: Decimal | None = None
    flat_fee: Decimal | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 5:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 5:
                irregular()
            (_id, _from_quantity, _to_quantity, _unit_amount, _flat_fee) = _TAKE(whole)
            if not (_id.__class__ is str):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.from_quantity = None if _from_quantity is None else parse_float(_from_quantity)
            self.to_quantity = None if _to_quantity is None else parse_float(_to_quantity)
            self.unit_amount = None if _unit_amount is None else parse_decimal(_unit_amount)
            self.flat_fee = None if _flat_fee is None else parse_decimal(_flat_fee)
        except FAULTS:
            return cls._read(src)
        return self
