"""VatCodeResponse"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_decimal, parse_int, parse_str
from ..encoding import encode_decimal
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("vatCode", "vat_code", parse_str),
    Property("name", "name", parse_str),
    Property(
        "vatRate", "vat_rate", parse_decimal, lambda value: encode_decimal(value, "VatCodeResponse.vat_rate")
    ),
    Property("type", "type", parse_str),
    Property("principle", "principle", parse_str),
    Property("accountToBookId", "account_to_book_id", parse_str),
    Property("accountToBookNumber", "account_to_book_number", parse_int),
    Property("accountToBookName", "account_to_book_name", parse_str),
    Property("contraAccountToBookId", "contra_account_to_book_id", parse_str),
    Property("contraAccountToBookNumber", "contra_account_to_book_number", parse_int),
    Property("contraAccountToBookName", "contra_account_to_book_name", parse_str),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class VatCodeResponse(_Model):
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

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    vat_code: str | None = None
    name: str | None = None
    vat_rate: Decimal | None = None
    type: str | None = None
    principle: str | None = None
    account_to_book_id: str | None = None
    account_to_book_number: int | None = None
    account_to_book_name: str | None = None
    contra_account_to_book_id: str | None = None
    contra_account_to_book_number: int | None = None
    contra_account_to_book_name: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 12:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 12:
                irregular()
            (
                _id,
                _vat_code,
                _name,
                _vat_rate,
                _type,
                _principle,
                _account_to_book_id,
                _account_to_book_number,
                _account_to_book_name,
                _contra_account_to_book_id,
                _contra_account_to_book_number,
                _contra_account_to_book_name,
            ) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and (_vat_code is None or _vat_code.__class__ is str)
                and (_name is None or _name.__class__ is str)
                and (_type is None or _type.__class__ is str)
                and (_principle is None or _principle.__class__ is str)
                and (_account_to_book_id is None or _account_to_book_id.__class__ is str)
                and (_account_to_book_number is None or _account_to_book_number.__class__ is int)
                and (_account_to_book_name is None or _account_to_book_name.__class__ is str)
                and (_contra_account_to_book_id is None or _contra_account_to_book_id.__class__ is str)
                and (
                    _contra_account_to_book_number is None or _contra_account_to_book_number.__class__ is int
                )
                and (_contra_account_to_book_name is None or _contra_account_to_book_name.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.vat_code = _vat_code
            self.name = _name
            self.vat_rate = None if _vat_rate is None else parse_decimal(_vat_rate)
            self.type = _type
            self.principle = _principle
            self.account_to_book_id = _account_to_book_id
            self.account_to_book_number = _account_to_book_number
            self.account_to_book_name = _account_to_book_name
            self.contra_account_to_book_id = _contra_account_to_book_id
            self.contra_account_to_book_number = _contra_account_to_book_number
            self.contra_account_to_book_name = _contra_account_to_book_name
        except FAULTS:
            return cls._read(src)
        return self
