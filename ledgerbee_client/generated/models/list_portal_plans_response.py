"""ListPortalPlansResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_list
from ..fields import Fields, Property
from ..observing import irregular
from .portal_catalog_entry import PortalCatalogEntry

_FIELDS: Final = Fields(
    Property(
        "plans",
        "plans",
        lambda value: parse_list(PortalCatalogEntry.from_dict, value),
        lambda value: [item.to_dict() for item in value],
        required=True,
    )
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ListPortalPlansResponse(_Model):
    """All portal plans.

    Attributes:
        plans
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    plans: list[PortalCatalogEntry]
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 1:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 1:
                irregular()
            (_plans,) = _TAKE(whole)
            self = new_object(cls)
            self._source = src
            self.plans = parse_list(PortalCatalogEntry.from_dict, _plans)
        except FAULTS:
            return cls._read(src)
        return self
