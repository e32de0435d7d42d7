"""CreateVendorRequest"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_dict, encode_list, encode_model, parse_list
from ..errors import DecodeError
from ..types import UNSET, Unset
from .vendor_contact_input import VendorContactInput


@_define(kw_only=True)
class CreateVendorRequest:
    """Body of *Create a vendor*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        vendor_number: Number of the vendor, unique within the company; trimmed
        name
        vendor_group_id
        currency
        country_code
        contacts: Contacts of the vendor; exactly one is the default
        email
        phone
        address
        city
        postal_code
        vat_number
        attention: Person or department to address
        default_account_id: Ledger account that the vendor's entries default to; it must exist
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "vendorNumber": "vendor_number",
        "name": "name",
        "vendorGroupId": "vendor_group_id",
        "currency": "currency",
        "countryCode": "country_code",
        "contacts": "contacts",
        "email": "email",
        "phone": "phone",
        "address": "address",
        "city": "city",
        "postalCode": "postal_code",
        "vatNumber": "vat_number",
        "attention": "attention",
        "defaultAccountId": "default_account_id",
    }

    vendor_number: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    vendor_group_id: str | None | Unset = UNSET
    currency: str | None | Unset = UNSET
    country_code: str | None | Unset = UNSET
    contacts: Sequence[VendorContactInput | Mapping[str, Any]] | None | Unset = UNSET
    email: str | None | Unset = UNSET
    phone: str | None | Unset = UNSET
    address: str | None | Unset = UNSET
    city: str | None | Unset = UNSET
    postal_code: str | None | Unset = UNSET
    vat_number: str | None | Unset = UNSET
    attention: str | None | Unset = UNSET
    default_account_id: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        at = ""
        try:
            get = src.get
            missing = 0
            _vendor_number = get("vendorNumber", UNSET)
            if _vendor_number is UNSET:
                missing += 1
            _name = get("name", UNSET)
            if _name is UNSET:
                missing += 1
            _vendor_group_id = get("vendorGroupId", UNSET)
            if _vendor_group_id is UNSET:
                missing += 1
            _currency = get("currency", UNSET)
            if _currency is UNSET:
                missing += 1
            _country_code = get("countryCode", UNSET)
            if _country_code is UNSET:
                missing += 1
            _contacts = get("contacts", UNSET)
            if _contacts is UNSET:
                missing += 1
            elif _contacts is not None:
                at = "contacts"
                _contacts = parse_list(VendorContactInput.from_dict, _contacts)
            _email = get("email", UNSET)
            if _email is UNSET:
                missing += 1
            _phone = get("phone", UNSET)
            if _phone is UNSET:
                missing += 1
            _address = get("address", UNSET)
            if _address is UNSET:
                missing += 1
            _city = get("city", UNSET)
            if _city is UNSET:
                missing += 1
            _postal_code = get("postalCode", UNSET)
            if _postal_code is UNSET:
                missing += 1
            _vat_number = get("vatNumber", UNSET)
            if _vat_number is UNSET:
                missing += 1
            _attention = get("attention", UNSET)
            if _attention is UNSET:
                missing += 1
            _default_account_id = get("defaultAccountId", UNSET)
            if _default_account_id is UNSET:
                missing += 1
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 14 - missing:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            vendor_number=_vendor_number,
            name=_name,
            vendor_group_id=_vendor_group_id,
            currency=_currency,
            country_code=_country_code,
            contacts=_contacts,
            email=_email,
            phone=_phone,
            address=_address,
            city=_city,
            postal_code=_postal_code,
            vat_number=_vat_number,
            attention=_attention,
            default_account_id=_default_account_id,
            additional_properties=extra,
        )

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.vendor_number, Unset):
            result["vendorNumber"] = self.vendor_number
        if not isinstance(self.name, Unset):
            result["name"] = self.name
        if not isinstance(self.vendor_group_id, Unset):
            result["vendorGroupId"] = self.vendor_group_id
        if not isinstance(self.currency, Unset):
            result["currency"] = self.currency
        if not isinstance(self.country_code, Unset):
            result["countryCode"] = self.country_code
        if not isinstance(self.contacts, Unset):
            result["contacts"] = (
                None
                if self.contacts is None
                else encode_list(
                    self.contacts,
                    lambda item: encode_model(item, VendorContactInput, "CreateVendorRequest.contacts"),
                    "CreateVendorRequest.contacts",
                )
            )
        if not isinstance(self.email, Unset):
            result["email"] = self.email
        if not isinstance(self.phone, Unset):
            result["phone"] = self.phone
        if not isinstance(self.address, Unset):
            result["address"] = self.address
        if not isinstance(self.city, Unset):
            result["city"] = self.city
        if not isinstance(self.postal_code, Unset):
            result["postalCode"] = self.postal_code
        if not isinstance(self.vat_number, Unset):
            result["vatNumber"] = self.vat_number
        if not isinstance(self.attention, Unset):
            result["attention"] = self.attention
        if not isinstance(self.default_account_id, Unset):
            result["defaultAccountId"] = self.default_account_id
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "CreateVendorRequest.additional_properties")
            )
        return result
