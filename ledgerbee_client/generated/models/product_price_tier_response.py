"""ProductPriceTierResponse"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object, parse_decimal
from ..encoding import encode_decimal
from ..errors import DecodeError


@_define(kw_only=True)
class ProductPriceTierResponse:
    """A tier of a tiered price.

    Attributes:
        id: For example 550e8400-e29b-41d4-a716-446655440000
        from_quantity: For example 1
        to_quantity: For example 10
        unit_amount: A decimal number in a string, for example 99.99
        flat_fee: A decimal number in a string, for example 10.00
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "fromQuantity": "from_quantity",
        "toQuantity": "to_quantity",
        "unitAmount": "unit_amount",
        "flatFee": "flat_fee",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    from_quantity: float | None = None
    to_quantity: float | None = None
    unit_amount: Decimal | None = None
    flat_fee: Decimal | None = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 5 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.id, self.from_quantity, self.to_quantity, _unit_amount, _flat_fee) = values
            if _unit_amount is not None:
                at = "unitAmount"
                _unit_amount = parse_decimal(_unit_amount)
            self.unit_amount = _unit_amount
            if _flat_fee is not None:
                at = "flatFee"
                _flat_fee = parse_decimal(_flat_fee)
            self.flat_fee = _flat_fee
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "id": self.id,
            "fromQuantity": self.from_quantity,
            "toQuantity": self.to_quantity,
            "unitAmount": None
            if self.unit_amount is None
            else encode_decimal(self.unit_amount, "ProductPriceTierResponse.unit_amount"),
            "flatFee": None
            if self.flat_fee is None
            else encode_decimal(self.flat_fee, "ProductPriceTierResponse.flat_fee"),
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
