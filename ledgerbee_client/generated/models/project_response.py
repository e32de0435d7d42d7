"""ProjectResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_date, encode_datetime, parse_date, parse_datetime, parse_list
from ..errors import DecodeError
from ..types import UNSET
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
    #: Bit i: the i-th optional field is None because the answer said null (rather than nothing).
    _nulls: int = _field(default=0, init=False, eq=False, repr=False)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        at = ""
        try:
            get = src.get
            missing = 0
            nulls = 0
            _id = get("id", UNSET)
            if _id is UNSET:
                missing += 1
                _id = None
            elif _id is None:
                nulls |= 1
            _name = get("name", UNSET)
            if _name is UNSET:
                missing += 1
                _name = None
            elif _name is None:
                nulls |= 2
            _is_archived = get("isArchived", UNSET)
            if _is_archived is UNSET:
                missing += 1
                _is_archived = None
            elif _is_archived is None:
                nulls |= 4
            _currency = get("currency", UNSET)
            if _currency is UNSET:
                missing += 1
                _currency = None
            elif _currency is None:
                nulls |= 8
            _dimension_id = get("dimensionId", UNSET)
            if _dimension_id is UNSET:
                missing += 1
                _dimension_id = None
            elif _dimension_id is None:
                nulls |= 16
            _default_subproject_id = get("defaultSubprojectId", UNSET)
            if _default_subproject_id is UNSET:
                missing += 1
                _default_subproject_id = None
            elif _default_subproject_id is None:
                nulls |= 32
            _subprojects = get("subprojects", UNSET)
            if _subprojects is UNSET:
                missing += 1
                _subprojects = None
            elif _subprojects is None:
                nulls |= 64
            else:
                at = "subprojects"
                _subprojects = parse_list(SubprojectResponse.from_dict, _subprojects)
            _created_at = get("createdAt", UNSET)
            if _created_at is UNSET:
                missing += 1
                _created_at = None
            elif _created_at is None:
                nulls |= 128
            else:
                at = "createdAt"
                _created_at = parse_datetime(_created_at)
            _updated_at = get("updatedAt", UNSET)
            if _updated_at is UNSET:
                missing += 1
                _updated_at = None
            elif _updated_at is None:
                nulls |= 256
            else:
                at = "updatedAt"
                _updated_at = parse_datetime(_updated_at)
            _customer_id = get("customerId", UNSET)
            if _customer_id is UNSET:
                missing += 1
                _customer_id = None
            elif _customer_id is None:
                nulls |= 512
            _budget_hours = get("budgetHours", UNSET)
            if _budget_hours is UNSET:
                missing += 1
                _budget_hours = None
            elif _budget_hours is None:
                nulls |= 1024
            _budget_amount = get("budgetAmount", UNSET)
            if _budget_amount is UNSET:
                missing += 1
                _budget_amount = None
            elif _budget_amount is None:
                nulls |= 2048
            _start_date = get("startDate", UNSET)
            if _start_date is UNSET:
                missing += 1
                _start_date = None
            elif _start_date is None:
                nulls |= 4096
            else:
                at = "startDate"
                _start_date = parse_date(_start_date)
            _end_date = get("endDate", UNSET)
            if _end_date is UNSET:
                missing += 1
                _end_date = None
            elif _end_date is None:
                nulls |= 8192
            else:
                at = "endDate"
                _end_date = parse_date(_end_date)
            _external_reference = get("externalReference", UNSET)
            if _external_reference is UNSET:
                missing += 1
                _external_reference = None
            elif _external_reference is None:
                nulls |= 16384
            _color = get("color", UNSET)
            if _color is UNSET:
                missing += 1
                _color = None
            elif _color is None:
                nulls |= 32768
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 16 - missing:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        self = cls(
            id=_id,
            name=_name,
            is_archived=_is_archived,
            currency=_currency,
            dimension_id=_dimension_id,
            default_subproject_id=_default_subproject_id,
            subprojects=_subprojects,
            created_at=_created_at,
            updated_at=_updated_at,
            customer_id=_customer_id,
            budget_hours=_budget_hours,
            budget_amount=_budget_amount,
            start_date=_start_date,
            end_date=_end_date,
            external_reference=_external_reference,
            color=_color,
            additional_properties=extra,
        )
        self._nulls = nulls
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.id is None:
            if self._nulls & 1:
                result["id"] = None
        else:
            result["id"] = self.id
        if self.name is None:
            if self._nulls & 2:
                result["name"] = None
        else:
            result["name"] = self.name
        if self.is_archived is None:
            if self._nulls & 4:
                result["isArchived"] = None
        else:
            result["isArchived"] = self.is_archived
        if self.currency is None:
            if self._nulls & 8:
                result["currency"] = None
        else:
            result["currency"] = self.currency
        if self.dimension_id is None:
            if self._nulls & 16:
                result["dimensionId"] = None
        else:
            result["dimensionId"] = self.dimension_id
        if self.default_subproject_id is None:
            if self._nulls & 32:
                result["defaultSubprojectId"] = None
        else:
            result["defaultSubprojectId"] = self.default_subproject_id
        if self.subprojects is None:
            if self._nulls & 64:
                result["subprojects"] = None
        else:
            result["subprojects"] = [item.to_dict() for item in self.subprojects]
        if self.created_at is None:
            if self._nulls & 128:
                result["createdAt"] = None
        else:
            result["createdAt"] = encode_datetime(self.created_at, "ProjectResponse.created_at")
        if self.updated_at is None:
            if self._nulls & 256:
                result["updatedAt"] = None
        else:
            result["updatedAt"] = encode_datetime(self.updated_at, "ProjectResponse.updated_at")
        if self.customer_id is None:
            if self._nulls & 512:
                result["customerId"] = None
        else:
            result["customerId"] = self.customer_id
        if self.budget_hours is None:
            if self._nulls & 1024:
                result["budgetHours"] = None
        else:
            result["budgetHours"] = self.budget_hours
        if self.budget_amount is None:
            if self._nulls & 2048:
                result["budgetAmount"] = None
        else:
            result["budgetAmount"] = self.budget_amount
        if self.start_date is None:
            if self._nulls & 4096:
                result["startDate"] = None
        else:
            result["startDate"] = encode_date(self.start_date, "ProjectResponse.start_date")
        if self.end_date is None:
            if self._nulls & 8192:
                result["endDate"] = None
        else:
            result["endDate"] = encode_date(self.end_date, "ProjectResponse.end_date")
        if self.external_reference is None:
            if self._nulls & 16384:
                result["externalReference"] = None
        else:
            result["externalReference"] = self.external_reference
        if self.color is None:
            if self._nulls & 32768:
                result["color"] = None
        else:
            result["color"] = self.color
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
