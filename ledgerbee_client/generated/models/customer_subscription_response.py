"""CustomerSubscriptionResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_str
from ..encoding import encode_enum
from ..fields import Fields, Property
from ..observing import irregular
from .subscription_status import SUBSCRIPTION_STATUS_VALUES, SubscriptionStatus

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("customerId", "customer_id", parse_str, required=True),
    Property("planId", "plan_id", parse_str, required=True),
    Property("status", "status", SUBSCRIPTION_STATUS_VALUES.__getitem__, encode_enum, required=True),
    Property("partnerReferenceId", "partner_reference_id", parse_str),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CustomerSubscriptionResponse(_Model):
    """A subscription of a customer: the version in force today. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id: Stable (chain) id, the same through all plan changes, for example 0190abcd-…
        customer_id
        plan_id: Plan of the version in force today
        status: Status of the version in force today, for example scheduled. Values: `scheduled`, `trial`,
            `awaiting_payment`, `active`, `pending_cancellation`, `paused`, `cancelled`, `expired`
        partner_reference_id: The `clientReferenceId` given at provisioning
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    customer_id: str
    plan_id: str
    status: SubscriptionStatus
    partner_reference_id: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 5:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 5:
                irregular()
            (_id, _customer_id, _plan_id, _status, _partner_reference_id) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and _customer_id.__class__ is str
                and _plan_id.__class__ is str
                and (_partner_reference_id is None or _partner_reference_id.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.customer_id = _customer_id
            self.plan_id = _plan_id
            self.status = SUBSCRIPTION_STATUS_VALUES[_status]
            self.partner_reference_id = _partner_reference_id
        except FAULTS:
            return cls._read(src)
        return self
