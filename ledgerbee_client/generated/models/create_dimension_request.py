"""CreateDimensionRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Required as _Required, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_bool, parse_str
from ..encoding import encode_any, encode_bool, encode_str
from ..fields import Fields, Property
from ..types import UNSET

_FIELDS: Final = Fields(
    Property("name", "name", parse_str, required=True),
    Property("isUnique", "is_unique", parse_bool, required=True),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateDimensionRequest(_Model):
    """Body of *Create a new dimension category*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        name: Name, unique within the company, for example Department
        is_unique: Whether a journal entry may carry at most one value of the dimension
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    name: str
    is_unique: bool
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {
            "name": encode_str(self.name, "CreateDimensionRequest.name"),
            "isUnique": encode_bool(self.is_unique, "CreateDimensionRequest.is_unique"),
        }
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "CreateDimensionRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class CreateDimensionRequestDict(_TypedDict, total=False):
        """A mapping in the place of `CreateDimensionRequest`."""

        name: _Required[str]
        is_unique: _Required[bool]
        additional_properties: Mapping[str, Any]
else:
    CreateDimensionRequestDict = Mapping[str, Any]
