"""CustomerContactResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..errors import DecodeError
from ..types import UNSET


@_define(kw_only=True)
class CustomerContactResponse:
    """A contact of a customer. Its fields are not known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"id": "id"}

    id: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th optional field is None because the answer said null (rather than nothing).
    _nulls: int = _field(default=0, init=False, eq=False, repr=False)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        at = ""
        try:
            get = src.get
            missing = 0
            nulls = 0
            _id = get("id", UNSET)
            if _id is UNSET:
                missing += 1
                _id = None
            elif _id is None:
                nulls |= 1
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 1 - missing:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        self = cls(id=_id, additional_properties=extra)
        self._nulls = nulls
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.id is None:
            if self._nulls & 1:
                result["id"] = None
        else:
            result["id"] = self.id
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
