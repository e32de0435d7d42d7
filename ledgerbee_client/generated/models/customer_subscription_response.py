"""CustomerSubscriptionResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_enum, new_object, take_some, taker, unknown
from ..errors import DecodeError
from .subscription_status import SUBSCRIPTION_STATUS_VALUES, SubscriptionStatus

_TAKE = taker("id", "customerId", "planId", "status", "partnerReferenceId")


@_define(kw_only=True)
class CustomerSubscriptionResponse:
    """A subscription of a customer: the version in force today. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id: Stable (chain) id, the same through all plan changes, for example 0190abcd-…
        customer_id
        plan_id: Plan of the version in force today
        status: Status of the version in force today, for example scheduled
        partner_reference_id: The `clientReferenceId` given at provisioning
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "customerId": "customer_id",
        "planId": "plan_id",
        "status": "status",
        "partnerReferenceId": "partner_reference_id",
    }

    id: str | None = None
    customer_id: str | None = None
    plan_id: str | None = None
    status: SubscriptionStatus | None = None
    partner_reference_id: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th field was not in the answer. It reads as None, and is left out again.
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
            try:
                values = _TAKE(src)
                absent = 0
                extra: dict[str, Any] = {} if len(src) == 5 else unknown(src, cls.WIRE_NAMES)
            except KeyError:
                values, absent, extra = take_some(src, cls.WIRE_NAMES, ())
            (self.id, self.customer_id, self.plan_id, _status, self.partner_reference_id) = values
            if _status is not None:
                at = "status"
                _status = SUBSCRIPTION_STATUS_VALUES.get(_status) or SubscriptionStatus(_status)
            self.status = _status
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.id is None:
            if not self._absent & 1:
                result["id"] = None
        else:
            result["id"] = self.id
        if self.customer_id is None:
            if not self._absent & 2:
                result["customerId"] = None
        else:
            result["customerId"] = self.customer_id
        if self.plan_id is None:
            if not self._absent & 4:
                result["planId"] = None
        else:
            result["planId"] = self.plan_id
        if self.status is None:
            if not self._absent & 8:
                result["status"] = None
        else:
            result["status"] = encode_enum(self.status)
        if self.partner_reference_id is None:
            if not self._absent & 16:
                result["partnerReferenceId"] = None
        else:
            result["partnerReferenceId"] = self.partner_reference_id
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
