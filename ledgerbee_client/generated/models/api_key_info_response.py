"""ApiKeyInfoResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_datetime, new_object, parse_datetime, take_some, taker, unknown
from ..errors import DecodeError

_TAKE = taker("expiresAt", "ipWhitelist", "scopes")


@_define(kw_only=True)
class ApiKeyInfoResponse:
    """The calling API key. It also has a required array of rate-limit tiers (`RateLimitTierResponse`) whose name
    is not published.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        expires_at: For example 2024-12-31T23:59:59.000Z
        ip_whitelist
        scopes
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "expiresAt": "expires_at",
        "ipWhitelist": "ip_whitelist",
        "scopes": "scopes",
    }

    expires_at: _dt.datetime | None = None
    ip_whitelist: list[str] | None = None
    scopes: list[str] | None = None
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
                extra: dict[str, Any] = {} if len(src) == 3 else unknown(src, cls.WIRE_NAMES)
            except KeyError:
                values, absent, extra = take_some(src, cls.WIRE_NAMES, ())
            (_expires_at, self.ip_whitelist, self.scopes) = values
            if _expires_at is not None:
                at = "expiresAt"
                _expires_at = parse_datetime(_expires_at)
            self.expires_at = _expires_at
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.expires_at is None:
            if not self._absent & 1:
                result["expiresAt"] = None
        else:
            result["expiresAt"] = encode_datetime(self.expires_at, "ApiKeyInfoResponse.expires_at")
        if self.ip_whitelist is None:
            if not self._absent & 2:
                result["ipWhitelist"] = None
        else:
            result["ipWhitelist"] = self.ip_whitelist
        if self.scopes is None:
            if not self._absent & 4:
                result["scopes"] = None
        else:
            result["scopes"] = self.scopes
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
