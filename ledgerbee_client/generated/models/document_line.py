"""DocumentLine"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object
from ..errors import DecodeError


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
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    price_id: str | None = None
    quantity: Any = None
    unit_price: Any = None
    description: str | None = None
    line_type: str | None = None
    total_price: Any = None
    vat_rate: Any = None
    vat_amount: Any = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 8 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.price_id,
                self.quantity,
                self.unit_price,
                self.description,
                self.line_type,
                self.total_price,
                self.vat_rate,
                self.vat_amount,
            ) = values
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "priceId": self.price_id,
            "quantity": self.quantity,
            "unitPrice": self.unit_price,
            "description": self.description,
            "lineType": self.line_type,
            "totalPrice": self.total_price,
            "vatRate": self.vat_rate,
            "vatAmount": self.vat_amount,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
