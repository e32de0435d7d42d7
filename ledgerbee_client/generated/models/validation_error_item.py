"""ValidationErrorItem"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_dict, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("property", "property", parse_str, required=True),
    Property("constraints", "constraints", lambda value: parse_dict(parse_str, value), required=True),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ValidationErrorItem(_Model):
    """A field that failed validation.

    Attributes:
        property: Path of the field, with dots and array indices, for example lines.0.quantity
        constraints: Name of the failed rule and its explanation
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    property: str
    constraints: dict[str, str]
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 2:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 2:
                irregular()
            (_property, _constraints) = _TAKE(whole)
            if not (_property.__class__ is str):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.property = _property
            self.constraints = parse_dict(parse_str, _constraints)
        except FAULTS:
            return cls._read(src)
        return self
