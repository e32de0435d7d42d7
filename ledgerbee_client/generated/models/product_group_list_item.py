"""ProductGroupListItem"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, from_iso, parse_datetime, parse_int, parse_str
from ..encoding import encode_datetime
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("number", "number", parse_str, required=True),
    Property("name", "name", parse_str, required=True),
    Property("domesticAccountId", "domestic_account_id", parse_str, required=True),
    Property(
        "createdAt",
        "created_at",
        parse_datetime,
        lambda value: encode_datetime(value, "ProductGroupListItem.created_at"),
        required=True,
    ),
    Property(
        "updatedAt",
        "updated_at",
        parse_datetime,
        lambda value: encode_datetime(value, "ProductGroupListItem.updated_at"),
        required=True,
    ),
    Property("description", "description", parse_str),
    Property("domesticAccountNumber", "domestic_account_number", parse_int),
    Property("euAccountId", "eu_account_id", parse_str),
    Property("abroadAccountId", "abroad_account_id", parse_str),
    Property("domesticWithoutVatAccountId", "domestic_without_vat_account_id", parse_str),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ProductGroupListItem(_Model):
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

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    number: str
    name: str
    domestic_account_id: str
    created_at: _dt.datetime
    updated_at: _dt.datetime
    description: str | None = None
    domestic_account_number: int | None = None
    eu_account_id: str | None = None
    abroad_account_id: str | None = None
    domestic_without_vat_account_id: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 11:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 11:
                irregular()
            (
                _id,
                _number,
                _name,
                _domestic_account_id,
                _created_at,
                _updated_at,
                _description,
                _domestic_account_number,
                _eu_account_id,
                _abroad_account_id,
                _domestic_without_vat_account_id,
            ) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and _number.__class__ is str
                and _name.__class__ is str
                and _domestic_account_id.__class__ is str
                and (_description is None or _description.__class__ is str)
                and (_domestic_account_number is None or _domestic_account_number.__class__ is int)
                and (_eu_account_id is None or _eu_account_id.__class__ is str)
                and (_abroad_account_id is None or _abroad_account_id.__class__ is str)
                and (
                    _domestic_without_vat_account_id is None
                    or _domestic_without_vat_account_id.__class__ is str
                )
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.number = _number
            self.name = _name
            self.domestic_account_id = _domestic_account_id
            self.created_at = from_iso(_created_at)
            self.updated_at = from_iso(_updated_at)
            self.description = _description
            self.domestic_account_number = _domestic_account_number
            self.eu_account_id = _eu_account_id
            self.abroad_account_id = _abroad_account_id
            self.domestic_without_vat_account_id = _domestic_without_vat_account_id
        except FAULTS:
            return cls._read(src)
        return self
