"""VendorContactInput"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_bool
from ..encoding import encode_any, encode_bool
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(Property("isDefault", "is_default", parse_bool), absent=UNSET)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class VendorContactInput(_Model):
    """A contact of a vendor. Further fields exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        is_default: Whether it is the default contact. Exactly one is; a single contact becomes it by itself
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    is_default: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.is_default, Unset):
            result["isDefault"] = encode_bool(self.is_default, "VendorContactInput.is_default")
        if self.additional_properties:
            result.update(encode_any(self.additional_properties, "VendorContactInput.additional_properties"))
        return result


if TYPE_CHECKING:

    class VendorContactInputDict(_TypedDict, total=False):
        """A mapping in the place of `VendorContactInput`."""

        is_default: bool
        additional_properties: Mapping[str, Any]
else:
    VendorContactInputDict = Mapping[str, Any]
