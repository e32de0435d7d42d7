"""JournalEntryResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, date_from_iso, parse_date, parse_str
from ..encoding import encode_date
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("date", "date", parse_date, lambda value: encode_date(value, "JournalEntryResponse.date")),
    Property(
        "documentDate",
        "document_date",
        parse_date,
        lambda value: encode_date(value, "JournalEntryResponse.document_date"),
    ),
    Property("externalSystemId", "external_system_id", parse_str),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class JournalEntryResponse(_Model):
    """A journal entry. Its fields are not published. The dates, the reference and the external system id are
    attributes of an entry; that they are called so in the response is inferred.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        date: Posting date
        document_date: Document date
        external_system_id: Your own id of the entry
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    date: _dt.date | None = None
    document_date: _dt.date | None = None
    external_system_id: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 4:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 4:
                irregular()
            (_id, _date, _document_date, _external_system_id) = _TAKE(whole)
            if not (
                _id.__class__ is str and (_external_system_id is None or _external_system_id.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.date = None if _date is None else date_from_iso(_date)
            self.document_date = None if _document_date is None else date_from_iso(_document_date)
            self.external_system_id = _external_system_id
        except FAULTS:
            return cls._read(src)
        return self
