"""JournalEntryLineInput"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_dict
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

    account_id: str | None | Unset = UNSET
    vat_code_id: str | None | Unset = UNSET
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
            _account_id = get("accountId", UNSET)
            if _account_id is UNSET:
                missing += 1
            _vat_code_id = get("vatCodeId", UNSET)
            if _vat_code_id is UNSET:
                missing += 1
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 2 - missing:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(account_id=_account_id, vat_code_id=_vat_code_id, additional_properties=extra)

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
