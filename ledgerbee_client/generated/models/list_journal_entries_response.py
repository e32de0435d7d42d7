"""ListJournalEntriesResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_int, parse_list
from ..fields import Fields, Property
from ..observing import irregular
from .journal_entry_response import JournalEntryResponse

_FIELDS: Final = Fields(
    Property(
        "data",
        "data",
        lambda value: parse_list(JournalEntryResponse.from_dict, value),
        lambda value: [item.to_dict() for item in value],
        required=True,
    ),
    Property("total", "total", parse_int, required=True),
    Property("page", "page", parse_int, required=True),
    Property("limit", "limit", parse_int, required=True),
    Property("totalPages", "total_pages", parse_int, required=True),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ListJournalEntriesResponse(_Model):
    """A page of journal entries.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        data
        total: Total number of matching items
        page: Current page number
        limit: Items per page
        total_pages: Total number of pages
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    data: list[JournalEntryResponse]
    total: int
    page: int
    limit: int
    total_pages: int
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 5:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 5:
                irregular()
            (_data, _total, _page, _limit, _total_pages) = _TAKE(whole)
            if not (
                _total.__class__ is int
                and _page.__class__ is int
                and _limit.__class__ is int
                and _total_pages.__class__ is int
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.data = parse_list(JournalEntryResponse.from_dict, _data)
            self.total = _total
            self.page = _page
            self.limit = _limit
            self.total_pages = _total_pages
        except FAULTS:
            return cls._read(src)
        return self
