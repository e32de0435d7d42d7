"""UpdateValueDimensionsRequest"""

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
    Property("parentId", "parent_id", parse_str), Property("name", "name", parse_str), absent=UNSET
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpdateValueDimensionsRequest(_Model):
    """What `dimensions.update_value` probably takes.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        parent_id: Null for root values
        name
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    parent_id: str | None | Unset = UNSET
    name: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.parent_id, Unset):
            result["parentId"] = (
                None
                if self.parent_id is None
                else encode_str(self.parent_id, "UpdateValueDimensionsRequest.parent_id")
            )
        if not isinstance(self.name, Unset):
            result["name"] = encode_str(self.name, "UpdateValueDimensionsRequest.name")
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "UpdateValueDimensionsRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class UpdateValueDimensionsRequestDict(_TypedDict, total=False):
        """A mapping in the place of `UpdateValueDimensionsRequest`."""

        parent_id: str | None
        name: str
        additional_properties: Mapping[str, Any]
else:
    UpdateValueDimensionsRequestDict = Mapping[str, Any]
