"""DimensionValueResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object, parse_list
from ..errors import DecodeError


@_define(kw_only=True)
class DimensionValueResponse:
    """A value of a dimension category. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        parent_id: Null for root values
        children: Nested values
        id
        name
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "parentId": "parent_id",
        "children": "children",
        "id": "id",
        "name": "name",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    parent_id: str | None = None
    children: list[DimensionValueResponse] | None = None
    id: str | None = None
    name: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th field was not in the response. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 4 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.parent_id, _children, self.id, self.name) = values
            if _children is not None:
                at = "children"
                _children = parse_list(DimensionValueResponse.from_dict, _children)
            self.children = _children
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "parentId": self.parent_id,
            "children": None if self.children is None else [item.to_dict() for item in self.children],
            "id": self.id,
            "name": self.name,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
