"""CreateVendorRequest"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object, parse_list
from ..encoding import encode_dict, encode_list, encode_model
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
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

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
        self = new_object(cls)
        at = ""
        try:
            fields = cls._FIELDS
            try:
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 14 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.vendor_number,
                self.name,
                self.vendor_group_id,
                self.currency,
                self.country_code,
                _contacts,
                self.email,
                self.phone,
                self.address,
                self.city,
                self.postal_code,
                self.vat_number,
                self.attention,
                self.default_account_id,
            ) = given_or_unset(values, absent) if absent else values
            if _contacts is not None and _contacts is not UNSET:
                at = "contacts"
                _contacts = parse_list(VendorContactInput.from_dict, _contacts)
            self.contacts = _contacts
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

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
