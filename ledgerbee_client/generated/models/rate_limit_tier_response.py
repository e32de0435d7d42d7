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
            _name = get("name", UNSET)
            if _name is UNSET:
                absent |= 1
                _name = None
            _ttl = get("ttl", UNSET)
            if _ttl is UNSET:
                absent |= 2
                _ttl = None
            _limit = get("limit", UNSET)
            if _limit is UNSET:
                absent |= 4
                _limit = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 3 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(name=_name, ttl=_ttl, limit=_limit, additional_properties=extra, _absent=absent)

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.name is None:
            if not self._absent & 1:
                result["name"] = None
        else:
            result["name"] = self.name
        if self.ttl is None:
            if not self._absent & 2:
                result["ttl"] = None
        else:
            result["ttl"] = self.ttl
        if self.limit is None:
            if not self._absent & 4:
                result["limit"] = None
        else:
            result["limit"] = self.limit
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
