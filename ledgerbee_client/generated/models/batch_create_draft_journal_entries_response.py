"""BatchCreateDraftJournalEntriesResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_int
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(Property("totalCreated", "total_created", parse_int, required=True))
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class BatchCreateDraftJournalEntriesResponse(_Model):
    """The drafts created. It also has a required array of them (`DraftJournalEntryResponse`), in the order of
    the request, whose name is not known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        total_created: Number of drafts created; equals the number of entries sent
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    total_created: int
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 1:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 1:
                irregular()
            (_total_created,) = _TAKE(whole)
            if not (_total_created.__class__ is int):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.total_created = _total_created
        except FAULTS:
            return cls._read(src)
        return self
