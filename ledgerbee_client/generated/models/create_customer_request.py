"""CreateCustomerRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_str
from ..encoding import encode_any, encode_str
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
        vat_zone: Values: `domestic`, `eu`, `abroad`, `domestic_without_vat`
        customer_group_id
        email: E-mail address
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    customer_number: str | Unset = UNSET
    customer_type: str | Unset = UNSET
    name: str | Unset = UNSET
    country_code: str | Unset = UNSET
    vat_zone: VatZone | str | Unset = UNSET
    customer_group_id: str | Unset = UNSET
    email: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.customer_number, Unset):
            result["customerNumber"] = encode_str(
                self.customer_number, "CreateCustomerRequest.customer_number"
            )
        if not isinstance(self.customer_type, Unset):
            result["customerType"] = encode_str(self.customer_type, "CreateCustomerRequest.customer_type")
        if not isinstance(self.name, Unset):
            result["name"] = encode_str(self.name, "CreateCustomerRequest.name")
        if not isinstance(self.country_code, Unset):
            result["countryCode"] = encode_str(self.country_code, "CreateCustomerRequest.country_code")
        if not isinstance(self.vat_zone, Unset):
            result["vatZone"] = encode_str(self.vat_zone, "CreateCustomerRequest.vat_zone")
        if not isinstance(self.customer_group_id, Unset):
            result["customerGroupId"] = encode_str(
                self.customer_group_id, "CreateCustomerRequest.customer_group_id"
            )
        if not isinstance(self.email, Unset):
            result["email"] = encode_str(self.email, "CreateCustomerRequest.email")
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "CreateCustomerRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class CreateCustomerRequestDict(_TypedDict, total=False):
        """A mapping in the place of `CreateCustomerRequest`."""

        customer_number: str
        customer_type: str
        name: str
        country_code: str
        vat_zone: VatZone | str
        customer_group_id: str
        email: str
        additional_properties: Mapping[str, Any]
else:
    CreateCustomerRequestDict = Mapping[str, Any]
