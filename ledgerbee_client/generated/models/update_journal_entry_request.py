"""UpdateJournalEntryRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_str
from ..encoding import encode_any, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("reference", "reference", parse_str),
    Property("externalSystemId", "external_system_id", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpdateJournalEntryRequest(_Model):
    """Body of *Update a journal entry — correct the reference and/or set your external system id*. That the
    reference is called so is inferred.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        reference: Corrected reference of the entry
        external_system_id: Your own id of the entry
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    reference: str | Unset = UNSET
    external_system_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.reference, Unset):
            result["reference"] = encode_str(self.reference, "UpdateJournalEntryRequest.reference")
        if not isinstance(self.external_system_id, Unset):
            result["externalSystemId"] = encode_str(
                self.external_system_id, "UpdateJournalEntryRequest.external_system_id"
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "UpdateJournalEntryRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class UpdateJournalEntryRequestDict(_TypedDict, total=False):
        """A mapping in the place of `UpdateJournalEntryRequest`."""

        reference: str
        external_system_id: str
        additional_properties: Mapping[str, Any]
else:
    UpdateJournalEntryRequestDict = Mapping[str, Any]
