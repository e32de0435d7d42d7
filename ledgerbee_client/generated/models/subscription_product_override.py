"""SubscriptionProductOverride"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_float, parse_str
from ..encoding import encode_any, encode_number, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("priceId", "price_id", parse_str), Property("quantity", "quantity", parse_float), absent=UNSET
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SubscriptionProductOverride(_Model):
    """A quantity that differs from the plan.

    Attributes:
        price_id
        quantity
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    price_id: str | Unset = UNSET
    quantity: float | Decimal | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.price_id, Unset):
            result["priceId"] = encode_str(self.price_id, "SubscriptionProductOverride.price_id")
        if not isinstance(self.quantity, Unset):
            result["quantity"] = encode_number(self.quantity, "SubscriptionProductOverride.quantity")
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "SubscriptionProductOverride.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class SubscriptionProductOverrideDict(_TypedDict, total=False):
        """A mapping in the place of `SubscriptionProductOverride`."""

        price_id: str
        quantity: float | Decimal
        additional_properties: Mapping[str, Any]
else:
    SubscriptionProductOverrideDict = Mapping[str, Any]
