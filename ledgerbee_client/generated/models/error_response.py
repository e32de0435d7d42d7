"""ErrorResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, from_iso, parse_datetime, parse_int, parse_str
from ..encoding import encode_datetime
from ..fields import Fields, Property
from ..observing import irregular
from .error_details import ErrorDetails

_FIELDS: Final = Fields(
    Property("statusCode", "status_code", parse_int, required=True),
    Property(
        "timestamp",
        "timestamp",
        parse_datetime,
        lambda value: encode_datetime(value, "ErrorResponse.timestamp"),
        required=True,
    ),
    Property("path", "path", parse_str, required=True),
    Property("message", "message", parse_str, required=True),
    Property("code", "code", parse_str),
    Property(
        "details", "details", lambda value: ErrorDetails.from_dict(value), lambda value: value.to_dict()
    ),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ErrorResponse(_Model):
    """Error envelope of every resource endpoint. Branch on `code`; `message` is for people and may change.

    Attributes:
        status_code: HTTP status of the response, for example 400
        timestamp: For example 2026-06-10T12:34:56.789Z
        path: Request path relative to the /api mount, for example /v1/customers
        message: For people and logs; the wording may change, for example Bad Request Exception
        code: Stable machine identifier; mostly present, for example SHARED_VALIDATION_FAILED
        details: Depends on the code
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    status_code: int
    timestamp: _dt.datetime
    path: str
    message: str
    code: str | None = None
    details: ErrorDetails | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 6:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 6:
                irregular()
            (_status_code, _timestamp, _path, _message, _code, _details) = _TAKE(whole)
            if not (
                _status_code.__class__ is int
                and _path.__class__ is str
                and _message.__class__ is str
                and (_code is None or _code.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.status_code = _status_code
            self.timestamp = from_iso(_timestamp)
            self.path = _path
            self.message = _message
            self.code = _code
            self.details = None if _details is None else ErrorDetails.from_dict(_details)
        except FAULTS:
            return cls._read(src)
        return self
