"""DimensionValueResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_list, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("parentId", "parent_id", parse_str),
    Property(
        "children",
        "children",
        lambda value: parse_list(DimensionValueResponse.from_dict, value),
        lambda value: [item.to_dict() for item in value],
    ),
    Property("id", "id", parse_str, required=True),
    Property("name", "name", parse_str),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DimensionValueResponse(_Model):
    """A value of a dimension category. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        parent_id: Null for root values
        children: Nested values
        id
        name
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    parent_id: str | None = None
    children: list[DimensionValueResponse] | None = None
    id: str
    name: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 4:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 4:
                irregular()
            (_parent_id, _children, _id, _name) = _TAKE(whole)
            if not (
                (_parent_id is None or _parent_id.__class__ is str)
                and _id.__class__ is str
                and (_name is None or _name.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.parent_id = _parent_id
            self.children = (
                None if _children is None else parse_list(DimensionValueResponse.from_dict, _children)
            )
            self.id = _id
            self.name = _name
        except FAULTS:
            return cls._read(src)
        return self
