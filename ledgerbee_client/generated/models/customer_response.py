"""CustomerResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object
from ..encoding import encode_enum
from ..errors import DecodeError
from .billing_relationship import BILLING_RELATIONSHIP_VALUES, BillingRelationship
from .vat_zone import VAT_ZONE_VALUES, VatZone


@_define(kw_only=True)
class CustomerResponse:
    """A customer. Further fields exist, one for the invoicing mode among them (value `single_invoice`); their
    names are not known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        customer_number: Number of the customer
        customer_type: Type of the customer. The set of values is not published
        name
        vat_zone: VAT zone of the customer
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

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "customerNumber": "customer_number",
        "customerType": "customer_type",
        "name": "name",
        "vatZone": "vat_zone",
        "customerGroupId": "customer_group_id",
        "isActive": "is_active",
        "billingRelationship": "billing_relationship",
        "includeChildDetailsPdf": "include_child_details_pdf",
        "customerGroupNumber": "customer_group_number",
        "customerGroupName": "customer_group_name",
        "email": "email",
        "phone": "phone",
        "address": "address",
        "city": "city",
        "postalCode": "postal_code",
        "countryCode": "country_code",
        "vatNumber": "vat_number",
        "website": "website",
        "externalSystemId": "external_system_id",
        "parentCustomerId": "parent_customer_id",
        "metadata": "metadata",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    customer_number: str | None = None
    customer_type: str | None = None
    name: str | None = None
    vat_zone: VatZone | None = None
    customer_group_id: str | None = None
    is_active: bool | None = None
    billing_relationship: BillingRelationship | None = None
    include_child_details_pdf: bool | None = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 22 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.id,
                self.customer_number,
                self.customer_type,
                self.name,
                _vat_zone,
                self.customer_group_id,
                self.is_active,
                _billing_relationship,
                self.include_child_details_pdf,
                self.customer_group_number,
                self.customer_group_name,
                self.email,
                self.phone,
                self.address,
                self.city,
                self.postal_code,
                self.country_code,
                self.vat_number,
                self.website,
                self.external_system_id,
                self.parent_customer_id,
                self.metadata,
            ) = values
            if _vat_zone is not None:
                at = "vatZone"
                _vat_zone = VAT_ZONE_VALUES.get(_vat_zone) or VatZone(_vat_zone)
            self.vat_zone = _vat_zone
            if _billing_relationship is not None:
                at = "billingRelationship"
                _billing_relationship = BILLING_RELATIONSHIP_VALUES.get(
                    _billing_relationship
                ) or BillingRelationship(_billing_relationship)
            self.billing_relationship = _billing_relationship
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "id": self.id,
            "customerNumber": self.customer_number,
            "customerType": self.customer_type,
            "name": self.name,
            "vatZone": None if self.vat_zone is None else encode_enum(self.vat_zone),
            "customerGroupId": self.customer_group_id,
            "isActive": self.is_active,
            "billingRelationship": None
            if self.billing_relationship is None
            else encode_enum(self.billing_relationship),
            "includeChildDetailsPdf": self.include_child_details_pdf,
            "customerGroupNumber": self.customer_group_number,
            "customerGroupName": self.customer_group_name,
            "email": self.email,
            "phone": self.phone,
            "address": self.address,
            "city": self.city,
            "postalCode": self.postal_code,
            "countryCode": self.country_code,
            "vatNumber": self.vat_number,
            "website": self.website,
            "externalSystemId": self.external_system_id,
            "parentCustomerId": self.parent_customer_id,
            "metadata": self.metadata,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
