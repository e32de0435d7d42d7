"""ProjectResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, from_iso, leave_out, new_object, parse_date, parse_datetime, parse_list
from ..encoding import encode_date, encode_datetime
from ..errors import DecodeError
from .subproject_response import SubprojectResponse


@_define(kw_only=True)
class ProjectResponse:
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

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "isArchived": "is_archived",
        "currency": "currency",
        "dimensionId": "dimension_id",
        "defaultSubprojectId": "default_subproject_id",
        "subprojects": "subprojects",
        "createdAt": "created_at",
        "updatedAt": "updated_at",
        "customerId": "customer_id",
        "budgetHours": "budget_hours",
        "budgetAmount": "budget_amount",
        "startDate": "start_date",
        "endDate": "end_date",
        "externalReference": "external_reference",
        "color": "color",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    name: str | None = None
    is_archived: bool | None = None
    currency: str | None = None
    dimension_id: str | None = None
    default_subproject_id: str | None = None
    subprojects: list[SubprojectResponse] | None = None
    created_at: _dt.datetime | None = None
    updated_at: _dt.datetime | None = None
    customer_id: str | None = None
    budget_hours: Any = None
    budget_amount: Any = None
    start_date: _dt.date | None = None
    end_date: _dt.date | None = None
    external_reference: str | None = None
    color: str | None = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 16 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.id,
                self.name,
                self.is_archived,
                self.currency,
                self.dimension_id,
                self.default_subproject_id,
                _subprojects,
                _created_at,
                _updated_at,
                self.customer_id,
                self.budget_hours,
                self.budget_amount,
                _start_date,
                _end_date,
                self.external_reference,
                self.color,
            ) = values
            if _subprojects is not None:
                at = "subprojects"
                _subprojects = parse_list(SubprojectResponse.from_dict, _subprojects)
            self.subprojects = _subprojects
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
            if _start_date is not None:
                at = "startDate"
                _start_date = parse_date(_start_date)
            self.start_date = _start_date
            if _end_date is not None:
                at = "endDate"
                _end_date = parse_date(_end_date)
            self.end_date = _end_date
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
            "isArchived": self.is_archived,
            "currency": self.currency,
            "dimensionId": self.dimension_id,
            "defaultSubprojectId": self.default_subproject_id,
            "subprojects": None
            if self.subprojects is None
            else [item.to_dict() for item in self.subprojects],
            "createdAt": None
            if self.created_at is None
            else encode_datetime(self.created_at, "ProjectResponse.created_at"),
            "updatedAt": None
            if self.updated_at is None
            else encode_datetime(self.updated_at, "ProjectResponse.updated_at"),
            "customerId": self.customer_id,
            "budgetHours": self.budget_hours,
            "budgetAmount": self.budget_amount,
            "startDate": None
            if self.start_date is None
            else encode_date(self.start_date, "ProjectResponse.start_date"),
            "endDate": None
            if self.end_date is None
            else encode_date(self.end_date, "ProjectResponse.end_date"),
            "externalReference": self.external_reference,
            "color": self.color,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
