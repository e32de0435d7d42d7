"""CancelSubscriptionRequest"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object, parse_date
from ..encoding import encode_date, encode_dict, encode_enum
from ..errors import DecodeError
from ..types import UNSET, Unset
from .refund_behavior import REFUND_BEHAVIOR_VALUES, RefundBehavior
from .strategy import STRATEGY_VALUES, Strategy


@_define(kw_only=True)
class CancelSubscriptionRequest:
    """Body of *Cancel a customer subscription*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id: Stable id of the subscription
        strategy: When the subscription ends; `clear_schedule` takes back a scheduled cancellation, for
            example end_of_cycle
        effective_date: Day of the cancellation; mandatory with `specific_date`
        refund_behavior: With `immediately` only: no refund, the whole last paid invoice, or the unused time
            since the last invoice
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "strategy": "strategy",
        "effectiveDate": "effective_date",
        "refundBehavior": "refund_behavior",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None | Unset = UNSET
    strategy: Strategy | str | None | Unset = UNSET
    effective_date: _dt.date | str | None | Unset = UNSET
    refund_behavior: RefundBehavior | str | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 4 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.id, _strategy, _effective_date, _refund_behavior) = (
                given_or_unset(values, absent) if absent else values
            )
            if _strategy is not None and _strategy is not UNSET:
                at = "strategy"
                _strategy = STRATEGY_VALUES.get(_strategy) or Strategy(_strategy)
            self.strategy = _strategy
            if _effective_date is not None and _effective_date is not UNSET:
                at = "effectiveDate"
                _effective_date = parse_date(_effective_date)
            self.effective_date = _effective_date
            if _refund_behavior is not None and _refund_behavior is not UNSET:
                at = "refundBehavior"
                _refund_behavior = REFUND_BEHAVIOR_VALUES.get(_refund_behavior) or RefundBehavior(
                    _refund_behavior
                )
            self.refund_behavior = _refund_behavior
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
        if not isinstance(self.id, Unset):
            result["id"] = self.id
        if not isinstance(self.strategy, Unset):
            result["strategy"] = None if self.strategy is None else encode_enum(self.strategy)
        if not isinstance(self.effective_date, Unset):
            result["effectiveDate"] = (
                None
                if self.effective_date is None
                else encode_date(
                    self.effective_date, "CancelSubscriptionRequest.effective_date", checked=True
                )
            )
        if not isinstance(self.refund_behavior, Unset):
            result["refundBehavior"] = (
                None if self.refund_behavior is None else encode_enum(self.refund_behavior)
            )
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties, None, "CancelSubscriptionRequest.additional_properties"
                )
            )
        return result
