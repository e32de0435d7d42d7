"""CustomerDepartmentResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..errors import DecodeError
from ..types import UNSET


@_define(kw_only=True)
class CustomerDepartmentResponse:
    """A department of a customer. Further fields exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        name
        is_default: Whether it is the default department of the customer
        is_active
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "isDefault": "is_default",
        "isActive": "is_active",
    }

    id: str | None = None
    name: str | None = None
    is_default: bool | None = None
    is_active: bool | None = None
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
            _id = get("id", UNSET)
            if _id is UNSET:
                absent |= 1
                _id = None
            _name = get("name", UNSET)
            if _name is UNSET:
                absent |= 2
                _name = None
            _is_default = get("isDefault", UNSET)
            if _is_default is UNSET:
                absent |= 4
                _is_default = None
            _is_active = get("isActive", UNSET)
            if _is_active is UNSET:
                absent |= 8
                _is_active = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 4 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            id=_id,
            name=_name,
            is_default=_is_default,
            is_active=_is_active,
            additional_properties=extra,
            _absent=absent,
        )

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.id is None:
            if not self._absent & 1:
                result["id"] = None
        else:
            result["id"] = self.id
        if self.name is None:
            if not self._absent & 2:
                result["name"] = None
        else:
            result["name"] = self.name
        if self.is_default is None:
            if not self._absent & 4:
                result["isDefault"] = None
        else:
            result["isDefault"] = self.is_default
        if self.is_active is None:
            if not self._absent & 8:
                result["isActive"] = None
        else:
            result["isActive"] = self.is_active
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
