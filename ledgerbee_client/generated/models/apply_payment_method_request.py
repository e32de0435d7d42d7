"""ApplyPaymentMethodRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_dict
from ..errors import DecodeError
from ..types import UNSET, Unset


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
        at = ""
        try:
            get = src.get
            missing = 0
            _enable_automatic_billing = get("enableAutomaticBilling", UNSET)
            if _enable_automatic_billing is UNSET:
                missing += 1
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 1 - missing:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(enable_automatic_billing=_enable_automatic_billing, additional_properties=extra)

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
