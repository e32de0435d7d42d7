"""RateLimitTierResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_int, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("name", "name", parse_str),
    Property("ttl", "ttl", parse_int),
    Property("limit", "limit", parse_int),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class RateLimitTierResponse(_Model):
    """A rate-limit tier of an API key.

    Attributes:
        name: Tier name
        ttl: Window in milliseconds; 0 means no time limit
        limit: Requests allowed in the window; -1 means unlimited
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    name: str | None = None
    ttl: int | None = None
    limit: int | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 3:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 3:
                irregular()
            (_name, _ttl, _limit) = _TAKE(whole)
            if not (
                (_name is None or _name.__class__ is str)
                and (_ttl is None or _ttl.__class__ is int)
                and (_limit is None or _limit.__class__ is int)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.name = _name
            self.ttl = _ttl
            self.limit = _limit
        except FAULTS:
            return cls._read(src)
        return self
