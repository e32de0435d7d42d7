"""ApiKeyInfoResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, from_iso, leave_out, new_object, parse_datetime
from ..encoding import encode_datetime
from ..errors import DecodeError


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
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    expires_at: _dt.datetime | None = None
    ip_whitelist: list[str] | None = None
    scopes: list[str] | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th field was not in the response. It reads as None, and is left out again.
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
            fields = cls._FIELDS
            try:
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 3 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (_expires_at, self.ip_whitelist, self.scopes) = values
            if _expires_at is not None:
                at = "expiresAt"
                try:
                    _expires_at = from_iso(_expires_at)
                except (TypeError, ValueError):
                    _expires_at = parse_datetime(_expires_at)
            self.expires_at = _expires_at
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "expiresAt": None
            if self.expires_at is None
            else encode_datetime(self.expires_at, "ApiKeyInfoResponse.expires_at"),
            "ipWhitelist": self.ip_whitelist,
            "scopes": self.scopes,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
