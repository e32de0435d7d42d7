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
            _name = get("name", UNSET)
            if _name is UNSET:
                absent |= 2
                _name = None
            _is_archived = get("isArchived", UNSET)
            if _is_archived is UNSET:
                absent |= 4
                _is_archived = None
            _currency = get("currency", UNSET)
            if _currency is UNSET:
                absent |= 8
                _currency = None
            _dimension_id = get("dimensionId", UNSET)
            if _dimension_id is UNSET:
                absent |= 16
                _dimension_id = None
            _default_subproject_id = get("defaultSubprojectId", UNSET)
            if _default_subproject_id is UNSET:
                absent |= 32
                _default_subproject_id = None
            _subprojects = get("subprojects", UNSET)
            if _subprojects is UNSET:
                absent |= 64
                _subprojects = None
            elif _subprojects is not None:
                at = "subprojects"
                _subprojects = parse_list(SubprojectResponse.from_dict, _subprojects)
            _created_at = get("createdAt", UNSET)
            if _created_at is UNSET:
                absent |= 128
                _created_at = None
            elif _created_at is not None:
                at = "createdAt"
                _created_at = parse_datetime(_created_at)
            _updated_at = get("updatedAt", UNSET)
            if _updated_at is UNSET:
                absent |= 256
                _updated_at = None
            elif _updated_at is not None:
                at = "updatedAt"
                _updated_at = parse_datetime(_updated_at)
            _customer_id = get("customerId", UNSET)
            if _customer_id is UNSET:
                absent |= 512
                _customer_id = None
            _budget_hours = get("budgetHours", UNSET)
            if _budget_hours is UNSET:
                absent |= 1024
                _budget_hours = None
            _budget_amount = get("budgetAmount", UNSET)
            if _budget_amount is UNSET:
                absent |= 2048
                _budget_amount = None
            _start_date = get("startDate", UNSET)
            if _start_date is UNSET:
                absent |= 4096
                _start_date = None
            elif _start_date is not None:
                at = "startDate"
                _start_date = parse_date(_start_date)
            _end_date = get("endDate", UNSET)
            if _end_date is UNSET:
                absent |= 8192
                _end_date = None
            elif _end_date is not None:
                at = "endDate"
                _end_date = parse_date(_end_date)
            _external_reference = get("externalReference", UNSET)
            if _external_reference is UNSET:
                absent |= 16384
                _external_reference = None
            _color = get("color", UNSET)
            if _color is UNSET:
                absent |= 32768
                _color = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 16 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
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
        if self.name is None:
            if not self._absent & 2:
                result["name"] = None
        else:
            result["name"] = self.name
        if self.is_archived is None:
            if not self._absent & 4:
                result["isArchived"] = None
        else:
            result["isArchived"] = self.is_archived
        if self.currency is None:
            if not self._absent & 8:
                result["currency"] = None
        else:
            result["currency"] = self.currency
        if self.dimension_id is None:
            if not self._absent & 16:
                result["dimensionId"] = None
        else:
            result["dimensionId"] = self.dimension_id
        if self.default_subproject_id is None:
            if not self._absent & 32:
                result["defaultSubprojectId"] = None
        else:
            result["defaultSubprojectId"] = self.default_subproject_id
        if self.subprojects is None:
            if not self._absent & 64:
                result["subprojects"] = None
        else:
            result["subprojects"] = [item.to_dict() for item in self.subprojects]
        if self.created_at is None:
            if not self._absent & 128:
                result["createdAt"] = None
        else:
            result["createdAt"] = encode_datetime(self.created_at, "ProjectResponse.created_at")
        if self.updated_at is None:
            if not self._absent & 256:
                result["updatedAt"] = None
        else:
            result["updatedAt"] = encode_datetime(self.updated_at, "ProjectResponse.updated_at")
        if self.customer_id is None:
            if not self._absent & 512:
                result["customerId"] = None
        else:
            result["customerId"] = self.customer_id
        if self.budget_hours is None:
            if not self._absent & 1024:
                result["budgetHours"] = None
        else:
            result["budgetHours"] = self.budget_hours
        if self.budget_amount is None:
            if not self._absent & 2048:
                result["budgetAmount"] = None
        else:
            result["budgetAmount"] = self.budget_amount
        if self.start_date is None:
            if not self._absent & 4096:
                result["startDate"] = None
        else:
            result["startDate"] = encode_date(self.start_date, "ProjectResponse.start_date")
        if self.end_date is None:
            if not self._absent & 8192:
                result["endDate"] = None
        else:
            result["endDate"] = encode_date(self.end_date, "ProjectResponse.end_date")
        if self.external_reference is None:
            if not self._absent & 16384:
                result["externalReference"] = None
        else:
            result["externalReference"] = self.external_reference
        if self.color is None:
            if not self._absent & 32768:
                result["color"] = None
        else:
            result["color"] = self.color
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
