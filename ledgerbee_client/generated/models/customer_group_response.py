"""CustomerGroupResponse"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, check_dict, parse_any, parse_decimal, parse_int, parse_str
from ..encoding import encode_decimal
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("number", "number", parse_any),
    Property("name", "name", parse_str),
    Property(
        "discount",
        "discount",
        parse_decimal,
        lambda value: encode_decimal(value, "CustomerGroupResponse.discount"),
    ),
    Property("accountId", "account_id", parse_str),
    Property("accountNumber", "account_number", parse_int),
    Property("accountName", "account_name", parse_str),
    Property("metadata", "metadata", lambda value: check_dict(value)),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CustomerGroupResponse(_Model):
    """A customer group.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        number: The type is not published
        name
        discount: Discount of the group in per cent. The type is not published
        account_id: Ledger account of the group
        account_number: Number of the account
        account_name
        metadata: Keys and values
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    number: Any = None
    name: str | None = None
    discount: Decimal | None = None
    account_id: str | None = None
    account_number: int | None = None
    account_name: str | None = None
    metadata: dict[str, Any] | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 8:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 8:
                irregular()
            (_id, _number, _name, _discount, _account_id, _account_number, _account_name, _metadata) = _TAKE(
                whole
            )
            if not (
                _id.__class__ is str
                and (_name is None or _name.__class__ is str)
                and (_account_id is None or _account_id.__class__ is str)
                and (_account_number is None or _account_number.__class__ is int)
                and (_account_name is None or _account_name.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.number = _number
            self.name = _name
            self.discount = None if _discount is None else parse_decimal(_discount)
            self.account_id = _account_id
            self.account_number = _account_number
            self.account_name = _account_name
            self.metadata = None if _metadata is None else check_dict(_metadata)
        except FAULTS:
            return cls._read(src)
        return self
