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
            _from_quantity = get("fromQuantity", UNSET)
            if _from_quantity is UNSET:
                absent |= 2
                _from_quantity = None
            _to_quantity = get("toQuantity", UNSET)
            if _to_quantity is UNSET:
                absent |= 4
                _to_quantity = None
            _unit_amount = get("unitAmount", UNSET)
            if _unit_amount is UNSET:
                absent |= 8
                _unit_amount = None
            elif _unit_amount is not None:
                at = "unitAmount"
                _unit_amount = parse_decimal(_unit_amount)
            _flat_fee = get("flatFee", UNSET)
            if _flat_fee is UNSET:
                absent |= 16
                _flat_fee = None
            elif _flat_fee is not None:
                at = "flatFee"
                _flat_fee = parse_decimal(_flat_fee)
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 5 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            id=_id,
            from_quantity=_from_quantity,
            to_quantity=_to_quantity,
            unit_amount=_unit_amount,
            flat_fee=_flat_fee,
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
