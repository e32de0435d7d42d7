"""ErrorResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object, parse_datetime
from ..encoding import encode_datetime
from ..errors import DecodeError
from .error_details import ErrorDetails


@_define(kw_only=True)
class ErrorResponse:
    """Error envelope of every resource endpoint. Branch on `code`; `message` is for people and may change.

    Attributes:
        status_code: HTTP status of the response, for example 400
        timestamp: For example 2026-06-10T12:34:56.789Z
        path: Request path relative to the /api mount, for example /v1/customers
        message: For people and logs; the wording may change, for example Bad Request Exception
        code: Stable machine identifier; mostly present, for example SHARED_VALIDATION_FAILED
        details: Depends on the code
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "statusCode": "status_code",
        "timestamp": "timestamp",
        "path": "path",
        "message": "message",
        "code": "code",
        "details": "details",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES, ("statusCode", "timestamp", "path", "message"))

    status_code: int
    timestamp: _dt.datetime
    path: str
    message: str
    code: str | None = None
    details: ErrorDetails | None = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 6 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.status_code, _timestamp, self.path, self.message, self.code, _details) = values
            at = "timestamp"
            self.timestamp = parse_datetime(_timestamp)
            if _details is not None:
                at = "details"
                _details = ErrorDetails.from_dict(_details)
            self.details = _details
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "statusCode": self.status_code,
            "timestamp": encode_datetime(self.timestamp, "ErrorResponse.timestamp"),
            "path": self.path,
            "message": self.message,
            "code": self.code,
            "details": None if self.details is None else self.details.to_dict(),
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
