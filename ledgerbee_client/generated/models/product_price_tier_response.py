"""ProductPriceTierResponse"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_decimal, parse_decimal
from ..errors import DecodeError
from ..types import UNSET


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
    #: Bit i: the i-th optional field is None because the answer said null (rather than nothing).
    _nulls: int = _field(default=0, init=False, eq=False, repr=False)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        at = ""
        try:
            get = src.get
            missing = 0
            nulls = 0
            _id = get("id", UNSET)
            if _id is UNSET:
                missing += 1
                _id = None
            elif _id is None:
                nulls |= 1
            _from_quantity = get("fromQuantity", UNSET)
            if _from_quantity is UNSET:
                missing += 1
                _from_quantity = None
            elif _from_quantity is None:
                nulls |= 2
            _to_quantity = get("toQuantity", UNSET)
            if _to_quantity is UNSET:
                missing += 1
                _to_quantity = None
            elif _to_quantity is None:
                nulls |= 4
            _unit_amount = get("unitAmount", UNSET)
            if _unit_amount is UNSET:
                missing += 1
                _unit_amount = None
            elif _unit_amount is None:
                nulls |= 8
            else:
                at = "unitAmount"
                _unit_amount = parse_decimal(_unit_amount)
            _flat_fee = get("flatFee", UNSET)
            if _flat_fee is UNSET:
                missing += 1
                _flat_fee = None
            elif _flat_fee is None:
                nulls |= 16
            else:
                at = "flatFee"
                _flat_fee = parse_decimal(_flat_fee)
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 5 - missing:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        self = cls(
            id=_id,
            from_quantity=_from_quantity,
            to_quantity=_to_quantity,
            unit_amount=_unit_amount,
            flat_fee=_flat_fee,
            additional_properties=extra,
        )
        self._nulls = nulls
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.id is None:
            if self._nulls & 1:
                result["id"] = None
        else:
            result["id"] = self.id
        if self.from_quantity is None:
            if self._nulls & 2:
                result["fromQuantity"] = None
        else:
            result["fromQuantity"] = self.from_quantity
        if self.to_quantity is None:
            if self._nulls & 4:
                result["toQuantity"] = None
        else:
            result["toQuantity"] = self.to_quantity
        if self.unit_amount is None:
            if self._nulls & 8:
                result["unitAmount"] = None
        else:
            result["unitAmount"] = encode_decimal(self.unit_amount, "ProductPriceTierResponse.unit_amount")
        if self.flat_fee is None:
            if self._nulls & 16:
                result["flatFee"] = None
        else:
            result["flatFee"] = encode_decimal(self.flat_fee, "ProductPriceTierResponse.flat_fee")
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
