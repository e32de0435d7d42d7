"""CreateJournalEntryRequest"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_any, encode_dict, encode_list
from ..errors import DecodeError
from ..types import UNSET, Unset


@_define(kw_only=True)
class CreateJournalEntryRequest:
    """Body of *Create a single journal entry*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        attachments
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"attachments": "attachments"}
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    attachments: Sequence[Mapping[str, Any]] | None | Unset = UNSET
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
            (self.attachments,) = given_or_unset(values, absent) if absent else values
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
        if not isinstance(self.attachments, Unset):
            result["attachments"] = (
                None
                if self.attachments is None
                else encode_list(
                    self.attachments,
                    lambda item: encode_dict(
                        item,
                        lambda item: encode_any(item, "CreateJournalEntryRequest.attachments"),
                        "CreateJournalEntryRequest.attachments",
                    ),
                    "CreateJournalEntryRequest.attachments",
                )
            )
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties, None, "CreateJournalEntryRequest.additional_properties"
                )
            )
        return result
