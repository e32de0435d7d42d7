"""CreateVendorRequest"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_list, parse_str
from ..encoding import encode_any, encode_list, encode_model, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .vendor_contact_input import VendorContactInput, VendorContactInputDict

_FIELDS: Final = Fields(
    Property("vendorNumber", "vendor_number", parse_str),
    Property("name", "name", parse_str),
    Property("vendorGroupId", "vendor_group_id", parse_str),
    Property("currency", "currency", parse_str),
    Property("countryCode", "country_code", parse_str),
    Property("contacts", "contacts", lambda value: parse_list(VendorContactInput.from_dict, value)),
    Property("email", "email", parse_str),
    Property("phone", "phone", parse_str),
    Property("address", "address", parse_str),
    Property("city", "city", parse_str),
    Property("postalCode", "postal_code", parse_str),
    Property("vatNumber", "vat_number", parse_str),
    Property("attention", "attention", parse_str),
    Property("defaultAccountId", "default_account_id", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateVendorRequest(_Model):
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

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    vendor_number: str | Unset = UNSET
    name: str | Unset = UNSET
    vendor_group_id: str | Unset = UNSET
    currency: str | Unset = UNSET
    country_code: str | Unset = UNSET
    contacts: Sequence[VendorContactInput | VendorContactInputDict] | Unset = UNSET
    email: str | Unset = UNSET
    phone: str | Unset = UNSET
    address: str | Unset = UNSET
    city: str | Unset = UNSET
    postal_code: str | Unset = UNSET
    vat_number: str | Unset = UNSET
    attention: str | Unset = UNSET
    default_account_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.vendor_number, Unset):
            result["vendorNumber"] = encode_str(self.vendor_number, "CreateVendorRequest.vendor_number")
        if not isinstance(self.name, Unset):
            result["name"] = encode_str(self.name, "CreateVendorRequest.name")
        if not isinstance(self.vendor_group_id, Unset):
            result["vendorGroupId"] = encode_str(self.vendor_group_id, "CreateVendorRequest.vendor_group_id")
        if not isinstance(self.currency, Unset):
            result["currency"] = encode_str(self.currency, "CreateVendorRequest.currency")
        if not isinstance(self.country_code, Unset):
            result["countryCode"] = encode_str(self.country_code, "CreateVendorRequest.country_code")
        if not isinstance(self.contacts, Unset):
            result["contacts"] = encode_list(
                self.contacts,
                lambda item: encode_model(item, VendorContactInput, "CreateVendorRequest.contacts"),
                "CreateVendorRequest.contacts",
            )
        if not isinstance(self.email, Unset):
            result["email"] = encode_str(self.email, "CreateVendorRequest.email")
        if not isinstance(self.phone, Unset):
            result["phone"] = encode_str(self.phone, "CreateVendorRequest.phone")
        if not isinstance(self.address, Unset):
            result["address"] = encode_str(self.address, "CreateVendorRequest.address")
        if not isinstance(self.city, Unset):
            result["city"] = encode_str(self.city, "CreateVendorRequest.city")
        if not isinstance(self.postal_code, Unset):
            result["postalCode"] = encode_str(self.postal_code, "CreateVendorRequest.postal_code")
        if not isinstance(self.vat_number, Unset):
            result["vatNumber"] = encode_str(self.vat_number, "CreateVendorRequest.vat_number")
        if not isinstance(self.attention, Unset):
            result["attention"] = encode_str(self.attention, "CreateVendorRequest.attention")
        if not isinstance(self.default_account_id, Unset):
            result["defaultAccountId"] = encode_str(
                self.default_account_id, "CreateVendorRequest.default_account_id"
            )
        if self.additional_properties:
            result.update(encode_any(self.additional_properties, "CreateVendorRequest.additional_properties"))
        return result


if TYPE_CHECKING:

    class CreateVendorRequestDict(_TypedDict, total=False):
        """A mapping in the place of `CreateVendorRequest`."""

        vendor_number: str
        name: str
        vendor_group_id: str
        currency: str
        country_code: str
        contacts: Sequence[VendorContactInput | VendorContactInputDict]
        email: str
        phone: str
        address: str
        city: str
        postal_code: str
        vat_number: str
        attention: str
        default_account_id: str
        additional_properties: Mapping[str, Any]
else:
    CreateVendorRequestDict = Mapping[str, Any]
