"""CreateCustomerRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_dict, encode_enum
from ..errors import DecodeError
from ..types import UNSET, Unset
from .vat_zone import VAT_ZONE_VALUES, VatZone


@_define(kw_only=True)
class CreateCustomerRequest:
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

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "customerNumber": "customer_number",
        "customerType": "customer_type",
        "name": "name",
        "countryCode": "country_code",
        "vatZone": "vat_zone",
        "customerGroupId": "customer_group_id",
        "email": "email",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    customer_number: str | None | Unset = UNSET
    customer_type: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    country_code: str | None | Unset = UNSET
    vat_zone: VatZone | str | None | Unset = UNSET
    customer_group_id: str | None | Unset = UNSET
    email: str | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 7 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.customer_number,
                self.customer_type,
                self.name,
                self.country_code,
                _vat_zone,
                self.customer_group_id,
                self.email,
            ) = given_or_unset(values, absent) if absent else values
            if _vat_zone is not None and _vat_zone is not UNSET:
                at = "vatZone"
                _vat_zone = VAT_ZONE_VALUES.get(_vat_zone) or VatZone(_vat_zone)
            self.vat_zone = _vat_zone
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
