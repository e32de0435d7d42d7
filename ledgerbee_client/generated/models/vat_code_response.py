"""VatCodeResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object
from ..errors import DecodeError


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
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 12 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
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
        result: dict[str, Any] = {
            "id": self.id,
            "vatCode": self.vat_code,
            "name": self.name,
            "vatRate": self.vat_rate,
            "type": self.type,
            "principle": self.principle,
            "accountToBookId": self.account_to_book_id,
            "accountToBookNumber": self.account_to_book_number,
            "accountToBookName": self.account_to_book_name,
            "contraAccountToBookId": self.contra_account_to_book_id,
            "contraAccountToBookNumber": self.contra_account_to_book_number,
            "contraAccountToBookName": self.contra_account_to_book_name,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
