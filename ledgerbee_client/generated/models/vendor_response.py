"""VendorResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import new_object, take_some, taker, unknown
from ..errors import DecodeError

_TAKE = taker(
    "id",
    "vendorNumber",
    "name",
    "vendorGroupId",
    "currency",
    "status",
    "vendorGroupName",
    "email",
    "phone",
    "address",
    "city",
    "postalCode",
    "countryCode",
    "vatNumber",
    "attention",
    "paymentTerms",
    "openingBalance",
)


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
    #: Bit i: the i-th field was not in the answer. It reads as None, and is left out again.
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
            try:
                values = _TAKE(src)
                absent = 0
                extra: dict[str, Any] = {} if len(src) == 17 else unknown(src, cls.WIRE_NAMES)
            except KeyError:
                values, absent, extra = take_some(src, cls.WIRE_NAMES, ())
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
        result: dict[str, Any] = {}
        if self.id is None:
            if not self._absent & 1:
                result["id"] = None
        else:
            result["id"] = self.id
        if self.vendor_number is None:
            if not self._absent & 2:
                result["vendorNumber"] = None
        else:
            result["vendorNumber"] = self.vendor_number
        if self.name is None:
            if not self._absent & 4:
                result["name"] = None
        else:
            result["name"] = self.name
        if self.vendor_group_id is None:
            if not self._absent & 8:
                result["vendorGroupId"] = None
        else:
            result["vendorGroupId"] = self.vendor_group_id
        if self.currency is None:
            if not self._absent & 16:
                result["currency"] = None
        else:
            result["currency"] = self.currency
        if self.status is None:
            if not self._absent & 32:
                result["status"] = None
        else:
            result["status"] = self.status
        if self.vendor_group_name is None:
            if not self._absent & 64:
                result["vendorGroupName"] = None
        else:
            result["vendorGroupName"] = self.vendor_group_name
        if self.email is None:
            if not self._absent & 128:
                result["email"] = None
        else:
            result["email"] = self.email
        if self.phone is None:
            if not self._absent & 256:
                result["phone"] = None
        else:
            result["phone"] = self.phone
        if self.address is None:
            if not self._absent & 512:
                result["address"] = None
        else:
            result["address"] = self.address
        if self.city is None:
            if not self._absent & 1024:
                result["city"] = None
        else:
            result["city"] = self.city
        if self.postal_code is None:
            if not self._absent & 2048:
                result["postalCode"] = None
        else:
            result["postalCode"] = self.postal_code
        if self.country_code is None:
            if not self._absent & 4096:
                result["countryCode"] = None
        else:
            result["countryCode"] = self.country_code
        if self.vat_number is None:
            if not self._absent & 8192:
                result["vatNumber"] = None
        else:
            result["vatNumber"] = self.vat_number
        if self.attention is None:
            if not self._absent & 16384:
                result["attention"] = None
        else:
            result["attention"] = self.attention
        if self.payment_terms is None:
            if not self._absent & 32768:
                result["paymentTerms"] = None
        else:
            result["paymentTerms"] = self.payment_terms
        if self.opening_balance is None:
            if not self._absent & 65536:
                result["openingBalance"] = None
        else:
            result["openingBalance"] = self.opening_balance
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
