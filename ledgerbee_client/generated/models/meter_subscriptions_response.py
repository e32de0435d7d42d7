"""MeterSubscriptionsResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_list, parse_str
from ..fields import Fields, Property
from ..observing import irregular
from .meter_subscription_item import MeterSubscriptionItem

_FIELDS: Final = Fields(
    Property("meterId", "meter_id", parse_str, required=True),
    Property("meterName", "meter_name", parse_str, required=True),
    Property(
        "subscriptions",
        "subscriptions",
        lambda value: parse_list(MeterSubscriptionItem.from_dict, value),
        lambda value: [item.to_dict() for item in value],
        required=True,
    ),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class MeterSubscriptionsResponse(_Model):
    """A meter and the subscriptions that can report usage to it.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        meter_id
        meter_name
        subscriptions: The subscriptions; empty when no product price uses the meter
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    meter_id: str
    meter_name: str
    subscriptions: list[MeterSubscriptionItem]
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 3:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 3:
                irregular()
            (_meter_id, _meter_name, _subscriptions) = _TAKE(whole)
            if not (_meter_id.__class__ is str and _meter_name.__class__ is str):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.meter_id = _meter_id
            self.meter_name = _meter_name
            self.subscriptions = parse_list(MeterSubscriptionItem.from_dict, _subscriptions)
        except FAULTS:
            return cls._read(src)
        return self
