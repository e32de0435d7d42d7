"""CustomerDepartmentResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_bool, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("name", "name", parse_str),
    Property("isDefault", "is_default", parse_bool),
    Property("isActive", "is_active", parse_bool),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CustomerDepartmentResponse(_Model):
    """A department of a customer. Further fields exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        name
        is_default: Whether it is the default department of the customer
        is_active
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    name: str | None = None
    is_default: bool | None = None
    is_active: bool | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 4:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 4:
                irregular()
            (_id, _name, _is_default, _is_active) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and (_name is None or _name.__class__ is str)
                and (_is_default is None or _is_default.__class__ is bool)
                and (_is_active is None or _is_active.__class__ is bool)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.name = _name
            self.is_default = _is_default
            self.is_active = _is_active
        except FAULTS:
            return cls._read(src)
        return self
