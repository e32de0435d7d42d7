"""ProductPriceTierResponse"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_decimal, new_object, parse_decimal, take_some, taker, unknown
from ..errors import DecodeError

_TAKE = taker("id", "fromQuantity", "toQuantity", "unitAmount", "flatFee")


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

    id: str | None = None
    from_quantity: float | None = None
    to_quantity: float | None = None
    unit_amount: Decimal | None = None
    flat_fee: Decimal | None = None
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
                extra: dict[str, Any] = {} if len(src) == 5 else unknown(src, cls.WIRE_NAMES)
            except KeyError:
                values, absent, extra = take_some(src, cls.WIRE_NAMES, ())
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
        result: dict[str, Any] = {}
        if self.id is None:
            if not self._absent & 1:
                result["id"] = None
        else:
            result["id"] = self.id
        if self.from_quantity is None:
            if not self._absent & 2:
                result["fromQuantity"] = None
        else:
            result["fromQuantity"] = self.from_quantity
        if self.to_quantity is None:
            if not self._absent & 4:
                result["toQuantity"] = None
        else:
            result["toQuantity"] = self.to_quantity
        if self.unit_amount is None:
            if not self._absent & 8:
                result["unitAmount"] = None
        else:
            result["unitAmount"] = encode_decimal(self.unit_amount, "ProductPriceTierResponse.unit_amount")
        if self.flat_fee is None:
            if not self._absent & 16:
                result["flatFee"] = None
        else:
            result["flatFee"] = encode_decimal(self.flat_fee, "ProductPriceTierResponse.flat_fee")
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
