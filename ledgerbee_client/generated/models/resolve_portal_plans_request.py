"""ResolvePortalPlansRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_str
from ..encoding import encode_any, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("customerId", "customer_id", parse_str),
    Property("countryCode", "country_code", parse_str),
    Property("customerType", "customer_type", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ResolvePortalPlansRequest(_Model):
    """Body of *Resolve the gated pricing catalogue for an identified buyer (partner display)*. Further fields
    may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        customer_id: Customer ID of the buyer
        country_code: Hint while there is no customer
        customer_type: Hint while there is no customer
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    customer_id: str | Unset = UNSET
    country_code: str | Unset = UNSET
    customer_type: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.customer_id, Unset):
            result["customerId"] = encode_str(self.customer_id, "ResolvePortalPlansRequest.customer_id")
        if not isinstance(self.country_code, Unset):
            result["countryCode"] = encode_str(self.country_code, "ResolvePortalPlansRequest.country_code")
        if not isinstance(self.customer_type, Unset):
            result["customerType"] = encode_str(self.customer_type, "ResolvePortalPlansRequest.customer_type")
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "ResolvePortalPlansRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class ResolvePortalPlansRequestDict(_TypedDict, total=False):
        """A mapping in the place of `ResolvePortalPlansRequest`."""

        customer_id: str
        country_code: str
        customer_type: str
        additional_properties: Mapping[str, Any]
else:
    ResolvePortalPlansRequestDict = Mapping[str, Any]
