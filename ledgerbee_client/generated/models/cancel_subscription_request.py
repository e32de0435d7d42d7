"""CancelSubscriptionRequest"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_date, parse_str
from ..encoding import encode_any, encode_date, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .refund_behavior import REFUND_BEHAVIOR_VALUES, RefundBehavior
from .strategy import STRATEGY_VALUES, Strategy

_FIELDS: Final = Fields(
    Property("id", "id", parse_str),
    Property("strategy", "strategy", STRATEGY_VALUES.__getitem__),
    Property("effectiveDate", "effective_date", parse_date),
    Property("refundBehavior", "refund_behavior", REFUND_BEHAVIOR_VALUES.__getitem__),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CancelSubscriptionRequest(_Model):
    """Body of *Cancel a customer subscription*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id: Stable id of the subscription
        strategy: When the subscription ends; `clear_schedule` takes back a scheduled cancellation, for
            example end_of_cycle. Values: `end_of_cycle`, `immediately`, `specific_date`, `clear_schedule`
        effective_date: Day of the cancellation; mandatory with `specific_date`
        refund_behavior: With `immediately` only: no refund, the whole last paid invoice, or the unused time
            since the last invoice. Values: `none`, `last_invoice`, `prorated`
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    id: str | Unset = UNSET
    strategy: Strategy | str | Unset = UNSET
    effective_date: _dt.date | str | Unset = UNSET
    refund_behavior: RefundBehavior | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.id, Unset):
            result["id"] = encode_str(self.id, "CancelSubscriptionRequest.id")
        if not isinstance(self.strategy, Unset):
            result["strategy"] = encode_str(self.strategy, "CancelSubscriptionRequest.strategy")
        if not isinstance(self.effective_date, Unset):
            result["effectiveDate"] = encode_date(
                self.effective_date, "CancelSubscriptionRequest.effective_date", checked=True
            )
        if not isinstance(self.refund_behavior, Unset):
            result["refundBehavior"] = encode_str(
                self.refund_behavior, "CancelSubscriptionRequest.refund_behavior"
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "CancelSubscriptionRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class CancelSubscriptionRequestDict(_TypedDict, total=False):
        """A mapping in the place of `CancelSubscriptionRequest`."""

        id: str
        strategy: Strategy | str
        effective_date: _dt.date | str
        refund_behavior: RefundBehavior | str
        additional_properties: Mapping[str, Any]
else:
    CancelSubscriptionRequestDict = Mapping[str, Any]
