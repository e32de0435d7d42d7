"""CustomerSubscriptionResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_enum
from ..errors import DecodeError
from ..types import UNSET
from .subscription_status import SUBSCRIPTION_STATUS_VALUES, SubscriptionStatus


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
    #: Bit i: the i-th optional field was not in the answer. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        at = ""
        try:
            get = src.get
            absent = 0
            _id = get("id", UNSET)
            if _id is UNSET:
                absent |= 1
                _id = None
            _customer_id = get("customerId", UNSET)
            if _customer_id is UNSET:
                absent |= 2
                _customer_id = None
            _plan_id = get("planId", UNSET)
            if _plan_id is UNSET:
                absent |= 4
                _plan_id = None
            _status = get("status", UNSET)
            if _status is UNSET:
                absent |= 8
                _status = None
            elif _status is not None:
                at = "status"
                _status = SUBSCRIPTION_STATUS_VALUES.get(_status) or SubscriptionStatus(_status)
            _partner_reference_id = get("partnerReferenceId", UNSET)
            if _partner_reference_id is UNSET:
                absent |= 16
                _partner_reference_id = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 5 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            id=_id,
            customer_id=_customer_id,
            plan_id=_plan_id,
            status=_status,
            partner_reference_id=_partner_reference_id,
            additional_properties=extra,
            _absent=absent,
        )

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
