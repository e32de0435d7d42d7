"""VendorResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..errors import DecodeError
from ..types import UNSET


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
            _id = get("id", UNSET)
            if _id is UNSET:
                absent |= 1
                _id = None
            _vendor_number = get("vendorNumber", UNSET)
            if _vendor_number is UNSET:
                absent |= 2
                _vendor_number = None
            _name = get("name", UNSET)
            if _name is UNSET:
                absent |= 4
                _name = None
            _vendor_group_id = get("vendorGroupId", UNSET)
            if _vendor_group_id is UNSET:
                absent |= 8
                _vendor_group_id = None
            _currency = get("currency", UNSET)
            if _currency is UNSET:
                absent |= 16
                _currency = None
            _status = get("status", UNSET)
            if _status is UNSET:
                absent |= 32
                _status = None
            _vendor_group_name = get("vendorGroupName", UNSET)
            if _vendor_group_name is UNSET:
                absent |= 64
                _vendor_group_name = None
            _email = get("email", UNSET)
            if _email is UNSET:
                absent |= 128
                _email = None
            _phone = get("phone", UNSET)
            if _phone is UNSET:
                absent |= 256
                _phone = None
            _address = get("address", UNSET)
            if _address is UNSET:
                absent |= 512
                _address = None
            _city = get("city", UNSET)
            if _city is UNSET:
                absent |= 1024
                _city = None
            _postal_code = get("postalCode", UNSET)
            if _postal_code is UNSET:
                absent |= 2048
                _postal_code = None
            _country_code = get("countryCode", UNSET)
            if _country_code is UNSET:
                absent |= 4096
                _country_code = None
            _vat_number = get("vatNumber", UNSET)
            if _vat_number is UNSET:
                absent |= 8192
                _vat_number = None
            _attention = get("attention", UNSET)
            if _attention is UNSET:
                absent |= 16384
                _attention = None
            _payment_terms = get("paymentTerms", UNSET)
            if _payment_terms is UNSET:
                absent |= 32768
                _payment_terms = None
            _opening_balance = get("openingBalance", UNSET)
            if _opening_balance is UNSET:
                absent |= 65536
                _opening_balance = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 17 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            id=_id,
            vendor_number=_vendor_number,
            name=_name,
            vendor_group_id=_vendor_group_id,
            currency=_currency,
            status=_status,
            vendor_group_name=_vendor_group_name,
            email=_email,
            phone=_phone,
            address=_address,
            city=_city,
            postal_code=_postal_code,
            country_code=_country_code,
            vat_number=_vat_number,
            attention=_attention,
            payment_terms=_payment_terms,
            opening_balance=_opening_balance,
            additional_properties=extra,
            _absent=absent,
        )

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
