"""ApplyPaymentMethodRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_bool
from ..encoding import encode_any, encode_bool
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("enableAutomaticBilling", "enable_automatic_billing", parse_bool), absent=UNSET
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ApplyPaymentMethodRequest(_Model):
    """Body of *Apply a payment method to all active subscriptions for a customer*.

    Attributes:
        enable_automatic_billing: Whether to switch on automatic billing on the subscriptions
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    enable_automatic_billing: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.enable_automatic_billing, Unset):
            result["enableAutomaticBilling"] = encode_bool(
                self.enable_automatic_billing, "ApplyPaymentMethodRequest.enable_automatic_billing"
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "ApplyPaymentMethodRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class ApplyPaymentMethodRequestDict(_TypedDict, total=False):
        """A mapping in the place of `ApplyPaymentMethodRequest`."""

        enable_automatic_billing: bool
        additional_properties: Mapping[str, Any]
else:
    ApplyPaymentMethodRequestDict = Mapping[str, Any]
