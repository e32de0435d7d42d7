"""ApiKeyInfoResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_datetime, parse_datetime
from ..errors import DecodeError
from ..types import UNSET


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
            _expires_at = get("expiresAt", UNSET)
            if _expires_at is UNSET:
                absent |= 1
                _expires_at = None
            elif _expires_at is not None:
                at = "expiresAt"
                _expires_at = parse_datetime(_expires_at)
            _ip_whitelist = get("ipWhitelist", UNSET)
            if _ip_whitelist is UNSET:
                absent |= 2
                _ip_whitelist = None
            _scopes = get("scopes", UNSET)
            if _scopes is UNSET:
                absent |= 4
                _scopes = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 3 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            expires_at=_expires_at,
            ip_whitelist=_ip_whitelist,
            scopes=_scopes,
            additional_properties=extra,
            _absent=absent,
        )

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
