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
    """A price of a product. Types are those of the documented example.

    Attributes:
        id: ID of the price; a document line names it in `priceId`, for example
            550e8400-e29b-41d4-a716-446655440000
        product_id: Product that the price belongs to
        billing_period_type: Values seen: `recurring`; there may be others. Further values, and the question
            of case: *Create a product price*, for example recurring
        pricing_model: Values seen: `flat_rate`; there may be others. Further values, and the question of
            case: *Create a product price*, for example flat_rate
        currency: Currency (ISO 4217) in which `unitAmount` is shown, for example DKK
        base_currency: Currency (ISO 4217) of the price itself: the source of truth for conversions, for
            example DKK
        status: Status of the price. Values seen: `draft`; there may be others, for example draft
        is_default: Whether it is the default price of the product
        is_locked: Whether it is in use by a subscription or an invoice
        vat_rates_by_zone: VAT rates by VAT zone, derived from the product group
        nickname
        unit_amount: For flat-rate pricing, in `currency`. A decimal number in a string, for example 99.99
        billing_interval: Unit of the billing interval; null for one-time prices. The billing guide counts in
            day, week, month and year. Values seen: `day`; there may be others, for example day
        billing_interval_count: For example 1
        available_currencies
        meter_id
        tiers
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "productId": "product_id",
        "billingPeriodType": "billing_period_type",
        "pricingModel": "pricing_model",
        "currency": "currency",
        "baseCurrency": "base_currency",
        "status": "status",
        "isDefault": "is_default",
        "isLocked": "is_locked",
        "vatRatesByZone": "vat_rates_by_zone",
        "nickname": "nickname",
        "unitAmount": "unit_amount",
        "billingInterval": "billing_interval",
        "billingIntervalCount": "billing_interval_count",
        "availableCurrencies": "available_currencies",
        "meterId": "meter_id",
        "tiers": "tiers",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    product_id: str | None = None
    billing_period_type: str | None = None
    pricing_model: str | None = None
    currency: str | None = None
    base_currency: str | None = None
    status: str | None = None
    is_default: bool | None = None
    is_locked: bool | None = None
    vat_rates_by_zone: dict[str, str] | None = None
    nickname: str | None = None
    unit_amount: Decimal | None = None
    billing_interval: str | None = None
    billing_interval_count: int | None = None
    available_currencies: list[str] | None = None
    meter_id: str | None = None
    tiers: list[ProductPriceTierResponse] | None = None
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
                self.billing_period_type,
                self.pricing_model,
                self.currency,
                self.base_currency,
                self.status,
                self.is_default,
                self.is_locked,
                self.vat_rates_by_zone,
                self.nickname,
                _unit_amount,
                self.billing_interval,
                self.billing_interval_count,
                self.available_currencies,
                self.meter_id,
                _tiers,
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
            "billingPeriodType": self.billing_period_type,
            "pricingModel": self.pricing_model,
            "currency": self.currency,
            "baseCurrency": self.base_currency,
            "status": self.status,
            "isDefault": self.is_default,
            "isLocked": self.is_locked,
            "vatRatesByZone": self.vat_rates_by_zone,
            "nickname": self.nickname,
            "unitAmount": None
            if self.unit_amount is None
            else encode_decimal(self.unit_amount, "ProductPriceResponse.unit_amount"),
            "billingInterval": self.billing_interval,
            "billingIntervalCount": self.billing_interval_count,
            "availableCurrencies": self.available_currencies,
            "meterId": self.meter_id,
            "tiers": None if self.tiers is None else [item.to_dict() for item in self.tiers],
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
