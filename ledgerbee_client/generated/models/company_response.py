"""CompanyResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..errors import DecodeError
from ..types import UNSET


@_define(kw_only=True)
class CompanyResponse:
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

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "email": "email",
        "address": "address",
        "vat": "vat",
        "billingEmail": "billing_email",
        "city": "city",
        "postalCode": "postal_code",
        "countryCode": "country_code",
        "phone": "phone",
        "preferredLanguage": "preferred_language",
        "contactPersonFirstName": "contact_person_first_name",
        "contactPersonLastName": "contact_person_last_name",
    }

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
    #: Bit i: the i-th optional field was not in the answer. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        at = ""
        try:
            get = src.get
            absent = 0
            _id = src["id"]
            _name = src["name"]
            _email = src["email"]
            _address = src["address"]
            _vat = get("vat", UNSET)
            if _vat is UNSET:
                absent |= 1
                _vat = None
            _billing_email = get("billingEmail", UNSET)
            if _billing_email is UNSET:
                absent |= 2
                _billing_email = None
            _city = get("city", UNSET)
            if _city is UNSET:
                absent |= 4
                _city = None
            _postal_code = get("postalCode", UNSET)
            if _postal_code is UNSET:
                absent |= 8
                _postal_code = None
            _country_code = get("countryCode", UNSET)
            if _country_code is UNSET:
                absent |= 16
                _country_code = None
            _phone = get("phone", UNSET)
            if _phone is UNSET:
                absent |= 32
                _phone = None
            _preferred_language = get("preferredLanguage", UNSET)
            if _preferred_language is UNSET:
                absent |= 64
                _preferred_language = None
            _contact_person_first_name = get("contactPersonFirstName", UNSET)
            if _contact_person_first_name is UNSET:
                absent |= 128
                _contact_person_first_name = None
            _contact_person_last_name = get("contactPersonLastName", UNSET)
            if _contact_person_last_name is UNSET:
                absent |= 256
                _contact_person_last_name = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 13 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            id=_id,
            name=_name,
            email=_email,
            address=_address,
            vat=_vat,
            billing_email=_billing_email,
            city=_city,
            postal_code=_postal_code,
            country_code=_country_code,
            phone=_phone,
            preferred_language=_preferred_language,
            contact_person_first_name=_contact_person_first_name,
            contact_person_last_name=_contact_person_last_name,
            additional_properties=extra,
            _absent=absent,
        )

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "id": self.id,
            "name": self.name,
            "email": self.email,
            "address": self.address,
        }
        if self.vat is None:
            if not self._absent & 1:
                result["vat"] = None
        else:
            result["vat"] = self.vat
        if self.billing_email is None:
            if not self._absent & 2:
                result["billingEmail"] = None
        else:
            result["billingEmail"] = self.billing_email
        if self.city is None:
            if not self._absent & 4:
                result["city"] = None
        else:
            result["city"] = self.city
        if self.postal_code is None:
            if not self._absent & 8:
                result["postalCode"] = None
        else:
            result["postalCode"] = self.postal_code
        if self.country_code is None:
            if not self._absent & 16:
                result["countryCode"] = None
        else:
            result["countryCode"] = self.country_code
        if self.phone is None:
            if not self._absent & 32:
                result["phone"] = None
        else:
            result["phone"] = self.phone
        if self.preferred_language is None:
            if not self._absent & 64:
                result["preferredLanguage"] = None
        else:
            result["preferredLanguage"] = self.preferred_language
        if self.contact_person_first_name is None:
            if not self._absent & 128:
                result["contactPersonFirstName"] = None
        else:
            result["contactPersonFirstName"] = self.contact_person_first_name
        if self.contact_person_last_name is None:
            if not self._absent & 256:
                result["contactPersonLastName"] = None
        else:
            result["contactPersonLastName"] = self.contact_person_last_name
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
