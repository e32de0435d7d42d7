"""ProvisionCustomerInput"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Required as _Required, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_str
from ..encoding import encode_any, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .vat_zone import VAT_ZONE_VALUES, VatZone

_FIELDS: Final = Fields(
    Property("customerNumber", "customer_number", parse_str),
    Property("customerType", "customer_type", parse_str, required=True),
    Property("name", "name", parse_str, required=True),
    Property("countryCode", "country_code", parse_str, required=True),
    Property("vatZone", "vat_zone", VAT_ZONE_VALUES.__getitem__, required=True),
    Property("customerGroupId", "customer_group_id", parse_str, required=True),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ProvisionCustomerInput(_Model):
    """The customer to find by its number or to create. Optional fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        customer_number: Number of the customer, the key within the tenant
        customer_type: Type of the customer. The set of values is not published
        name
        country_code
        vat_zone: Values: `domestic`, `eu`, `abroad`, `domestic_without_vat`
        customer_group_id
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    customer_number: str | Unset = UNSET
    customer_type: str
    name: str
    country_code: str
    vat_zone: VatZone | str
    customer_group_id: str
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {
            "customerType": encode_str(self.customer_type, "ProvisionCustomerInput.customer_type"),
            "name": encode_str(self.name, "ProvisionCustomerInput.name"),
            "countryCode": encode_str(self.country_code, "ProvisionCustomerInput.country_code"),
            "vatZone": encode_str(self.vat_zone, "ProvisionCustomerInput.vat_zone"),
            "customerGroupId": encode_str(self.customer_group_id, "ProvisionCustomerInput.customer_group_id"),
        }
        if not isinstance(self.customer_number, Unset):
            result["customerNumber"] = encode_str(
                self.customer_number, "ProvisionCustomerInput.customer_number"
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "ProvisionCustomerInput.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class ProvisionCustomerInputDict(_TypedDict, total=False):
        """A mapping in the place of `ProvisionCustomerInput`."""

        customer_number: str
        customer_type: _Required[str]
        name: _Required[str]
        country_code: _Required[str]
        vat_zone: _Required[VatZone | str]
        customer_group_id: _Required[str]
        additional_properties: Mapping[str, Any]
else:
    ProvisionCustomerInputDict = Mapping[str, Any]
