"""DocumentLine"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..errors import DecodeError
from ..types import UNSET


@_define(kw_only=True)
class DocumentLine:
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

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "priceId": "price_id",
        "quantity": "quantity",
        "unitPrice": "unit_price",
        "description": "description",
        "lineType": "line_type",
        "totalPrice": "total_price",
        "vatRate": "vat_rate",
        "vatAmount": "vat_amount",
    }

    price_id: str | None = None
    quantity: Any = None
    unit_price: Any = None
    description: str | None = None
    line_type: str | None = None
    total_price: Any = None
    vat_rate: Any = None
    vat_amount: Any = None
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
            _price_id = get("priceId", UNSET)
            if _price_id is UNSET:
                absent |= 1
                _price_id = None
            _quantity = get("quantity", UNSET)
            if _quantity is UNSET:
                absent |= 2
                _quantity = None
            _unit_price = get("unitPrice", UNSET)
            if _unit_price is UNSET:
                absent |= 4
                _unit_price = None
            _description = get("description", UNSET)
            if _description is UNSET:
                absent |= 8
                _description = None
            _line_type = get("lineType", UNSET)
            if _line_type is UNSET:
                absent |= 16
                _line_type = None
            _total_price = get("totalPrice", UNSET)
            if _total_price is UNSET:
                absent |= 32
                _total_price = None
            _vat_rate = get("vatRate", UNSET)
            if _vat_rate is UNSET:
                absent |= 64
                _vat_rate = None
            _vat_amount = get("vatAmount", UNSET)
            if _vat_amount is UNSET:
                absent |= 128
                _vat_amount = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 8 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            price_id=_price_id,
            quantity=_quantity,
            unit_price=_unit_price,
            description=_description,
            line_type=_line_type,
            total_price=_total_price,
            vat_rate=_vat_rate,
            vat_amount=_vat_amount,
            additional_properties=extra,
            _absent=absent,
        )

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.price_id is None:
            if not self._absent & 1:
                result["priceId"] = None
        else:
            result["priceId"] = self.price_id
        if self.quantity is None:
            if not self._absent & 2:
                result["quantity"] = None
        else:
            result["quantity"] = self.quantity
        if self.unit_price is None:
            if not self._absent & 4:
                result["unitPrice"] = None
        else:
            result["unitPrice"] = self.unit_price
        if self.description is None:
            if not self._absent & 8:
                result["description"] = None
        else:
            result["description"] = self.description
        if self.line_type is None:
            if not self._absent & 16:
                result["lineType"] = None
        else:
            result["lineType"] = self.line_type
        if self.total_price is None:
            if not self._absent & 32:
                result["totalPrice"] = None
        else:
            result["totalPrice"] = self.total_price
        if self.vat_rate is None:
            if not self._absent & 64:
                result["vatRate"] = None
        else:
            result["vatRate"] = self.vat_rate
        if self.vat_amount is None:
            if not self._absent & 128:
                result["vatAmount"] = None
        else:
            result["vatAmount"] = self.vat_amount
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
