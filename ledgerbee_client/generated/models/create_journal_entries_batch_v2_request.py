"""CreateJournalEntriesBatchV2Request"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object, parse_list
from ..encoding import encode_dict, encode_list, encode_model
from ..errors import DecodeError
from ..types import UNSET, Unset
from .journal_entry_v2_input import JournalEntryV2Input


@_define(kw_only=True)
class CreateJournalEntriesBatchV2Request:
    """Body of *Create journal entries in batch (v2)*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        entries: The entries to create
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"entries": "entries"}
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    entries: Sequence[JournalEntryV2Input | Mapping[str, Any]] | None | Unset = UNSET
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
            (_entries,) = given_or_unset(values, absent) if absent else values
            if _entries is not None and _entries is not UNSET:
                at = "entries"
                _entries = parse_list(JournalEntryV2Input.from_dict, _entries)
            self.entries = _entries
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.entries, Unset):
            result["entries"] = (
                None
                if self.entries is None
                else encode_list(
                    self.entries,
                    lambda item: encode_model(
                        item, JournalEntryV2Input, "CreateJournalEntriesBatchV2Request.entries"
                    ),
                    "CreateJournalEntriesBatchV2Request.entries",
                )
            )
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties,
                    None,
                    "CreateJournalEntriesBatchV2Request.additional_properties",
                )
            )
        return result
