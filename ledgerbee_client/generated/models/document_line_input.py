"""DocumentLineInput"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_decimal, parse_float, parse_str
from ..encoding import encode_any, encode_decimal, encode_number, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("priceId", "price_id", parse_str),
    Property("quantity", "quantity", parse_float),
    Property("unitPrice", "unit_price", parse_decimal),
    Property("description", "description", parse_str),
    Property("lineType", "line_type", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DocumentLineInput(_Model):
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

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    price_id: str | Unset = UNSET
    quantity: float | Decimal | Unset = UNSET
    unit_price: Decimal | str | int | Unset = UNSET
    description: str | Unset = UNSET
    line_type: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.price_id, Unset):
            result["priceId"] = encode_str(self.price_id, "DocumentLineInput.price_id")
        if not isinstance(self.quantity, Unset):
            result["quantity"] = encode_number(self.quantity, "DocumentLineInput.quantity")
        if not isinstance(self.unit_price, Unset):
            result["unitPrice"] = encode_decimal(self.unit_price, "DocumentLineInput.unit_price")
        if not isinstance(self.description, Unset):
            result["description"] = encode_str(self.description, "DocumentLineInput.description")
        if not isinstance(self.line_type, Unset):
            result["lineType"] = encode_str(self.line_type, "DocumentLineInput.line_type")
        if self.additional_properties:
            result.update(encode_any(self.additional_properties, "DocumentLineInput.additional_properties"))
        return result


if TYPE_CHECKING:

    class DocumentLineInputDict(_TypedDict, total=False):
        """A mapping in the place of `DocumentLineInput`."""

        price_id: str
        quantity: float | Decimal
        unit_price: Decimal | str | int
        description: str
        line_type: str
        additional_properties: Mapping[str, Any]
else:
    DocumentLineInputDict = Mapping[str, Any]
