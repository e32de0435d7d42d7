"""CreateProjectsRequest"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_any, parse_date, parse_decimal, parse_str
from ..encoding import encode_any, encode_date, encode_decimal, encode_open, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("name", "name", parse_str),
    Property("currency", "currency", parse_str),
    Property("dimensionId", "dimension_id", parse_str),
    Property("customerId", "customer_id", parse_str),
    Property("budgetHours", "budget_hours", parse_any),
    Property("budgetAmount", "budget_amount", parse_decimal),
    Property("startDate", "start_date", parse_date),
    Property("endDate", "end_date", parse_date),
    Property("externalReference", "external_reference", parse_str),
    Property("color", "color", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateProjectsRequest(_Model):
    """What `projects.create` probably takes.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        name
        currency: Currency of the budget amounts (ISO 4217)
        dimension_id: Dimension category behind the project; subprojects live as its values
        customer_id: Customer of the project; null when it is linked to none
        budget_hours: Budget in hours, in total over the subprojects. The type is not published
        budget_amount: Budget in the currency of the project. The type is not published
        start_date: First day, inclusive
        end_date: Last day, inclusive
        external_reference: Your own reference, the key of the upsert
        color: Hex colour code
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    name: str | Unset = UNSET
    currency: str | Unset = UNSET
    dimension_id: str | Unset = UNSET
    customer_id: str | None | Unset = UNSET
    budget_hours: Any | Unset = UNSET
    budget_amount: Decimal | str | int | None | Unset = UNSET
    start_date: _dt.date | str | None | Unset = UNSET
    end_date: _dt.date | str | None | Unset = UNSET
    external_reference: str | None | Unset = UNSET
    color: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.name, Unset):
            result["name"] = encode_str(self.name, "CreateProjectsRequest.name")
        if not isinstance(self.currency, Unset):
            result["currency"] = encode_str(self.currency, "CreateProjectsRequest.currency")
        if not isinstance(self.dimension_id, Unset):
            result["dimensionId"] = encode_str(self.dimension_id, "CreateProjectsRequest.dimension_id")
        if not isinstance(self.customer_id, Unset):
            result["customerId"] = (
                None
                if self.customer_id is None
                else encode_str(self.customer_id, "CreateProjectsRequest.customer_id")
            )
        if not isinstance(self.budget_hours, Unset):
            result["budgetHours"] = encode_open(
                self.budget_hours, "CreateProjectsRequest.budget_hours", is_object=False
            )
        if not isinstance(self.budget_amount, Unset):
            result["budgetAmount"] = (
                None
                if self.budget_amount is None
                else encode_decimal(self.budget_amount, "CreateProjectsRequest.budget_amount")
            )
        if not isinstance(self.start_date, Unset):
            result["startDate"] = (
                None
                if self.start_date is None
                else encode_date(self.start_date, "CreateProjectsRequest.start_date", checked=True)
            )
        if not isinstance(self.end_date, Unset):
            result["endDate"] = (
                None
                if self.end_date is None
                else encode_date(self.end_date, "CreateProjectsRequest.end_date", checked=True)
            )
        if not isinstance(self.external_reference, Unset):
            result["externalReference"] = (
                None
                if self.external_reference is None
                else encode_str(self.external_reference, "CreateProjectsRequest.external_reference")
            )
        if not isinstance(self.color, Unset):
            result["color"] = (
                None if self.color is None else encode_str(self.color, "CreateProjectsRequest.color")
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "CreateProjectsRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class CreateProjectsRequestDict(_TypedDict, total=False):
        """A mapping in the place of `CreateProjectsRequest`."""

        name: str
        currency: str
        dimension_id: str
        customer_id: str | None
        budget_hours: Any
        budget_amount: Decimal | str | int | None
        start_date: _dt.date | str | None
        end_date: _dt.date | str | None
        external_reference: str | None
        color: str | None
        additional_properties: Mapping[str, Any]
else:
    CreateProjectsRequestDict = Mapping[str, Any]
