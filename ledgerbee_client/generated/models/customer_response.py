"""CustomerResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, check_dict, parse_any, parse_bool, parse_str
from ..encoding import encode_enum
from ..fields import Fields, Property
from ..observing import irregular
from .billing_relationship import BILLING_RELATIONSHIP_VALUES, BillingRelationship
from .vat_zone import VAT_ZONE_VALUES, VatZone

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("customerNumber", "customer_number", parse_str, required=True),
    Property("customerType", "customer_type", parse_str, required=True),
    Property("name", "name", parse_str, required=True),
    Property("vatZone", "vat_zone", VAT_ZONE_VALUES.__getitem__, encode_enum, required=True),
    Property("customerGroupId", "customer_group_id", parse_str, required=True),
    Property("isActive", "is_active", parse_bool, required=True),
    Property(
        "billingRelationship",
        "billing_relationship",
        BILLING_RELATIONSHIP_VALUES.__getitem__,
        encode_enum,
        required=True,
    ),
    Property("includeChildDetailsPdf", "include_child_details_pdf", parse_bool, required=True),
    Property("customerGroupNumber", "customer_group_number", parse_any),
    Property("customerGroupName", "customer_group_name", parse_str),
    Property("email", "email", parse_str),
    Property("phone", "phone", parse_str),
    Property("address", "address", parse_str),
    Property("city", "city", parse_str),
    Property("postalCode", "postal_code", parse_str),
    Property("countryCode", "country_code", parse_str),
    Property("vatNumber", "vat_number", parse_str),
    Property("website", "website", parse_str),
    Property("externalSystemId", "external_system_id", parse_str),
    Property("parentCustomerId", "parent_customer_id", parse_str),
    Property("metadata", "metadata", lambda value: check_dict(value)),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CustomerResponse(_Model):
    """A customer. Further fields exist, one for the invoicing mode among them (value `single_invoice`); their
    names are not known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        customer_number: Number of the customer
        customer_type: Type of the customer. The set of values is not published
        name
        vat_zone: VAT zone of the customer. Values: `domestic`, `eu`, `abroad`, `domestic_without_vat`
        customer_group_id
        is_active
        billing_relationship: Who is billed: `self`, the customer itself; `parent_pays`, the customer in
            `parentCustomerId`
        include_child_details_pdf: Consolidated invoices go out with a zip of per-child detail PDFs; only for
            parents in single_invoice mode
        customer_group_number: The type is not published
        customer_group_name
        email
        phone
        address
        city
        postal_code
        country_code: Country code (ISO 3166-1 alpha-2)
        vat_number
        website
        external_system_id: Your own id for the customer; unique per company
        parent_customer_id: The customer that is billed when `billingRelationship` is `parent_pays`
        metadata: Your own keys and values; the list can be filtered by them
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    customer_number: str
    customer_type: str
    name: str
    vat_zone: VatZone
    customer_group_id: str
    is_active: bool
    billing_relationship: BillingRelationship
    include_child_details_pdf: bool
    customer_group_number: Any = None
    customer_group_name: str | None = None
    email: str | None = None
    phone: str | None = None
    address: str | None = None
    city: str | None = None
    postal_code: str | None = None
    country_code: str | None = None
    vat_number: str | None = None
    website: str | None = None
    external_system_id: str | None = None
    parent_customer_id: str | None = None
    metadata: dict[str, Any] | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 22:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 22:
                irregular()
            (
                _id,
                _customer_number,
                _customer_type,
                _name,
                _vat_zone,
                _customer_group_id,
                _is_active,
                _billing_relationship,
                _include_child_details_pdf,
                _customer_group_number,
                _customer_group_name,
                _email,
                _phone,
                _address,
                _city,
                _postal_code,
                _country_code,
                _vat_number,
                _website,
                _external_system_id,
                _parent_customer_id,
                _metadata,
            ) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and _customer_number.__class__ is str
                and _customer_type.__class__ is str
                and _name.__class__ is str
                and _customer_group_id.__class__ is str
                and _is_active.__class__ is bool
                and _include_child_details_pdf.__class__ is bool
                and (_customer_group_name is None or _customer_group_name.__class__ is str)
                and (_email is None or _email.__class__ is str)
                and (_phone is None or _phone.__class__ is str)
                and (_address is None or _address.__class__ is str)
                and (_city is None or _city.__class__ is str)
                and (_postal_code is None or _postal_code.__class__ is str)
                and (_country_code is None or _country_code.__class__ is str)
                and (_vat_number is None or _vat_number.__class__ is str)
                and (_website is None or _website.__class__ is str)
                and (_external_system_id is None or _external_system_id.__class__ is str)
                and (_parent_customer_id is None or _parent_customer_id.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.customer_number = _customer_number
            self.customer_type = _customer_type
            self.name = _name
            self.vat_zone = VAT_ZONE_VALUES[_vat_zone]
            self.customer_group_id = _customer_group_id
            self.is_active = _is_active
            self.billing_relationship = BILLING_RELATIONSHIP_VALUES[_billing_relationship]
            self.include_child_details_pdf = _include_child_details_pdf
            self.customer_group_number = _customer_group_number
            self.customer_group_name = _customer_group_name
            self.email = _email
            self.phone = _phone
            self.address = _address
            self.city = _city
            self.postal_code = _postal_code
            self.country_code = _country_code
            self.vat_number = _vat_number
            self.website = _website
            self.external_system_id = _external_system_id
            self.parent_customer_id = _parent_customer_id
            self.metadata = None if _metadata is None else check_dict(_metadata)
        except FAULTS:
            return cls._read(src)
        return self
