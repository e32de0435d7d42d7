"""AccountResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_int, parse_str
from ..encoding import encode_enum
from ..fields import Fields, Property
from ..observing import irregular
from .account_classification import ACCOUNT_CLASSIFICATION_VALUES, AccountClassification
from .control_account_type import CONTROL_ACCOUNT_TYPE_VALUES, ControlAccountType
from .ledger_type import LEDGER_TYPE_VALUES, LedgerType

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("name", "name", parse_str, required=True),
    Property("accountNumber", "account_number", parse_int, required=True),
    Property("publicAccountId", "public_account_id", parse_int, required=True),
    Property("ledgerType", "ledger_type", LEDGER_TYPE_VALUES.__getitem__, encode_enum, required=True),
    Property(
        "accountClassification",
        "account_classification",
        ACCOUNT_CLASSIFICATION_VALUES.__getitem__,
        encode_enum,
    ),
    Property(
        "controlAccountType", "control_account_type", CONTROL_ACCOUNT_TYPE_VALUES.__getitem__, encode_enum
    ),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AccountResponse(_Model):
    """An account of the chart of accounts.

    Attributes:
        id: Id of the account, for the `accountId` of journal lines and of the journal-entry filter, for
            example 550e8400-e29b-41d4-a716-446655440000
        name: For example Skyldig AM-bidrag
        account_number: For example 1000
        public_account_id: The public account that the account maps to, for example 1000
        ledger_type: Kind of the account; only `BALANCE_SHEET` and `PROFIT_AND_LOSS` accounts can be used in
            journal entries, for example BALANCE_SHEET. Values: `BALANCE_SHEET`, `HEADING_BREAK`, `HEADING`,
            `PROFIT_AND_LOSS`, `TOTAL_FROM`, `TOTAL_INTERVALS`
        account_classification: For example ASSET. Values: `ASSET`, `LIABILITY`, `EQUITY`, `REVENUE`,
            `EXPENSE`
        control_account_type: With `ACCOUNTS_RECEIVABLE` an entry must name a `customerId`, with
            `ACCOUNTS_PAYABLE` a `vendorId`; null for ordinary accounts
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    name: str
    account_number: int
    public_account_id: int
    ledger_type: LedgerType
    account_classification: AccountClassification | None = None
    control_account_type: ControlAccountType | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 7:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 7:
                irregular()
            (
                _id,
                _name,
                _account_number,
                _public_account_id,
                _ledger_type,
                _account_classification,
                _control_account_type,
            ) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and _name.__class__ is str
                and _account_number.__class__ is int
                and _public_account_id.__class__ is int
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.name = _name
            self.account_number = _account_number
            self.public_account_id = _public_account_id
            self.ledger_type = LEDGER_TYPE_VALUES[_ledger_type]
            self.account_classification = (
                None
                if _account_classification is None
                else ACCOUNT_CLASSIFICATION_VALUES[_account_classification]
            )
            self.control_account_type = (
                None if _control_account_type is None else CONTROL_ACCOUNT_TYPE_VALUES[_control_account_type]
            )
        except FAULTS:
            return cls._read(src)
        return self
