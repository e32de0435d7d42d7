"""ListPortalPlansResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import parse_list
from ..errors import DecodeError
from ..types import UNSET
from .portal_catalog_entry import PortalCatalogEntry


@_define(kw_only=True)
class ListPortalPlansResponse:
    """All portal plans.

    Attributes:
        plans
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"plans": "plans"}

    plans: list[PortalCatalogEntry] | None = None
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
            _plans = get("plans", UNSET)
            if _plans is UNSET:
                absent |= 1
                _plans = None
            elif _plans is not None:
                at = "plans"
                _plans = parse_list(PortalCatalogEntry.from_dict, _plans)
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 1 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(plans=_plans, additional_properties=extra, _absent=absent)

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.plans is None:
            if not self._absent & 1:
                result["plans"] = None
        else:
            result["plans"] = [item.to_dict() for item in self.plans]
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
