"""UpdateDimensionRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_bool, parse_str
from ..encoding import encode_any, encode_bool, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("name", "name", parse_str), Property("isUnique", "is_unique", parse_bool), absent=UNSET
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpdateDimensionRequest(_Model):
    """Body of *Update a dimension category*. The fields given here are those of the create body.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        name
        is_unique
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    name: str | Unset = UNSET
    is_unique: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.name, Unset):
            result["name"] = encode_str(self.name, "UpdateDimensionRequest.name")
        if not isinstance(self.is_unique, Unset):
            result["isUnique"] = encode_bool(self.is_unique, "UpdateDimensionRequest.is_unique")
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "UpdateDimensionRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class UpdateDimensionRequestDict(_TypedDict, total=False):
        """A mapping in the place of `UpdateDimensionRequest`."""

        name: str
        is_unique: bool
        additional_properties: Mapping[str, Any]
else:
    UpdateDimensionRequestDict = Mapping[str, Any]
