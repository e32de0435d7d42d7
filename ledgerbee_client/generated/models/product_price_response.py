"""ProductPriceResponse"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_bool, parse_decimal, parse_dict, parse_int, parse_list, parse_str
from ..encoding import encode_decimal
from ..fields import Fields, Property
from ..observing import irregular
from .product_price_tier_response import ProductPriceTierResponse

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("productId", "product_id", parse_str, required=True),
    Property("billingPeriodType", "billing_period_type", parse_str, required=True),
    Property("pricingModel", "pricing_model", parse_str, required=True),
    Property("currency", "currency", parse_str, required=True),
    Property("baseCurrency", "base_currency", parse_str, required=True),
    Property("status", "status", parse_str, required=True),
    Property("isDefault", "is_default", parse_bool, required=True),
    Property("isLocked", "is_locked", parse_bool, required=True),
    Property(
        "vatRatesByZone",
        "vat_rates_by_zone",
        lambda value: parse_dict(parse_decimal, value),
        lambda value: {
            key: encode_decimal(item, "ProductPriceResponse.vat_rates_by_zone") for key, item in value.items()
        },
        required=True,
    ),
    Property("nickname", "nickname", parse_str),
    Property(
        "unitAmount",
        "unit_amount",
        parse_decimal,
        lambda value: encode_decimal(value, "ProductPriceResponse.unit_amount"),
    ),
    Property("billingInterval", "billing_interval", parse_str),
    Property("billingIntervalCount", "billing_interval_count", parse_int),
    Property("availableCurrencies", "available_currencies", lambda value: parse_list(parse_str, value)),
    Property("meterId", "meter_id", parse_str),
    Property(
        "tiers",
        "tiers",
        lambda value: parse_list(ProductPriceTierResponse.from_dict, value),
        lambda value: [item.to_dict() for item in value],
    ),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ProductPriceResponse(_Model):
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

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    product_id: str
    billing_period_type: str
    pricing_model: str
    currency: str
    base_currency: str
    status: str
    is_default: bool
    is_locked: bool
    vat_rates_by_zone: dict[str, Decimal]
    nickname: str | None = None
    unit_amount: Decimal | None = None
    billing_interval: str | None = None
    billing_interval_count: int | None = None
    available_currencies: list[str] | None = None
    meter_id: str | None = None
    tiers: list[ProductPriceTierResponse] | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 17:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 17:
                irregular()
            (
                _id,
                _product_id,
                _billing_period_type,
                _pricing_model,
                _currency,
                _base_currency,
                _status,
                _is_default,
                _is_locked,
                _vat_rates_by_zone,
                _nickname,
                _unit_amount,
                _billing_interval,
                _billing_interval_count,
                _available_currencies,
                _meter_id,
                _tiers,
            ) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and _product_id.__class__ is str
                and _billing_period_type.__class__ is str
                and _pricing_model.__class__ is str
                and _currency.__class__ is str
                and _base_currency.__class__ is str
                and _status.__class__ is str
                and _is_default.__class__ is bool
                and _is_locked.__class__ is bool
                and (_nickname is None or _nickname.__class__ is str)
                and (_billing_interval is None or _billing_interval.__class__ is str)
                and (_billing_interval_count is None or _billing_interval_count.__class__ is int)
                and (_meter_id is None or _meter_id.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.product_id = _product_id
            self.billing_period_type = _billing_period_type
            self.pricing_model = _pricing_model
            self.currency = _currency
            self.base_currency = _base_currency
            self.status = _status
            self.is_default = _is_default
            self.is_locked = _is_locked
            self.vat_rates_by_zone = parse_dict(parse_decimal, _vat_rates_by_zone)
            self.nickname = _nickname
            self.unit_amount = None if _unit_amount is None else parse_decimal(_unit_amount)
            self.billing_interval = _billing_interval
            self.billing_interval_count = _billing_interval_count
            self.available_currencies = (
                None if _available_currencies is None else parse_list(parse_str, _available_currencies)
            )
            self.meter_id = _meter_id
            self.tiers = None if _tiers is None else parse_list(ProductPriceTierResponse.from_dict, _tiers)
        except FAULTS:
            return cls._read(src)
        return self
