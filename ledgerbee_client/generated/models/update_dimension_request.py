"""UpdateDimensionRequest"""

from __future__ import annotations

from typing import Any, ClassVar, Final

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_bool, parse_str
from ..encoding import encode_dict
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

    name: str | None | Unset = UNSET
    is_unique: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.name, Unset):
            result["name"] = self.name
        if not isinstance(self.is_unique, Unset):
            result["isUnique"] = self.is_unique
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "UpdateDimensionRequest.additional_properties")
            )
        return result
