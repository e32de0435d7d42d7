"""CustomerGroupResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..errors import DecodeError
from ..types import UNSET


@_define(kw_only=True)
class CustomerGroupResponse:
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

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "number": "number",
        "name": "name",
        "discount": "discount",
        "accountId": "account_id",
        "accountNumber": "account_number",
        "accountName": "account_name",
        "metadata": "metadata",
    }

    id: str | None = None
    number: Any = None
    name: str | None = None
    discount: Any = None
    account_id: str | None = None
    account_number: int | None = None
    account_name: str | None = None
    metadata: dict[str, Any] | None = None
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
            _number = get("number", UNSET)
            if _number is UNSET:
                absent |= 2
                _number = None
            _name = get("name", UNSET)
            if _name is UNSET:
                absent |= 4
                _name = None
            _discount = get("discount", UNSET)
            if _discount is UNSET:
                absent |= 8
                _discount = None
            _account_id = get("accountId", UNSET)
            if _account_id is UNSET:
                absent |= 16
                _account_id = None
            _account_number = get("accountNumber", UNSET)
            if _account_number is UNSET:
                absent |= 32
                _account_number = None
            _account_name = get("accountName", UNSET)
            if _account_name is UNSET:
                absent |= 64
                _account_name = None
            _metadata = get("metadata", UNSET)
            if _metadata is UNSET:
                absent |= 128
                _metadata = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 8 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            id=_id,
            number=_number,
            name=_name,
            discount=_discount,
            account_id=_account_id,
            account_number=_account_number,
            account_name=_account_name,
            metadata=_metadata,
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
        if self.number is None:
            if not self._absent & 2:
                result["number"] = None
        else:
            result["number"] = self.number
        if self.name is None:
            if not self._absent & 4:
                result["name"] = None
        else:
            result["name"] = self.name
        if self.discount is None:
            if not self._absent & 8:
                result["discount"] = None
        else:
            result["discount"] = self.discount
        if self.account_id is None:
            if not self._absent & 16:
                result["accountId"] = None
        else:
            result["accountId"] = self.account_id
        if self.account_number is None:
            if not self._absent & 32:
                result["accountNumber"] = None
        else:
            result["accountNumber"] = self.account_number
        if self.account_name is None:
            if not self._absent & 64:
                result["accountName"] = None
        else:
            result["accountName"] = self.account_name
        if self.metadata is None:
            if not self._absent & 128:
                result["metadata"] = None
        else:
            result["metadata"] = self.metadata
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
