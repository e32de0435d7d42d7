"""ProductGroupListItem"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, from_iso, leave_out, new_object, parse_datetime
from ..encoding import encode_datetime
from ..errors import DecodeError


@_define(kw_only=True)
class ProductGroupListItem:
    """A product group as the list gives it. It also has the number of products in the group, in a field whose
    name is not known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        number: Number, unique within the company, for example PG001
        name: For example Services
        domestic_account_id
        created_at
        updated_at
        description
        domestic_account_number: Number of the account
        eu_account_id
        abroad_account_id
        domestic_without_vat_account_id
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "number": "number",
        "name": "name",
        "domesticAccountId": "domestic_account_id",
        "createdAt": "created_at",
        "updatedAt": "updated_at",
        "description": "description",
        "domesticAccountNumber": "domestic_account_number",
        "euAccountId": "eu_account_id",
        "abroadAccountId": "abroad_account_id",
        "domesticWithoutVatAccountId": "domestic_without_vat_account_id",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    number: str | None = None
    name: str | None = None
    domestic_account_id: str | None = None
    created_at: _dt.datetime | None = None
    updated_at: _dt.datetime | None = None
    description: str | None = None
    domestic_account_number: int | None = None
    eu_account_id: str | None = None
    abroad_account_id: str | None = None
    domestic_without_vat_account_id: str | None = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 11 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.id,
                self.number,
                self.name,
                self.domestic_account_id,
                _created_at,
                _updated_at,
                self.description,
                self.domestic_account_number,
                self.eu_account_id,
                self.abroad_account_id,
                self.domestic_without_vat_account_id,
            ) = values
            if _created_at is not None:
                at = "createdAt"
                try:
                    _created_at = from_iso(_created_at)
                except (TypeError, ValueError):
                    _created_at = parse_datetime(_created_at)
            self.created_at = _created_at
            if _updated_at is not None:
                at = "updatedAt"
                try:
                    _updated_at = from_iso(_updated_at)
                except (TypeError, ValueError):
                    _updated_at = parse_datetime(_updated_at)
            self.updated_at = _updated_at
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "id": self.id,
            "number": self.number,
            "name": self.name,
            "domesticAccountId": self.domestic_account_id,
            "createdAt": None
            if self.created_at is None
            else encode_datetime(self.created_at, "ProductGroupListItem.created_at"),
            "updatedAt": None
            if self.updated_at is None
            else encode_datetime(self.updated_at, "ProductGroupListItem.updated_at"),
            "description": self.description,
            "domesticAccountNumber": self.domestic_account_number,
            "euAccountId": self.eu_account_id,
            "abroadAccountId": self.abroad_account_id,
            "domesticWithoutVatAccountId": self.domestic_without_vat_account_id,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
