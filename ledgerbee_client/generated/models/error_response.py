"""ErrorResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_datetime, parse_datetime
from ..errors import DecodeError
from ..types import UNSET
from .error_details import ErrorDetails


@_define(kw_only=True)
class ErrorResponse:
    """Error envelope of every resource endpoint. Branch on `code`; `message` is for people and may change.

    Attributes:
        status_code: HTTP status of the answer, for example 400
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

    status_code: int
    timestamp: _dt.datetime
    path: str
    message: str
    code: str | None = None
    details: ErrorDetails | None = None
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
            _status_code = src["statusCode"]
            _timestamp = src["timestamp"]
            at = "timestamp"
            _timestamp = parse_datetime(_timestamp)
            _path = src["path"]
            _message = src["message"]
            _code = get("code", UNSET)
            if _code is UNSET:
                absent |= 1
                _code = None
            _details = get("details", UNSET)
            if _details is UNSET:
                absent |= 2
                _details = None
            elif _details is not None:
                at = "details"
                _details = ErrorDetails.from_dict(_details)
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 6 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            status_code=_status_code,
            timestamp=_timestamp,
            path=_path,
            message=_message,
            code=_code,
            details=_details,
            additional_properties=extra,
            _absent=absent,
        )

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "statusCode": self.status_code,
            "timestamp": encode_datetime(self.timestamp, "ErrorResponse.timestamp"),
            "path": self.path,
            "message": self.message,
        }
        if self.code is None:
            if not self._absent & 1:
                result["code"] = None
        else:
            result["code"] = self.code
        if self.details is None:
            if not self._absent & 2:
                result["details"] = None
        else:
            result["details"] = self.details.to_dict()
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
