"""AssignSubscriptionRequest"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Required as _Required, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_bool, parse_date, parse_int, parse_list, parse_str
from ..encoding import encode_any, encode_bool, encode_date, encode_int, encode_list, encode_model, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .billing_direction import BILLING_DIRECTION_VALUES, BillingDirection
from .proration_behavior import PRORATION_BEHAVIOR_VALUES, ProrationBehavior
from .subscription_product_override import SubscriptionProductOverride, SubscriptionProductOverrideDict

_FIELDS: Final = Fields(
    Property("customerId", "customer_id", parse_str, required=True),
    Property("planId", "plan_id", parse_str, required=True),
    Property("startDate", "start_date", parse_date, required=True),
    Property("endDate", "end_date", parse_date),
    Property("billingCycleAnchor", "billing_cycle_anchor", parse_date),
    Property("prorationBehavior", "proration_behavior", PRORATION_BEHAVIOR_VALUES.__getitem__),
    Property("trialDays", "trial_days", parse_int),
    Property("billingDirection", "billing_direction", BILLING_DIRECTION_VALUES.__getitem__),
    Property(
        "productOverrides",
        "product_overrides",
        lambda value: parse_list(SubscriptionProductOverride.from_dict, value),
    ),
    Property("paymentMethodId", "payment_method_id", parse_str),
    Property("automaticBilling", "automatic_billing", parse_bool),
    Property("customerDepartmentId", "customer_department_id", parse_str),
    Property("departmentContactOverrideId", "department_contact_override_id", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AssignSubscriptionRequest(_Model):
    """Body of *Assign a subscription to a customer*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        customer_id
        plan_id
        start_date: First day; a date in the future gives the status `scheduled`, for example 2026-07-01
        end_date: Day on which the subscription expires
        billing_cycle_anchor: Anchor of the billing cycle; default is `startDate`
        proration_behavior: How the part of a period between startDate and anchor is charged; matters with
            advance only, arrears always prorates. Values: `create_prorations`, `always_invoice`, `none`
        trial_days: Days of trial; the status is `trial` until they are over, and nothing is charged before
        billing_direction: `advance` charges at the start of a period, `arrears` at its end
        product_overrides: Quantities that differ from the plan
        payment_method_id
        automatic_billing: Whether the payment method is charged automatically
        customer_department_id: Routes the invoices of the subscription
        department_contact_override_id: Routes the invoices of the subscription
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    customer_id: str
    plan_id: str
    start_date: _dt.date | str
    end_date: _dt.date | str | Unset = UNSET
    billing_cycle_anchor: _dt.date | str | Unset = UNSET
    proration_behavior: ProrationBehavior | str | Unset = UNSET
    trial_days: int | Unset = UNSET
    billing_direction: BillingDirection | str | Unset = UNSET
    product_overrides: Sequence[SubscriptionProductOverride | SubscriptionProductOverrideDict] | Unset = UNSET
    payment_method_id: str | Unset = UNSET
    automatic_billing: bool | Unset = UNSET
    customer_department_id: str | Unset = UNSET
    department_contact_override_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {
            "customerId": encode_str(self.customer_id, "AssignSubscriptionRequest.customer_id"),
            "planId": encode_str(self.plan_id, "AssignSubscriptionRequest.plan_id"),
            "startDate": encode_date(self.start_date, "AssignSubscriptionRequest.start_date", checked=True),
        }
        if not isinstance(self.end_date, Unset):
            result["endDate"] = encode_date(self.end_date, "AssignSubscriptionRequest.end_date", checked=True)
        if not isinstance(self.billing_cycle_anchor, Unset):
            result["billingCycleAnchor"] = encode_date(
                self.billing_cycle_anchor, "AssignSubscriptionRequest.billing_cycle_anchor", checked=True
            )
        if not isinstance(self.proration_behavior, Unset):
            result["prorationBehavior"] = encode_str(
                self.proration_behavior, "AssignSubscriptionRequest.proration_behavior"
            )
        if not isinstance(self.trial_days, Unset):
            result["trialDays"] = encode_int(self.trial_days, "AssignSubscriptionRequest.trial_days")
        if not isinstance(self.billing_direction, Unset):
            result["billingDirection"] = encode_str(
                self.billing_direction, "AssignSubscriptionRequest.billing_direction"
            )
        if not isinstance(self.product_overrides, Unset):
            result["productOverrides"] = encode_list(
                self.product_overrides,
                lambda item: encode_model(
                    item, SubscriptionProductOverride, "AssignSubscriptionRequest.product_overrides"
                ),
                "AssignSubscriptionRequest.product_overrides",
            )
        if not isinstance(self.payment_method_id, Unset):
            result["paymentMethodId"] = encode_str(
                self.payment_method_id, "AssignSubscriptionRequest.payment_method_id"
            )
        if not isinstance(self.automatic_billing, Unset):
            result["automaticBilling"] = encode_bool(
                self.automatic_billing, "AssignSubscriptionRequest.automatic_billing"
            )
        if not isinstance(self.customer_department_id, Unset):
            result["customerDepartmentId"] = encode_str(
                self.customer_department_id, "AssignSubscriptionRequest.customer_department_id"
            )
        if not isinstance(self.department_contact_override_id, Unset):
            result["departmentContactOverrideId"] = encode_str(
                self.department_contact_override_id,
                "AssignSubscriptionRequest.department_contact_override_id",
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "AssignSubscriptionRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class AssignSubscriptionRequestDict(_TypedDict, total=False):
        """A mapping in the place of `AssignSubscriptionRequest`."""

        customer_id: _Required[str]
        plan_id: _Required[str]
        start_date: _Required[_dt.date | str]
        end_date: _dt.date | str
        billing_cycle_anchor: _dt.date | str
        proration_behavior: ProrationBehavior | str
        trial_days: int
        billing_direction: BillingDirection | str
        product_overrides: Sequence[SubscriptionProductOverride | SubscriptionProductOverrideDict]
        payment_method_id: str
        automatic_billing: bool
        customer_department_id: str
        department_contact_override_id: str
        additional_properties: Mapping[str, Any]
else:
    AssignSubscriptionRequestDict = Mapping[str, Any]
