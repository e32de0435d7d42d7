"""PaymentMethodResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, from_iso, parse_any, parse_bool, parse_datetime, parse_str
from ..encoding import encode_datetime
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("customerId", "customer_id", parse_str),
    Property("provider", "provider", parse_str),
    Property("label", "label", parse_str),
    Property("isDefault", "is_default", parse_bool),
    Property("status", "status", parse_str),
    Property(
        "createdAt",
        "created_at",
        parse_datetime,
        lambda value: encode_datetime(value, "PaymentMethodResponse.created_at"),
    ),
    Property("cardMask", "card_mask", parse_str),
    Property("cardType", "card_type", parse_str),
    Property("expiryMonth", "expiry_month", parse_any),
    Property("expiryYear", "expiry_year", parse_any),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PaymentMethodResponse(_Model):
    """A payment method saved for a customer. The card fields come with cards only.

    Attributes:
        id
        customer_id
        provider: Filter by payment provider. The set of values is not published
        label: Label for people
        is_default: Whether it is the default of the customer
        status: Status. The set of values is not published
        created_at
        card_mask: Masked card number
        card_type: Type of the card, as the provider reports it
        expiry_month: The type is not published
        expiry_year: The type is not published
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    customer_id: str | None = None
    provider: str | None = None
    label: str | None = None
    is_default: bool | None = None
    status: str | None = None
    created_at: _dt.datetime | None = None
    card_mask: str | None = None
    card_type: str | None = None
    expiry_month: Any = None
    expiry_year: Any = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 11:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 11:
                irregular()
            (
                _id,
                _customer_id,
                _provider,
                _label,
                _is_default,
                _status,
                _created_at,
                _card_mask,
                _card_type,
                _expiry_month,
                _expiry_year,
            ) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and (_customer_id is None or _customer_id.__class__ is str)
                and (_provider is None or _provider.__class__ is str)
                and (_label is None or _label.__class__ is str)
                and (_is_default is None or _is_default.__class__ is bool)
                and (_status is None or _status.__class__ is str)
                and (_card_mask is None or _card_mask.__class__ is str)
                and (_card_type is None or _card_type.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.customer_id = _customer_id
            self.provider = _provider
            self.label = _label
            self.is_default = _is_default
            self.status = _status
            self.created_at = None if _created_at is None else from_iso(_created_at)
            self.card_mask = _card_mask
            self.card_type = _card_type
            self.expiry_month = _expiry_month
            self.expiry_year = _expiry_year
        except FAULTS:
            return cls._read(src)
        return self
