"""JournalEntryLineInput"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_dict
from ..errors import DecodeError
from ..types import UNSET, Unset


@_define(kw_only=True)
class JournalEntryLineInput:
    """A line of a journal entry. It has an amount, a side, a text and tags too, the names of which are not
    known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        account_id: Id of an account with ledgerType BALANCE_SHEET or PROFIT_AND_LOSS
        vat_code_id: Id of a VAT code
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"accountId": "account_id", "vatCodeId": "vat_code_id"}
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    account_id: str | None | Unset = UNSET
    vat_code_id: str | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 2 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.account_id, self.vat_code_id) = given_or_unset(values, absent) if absent else values
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
        if not isinstance(self.account_id, Unset):
            result["accountId"] = self.account_id
        if not isinstance(self.vat_code_id, Unset):
            result["vatCodeId"] = self.vat_code_id
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "JournalEntryLineInput.additional_properties")
            )
        return result
