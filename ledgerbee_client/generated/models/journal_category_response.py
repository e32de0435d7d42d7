"""JournalCategoryResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_bool, parse_list, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("name", "name", parse_str, required=True),
    Property("isDefault", "is_default", parse_bool, required=True),
    Property(
        "allowedJournalTypes",
        "allowed_journal_types",
        lambda value: parse_list(parse_str, value),
        required=True,
    ),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class JournalCategoryResponse(_Model):
    """A journal category.

    Attributes:
        id: Id of the category, for `journalCategoryId`, for example 550e8400-e29b-41d4-a716-446655440000
        name: For example General Journal
        is_default
        allowed_journal_types: Entry types that may be posted in the category
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    name: str
    is_default: bool
    allowed_journal_types: list[str]
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 4:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 4:
                irregular()
            (_id, _name, _is_default, _allowed_journal_types) = _TAKE(whole)
            if not (_id.__class__ is str and _name.__class__ is str and _is_default.__class__ is bool):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.name = _name
            self.is_default = _is_default
            self.allowed_journal_types = parse_list(parse_str, _allowed_journal_types)
        except FAULTS:
            return cls._read(src)
        return self
