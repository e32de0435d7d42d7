"""RateLimitTierResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..errors import DecodeError
from ..types import UNSET


@_define(kw_only=True)
class RateLimitTierResponse:
    """A rate-limit tier of an API key.

    Attributes:
        name: Tier name
        ttl: Window in milliseconds; 0 means no time limit
        limit: Requests allowed in the window; -1 means unlimited
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"name": "name", "ttl": "ttl", "limit": "limit"}

    name: str | None = None
    ttl: int | None = None
    limit: int | None = None
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
            _name = get("name", UNSET)
            if _name is UNSET:
                missing += 1
                _name = None
            elif _name is None:
                nulls |= 1
            _ttl = get("ttl", UNSET)
            if _ttl is UNSET:
                missing += 1
                _ttl = None
            elif _ttl is None:
                nulls |= 2
            _limit = get("limit", UNSET)
            if _limit is UNSET:
                missing += 1
                _limit = None
            elif _limit is None:
                nulls |= 4
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 3 - missing:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        self = cls(name=_name, ttl=_ttl, limit=_limit, additional_properties=extra)
        self._nulls = nulls
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.name is None:
            if self._nulls & 1:
                result["name"] = None
        else:
            result["name"] = self.name
        if self.ttl is None:
            if self._nulls & 2:
                result["ttl"] = None
        else:
            result["ttl"] = self.ttl
        if self.limit is None:
            if self._nulls & 4:
                result["limit"] = None
        else:
            result["limit"] = self.limit
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
