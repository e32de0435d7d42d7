"""AccountResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object
from ..encoding import encode_enum
from ..errors import DecodeError
from .account_classification import ACCOUNT_CLASSIFICATION_VALUES, AccountClassification
from .control_account_type import CONTROL_ACCOUNT_TYPE_VALUES, ControlAccountType
from .ledger_type import LEDGER_TYPE_VALUES, LedgerType


@_define(kw_only=True)
class AccountResponse:
    """An account of the chart of accounts.

    Attributes:
        id: Id of the account, for the `accountId` of journal lines and of the journal-entry filter, for
            example 550e8400-e29b-41d4-a716-446655440000
        name: For example Skyldig AM-bidrag
        account_number: For example 1000
        public_account_id: The public account that the account maps to, for example 1000
        ledger_type: Kind of the account; only `BALANCE_SHEET` and `PROFIT_AND_LOSS` accounts can be used in
            journal entries, for example BALANCE_SHEET
        account_classification: For example ASSET
        control_account_type: With `ACCOUNTS_RECEIVABLE` an entry must name a `customerId`, with
            `ACCOUNTS_PAYABLE` a `vendorId`; null for ordinary accounts
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "accountNumber": "account_number",
        "publicAccountId": "public_account_id",
        "ledgerType": "ledger_type",
        "accountClassification": "account_classification",
        "controlAccountType": "control_account_type",
    }
    _FIELDS: ClassVar[Fields] = Fields(
        WIRE_NAMES, ("id", "name", "accountNumber", "publicAccountId", "ledgerType")
    )

    id: str
    name: str
    account_number: int
    public_account_id: float
    ledger_type: LedgerType
    account_classification: AccountClassification | None = None
    control_account_type: ControlAccountType | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th field was not in the response. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 7 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.id,
                self.name,
                self.account_number,
                self.public_account_id,
                _ledger_type,
                _account_classification,
                _control_account_type,
            ) = values
            at = "ledgerType"
            self.ledger_type = LEDGER_TYPE_VALUES.get(_ledger_type) or LedgerType(_ledger_type)
            if _account_classification is not None:
                at = "accountClassification"
                _account_classification = ACCOUNT_CLASSIFICATION_VALUES.get(
                    _account_classification
                ) or AccountClassification(_account_classification)
            self.account_classification = _account_classification
            if _control_account_type is not None:
                at = "controlAccountType"
                _control_account_type = CONTROL_ACCOUNT_TYPE_VALUES.get(
                    _control_account_type
                ) or ControlAccountType(_control_account_type)
            self.control_account_type = _control_account_type
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "id": self.id,
            "name": self.name,
            "accountNumber": self.account_number,
            "publicAccountId": self.public_account_id,
            "ledgerType": encode_enum(self.ledger_type),
            "accountClassification": None
            if self.account_classification is None
            else encode_enum(self.account_classification),
            "controlAccountType": None
            if self.control_account_type is None
            else encode_enum(self.control_account_type),
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
