"""UpdateProductPricesRequest"""

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
    Property("productId", "product_id", parse_str),
    Property("billingPeriodType", "billing_period_type", parse_str),
    Property("pricingModel", "pricing_model", parse_str),
    Property("nickname", "nickname", parse_str),
    Property("unitAmount", "unit_amount", parse_decimal),
    Property("billingInterval", "billing_interval", parse_str),
    Property("billingIntervalCount", "billing_interval_count", parse_int),
    Property("currency", "currency", parse_str),
    Property("meterId", "meter_id", parse_str),
    Property("tiers", "tiers", lambda value: parse_list(ProductPriceTierInput.from_dict, value)),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpdateProductPricesRequest(_Model):
    """What `product_prices.update` probably takes.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        product_id: Product that the price belongs to
        billing_period_type: When the price is charged. Values seen: `RECURRING`, `USAGE`; there may be
            others. There is a value for one-time prices, too, whose spelling is not published. The case is
            open: upper case in the text of this operation, lower case (the likelier, inferred) in the
            examples of Products, for example recurring
        pricing_model: How the amount is computed. Values seen: `FLAT_RATE`, `PACKAGE`, `VOLUME`, `GRADUATED`;
            there may be others. The case is open, as that of `billingPeriodType`, for example flat_rate
        nickname: For example Monthly
        unit_amount: Mandatory for `FLAT_RATE`; for `PACKAGE`, `VOLUME` and `GRADUATED` the amounts stand in
            the tiers. A decimal number in a string, for example 99.99
        billing_interval: Unit of the billing interval, mandatory unless the price is one-time. The billing
            guide counts in day, week, month and year. Values seen: `day`; there may be others, for example
            day
        billing_interval_count: Number of intervals in a billing period, for example 1
        currency: Currency (ISO 4217); default is the company currency, for example DKK
        meter_id: Meter of the price, mandatory for `USAGE`
        tiers: Mandatory for `PACKAGE` (exactly one) and for `VOLUME` and `GRADUATED` (one or more, the last
            open-ended); left out for `FLAT_RATE`
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    product_id: str | Unset = UNSET
    billing_period_type: str | Unset = UNSET
    pricing_model: str | Unset = UNSET
    nickname: str | Unset = UNSET
    unit_amount: Decimal | str | int | Unset = UNSET
    billing_interval: str | None | Unset = UNSET
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
        if not isinstance(self.product_id, Unset):
            result["productId"] = encode_str(self.product_id, "UpdateProductPricesRequest.product_id")
        if not isinstance(self.billing_period_type, Unset):
            result["billingPeriodType"] = encode_str(
                self.billing_period_type, "UpdateProductPricesRequest.billing_period_type"
            )
        if not isinstance(self.pricing_model, Unset):
            result["pricingModel"] = encode_str(
                self.pricing_model, "UpdateProductPricesRequest.pricing_model"
            )
        if not isinstance(self.nickname, Unset):
            result["nickname"] = encode_str(self.nickname, "UpdateProductPricesRequest.nickname")
        if not isinstance(self.unit_amount, Unset):
            result["unitAmount"] = encode_decimal(self.unit_amount, "UpdateProductPricesRequest.unit_amount")
        if not isinstance(self.billing_interval, Unset):
            result["billingInterval"] = (
                None
                if self.billing_interval is None
                else encode_str(self.billing_interval, "UpdateProductPricesRequest.billing_interval")
            )
        if not isinstance(self.billing_interval_count, Unset):
            result["billingIntervalCount"] = encode_int(
                self.billing_interval_count, "UpdateProductPricesRequest.billing_interval_count"
            )
        if not isinstance(self.currency, Unset):
            result["currency"] = encode_str(self.currency, "UpdateProductPricesRequest.currency")
        if not isinstance(self.meter_id, Unset):
            result["meterId"] = encode_str(self.meter_id, "UpdateProductPricesRequest.meter_id")
        if not isinstance(self.tiers, Unset):
            result["tiers"] = encode_list(
                self.tiers,
                lambda item: encode_model(item, ProductPriceTierInput, "UpdateProductPricesRequest.tiers"),
                "UpdateProductPricesRequest.tiers",
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "UpdateProductPricesRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class UpdateProductPricesRequestDict(_TypedDict, total=False):
        """A mapping in the place of `UpdateProductPricesRequest`."""

        product_id: str
        billing_period_type: str
        pricing_model: str
        nickname: str
        unit_amount: Decimal | str | int
        billing_interval: str | None
        billing_interval_count: int
        currency: str
        meter_id: str
        tiers: Sequence[ProductPriceTierInput | ProductPriceTierInputDict]
        additional_properties: Mapping[str, Any]
else:
    UpdateProductPricesRequestDict = Mapping[str, Any]
