"""PublicPortalSsoJwks"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, check_dict, parse_list
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("keys", "keys", lambda value: parse_list(lambda value: check_dict(value), value), required=True)
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PublicPortalSsoJwks(_Model):
    """A JSON Web Key Set (RFC 7517).

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        keys: JSON Web Keys (RFC 7517): the current signing key and, while keys rotate, the previous one.
            Public material only, each with a `kid`
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    keys: list[dict[str, Any]]
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 1:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 1:
                irregular()
            (_keys,) = _TAKE(whole)
            self = new_object(cls)
            self._source = src
            self.keys = parse_list(lambda value: check_dict(value), _keys)
        except FAULTS:
            return cls._read(src)
        return self
