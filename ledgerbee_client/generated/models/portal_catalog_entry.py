"""PortalCatalogEntry"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import parse_list
from ..errors import DecodeError
from ..types import UNSET
from .portal_catalog_entry_plan import PortalCatalogEntryPlan
from .portal_catalog_item import PortalCatalogItem


@_define(kw_only=True)
class PortalCatalogEntry:
    """A plan of the portal catalogue. Most of its fields are not known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        plan
        display_order: Position in the display
        items
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "plan": "plan",
        "displayOrder": "display_order",
        "items": "items",
    }

    plan: PortalCatalogEntryPlan | None = None
    display_order: int | None = None
    items: list[PortalCatalogItem] | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th optional field was not in the answer. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        at = ""
        try:
            get = src.get
            absent = 0
            _plan = get("plan", UNSET)
            if _plan is UNSET:
                absent |= 1
                _plan = None
            elif _plan is not None:
                at = "plan"
                _plan = PortalCatalogEntryPlan.from_dict(_plan)
            _display_order = get("displayOrder", UNSET)
            if _display_order is UNSET:
                absent |= 2
                _display_order = None
            _items = get("items", UNSET)
            if _items is UNSET:
                absent |= 4
                _items = None
            elif _items is not None:
                at = "items"
                _items = parse_list(PortalCatalogItem.from_dict, _items)
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 3 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            plan=_plan,
            display_order=_display_order,
            items=_items,
            additional_properties=extra,
            _absent=absent,
        )

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.plan is None:
            if not self._absent & 1:
                result["plan"] = None
        else:
            result["plan"] = self.plan.to_dict()
        if self.display_order is None:
            if not self._absent & 2:
                result["displayOrder"] = None
        else:
            result["displayOrder"] = self.display_order
        if self.items is None:
            if not self._absent & 4:
                result["items"] = None
        else:
            result["items"] = [item.to_dict() for item in self.items]
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
