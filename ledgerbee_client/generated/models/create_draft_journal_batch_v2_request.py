"""CreateDraftJournalBatchV2Request"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, new_object, parse_list
from ..encoding import encode_dict, encode_list, encode_model
from ..errors import DecodeError
from .draft_journal_entry_input import DraftJournalEntryInput


@_define(kw_only=True)
class CreateDraftJournalBatchV2Request:
    """Body of *Create draft journal entries in batch (v2)*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        entries
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"entries": "entries"}
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES, ("entries",))

    entries: Sequence[DraftJournalEntryInput | Mapping[str, Any]]
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 1 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (_entries,) = values
            at = "entries"
            self.entries = parse_list(DraftJournalEntryInput.from_dict, _entries)
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {
            "entries": encode_list(
                self.entries,
                lambda item: encode_model(
                    item, DraftJournalEntryInput, "CreateDraftJournalBatchV2Request.entries"
                ),
                "CreateDraftJournalBatchV2Request.entries",
            )
        }
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties, None, "CreateDraftJournalBatchV2Request.additional_properties"
                )
            )
        return result
