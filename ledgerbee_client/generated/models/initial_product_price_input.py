"""InitialProductPriceInput"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_decimal, parse_int, parse_list, parse_str
from ..encoding import encode_any, encode_decimal, encode_int, encode_list, encode_model, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .product_price_tier_input import ProductPriceTierInput, ProductPriceTierInputDict

_FIELDS: Final = Fields(
    Property("nickname", "nickname", parse_str),
    Property("unitAmount", "unit_amount", parse_decimal),
    Property("billingPeriodType", "billing_period_type", parse_str),
    Property("pricingModel", "pricing_model", parse_str),
    Property("billingInterval", "billing_interval", parse_str),
    Property("billingIntervalCount", "billing_interval_count", parse_int),
    Property("currency", "currency", parse_str),
    Property("meterId", "meter_id", parse_str),
    Property("tiers", "tiers", lambda value: parse_list(ProductPriceTierInput.from_dict, value)),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class InitialProductPriceInput(_Model):
    """The first price of a product. Fields and types are those of the documented example. When each is
    mandatory, the values and the licenses are those of *Create a product price* (inferred).

    Attributes:
        nickname: For example Monthly
        unit_amount: A decimal number in a string, for example 99.99
        billing_period_type: Values seen: `recurring`; there may be others. Further values, and the question
            of case: *Create a product price*, for example recurring
        pricing_model: Values seen: `flat_rate`; there may be others. Further values, and the question of
            case: *Create a product price*, for example flat_rate
        billing_interval: Unit of the billing interval. The billing guide counts in day, week, month and year.
            Values seen: `day`; there may be others, for example day
        billing_interval_count: Number of intervals in a billing period: quarterly is 3 times `month`,
            half-yearly 6 times, for example 1
        currency: Currency (ISO 4217), for example DKK
        meter_id: Meter of a metered price
        tiers
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    nickname: str | Unset = UNSET
    unit_amount: Decimal | str | int | Unset = UNSET
    billing_period_type: str | Unset = UNSET
    pricing_model: str | Unset = UNSET
    billing_interval: str | Unset = UNSET
    billing_interval_count: int | Unset = UNSET
    currency: str | Unset = UNSET
    meter_id: str | Unset = UNSET
    tiers: Sequence[ProductPriceTierInput | ProductPriceTierInputDict] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.nickname, Unset):
            result["nickname"] = encode_str(self.nickname, "InitialProductPriceInput.nickname")
        if not isinstance(self.unit_amount, Unset):
            result["unitAmount"] = encode_decimal(self.unit_amount, "InitialProductPriceInput.unit_amount")
        if not isinstance(self.billing_period_type, Unset):
            result["billingPeriodType"] = encode_str(
                self.billing_period_type, "InitialProductPriceInput.billing_period_type"
            )
        if not isinstance(self.pricing_model, Unset):
            result["pricingModel"] = encode_str(self.pricing_model, "InitialProductPriceInput.pricing_model")
        if not isinstance(self.billing_interval, Unset):
            result["billingInterval"] = encode_str(
                self.billing_interval, "InitialProductPriceInput.billing_interval"
            )
        if not isinstance(self.billing_interval_count, Unset):
            result["billingIntervalCount"] = encode_int(
                self.billing_interval_count, "InitialProductPriceInput.billing_interval_count"
            )
        if not isinstance(self.currency, Unset):
            result["currency"] = encode_str(self.currency, "InitialProductPriceInput.currency")
        if not isinstance(self.meter_id, Unset):
            result["meterId"] = encode_str(self.meter_id, "InitialProductPriceInput.meter_id")
        if not isinstance(self.tiers, Unset):
            result["tiers"] = encode_list(
                self.tiers,
                lambda item: encode_model(item, ProductPriceTierInput, "InitialProductPriceInput.tiers"),
                "InitialProductPriceInput.tiers",
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "InitialProductPriceInput.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class InitialProductPriceInputDict(_TypedDict, total=False):
        """A mapping in the place of `InitialProductPriceInput`."""

        nickname: str
        unit_amount: Decimal | str | int
        billing_period_type: str
        pricing_model: str
        billing_interval: str
        billing_interval_count: int
        currency: str
        meter_id: str
        tiers: Sequence[ProductPriceTierInput | ProductPriceTierInputDict]
        additional_properties: Mapping[str, Any]
else:
    InitialProductPriceInputDict = Mapping[str, Any]
