"""ProjectResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import (
    FAULTS,
    date_from_iso,
    from_iso,
    parse_any,
    parse_bool,
    parse_date,
    parse_datetime,
    parse_decimal,
    parse_list,
    parse_str,
)
from ..encoding import encode_date, encode_datetime, encode_decimal
from ..fields import Fields, Property
from ..observing import irregular
from .subproject_response import SubprojectResponse

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("name", "name", parse_str, required=True),
    Property("isArchived", "is_archived", parse_bool, required=True),
    Property("currency", "currency", parse_str, required=True),
    Property("dimensionId", "dimension_id", parse_str, required=True),
    Property("defaultSubprojectId", "default_subproject_id", parse_str, required=True),
    Property(
        "subprojects",
        "subprojects",
        lambda value: parse_list(SubprojectResponse.from_dict, value),
        lambda value: [item.to_dict() for item in value],
        required=True,
    ),
    Property(
        "createdAt",
        "created_at",
        parse_datetime,
        lambda value: encode_datetime(value, "ProjectResponse.created_at"),
        required=True,
    ),
    Property(
        "updatedAt",
        "updated_at",
        parse_datetime,
        lambda value: encode_datetime(value, "ProjectResponse.updated_at"),
        required=True,
    ),
    Property("customerId", "customer_id", parse_str),
    Property("budgetHours", "budget_hours", parse_any),
    Property(
        "budgetAmount",
        "budget_amount",
        parse_decimal,
        lambda value: encode_decimal(value, "ProjectResponse.budget_amount"),
    ),
    Property(
        "startDate", "start_date", parse_date, lambda value: encode_date(value, "ProjectResponse.start_date")
    ),
    Property("endDate", "end_date", parse_date, lambda value: encode_date(value, "ProjectResponse.end_date")),
    Property("externalReference", "external_reference", parse_str),
    Property("color", "color", parse_str),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ProjectResponse(_Model):
    """A project with its subprojects.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id
        name
        is_archived: Whether the project is archived and so read-only
        currency: Currency of the budget amounts (ISO 4217)
        dimension_id: Dimension category behind the project; subprojects live as its values
        default_subproject_id: Catch-all subproject made together with the project
        subprojects: Subprojects, ascending by `sortOrder`
        created_at
        updated_at
        customer_id: Customer of the project; null when it is linked to none
        budget_hours: Budget in hours, in total over the subprojects. The type is not published
        budget_amount: Budget in the currency of the project. The type is not published
        start_date: First day, inclusive
        end_date: Last day, inclusive
        external_reference: Your own reference, the key of the upsert
        color: Hex colour code
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    name: str
    is_archived: bool
    currency: str
    dimension_id: str
    default_subproject_id: str
    subprojects: list[SubprojectResponse]
    created_at: _dt.datetime
    updated_at: _dt.datetime
    customer_id: str | None = None
    budget_hours: Any = None
    budget_amount: Decimal | None = None
    start_date: _dt.date | None = None
    end_date: _dt.date | None = None
    external_reference: str | None = None
    color: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 16:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 16:
                irregular()
            (
                _id,
                _name,
                _is_archived,
                _currency,
                _dimension_id,
                _default_subproject_id,
                _subprojects,
                _created_at,
                _updated_at,
                _customer_id,
                _budget_hours,
                _budget_amount,
                _start_date,
                _end_date,
                _external_reference,
                _color,
            ) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and _name.__class__ is str
                and _is_archived.__class__ is bool
                and _currency.__class__ is str
                and _dimension_id.__class__ is str
                and _default_subproject_id.__class__ is str
                and (_customer_id is None or _customer_id.__class__ is str)
                and (_external_reference is None or _external_reference.__class__ is str)
                and (_color is None or _color.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.name = _name
            self.is_archived = _is_archived
            self.currency = _currency
            self.dimension_id = _dimension_id
            self.default_subproject_id = _default_subproject_id
            self.subprojects = parse_list(SubprojectResponse.from_dict, _subprojects)
            self.created_at = from_iso(_created_at)
            self.updated_at = from_iso(_updated_at)
            self.customer_id = _customer_id
            self.budget_hours = _budget_hours
            self.budget_amount = None if _budget_amount is None else parse_decimal(_budget_amount)
            self.start_date = None if _start_date is None else date_from_iso(_start_date)
            self.end_date = None if _end_date is None else date_from_iso(_end_date)
            self.external_reference = _external_reference
            self.color = _color
        except FAULTS:
            return cls._read(src)
        return self
