"""ApiKeyInfoResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, from_iso, parse_datetime, parse_list, parse_str
from ..encoding import encode_datetime
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property(
        "expiresAt",
        "expires_at",
        parse_datetime,
        lambda value: encode_datetime(value, "ApiKeyInfoResponse.expires_at"),
    ),
    Property("ipWhitelist", "ip_whitelist", lambda value: parse_list(parse_str, value)),
    Property("scopes", "scopes", lambda value: parse_list(parse_str, value)),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ApiKeyInfoResponse(_Model):
    """The calling API key. It also has a required array of rate-limit tiers (`RateLimitTierResponse`) whose name
    is not published.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        expires_at: For example 2024-12-31T23:59:59.000Z
        ip_whitelist
        scopes
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    expires_at: _dt.datetime | None = None
    ip_whitelist: list[str] | None = None
    scopes: list[str] | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 3:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 3:
                irregular()
            (_expires_at, _ip_whitelist, _scopes) = _TAKE(whole)
            self = new_object(cls)
            self._source = src
            self.expires_at = None if _expires_at is None else from_iso(_expires_at)
            self.ip_whitelist = None if _ip_whitelist is None else parse_list(parse_str, _ip_whitelist)
            self.scopes = None if _scopes is None else parse_list(parse_str, _scopes)
        except FAULTS:
            return cls._read(src)
        return self
