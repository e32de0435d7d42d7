"""ValidationErrorItem"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..errors import DecodeError
from ..types import UNSET


@_define(kw_only=True)
class ValidationErrorItem:
    """A field that failed validation.

    Attributes:
        property: Path of the field, with dots and array indices, for example lines.0.quantity
        constraints: Name of the failed rule and its explanation
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"property": "property", "constraints": "constraints"}

    property: str | None = None
    constraints: dict[str, str] | None = None
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
            _property = get("property", UNSET)
            if _property is UNSET:
                absent |= 1
                _property = None
            _constraints = get("constraints", UNSET)
            if _constraints is UNSET:
                absent |= 2
                _constraints = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 2 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(property=_property, constraints=_constraints, additional_properties=extra, _absent=absent)

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.property is None:
            if not self._absent & 1:
                result["property"] = None
        else:
            result["property"] = self.property
        if self.constraints is None:
            if not self._absent & 2:
                result["constraints"] = None
        else:
            result["constraints"] = self.constraints
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
