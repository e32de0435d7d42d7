"""CreateCustomerRequest"""

from __future__ import annotations

from typing import Any, ClassVar, Final

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_str
from ..encoding import encode_dict, encode_enum
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .vat_zone import VAT_ZONE_VALUES, VatZone

_FIELDS: Final = Fields(
    Property("customerNumber", "customer_number", parse_str),
    Property("customerType", "customer_type", parse_str),
    Property("name", "name", parse_str),
    Property("countryCode", "country_code", parse_str),
    Property("vatZone", "vat_zone", VAT_ZONE_VALUES.__getitem__),
    Property("customerGroupId", "customer_group_id", parse_str),
    Property("email", "email", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateCustomerRequest(_Model):
    """Body of *Create a customer*. The fields given here are those that portal provisioning demands of a new
    customer.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        customer_number
        customer_type: Type of the customer. The set of values is not published
        name
        country_code: Country code (ISO 3166-1 alpha-2)
        vat_zone
        customer_group_id
        email: E-mail address
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    customer_number: str | None | Unset = UNSET
    customer_type: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    country_code: str | None | Unset = UNSET
    vat_zone: VatZone | str | None | Unset = UNSET
    customer_group_id: str | None | Unset = UNSET
    email: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.customer_number, Unset):
            result["customerNumber"] = self.customer_number
        if not isinstance(self.customer_type, Unset):
            result["customerType"] = self.customer_type
        if not isinstance(self.name, Unset):
            result["name"] = self.name
        if not isinstance(self.country_code, Unset):
            result["countryCode"] = self.country_code
        if not isinstance(self.vat_zone, Unset):
            result["vatZone"] = None if self.vat_zone is None else encode_enum(self.vat_zone)
        if not isinstance(self.customer_group_id, Unset):
            result["customerGroupId"] = self.customer_group_id
        if not isinstance(self.email, Unset):
            result["email"] = self.email
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "CreateCustomerRequest.additional_properties")
            )
        return result
