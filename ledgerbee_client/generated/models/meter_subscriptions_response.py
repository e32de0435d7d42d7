"""MeterSubscriptionsResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object, parse_list
from ..errors import DecodeError
from .meter_subscription_item import MeterSubscriptionItem


@_define(kw_only=True)
class MeterSubscriptionsResponse:
    """A meter and the subscriptions that can report usage to it.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        meter_id
        meter_name
        subscriptions: The subscriptions; empty when no product price uses the meter
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "meterId": "meter_id",
        "meterName": "meter_name",
        "subscriptions": "subscriptions",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    meter_id: str | None = None
    meter_name: str | None = None
    subscriptions: list[MeterSubscriptionItem] | None = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 3 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.meter_id, self.meter_name, _subscriptions) = values
            if _subscriptions is not None:
                at = "subscriptions"
                _subscriptions = parse_list(MeterSubscriptionItem.from_dict, _subscriptions)
            self.subscriptions = _subscriptions
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "meterId": self.meter_id,
            "meterName": self.meter_name,
            "subscriptions": None
            if self.subscriptions is None
            else [item.to_dict() for item in self.subscriptions],
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
