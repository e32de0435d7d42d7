"""DimensionResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_bool, parse_list, parse_str
from ..fields import Fields, Property
from ..observing import irregular
from .dimension_value_response import DimensionValueResponse

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("name", "name", parse_str, required=True),
    Property("isUnique", "is_unique", parse_bool, required=True),
    Property(
        "values",
        "values",
        lambda value: parse_list(DimensionValueResponse.from_dict, value),
        lambda value: [item.to_dict() for item in value],
        required=True,
    ),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DimensionResponse(_Model):
    """A dimension category with its values.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        name: For example Department
        is_unique: Whether a journal entry may carry at most one value of the dimension; otherwise several
            (additive tags)
        values: Values of the category, a tree
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    name: str
    is_unique: bool
    values: list[DimensionValueResponse]
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 4:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 4:
                irregular()
            (_id, _name, _is_unique, _values) = _TAKE(whole)
            if not (_id.__class__ is str and _name.__class__ is str and _is_unique.__class__ is bool):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.name = _name
            self.is_unique = _is_unique
            self.values = parse_list(DimensionValueResponse.from_dict, _values)
        except FAULTS:
            return cls._read(src)
        return self
