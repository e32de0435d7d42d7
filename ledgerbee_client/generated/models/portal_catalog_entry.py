"""PortalCatalogEntry"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_int, parse_list
from ..fields import Fields, Property
from ..observing import irregular
from .portal_catalog_entry_plan import PortalCatalogEntryPlan
from .portal_catalog_item import PortalCatalogItem

_FIELDS: Final = Fields(
    Property(
        "plan",
        "plan",
        lambda value: PortalCatalogEntryPlan.from_dict(value),
        lambda value: value.to_dict(),
        required=True,
    ),
    Property("displayOrder", "display_order", parse_int),
    Property(
        "items",
        "items",
        lambda value: parse_list(PortalCatalogItem.from_dict, value),
        lambda value: [item.to_dict() for item in value],
    ),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PortalCatalogEntry(_Model):
    """A plan of the portal catalogue. Most of its fields are not known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        plan
        display_order: Position in the display
        items
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    plan: PortalCatalogEntryPlan
    display_order: int | None = None
    items: list[PortalCatalogItem] | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 3:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 3:
                irregular()
            (_plan, _display_order, _items) = _TAKE(whole)
            if not (_display_order is None or _display_order.__class__ is int):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.plan = PortalCatalogEntryPlan.from_dict(_plan)
            self.display_order = _display_order
            self.items = None if _items is None else parse_list(PortalCatalogItem.from_dict, _items)
        except FAULTS:
            return cls._read(src)
        return self
