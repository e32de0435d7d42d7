"""JournalEntryLineInput"""

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
    Property("accountId", "account_id", parse_str),
    Property("vatCodeId", "vat_code_id", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class JournalEntryLineInput(_Model):
    """A line of a journal entry. It has an amount, a side, a text and tags too, the names of which are not
    known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        account_id: Id of an account with ledgerType BALANCE_SHEET or PROFIT_AND_LOSS
        vat_code_id: Id of a VAT code
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    account_id: str | Unset = UNSET
    vat_code_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.account_id, Unset):
            result["accountId"] = encode_str(self.account_id, "JournalEntryLineInput.account_id")
        if not isinstance(self.vat_code_id, Unset):
            result["vatCodeId"] = encode_str(self.vat_code_id, "JournalEntryLineInput.vat_code_id")
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "JournalEntryLineInput.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class JournalEntryLineInputDict(_TypedDict, total=False):
        """A mapping in the place of `JournalEntryLineInput`."""

        account_id: str
        vat_code_id: str
        additional_properties: Mapping[str, Any]
else:
    JournalEntryLineInputDict = Mapping[str, Any]
