"""GetPortalPlanResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS
from ..fields import Fields, Property
from ..observing import irregular
from .portal_catalog_entry import PortalCatalogEntry

_FIELDS: Final = Fields(
    Property(
        "plan",
        "plan",
        lambda value: PortalCatalogEntry.from_dict(value),
        lambda value: value.to_dict(),
        required=True,
    )
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class GetPortalPlanResponse(_Model):
    """A portal plan.

    Attributes:
        plan: A plan of the portal catalogue. Most of its fields are not known
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    plan: PortalCatalogEntry
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 1:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 1:
                irregular()
            (_plan,) = _TAKE(whole)
            self = new_object(cls)
            self._source = src
            self.plan = PortalCatalogEntry.from_dict(_plan)
        except FAULTS:
            return cls._read(src)
        return self
