"""ReportUsageRequest"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_any, parse_datetime, parse_dict, parse_str, parse_union
from ..encoding import encode_any, encode_datetime, encode_dict, encode_open, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("value", "value", parse_any),
    Property("customerId", "customer_id", parse_str),
    Property("meterId", "meter_id", parse_str),
    Property("meterName", "meter_name", parse_str),
    Property("timestamp", "timestamp", parse_datetime),
    Property(
        "metadata",
        "metadata",
        lambda value: parse_dict(
            (lambda value: parse_union(value, (("boolean", None), ("number", None), ("string", None)))), value
        ),
    ),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ReportUsageRequest(_Model):
    """Body of *Report usage*.

    Attributes:
        value: Usage to record. The type is not published
        customer_id
        meter_id: Give `meterId` or `meterName`; the meter must be active
        meter_name: Give `meterId` or `meterName`; the meter must be active
        timestamp: When the usage took place; default is now
        metadata: Your own keys; values are string, number or boolean
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    value: Any | Unset = UNSET
    customer_id: str | Unset = UNSET
    meter_id: str | Unset = UNSET
    meter_name: str | Unset = UNSET
    timestamp: _dt.datetime | str | Unset = UNSET
    metadata: Mapping[str, str | float | Decimal | bool] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.value, Unset):
            result["value"] = encode_open(self.value, "ReportUsageRequest.value", is_object=False)
        if not isinstance(self.customer_id, Unset):
            result["customerId"] = encode_str(self.customer_id, "ReportUsageRequest.customer_id")
        if not isinstance(self.meter_id, Unset):
            result["meterId"] = encode_str(self.meter_id, "ReportUsageRequest.meter_id")
        if not isinstance(self.meter_name, Unset):
            result["meterName"] = encode_str(self.meter_name, "ReportUsageRequest.meter_name")
        if not isinstance(self.timestamp, Unset):
            result["timestamp"] = encode_datetime(
                self.timestamp, "ReportUsageRequest.timestamp", checked=True
            )
        if not isinstance(self.metadata, Unset):
            result["metadata"] = encode_dict(
                self.metadata,
                lambda item: encode_any(item, "ReportUsageRequest.metadata", floats=True),
                "ReportUsageRequest.metadata",
            )
        if self.additional_properties:
            result.update(encode_any(self.additional_properties, "ReportUsageRequest.additional_properties"))
        return result


if TYPE_CHECKING:

    class ReportUsageRequestDict(_TypedDict, total=False):
        """A mapping in the place of `ReportUsageRequest`."""

        value: Any
        customer_id: str
        meter_id: str
        meter_name: str
        timestamp: _dt.datetime | str
        metadata: Mapping[str, str | float | Decimal | bool]
        additional_properties: Mapping[str, Any]
else:
    ReportUsageRequestDict = Mapping[str, Any]
