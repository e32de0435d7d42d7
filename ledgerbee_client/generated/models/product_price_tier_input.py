"""ProductPriceTierInput"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_decimal, parse_float
from ..encoding import encode_any, encode_decimal, encode_number
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("fromQuantity", "from_quantity", parse_float),
    Property("toQuantity", "to_quantity", parse_float),
    Property("unitAmount", "unit_amount", parse_decimal),
    Property("flatFee", "flat_fee", parse_decimal),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ProductPriceTierInput(_Model):
    """A tier of a tiered price.

    Attributes:
        from_quantity: For example 1
        to_quantity: The last tier of `VOLUME` and `GRADUATED` is open-ended; how that is written is not
            published, for example 10
        unit_amount: A decimal number in a string, for example 99.99
        flat_fee: A decimal number in a string, for example 10.00
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    from_quantity: float | Decimal | Unset = UNSET
    to_quantity: float | Decimal | Unset = UNSET
    unit_amount: Decimal | str | int | Unset = UNSET
    flat_fee: Decimal | str | int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.from_quantity, Unset):
            result["fromQuantity"] = encode_number(self.from_quantity, "ProductPriceTierInput.from_quantity")
        if not isinstance(self.to_quantity, Unset):
            result["toQuantity"] = encode_number(self.to_quantity, "ProductPriceTierInput.to_quantity")
        if not isinstance(self.unit_amount, Unset):
            result["unitAmount"] = encode_decimal(self.unit_amount, "ProductPriceTierInput.unit_amount")
        if not isinstance(self.flat_fee, Unset):
            result["flatFee"] = encode_decimal(self.flat_fee, "ProductPriceTierInput.flat_fee")
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "ProductPriceTierInput.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class ProductPriceTierInputDict(_TypedDict, total=False):
        """A mapping in the place of `ProductPriceTierInput`."""

        from_quantity: float | Decimal
        to_quantity: float | Decimal
        unit_amount: Decimal | str | int
        flat_fee: Decimal | str | int
        additional_properties: Mapping[str, Any]
else:
    ProductPriceTierInputDict = Mapping[str, Any]
