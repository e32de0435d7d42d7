"""CompanyResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object
from ..errors import DecodeError


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
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES, ("id", "name", "email", "address"))

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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 13 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.id,
                self.name,
                self.email,
                self.address,
                self.vat,
                self.billing_email,
                self.city,
                self.postal_code,
                self.country_code,
                self.phone,
                self.preferred_language,
                self.contact_person_first_name,
                self.contact_person_last_name,
            ) = values
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "id": self.id,
            "name": self.name,
            "email": self.email,
            "address": self.address,
            "vat": self.vat,
            "billingEmail": self.billing_email,
            "city": self.city,
            "postalCode": self.postal_code,
            "countryCode": self.country_code,
            "phone": self.phone,
            "preferredLanguage": self.preferred_language,
            "contactPersonFirstName": self.contact_person_first_name,
            "contactPersonLastName": self.contact_person_last_name,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
