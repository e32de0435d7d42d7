"""VatCodeResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..errors import DecodeError
from ..types import UNSET


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
    #: Bit i: the i-th optional field was not in the answer. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        at = ""
        try:
            get = src.get
            absent = 0
            _id = get("id", UNSET)
            if _id is UNSET:
                absent |= 1
                _id = None
            _vat_code = get("vatCode", UNSET)
            if _vat_code is UNSET:
                absent |= 2
                _vat_code = None
            _name = get("name", UNSET)
            if _name is UNSET:
                absent |= 4
                _name = None
            _vat_rate = get("vatRate", UNSET)
            if _vat_rate is UNSET:
                absent |= 8
                _vat_rate = None
            _type = get("type", UNSET)
            if _type is UNSET:
                absent |= 16
                _type = None
            _principle = get("principle", UNSET)
            if _principle is UNSET:
                absent |= 32
                _principle = None
            _account_to_book_id = get("accountToBookId", UNSET)
            if _account_to_book_id is UNSET:
                absent |= 64
                _account_to_book_id = None
            _account_to_book_number = get("accountToBookNumber", UNSET)
            if _account_to_book_number is UNSET:
                absent |= 128
                _account_to_book_number = None
            _account_to_book_name = get("accountToBookName", UNSET)
            if _account_to_book_name is UNSET:
                absent |= 256
                _account_to_book_name = None
            _contra_account_to_book_id = get("contraAccountToBookId", UNSET)
            if _contra_account_to_book_id is UNSET:
                absent |= 512
                _contra_account_to_book_id = None
            _contra_account_to_book_number = get("contraAccountToBookNumber", UNSET)
            if _contra_account_to_book_number is UNSET:
                absent |= 1024
                _contra_account_to_book_number = None
            _contra_account_to_book_name = get("contraAccountToBookName", UNSET)
            if _contra_account_to_book_name is UNSET:
                absent |= 2048
                _contra_account_to_book_name = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 12 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            id=_id,
            vat_code=_vat_code,
            name=_name,
            vat_rate=_vat_rate,
            type=_type,
            principle=_principle,
            account_to_book_id=_account_to_book_id,
            account_to_book_number=_account_to_book_number,
            account_to_book_name=_account_to_book_name,
            contra_account_to_book_id=_contra_account_to_book_id,
            contra_account_to_book_number=_contra_account_to_book_number,
            contra_account_to_book_name=_contra_account_to_book_name,
            additional_properties=extra,
            _absent=absent,
        )

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
