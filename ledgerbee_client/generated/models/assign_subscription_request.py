"""AssignSubscriptionRequest"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object, parse_date, parse_list
from ..encoding import encode_date, encode_dict, encode_enum, encode_list, encode_model
from ..errors import DecodeError
from ..types import UNSET, Unset
from .billing_direction import BILLING_DIRECTION_VALUES, BillingDirection
from .proration_behavior import PRORATION_BEHAVIOR_VALUES, ProrationBehavior
from .subscription_product_override import SubscriptionProductOverride


@_define(kw_only=True)
class AssignSubscriptionRequest:
    """Body of *Assign a subscription to a customer*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        customer_id
        plan_id
        start_date: First day; a date in the future gives the status `scheduled`, for example 2026-07-01
        end_date: Day on which the subscription expires
        billing_cycle_anchor: Anchor of the billing cycle; default is `startDate`
        proration_behavior: How the part of a period between startDate and anchor is charged; matters with
            advance only, arrears always prorates
        trial_days: Days of trial; the status is `trial` until they are over, and nothing is charged before
        billing_direction: `advance` charges at the start of a period, `arrears` at its end
        product_overrides: Quantities that differ from the plan
        payment_method_id
        automatic_billing: Whether the payment method is charged automatically
        customer_department_id: Routes the invoices of the subscription
        department_contact_override_id: Routes the invoices of the subscription
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "customerId": "customer_id",
        "planId": "plan_id",
        "startDate": "start_date",
        "endDate": "end_date",
        "billingCycleAnchor": "billing_cycle_anchor",
        "prorationBehavior": "proration_behavior",
        "trialDays": "trial_days",
        "billingDirection": "billing_direction",
        "productOverrides": "product_overrides",
        "paymentMethodId": "payment_method_id",
        "automaticBilling": "automatic_billing",
        "customerDepartmentId": "customer_department_id",
        "departmentContactOverrideId": "department_contact_override_id",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES, ("customerId", "planId", "startDate"))

    customer_id: str
    plan_id: str
    start_date: _dt.date | str
    end_date: _dt.date | str | None | Unset = UNSET
    billing_cycle_anchor: _dt.date | str | None | Unset = UNSET
    proration_behavior: ProrationBehavior | str | None | Unset = UNSET
    trial_days: int | None | Unset = UNSET
    billing_direction: BillingDirection | str | None | Unset = UNSET
    product_overrides: Sequence[SubscriptionProductOverride | Mapping[str, Any]] | None | Unset = UNSET
    payment_method_id: str | None | Unset = UNSET
    automatic_billing: bool | None | Unset = UNSET
    customer_department_id: str | None | Unset = UNSET
    department_contact_override_id: str | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 13 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.customer_id,
                self.plan_id,
                _start_date,
                _end_date,
                _billing_cycle_anchor,
                _proration_behavior,
                self.trial_days,
                _billing_direction,
                _product_overrides,
                self.payment_method_id,
                self.automatic_billing,
                self.customer_department_id,
                self.department_contact_override_id,
            ) = given_or_unset(values, absent) if absent else values
            at = "startDate"
            self.start_date = parse_date(_start_date)
            if _end_date is not None and _end_date is not UNSET:
                at = "endDate"
                _end_date = parse_date(_end_date)
            self.end_date = _end_date
            if _billing_cycle_anchor is not None and _billing_cycle_anchor is not UNSET:
                at = "billingCycleAnchor"
                _billing_cycle_anchor = parse_date(_billing_cycle_anchor)
            self.billing_cycle_anchor = _billing_cycle_anchor
            if _proration_behavior is not None and _proration_behavior is not UNSET:
                at = "prorationBehavior"
                _proration_behavior = PRORATION_BEHAVIOR_VALUES.get(_proration_behavior) or ProrationBehavior(
                    _proration_behavior
                )
            self.proration_behavior = _proration_behavior
            if _billing_direction is not None and _billing_direction is not UNSET:
                at = "billingDirection"
                _billing_direction = BILLING_DIRECTION_VALUES.get(_billing_direction) or BillingDirection(
                    _billing_direction
                )
            self.billing_direction = _billing_direction
            if _product_overrides is not None and _product_overrides is not UNSET:
                at = "productOverrides"
                _product_overrides = parse_list(SubscriptionProductOverride.from_dict, _product_overrides)
            self.product_overrides = _product_overrides
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {
            "customerId": self.customer_id,
            "planId": self.plan_id,
            "startDate": encode_date(self.start_date, "AssignSubscriptionRequest.start_date", checked=True),
        }
        if not isinstance(self.end_date, Unset):
            result["endDate"] = (
                None
                if self.end_date is None
                else encode_date(self.end_date, "AssignSubscriptionRequest.end_date", checked=True)
            )
        if not isinstance(self.billing_cycle_anchor, Unset):
            result["billingCycleAnchor"] = (
                None
                if self.billing_cycle_anchor is None
                else encode_date(
                    self.billing_cycle_anchor, "AssignSubscriptionRequest.billing_cycle_anchor", checked=True
                )
            )
        if not isinstance(self.proration_behavior, Unset):
            result["prorationBehavior"] = (
                None if self.proration_behavior is None else encode_enum(self.proration_behavior)
            )
        if not isinstance(self.trial_days, Unset):
            result["trialDays"] = self.trial_days
        if not isinstance(self.billing_direction, Unset):
            result["billingDirection"] = (
                None if self.billing_direction is None else encode_enum(self.billing_direction)
            )
        if not isinstance(self.product_overrides, Unset):
            result["productOverrides"] = (
                None
                if self.product_overrides is None
                else encode_list(
                    self.product_overrides,
                    lambda item: encode_model(
                        item, SubscriptionProductOverride, "AssignSubscriptionRequest.product_overrides"
                    ),
                    "AssignSubscriptionRequest.product_overrides",
                )
            )
        if not isinstance(self.payment_method_id, Unset):
            result["paymentMethodId"] = self.payment_method_id
        if not isinstance(self.automatic_billing, Unset):
            result["automaticBilling"] = self.automatic_billing
        if not isinstance(self.customer_department_id, Unset):
            result["customerDepartmentId"] = self.customer_department_id
        if not isinstance(self.department_contact_override_id, Unset):
            result["departmentContactOverrideId"] = self.department_contact_override_id
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties, None, "AssignSubscriptionRequest.additional_properties"
                )
            )
        return result
