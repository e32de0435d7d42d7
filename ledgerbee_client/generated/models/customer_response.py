"""CustomerResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_enum, new_object, take_some, taker, unknown
from ..errors import DecodeError
from .billing_relationship import BILLING_RELATIONSHIP_VALUES, BillingRelationship
from .vat_zone import VAT_ZONE_VALUES, VatZone

_TAKE = taker(
    "id",
    "customerNumber",
    "customerType",
    "name",
    "vatZone",
    "customerGroupId",
    "isActive",
    "billingRelationship",
    "includeChildDetailsPdf",
    "customerGroupNumber",
    "customerGroupName",
    "email",
    "phone",
    "address",
    "city",
    "postalCode",
    "countryCode",
    "vatNumber",
    "website",
    "externalSystemId",
    "parentCustomerId",
    "metadata",
)


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
                extra: dict[str, Any] = {} if len(src) == 22 else unknown(src, cls.WIRE_NAMES)
            except KeyError:
                values, absent, extra = take_some(src, cls.WIRE_NAMES, ())
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
        result: dict[str, Any] = {}
        if self.id is None:
            if not self._absent & 1:
                result["id"] = None
        else:
            result["id"] = self.id
        if self.customer_number is None:
            if not self._absent & 2:
                result["customerNumber"] = None
        else:
            result["customerNumber"] = self.customer_number
        if self.customer_type is None:
            if not self._absent & 4:
                result["customerType"] = None
        else:
            result["customerType"] = self.customer_type
        if self.name is None:
            if not self._absent & 8:
                result["name"] = None
        else:
            result["name"] = self.name
        if self.vat_zone is None:
            if not self._absent & 16:
                result["vatZone"] = None
        else:
            result["vatZone"] = encode_enum(self.vat_zone)
        if self.customer_group_id is None:
            if not self._absent & 32:
                result["customerGroupId"] = None
        else:
            result["customerGroupId"] = self.customer_group_id
        if self.is_active is None:
            if not self._absent & 64:
                result["isActive"] = None
        else:
            result["isActive"] = self.is_active
        if self.billing_relationship is None:
            if not self._absent & 128:
                result["billingRelationship"] = None
        else:
            result["billingRelationship"] = encode_enum(self.billing_relationship)
        if self.include_child_details_pdf is None:
            if not self._absent & 256:
                result["includeChildDetailsPdf"] = None
        else:
            result["includeChildDetailsPdf"] = self.include_child_details_pdf
        if self.customer_group_number is None:
            if not self._absent & 512:
                result["customerGroupNumber"] = None
        else:
            result["customerGroupNumber"] = self.customer_group_number
        if self.customer_group_name is None:
            if not self._absent & 1024:
                result["customerGroupName"] = None
        else:
            result["customerGroupName"] = self.customer_group_name
        if self.email is None:
            if not self._absent & 2048:
                result["email"] = None
        else:
            result["email"] = self.email
        if self.phone is None:
            if not self._absent & 4096:
                result["phone"] = None
        else:
            result["phone"] = self.phone
        if self.address is None:
            if not self._absent & 8192:
                result["address"] = None
        else:
            result["address"] = self.address
        if self.city is None:
            if not self._absent & 16384:
                result["city"] = None
        else:
            result["city"] = self.city
        if self.postal_code is None:
            if not self._absent & 32768:
                result["postalCode"] = None
        else:
            result["postalCode"] = self.postal_code
        if self.country_code is None:
            if not self._absent & 65536:
                result["countryCode"] = None
        else:
            result["countryCode"] = self.country_code
        if self.vat_number is None:
            if not self._absent & 131072:
                result["vatNumber"] = None
        else:
            result["vatNumber"] = self.vat_number
        if self.website is None:
            if not self._absent & 262144:
                result["website"] = None
        else:
            result["website"] = self.website
        if self.external_system_id is None:
            if not self._absent & 524288:
                result["externalSystemId"] = None
        else:
            result["externalSystemId"] = self.external_system_id
        if self.parent_customer_id is None:
            if not self._absent & 1048576:
                result["parentCustomerId"] = None
        else:
            result["parentCustomerId"] = self.parent_customer_id
        if self.metadata is None:
            if not self._absent & 2097152:
                result["metadata"] = None
        else:
            result["metadata"] = self.metadata
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
