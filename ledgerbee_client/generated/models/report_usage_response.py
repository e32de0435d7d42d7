"""ReportUsageResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("status", "status", parse_str, required=True), Property("requestId", "request_id", parse_str)
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ReportUsageResponse(_Model):
    """What became of the usage report.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        status: `queued` with 202, `duplicate` with 200; there may be other values
        request_id: Id of the request; comes with 202
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    status: str
    request_id: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 2:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 2:
                irregular()
            (_status, _request_id) = _TAKE(whole)
            if not (_status.__class__ is str and (_request_id is None or _request_id.__class__ is str)):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.status = _status
            self.request_id = _request_id
        except FAULTS:
            return cls._read(src)
        return self
