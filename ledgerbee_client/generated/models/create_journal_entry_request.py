"""CreateJournalEntryRequest"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import check_dict, parse_list
from ..encoding import encode_any, encode_list, encode_open
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("attachments", "attachments", lambda value: parse_list(lambda value: check_dict(value), value)),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateJournalEntryRequest(_Model):
    """Body of *Create a single journal entry*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        attachments
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    attachments: Sequence[Mapping[str, Any]] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.attachments, Unset):
            result["attachments"] = encode_list(
                self.attachments,
                lambda item: encode_open(item, "CreateJournalEntryRequest.attachments"),
                "CreateJournalEntryRequest.attachments",
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "CreateJournalEntryRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class CreateJournalEntryRequestDict(_TypedDict, total=False):
        """A mapping in the place of `CreateJournalEntryRequest`."""

        attachments: Sequence[Mapping[str, Any]]
        additional_properties: Mapping[str, Any]
else:
    CreateJournalEntryRequestDict = Mapping[str, Any]
