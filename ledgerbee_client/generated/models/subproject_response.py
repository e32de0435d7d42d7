"""SubprojectResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_int, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True), Property("sortOrder", "sort_order", parse_int)
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SubprojectResponse(_Model):
    """A subproject. Only the sort order is known of its fields.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        sort_order
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    sort_order: int | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 2:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 2:
                irregular()
            (_id, _sort_order) = _TAKE(whole)
            if not (_id.__class__ is str and (_sort_order is None or _sort_order.__class__ is int)):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.sort_order = _sort_order
        except FAULTS:
            return cls._read(src)
        return self
