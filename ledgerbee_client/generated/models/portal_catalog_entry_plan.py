"""PortalCatalogEntryPlan"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(Property("vanity", "vanity", parse_str))
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PortalCatalogEntryPlan(_Model):
    """PortalCatalogEntryPlan.

    Attributes:
        vanity: Slug of the plan; null for gated plans and for public ones without a slug
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    vanity: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 1:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 1:
                irregular()
            (_vanity,) = _TAKE(whole)
            if not (_vanity is None or _vanity.__class__ is str):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.vanity = _vanity
        except FAULTS:
            return cls._read(src)
        return self
