"""ProductPriceTierInput"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object, parse_decimal
from ..encoding import encode_decimal, encode_dict, encode_number
from ..errors import DecodeError
from ..types import UNSET, Unset


@_define(kw_only=True)
class ProductPriceTierInput:
    """A tier of a tiered price.

    Attributes:
        from_quantity: For example 1
        to_quantity: The last tier of `VOLUME` and `GRADUATED` is open-ended; how that is written is not
            published, for example 10
        unit_amount: A decimal number in a string, for example 99.99
        flat_fee: A decimal number in a string, for example 10.00
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "fromQuantity": "from_quantity",
        "toQuantity": "to_quantity",
        "unitAmount": "unit_amount",
        "flatFee": "flat_fee",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    from_quantity: float | Decimal | None | Unset = UNSET
    to_quantity: float | Decimal | None | Unset = UNSET
    unit_amount: Decimal | str | int | None | Unset = UNSET
    flat_fee: Decimal | str | int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 4 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.from_quantity, self.to_quantity, _unit_amount, _flat_fee) = (
                given_or_unset(values, absent) if absent else values
            )
            if _unit_amount is not None and _unit_amount is not UNSET:
                at = "unitAmount"
                _unit_amount = parse_decimal(_unit_amount)
            self.unit_amount = _unit_amount
            if _flat_fee is not None and _flat_fee is not UNSET:
                at = "flatFee"
                _flat_fee = parse_decimal(_flat_fee)
            self.flat_fee = _flat_fee
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.from_quantity, Unset):
            result["fromQuantity"] = (
                None
                if self.from_quantity is None
                else encode_number(self.from_quantity, "ProductPriceTierInput.from_quantity")
            )
        if not isinstance(self.to_quantity, Unset):
            result["toQuantity"] = (
                None
                if self.to_quantity is None
                else encode_number(self.to_quantity, "ProductPriceTierInput.to_quantity")
            )
        if not isinstance(self.unit_amount, Unset):
            result["unitAmount"] = (
                None
                if self.unit_amount is None
                else encode_decimal(self.unit_amount, "ProductPriceTierInput.unit_amount")
            )
        if not isinstance(self.flat_fee, Unset):
            result["flatFee"] = (
                None
                if self.flat_fee is None
                else encode_decimal(self.flat_fee, "ProductPriceTierInput.flat_fee")
            )
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "ProductPriceTierInput.additional_properties")
            )
        return result
