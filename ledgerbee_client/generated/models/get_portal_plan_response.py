"""GetPortalPlanResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import new_object, take_some, taker, unknown
from ..errors import DecodeError
from .portal_catalog_entry import PortalCatalogEntry

_TAKE = taker("plan")


@_define(kw_only=True)
class GetPortalPlanResponse:
    """A portal plan.

    Attributes:
        plan
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"plan": "plan"}

    plan: PortalCatalogEntry | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th field was not in the answer. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        self = new_object(cls)
        at = ""
        try:
            try:
                values = _TAKE(src)
                absent = 0
                extra: dict[str, Any] = {} if len(src) == 1 else unknown(src, cls.WIRE_NAMES)
            except KeyError:
                values, absent, extra = take_some(src, cls.WIRE_NAMES, ())
            (_plan,) = values
            if _plan is not None:
                at = "plan"
                _plan = PortalCatalogEntry.from_dict(_plan)
            self.plan = _plan
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.plan is None:
            if not self._absent & 1:
                result["plan"] = None
        else:
            result["plan"] = self.plan.to_dict()
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
