"""ResolvePortalPlansRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_dict
from ..errors import DecodeError
from ..types import UNSET, Unset


@_define(kw_only=True)
class ResolvePortalPlansRequest:
    """Body of *Resolve the gated pricing catalogue for an identified buyer (partner display)*. Further fields
    may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        customer_id: Customer ID of the buyer
        country_code: Hint while there is no customer
        customer_type: Hint while there is no customer
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "customerId": "customer_id",
        "countryCode": "country_code",
        "customerType": "customer_type",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    customer_id: str | None | Unset = UNSET
    country_code: str | None | Unset = UNSET
    customer_type: str | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 3 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.customer_id, self.country_code, self.customer_type) = (
                given_or_unset(values, absent) if absent else values
            )
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
        if not isinstance(self.customer_id, Unset):
            result["customerId"] = self.customer_id
        if not isinstance(self.country_code, Unset):
            result["countryCode"] = self.country_code
        if not isinstance(self.customer_type, Unset):
            result["customerType"] = self.customer_type
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties, None, "ResolvePortalPlansRequest.additional_properties"
                )
            )
        return result
