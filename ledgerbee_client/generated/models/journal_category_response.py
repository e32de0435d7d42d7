"""JournalCategoryResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

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
        at = ""
        try:
            get = src.get
            _id = src["id"]
            _name = src["name"]
            _is_default = src["isDefault"]
            _allowed_journal_types = src["allowedJournalTypes"]
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 4:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            id=_id,
            name=_name,
            is_default=_is_default,
            allowed_journal_types=_allowed_journal_types,
            additional_properties=extra,
        )

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
