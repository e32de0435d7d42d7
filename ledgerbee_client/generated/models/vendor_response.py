"""VendorResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object
from ..errors import DecodeError


@_define(kw_only=True)
class VendorResponse:
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

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "vendorNumber": "vendor_number",
        "name": "name",
        "vendorGroupId": "vendor_group_id",
        "currency": "currency",
        "status": "status",
        "vendorGroupName": "vendor_group_name",
        "email": "email",
        "phone": "phone",
        "address": "address",
        "city": "city",
        "postalCode": "postal_code",
        "countryCode": "country_code",
        "vatNumber": "vat_number",
        "attention": "attention",
        "paymentTerms": "payment_terms",
        "openingBalance": "opening_balance",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    vendor_number: str | None = None
    name: str | None = None
    vendor_group_id: str | None = None
    currency: str | None = None
    status: str | None = None
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
    opening_balance: Any = None
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
                self.vendor_number,
                self.name,
                self.vendor_group_id,
                self.currency,
                self.status,
                self.vendor_group_name,
                self.email,
                self.phone,
                self.address,
                self.city,
                self.postal_code,
                self.country_code,
                self.vat_number,
                self.attention,
                self.payment_terms,
                self.opening_balance,
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
            "vendorNumber": self.vendor_number,
            "name": self.name,
            "vendorGroupId": self.vendor_group_id,
            "currency": self.currency,
            "status": self.status,
            "vendorGroupName": self.vendor_group_name,
            "email": self.email,
            "phone": self.phone,
            "address": self.address,
            "city": self.city,
            "postalCode": self.postal_code,
            "countryCode": self.country_code,
            "vatNumber": self.vat_number,
            "attention": self.attention,
            "paymentTerms": self.payment_terms,
            "openingBalance": self.opening_balance,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
