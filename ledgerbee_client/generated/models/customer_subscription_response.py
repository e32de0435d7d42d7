"""CustomerSubscriptionResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object
from ..encoding import encode_enum
from ..errors import DecodeError
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
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    customer_id: str | None = None
    plan_id: str | None = None
    status: SubscriptionStatus | None = None
    partner_reference_id: str | None = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 5 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
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
        result: dict[str, Any] = {
            "id": self.id,
            "customerId": self.customer_id,
            "planId": self.plan_id,
            "status": None if self.status is None else encode_enum(self.status),
            "partnerReferenceId": self.partner_reference_id,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
