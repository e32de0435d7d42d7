"""ConvertOrderConfirmationRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import check_dict
from ..encoding import encode_any, encode_open, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .convert_order_confirmation_target import (
    CONVERT_ORDER_CONFIRMATION_TARGET_VALUES,
    ConvertOrderConfirmationTarget,
)

_FIELDS: Final = Fields(
    Property("target", "target", CONVERT_ORDER_CONFIRMATION_TARGET_VALUES.__getitem__, const="invoice"),
    Property("document", "document", lambda value: check_dict(value)),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ConvertOrderConfirmationRequest(_Model):
    """Body of *Convert an order confirmation into an invoice*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        target: Values: `invoice`
        document: Changes to the target document. Without it fields and lines are copied as they are. Its
            fields are not published
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    target: ConvertOrderConfirmationTarget | str | Unset = UNSET
    document: Mapping[str, Any] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.target, Unset):
            result["target"] = encode_str(self.target, "ConvertOrderConfirmationRequest.target")
        if not isinstance(self.document, Unset):
            result["document"] = encode_open(self.document, "ConvertOrderConfirmationRequest.document")
        if self.additional_properties:
            result.update(
                encode_any(
                    self.additional_properties, "ConvertOrderConfirmationRequest.additional_properties"
                )
            )
        return result


if TYPE_CHECKING:

    class ConvertOrderConfirmationRequestDict(_TypedDict, total=False):
        """A mapping in the place of `ConvertOrderConfirmationRequest`."""

        target: ConvertOrderConfirmationTarget | str
        document: Mapping[str, Any]
        additional_properties: Mapping[str, Any]
else:
    ConvertOrderConfirmationRequestDict = Mapping[str, Any]
