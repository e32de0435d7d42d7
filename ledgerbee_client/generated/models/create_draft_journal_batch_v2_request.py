"""CreateDraftJournalBatchV2Request"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Required as _Required, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_list
from ..encoding import encode_any, encode_list, encode_model
from ..fields import Fields, Property
from ..types import UNSET
from .draft_journal_entry_input import DraftJournalEntryInput, DraftJournalEntryInputDict

_FIELDS: Final = Fields(
    Property(
        "entries", "entries", lambda value: parse_list(DraftJournalEntryInput.from_dict, value), required=True
    ),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateDraftJournalBatchV2Request(_Model):
    """Body of *Create draft journal entries in batch (v2)*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        entries
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    entries: Sequence[DraftJournalEntryInput | DraftJournalEntryInputDict]
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

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
                encode_any(
                    self.additional_properties, "CreateDraftJournalBatchV2Request.additional_properties"
                )
            )
        return result


if TYPE_CHECKING:

    class CreateDraftJournalBatchV2RequestDict(_TypedDict, total=False):
        """A mapping in the place of `CreateDraftJournalBatchV2Request`."""

        entries: _Required[Sequence[DraftJournalEntryInput | DraftJournalEntryInputDict]]
        additional_properties: Mapping[str, Any]
else:
    CreateDraftJournalBatchV2RequestDict = Mapping[str, Any]
