"""ProductPriceResponse"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object, parse_decimal, parse_list
from ..encoding import encode_decimal
from ..errors import DecodeError
from .product_price_tier_response import ProductPriceTierResponse


@_define(kw_only=True)
class ProductPriceResponse:
    """A price of a product. Fields and types are those of the documented example; take everything but `id` as
    optional.

    Attributes:
        id: For example 550e8400-e29b-41d4-a716-446655440000
        product_id
        nickname
        unit_amount: A decimal number in a string, for example 99.99
        billing_period_type: Values seen: `recurring`; there may be others, for example recurring
        pricing_model: Values seen: `flat_rate`; there may be others, for example flat_rate
        billing_interval: Unit of the billing interval. The billing guide counts in day, week, month and year.
            Values seen: `day`; there may be others, for example day
        billing_interval_count: For example 1
        currency: For example DKK
        base_currency: For example DKK
        available_currencies
        status: Status of the price. Values seen: `draft`; there may be others, for example draft
        is_default
        is_locked
        meter_id
        tiers
        vat_rates_by_zone: VAT rates by zone. Keys and value types are not published
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "productId": "product_id",
        "nickname": "nickname",
        "unitAmount": "unit_amount",
        "billingPeriodType": "billing_period_type",
        "pricingModel": "pricing_model",
        "billingInterval": "billing_interval",
        "billingIntervalCount": "billing_interval_count",
        "currency": "currency",
        "baseCurrency": "base_currency",
        "availableCurrencies": "available_currencies",
        "status": "status",
        "isDefault": "is_default",
        "isLocked": "is_locked",
        "meterId": "meter_id",
        "tiers": "tiers",
        "vatRatesByZone": "vat_rates_by_zone",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    product_id: str | None = None
    nickname: str | None = None
    unit_amount: Decimal | None = None
    billing_period_type: str | None = None
    pricing_model: str | None = None
    billing_interval: str | None = None
    billing_interval_count: int | None = None
    currency: str | None = None
    base_currency: str | None = None
    available_currencies: list[str] | None = None
    status: str | None = None
    is_default: bool | None = None
    is_locked: bool | None = None
    meter_id: str | None = None
    tiers: list[ProductPriceTierResponse] | None = None
    vat_rates_by_zone: dict[str, Any] | None = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 17 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.id,
                self.product_id,
                self.nickname,
                _unit_amount,
                self.billing_period_type,
                self.pricing_model,
                self.billing_interval,
                self.billing_interval_count,
                self.currency,
                self.base_currency,
                self.available_currencies,
                self.status,
                self.is_default,
                self.is_locked,
                self.meter_id,
                _tiers,
                self.vat_rates_by_zone,
            ) = values
            if _unit_amount is not None:
                at = "unitAmount"
                _unit_amount = parse_decimal(_unit_amount)
            self.unit_amount = _unit_amount
            if _tiers is not None:
                at = "tiers"
                _tiers = parse_list(ProductPriceTierResponse.from_dict, _tiers)
            self.tiers = _tiers
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "id": self.id,
            "productId": self.product_id,
            "nickname": self.nickname,
            "unitAmount": None
            if self.unit_amount is None
            else encode_decimal(self.unit_amount, "ProductPriceResponse.unit_amount"),
            "billingPeriodType": self.billing_period_type,
            "pricingModel": self.pricing_model,
            "billingInterval": self.billing_interval,
            "billingIntervalCount": self.billing_interval_count,
            "currency": self.currency,
            "baseCurrency": self.base_currency,
            "availableCurrencies": self.available_currencies,
            "status": self.status,
            "isDefault": self.is_default,
            "isLocked": self.is_locked,
            "meterId": self.meter_id,
            "tiers": None if self.tiers is None else [item.to_dict() for item in self.tiers],
            "vatRatesByZone": self.vat_rates_by_zone,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
