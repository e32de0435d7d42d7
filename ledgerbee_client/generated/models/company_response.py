"""CompanyResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_float, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("name", "name", parse_str, required=True),
    Property("email", "email", parse_str, required=True),
    Property("address", "address", parse_str, required=True),
    Property("vat", "vat", parse_float, float),
    Property("billingEmail", "billing_email", parse_str),
    Property("city", "city", parse_str),
    Property("postalCode", "postal_code", parse_str),
    Property("countryCode", "country_code", parse_str),
    Property("phone", "phone", parse_str),
    Property("preferredLanguage", "preferred_language", parse_str),
    Property("contactPersonFirstName", "contact_person_first_name", parse_str),
    Property("contactPersonLastName", "contact_person_last_name", parse_str),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CompanyResponse(_Model):
    """The company. Fields without a value come back as null.

    Attributes:
        id: Id of the company (based on UUIDv7), for example 01234567-89AB-CDEF-0123-456789ABCDEF
        name: For example Acme Corporation
        email: For example contact@acme.com
        address: For example 123 Main Street
        vat: VAT registration number (CVR in Denmark); may come as a string too, for example 12345678
        billing_email: For example billing@acme.com
        city: For example Copenhagen
        postal_code
        country_code: Country code (ISO 3166-1 alpha-2), for example DK
        phone
        preferred_language: Language code such as da, en, for example da
        contact_person_first_name
        contact_person_last_name
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    name: str
    email: str
    address: str
    vat: float | None = None
    billing_email: str | None = None
    city: str | None = None
    postal_code: str | None = None
    country_code: str | None = None
    phone: str | None = None
    preferred_language: str | None = None
    contact_person_first_name: str | None = None
    contact_person_last_name: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 13:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 13:
                irregular()
            (
                _id,
                _name,
                _email,
                _address,
                _vat,
                _billing_email,
                _city,
                _postal_code,
                _country_code,
                _phone,
                _preferred_language,
                _contact_person_first_name,
                _contact_person_last_name,
            ) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and _name.__class__ is str
                and _email.__class__ is str
                and _address.__class__ is str
                and (_billing_email is None or _billing_email.__class__ is str)
                and (_city is None or _city.__class__ is str)
                and (_postal_code is None or _postal_code.__class__ is str)
                and (_country_code is None or _country_code.__class__ is str)
                and (_phone is None or _phone.__class__ is str)
                and (_preferred_language is None or _preferred_language.__class__ is str)
                and (_contact_person_first_name is None or _contact_person_first_name.__class__ is str)
                and (_contact_person_last_name is None or _contact_person_last_name.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.name = _name
            self.email = _email
            self.address = _address
            self.vat = None if _vat is None else parse_float(_vat)
            self.billing_email = _billing_email
            self.city = _city
            self.postal_code = _postal_code
            self.country_code = _country_code
            self.phone = _phone
            self.preferred_language = _preferred_language
            self.contact_person_first_name = _contact_person_first_name
            self.contact_person_last_name = _contact_person_last_name
        except FAULTS:
            return cls._read(src)
        return self
