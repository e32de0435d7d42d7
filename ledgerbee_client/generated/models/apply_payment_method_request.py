"""ApplyPaymentMethodRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_dict, new_object, take_given, taker, unknown
from ..errors import DecodeError
from ..types import UNSET, Unset

_TAKE = taker("enableAutomaticBilling")


@_define(kw_only=True)
class ApplyPaymentMethodRequest:
    """Body of *Apply a payment method to all active subscriptions for a customer*.

    Attributes:
        enable_automatic_billing: Whether to switch on automatic billing on the subscriptions
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"enableAutomaticBilling": "enable_automatic_billing"}

    enable_automatic_billing: bool | None | Unset = UNSET
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
            try:
                values = _TAKE(src)
                extra: dict[str, Any] = {} if len(src) == 1 else unknown(src, cls.WIRE_NAMES)
            except KeyError:
                values, extra = take_given(src, cls.WIRE_NAMES, ())
            (self.enable_automatic_billing,) = values
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
        if not isinstance(self.enable_automatic_billing, Unset):
            result["enableAutomaticBilling"] = self.enable_automatic_billing
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties, None, "ApplyPaymentMethodRequest.additional_properties"
                )
            )
        return result
