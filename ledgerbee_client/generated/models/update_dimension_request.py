"""UpdateDimensionRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_dict
from ..errors import DecodeError
from ..types import UNSET, Unset


@_define(kw_only=True)
class UpdateDimensionRequest:
    """Body of *Update a dimension category*. The fields given here are those of the create body.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        name
        is_unique
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"name": "name", "isUnique": "is_unique"}

    name: str | None | Unset = UNSET
    is_unique: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        at = ""
        try:
            get = src.get
            missing = 0
            _name = get("name", UNSET)
            if _name is UNSET:
                missing += 1
            _is_unique = get("isUnique", UNSET)
            if _is_unique is UNSET:
                missing += 1
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 2 - missing:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(name=_name, is_unique=_is_unique, additional_properties=extra)

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object: what was given, None as null.

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
