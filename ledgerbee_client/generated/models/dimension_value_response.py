"""DimensionValueResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import parse_list
from ..errors import DecodeError
from ..types import UNSET


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

    parent_id: str | None = None
    children: list[DimensionValueResponse] | None = None
    id: str | None = None
    name: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th optional field was not in the answer. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        at = ""
        try:
            get = src.get
            absent = 0
            _parent_id = get("parentId", UNSET)
            if _parent_id is UNSET:
                absent |= 1
                _parent_id = None
            _children = get("children", UNSET)
            if _children is UNSET:
                absent |= 2
                _children = None
            elif _children is not None:
                at = "children"
                _children = parse_list(DimensionValueResponse.from_dict, _children)
            _id = get("id", UNSET)
            if _id is UNSET:
                absent |= 4
                _id = None
            _name = get("name", UNSET)
            if _name is UNSET:
                absent |= 8
                _name = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 4 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            parent_id=_parent_id,
            children=_children,
            id=_id,
            name=_name,
            additional_properties=extra,
            _absent=absent,
        )

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.parent_id is None:
            if not self._absent & 1:
                result["parentId"] = None
        else:
            result["parentId"] = self.parent_id
        if self.children is None:
            if not self._absent & 2:
                result["children"] = None
        else:
            result["children"] = [item.to_dict() for item in self.children]
        if self.id is None:
            if not self._absent & 4:
                result["id"] = None
        else:
            result["id"] = self.id
        if self.name is None:
            if not self._absent & 8:
                result["name"] = None
        else:
            result["name"] = self.name
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
