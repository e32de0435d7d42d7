"""ProductPriceResponse"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, check_dict, parse_bool, parse_decimal, parse_int, parse_list, parse_str
from ..encoding import encode_decimal
from ..fields import Fields, Property
from ..observing import irregular
from .product_price_tier_response import ProductPriceTierResponse

_FIELDS: Final = Fields(
    Property("id", "id", parse_str),
    Property("productId", "product_id", parse_str),
    Property("nickname", "nickname", parse_str),
    Property(
        "unitAmount",
        "unit_amount",
        parse_decimal,
        lambda value: encode_decimal(value, "ProductPriceResponse.unit_amount"),
    ),
    Property("billingPeriodType", "billing_period_type", parse_str),
    Property("pricingModel", "pricing_model", parse_str),
    Property("billingInterval", "billing_interval", parse_str),
    Property("billingIntervalCount", "billing_interval_count", parse_int),
    Property("currency", "currency", parse_str),
    Property("baseCurrency", "base_currency", parse_str),
    Property("availableCurrencies", "available_currencies", lambda value: parse_list(parse_str, value)),
    Property("status", "status", parse_str),
    Property("isDefault", "is_default", parse_bool),
    Property("isLocked", "is_locked", parse_bool),
    Property("meterId", "meter_id", parse_str),
    Property(
        "tiers",
        "tiers",
        lambda value: parse_list(ProductPriceTierResponse.from_dict, value),
        lambda value: [item.to_dict() for item in value],
    ),
    Property("vatRatesByZone", "vat_rates_by_zone", lambda value: check_dict(value)),
)
_DEFAULTS: Final = _FIELDS.defaults
_take: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ProductPriceResponse(_Model):
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

    _FIELDS: ClassVar[Fields] = _FIELDS

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
                _nickname,
                _unit_amount,
                _billing_period_type,
                _pricing_model,
                _billing_interval,
                _billing_interval_count,
                _currency,
                _base_currency,
                _available_currencies,
                _status,
                _is_default,
                _is_locked,
                _meter_id,
                _tiers,
                _vat_rates_by_zone,
            ) = _take(whole)
            if not (
                (_id is None or _id.__class__ is str)
                and (_product_id is None or _product_id.__class__ is str)
                and (_nickname is None or _nickname.__class__ is str)
                and (_billing_period_type is None or _billing_period_type.__class__ is str)
                and (_pricing_model is None or _pricing_model.__class__ is str)
                and (_billing_interval is None or _billing_interval.__class__ is str)
                and (_billing_interval_count is None or _billing_interval_count.__class__ is int)
                and (_currency is None or _currency.__class__ is str)
                and (_base_currency is None or _base_currency.__class__ is str)
                and (_status is None or _status.__class__ is str)
                and (_is_default is None or _is_default.__class__ is bool)
                and (_is_locked is None or _is_locked.__class__ is bool)
                and (_meter_id is None or _meter_id.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.product_id = _product_id
            self.nickname = _nickname
            self.unit_amount = None if _unit_amount is None else parse_decimal(_unit_amount)
            self.billing_period_type = _billing_period_type
            self.pricing_model = _pricing_model
            self.billing_interval = _billing_interval
            self.billing_interval_count = _billing_interval_count
            self.currency = _currency
            self.base_currency = _base_currency
            self.available_currencies = (
                None if _available_currencies is None else parse_list(parse_str, _available_currencies)
            )
            self.status = _status
            self.is_default = _is_default
            self.is_locked = _is_locked
            self.meter_id = _meter_id
            self.tiers = None if _tiers is None else parse_list(ProductPriceTierResponse.from_dict, _tiers)
            self.vat_rates_by_zone = None if _vat_rates_by_zone is None else check_dict(_vat_rates_by_zone)
        except FAULTS:
            return cls._read(src)
        return self
