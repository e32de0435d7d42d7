"""VendorResponse"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_decimal, parse_int, parse_str
from ..encoding import encode_decimal
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("vendorNumber", "vendor_number", parse_str, required=True),
    Property("name", "name", parse_str, required=True),
    Property("vendorGroupId", "vendor_group_id", parse_str, required=True),
    Property("currency", "currency", parse_str, required=True),
    Property("status", "status", parse_str, required=True),
    Property("vendorGroupName", "vendor_group_name", parse_str),
    Property("email", "email", parse_str),
    Property("phone", "phone", parse_str),
    Property("address", "address", parse_str),
    Property("city", "city", parse_str),
    Property("postalCode", "postal_code", parse_str),
    Property("countryCode", "country_code", parse_str),
    Property("vatNumber", "vat_number", parse_str),
    Property("attention", "attention", parse_str),
    Property("paymentTerms", "payment_terms", parse_int),
    Property(
        "openingBalance",
        "opening_balance",
        parse_decimal,
        lambda value: encode_decimal(value, "VendorResponse.opening_balance"),
    ),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class VendorResponse(_Model):
    """A vendor.

    Attributes:
        id
        vendor_number
        name
        vendor_group_id
        currency
        status: Status. The set of values is not published
        vendor_group_name
        email
        phone
        address
        city
        postal_code
        country_code: Country code (ISO 3166-1 alpha-2)
        vat_number
        attention
        payment_terms: Payment terms in days
        opening_balance: Opening balance in the base currency of the company; positive means owed to the
            vendor. The type is not published
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    vendor_number: str
    name: str
    vendor_group_id: str
    currency: str
    status: str
    vendor_group_name: str | None = None
    email: str | None = None
    phone: str | None = None
    address: str | None = None
    city: str | None = None
    postal_code: str | None = None
    country_code: str | None = None
    vat_number: str | None = None
    attention: str | None = None
    payment_terms: int | None = None
    opening_balance: Decimal | None = None
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
                _vendor_number,
                _name,
                _vendor_group_id,
                _currency,
                _status,
                _vendor_group_name,
                _email,
                _phone,
                _address,
                _city,
                _postal_code,
                _country_code,
                _vat_number,
                _attention,
                _payment_terms,
                _opening_balance,
            ) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and _vendor_number.__class__ is str
                and _name.__class__ is str
                and _vendor_group_id.__class__ is str
                and _currency.__class__ is str
                and _status.__class__ is str
                and (_vendor_group_name is None or _vendor_group_name.__class__ is str)
                and (_email is None or _email.__class__ is str)
                and (_phone is None or _phone.__class__ is str)
                and (_address is None or _address.__class__ is str)
                and (_city is None or _city.__class__ is str)
                and (_postal_code is None or _postal_code.__class__ is str)
                and (_country_code is None or _country_code.__class__ is str)
                and (_vat_number is None or _vat_number.__class__ is str)
                and (_attention is None or _attention.__class__ is str)
                and (_payment_terms is None or _payment_terms.__class__ is int)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.vendor_number = _vendor_number
            self.name = _name
            self.vendor_group_id = _vendor_group_id
            self.currency = _currency
            self.status = _status
            self.vendor_group_name = _vendor_group_name
            self.email = _email
            self.phone = _phone
            self.address = _address
            self.city = _city
            self.postal_code = _postal_code
            self.country_code = _country_code
            self.vat_number = _vat_number
            self.attention = _attention
            self.payment_terms = _payment_terms
            self.opening_balance = None if _opening_balance is None else parse_decimal(_opening_balance)
        except FAULTS:
            return cls._read(src)
        return self
