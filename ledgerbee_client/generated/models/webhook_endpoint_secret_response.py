"""WebhookEndpointSecretResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_list, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("url", "url", parse_str),
    Property("enabledEvents", "enabled_events", lambda value: parse_list(parse_str, value)),
    Property("secret", "secret", parse_str, required=True),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class WebhookEndpointSecretResponse(_Model):
    """A webhook endpoint with its signing secret, which is shown this once: on creation, and when it is rolled.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        url: Target of the deliveries
        enabled_events: Topics that are delivered
        secret: Signing secret (`whsec_...`), shown this once: store it
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    url: str | None = None
    enabled_events: list[str] | None = None
    secret: str
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 4:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 4:
                irregular()
            (_id, _url, _enabled_events, _secret) = _TAKE(whole)
            if not (
                _id.__class__ is str and (_url is None or _url.__class__ is str) and _secret.__class__ is str
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.url = _url
            self.enabled_events = None if _enabled_events is None else parse_list(parse_str, _enabled_events)
            self.secret = _secret
        except FAULTS:
            return cls._read(src)
        return self
