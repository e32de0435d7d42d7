"""DocumentLineInput"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_any, encode_dict, encode_number
from ..errors import DecodeError
from ..types import UNSET, Unset


@_define(kw_only=True)
class DocumentLineInput:
    """A line of a billing document. `totalPrice`, `vatRate` and `vatAmount` are computed and must not be sent.
    Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        price_id: Mandatory on a product line, left out on a text or separator line, for example
            0197a943-2325-7829-b835-b6c71a293099
        quantity: Mandatory on a product line, left out on a text or separator line, for example 2
        unit_price: Overrides the price's current amount in the document currency; positive on credit notes
            too. Number or decimal string: not published
        description: Text of the line
        line_type: Only for lines without an amount. Values seen: `text`, `separator`; there may be others
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "priceId": "price_id",
        "quantity": "quantity",
        "unitPrice": "unit_price",
        "description": "description",
        "lineType": "line_type",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    price_id: str | None | Unset = UNSET
    quantity: float | Decimal | None | Unset = UNSET
    unit_price: Any | Unset = UNSET
    description: str | None | Unset = UNSET
    line_type: str | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 5 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.price_id, self.quantity, self.unit_price, self.description, self.line_type) = (
                given_or_unset(values, absent) if absent else values
            )
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
        if not isinstance(self.price_id, Unset):
            result["priceId"] = self.price_id
        if not isinstance(self.quantity, Unset):
            result["quantity"] = (
                None if self.quantity is None else encode_number(self.quantity, "DocumentLineInput.quantity")
            )
        if not isinstance(self.unit_price, Unset):
            result["unitPrice"] = encode_any(self.unit_price, "DocumentLineInput.unit_price")
        if not isinstance(self.description, Unset):
            result["description"] = self.description
        if not isinstance(self.line_type, Unset):
            result["lineType"] = self.line_type
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "DocumentLineInput.additional_properties")
            )
        return result
