"""CreateJournalEntriesBatchV2Request"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_list
from ..encoding import encode_any, encode_list, encode_model
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .journal_entry_v2_input import JournalEntryV2Input, JournalEntryV2InputDict

_FIELDS: Final = Fields(
    Property("entries", "entries", lambda value: parse_list(JournalEntryV2Input.from_dict, value)),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateJournalEntriesBatchV2Request(_Model):
    """Body of *Create journal entries in batch (v2)*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        entries: The entries to create
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    entries: Sequence[JournalEntryV2Input | JournalEntryV2InputDict] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.entries, Unset):
            result["entries"] = encode_list(
                self.entries,
                lambda item: encode_model(
                    item, JournalEntryV2Input, "CreateJournalEntriesBatchV2Request.entries"
                ),
                "CreateJournalEntriesBatchV2Request.entries",
            )
        if self.additional_properties:
            result.update(
                encode_any(
                    self.additional_properties, "CreateJournalEntriesBatchV2Request.additional_properties"
                )
            )
        return result


if TYPE_CHECKING:

    class CreateJournalEntriesBatchV2RequestDict(_TypedDict, total=False):
        """A mapping in the place of `CreateJournalEntriesBatchV2Request`."""

        entries: Sequence[JournalEntryV2Input | JournalEntryV2InputDict]
        additional_properties: Mapping[str, Any]
else:
    CreateJournalEntriesBatchV2RequestDict = Mapping[str, Any]
