"""JournalCategoryResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, new_object
from ..errors import DecodeError


@_define(kw_only=True)
class JournalCategoryResponse:
    """A journal category.

    Attributes:
        id: Id of the category, for `journalCategoryId`, for example 550e8400-e29b-41d4-a716-446655440000
        name: For example General Journal
        is_default
        allowed_journal_types: Entry types that may be posted in the category
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "isDefault": "is_default",
        "allowedJournalTypes": "allowed_journal_types",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES, ("id", "name", "isDefault", "allowedJournalTypes"))

    id: str
    name: str
    is_default: bool
    allowed_journal_types: list[str]
    additional_properties: dict[str, Any] = _field(factory=dict)

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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 4 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.id, self.name, self.is_default, self.allowed_journal_types) = values
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "id": self.id,
            "name": self.name,
            "isDefault": self.is_default,
            "allowedJournalTypes": self.allowed_journal_types,
        }
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
