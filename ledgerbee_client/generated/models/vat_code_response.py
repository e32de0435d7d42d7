"""VatCodeResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import new_object, take_some, taker, unknown
from ..errors import DecodeError

_TAKE = taker(
    "id",
    "vatCode",
    "name",
    "vatRate",
    "type",
    "principle",
    "accountToBookId",
    "accountToBookNumber",
    "accountToBookName",
    "contraAccountToBookId",
    "contraAccountToBookNumber",
    "contraAccountToBookName",
)


@_define(kw_only=True)
class VatCodeResponse:
    """A VAT code. The contra account may be absent.

    Attributes:
        id: Id of the VAT code, for the `vatCodeId` of journal lines
        vat_code: The code itself; the list is sorted by it
        name
        vat_rate: Rate in per cent. The type is not published
        type: Type. The set of values is not published
        principle: Gross (VAT included) or net (VAT excluded); the spelling of the values is not published
        account_to_book_id
        account_to_book_number
        account_to_book_name
        contra_account_to_book_id
        contra_account_to_book_number
        contra_account_to_book_name
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "vatCode": "vat_code",
        "name": "name",
        "vatRate": "vat_rate",
        "type": "type",
        "principle": "principle",
        "accountToBookId": "account_to_book_id",
        "accountToBookNumber": "account_to_book_number",
        "accountToBookName": "account_to_book_name",
        "contraAccountToBookId": "contra_account_to_book_id",
        "contraAccountToBookNumber": "contra_account_to_book_number",
        "contraAccountToBookName": "contra_account_to_book_name",
    }

    id: str | None = None
    vat_code: str | None = None
    name: str | None = None
    vat_rate: Any = None
    type: str | None = None
    principle: str | None = None
    account_to_book_id: str | None = None
    account_to_book_number: int | None = None
    account_to_book_name: str | None = None
    contra_account_to_book_id: str | None = None
    contra_account_to_book_number: int | None = None
    contra_account_to_book_name: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th field was not in the answer. It reads as None, and is left out again.
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
            try:
                values = _TAKE(src)
                absent = 0
                extra: dict[str, Any] = {} if len(src) == 12 else unknown(src, cls.WIRE_NAMES)
            except KeyError:
                values, absent, extra = take_some(src, cls.WIRE_NAMES, ())
            (
                self.id,
                self.vat_code,
                self.name,
                self.vat_rate,
                self.type,
                self.principle,
                self.account_to_book_id,
                self.account_to_book_number,
                self.account_to_book_name,
                self.contra_account_to_book_id,
                self.contra_account_to_book_number,
                self.contra_account_to_book_name,
            ) = values
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.id is None:
            if not self._absent & 1:
                result["id"] = None
        else:
            result["id"] = self.id
        if self.vat_code is None:
            if not self._absent & 2:
                result["vatCode"] = None
        else:
            result["vatCode"] = self.vat_code
        if self.name is None:
            if not self._absent & 4:
                result["name"] = None
        else:
            result["name"] = self.name
        if self.vat_rate is None:
            if not self._absent & 8:
                result["vatRate"] = None
        else:
            result["vatRate"] = self.vat_rate
        if self.type is None:
            if not self._absent & 16:
                result["type"] = None
        else:
            result["type"] = self.type
        if self.principle is None:
            if not self._absent & 32:
                result["principle"] = None
        else:
            result["principle"] = self.principle
        if self.account_to_book_id is None:
            if not self._absent & 64:
                result["accountToBookId"] = None
        else:
            result["accountToBookId"] = self.account_to_book_id
        if self.account_to_book_number is None:
            if not self._absent & 128:
                result["accountToBookNumber"] = None
        else:
            result["accountToBookNumber"] = self.account_to_book_number
        if self.account_to_book_name is None:
            if not self._absent & 256:
                result["accountToBookName"] = None
        else:
            result["accountToBookName"] = self.account_to_book_name
        if self.contra_account_to_book_id is None:
            if not self._absent & 512:
                result["contraAccountToBookId"] = None
        else:
            result["contraAccountToBookId"] = self.contra_account_to_book_id
        if self.contra_account_to_book_number is None:
            if not self._absent & 1024:
                result["contraAccountToBookNumber"] = None
        else:
            result["contraAccountToBookNumber"] = self.contra_account_to_book_number
        if self.contra_account_to_book_name is None:
            if not self._absent & 2048:
                result["contraAccountToBookName"] = None
        else:
            result["contraAccountToBookName"] = self.contra_account_to_book_name
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
