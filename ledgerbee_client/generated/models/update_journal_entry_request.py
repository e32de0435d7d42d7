"""UpdateJournalEntryRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_dict
from ..errors import DecodeError
from ..types import UNSET, Unset


@_define(kw_only=True)
class UpdateJournalEntryRequest:
    """Body of *Update a journal entry — correct the reference and/or set your external system id*. The two
    fields follow from what the operation changes.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        reference: Corrected reference of the entry
        external_system_id: Your own id for the entry
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "reference": "reference",
        "externalSystemId": "external_system_id",
    }

    reference: str | None | Unset = UNSET
    external_system_id: str | None | Unset = UNSET
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
            missing = 0
            _reference = get("reference", UNSET)
            if _reference is UNSET:
                missing += 1
            _external_system_id = get("externalSystemId", UNSET)
            if _external_system_id is UNSET:
                missing += 1
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 2 - missing:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(reference=_reference, external_system_id=_external_system_id, additional_properties=extra)

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.reference, Unset):
            result["reference"] = self.reference
        if not isinstance(self.external_system_id, Unset):
            result["externalSystemId"] = self.external_system_id
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties, None, "UpdateJournalEntryRequest.additional_properties"
                )
            )
        return result
