"""ReportUsageRequest"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_any, encode_datetime, encode_dict, parse_datetime
from ..errors import DecodeError
from ..types import UNSET, Unset


@_define(kw_only=True)
class ReportUsageRequest:
    """Body of *Report usage*.

    Attributes:
        value: Usage to record. The type is not published
        customer_id
        meter_id: Give `meterId` or `meterName`; the meter must be active
        meter_name: Give `meterId` or `meterName`; the meter must be active
        timestamp: When the usage took place; default is now
        metadata: Your own keys; values are string, number or boolean
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "value": "value",
        "customerId": "customer_id",
        "meterId": "meter_id",
        "meterName": "meter_name",
        "timestamp": "timestamp",
        "metadata": "metadata",
    }

    value: Any | Unset = UNSET
    customer_id: str | None | Unset = UNSET
    meter_id: str | None | Unset = UNSET
    meter_name: str | None | Unset = UNSET
    timestamp: _dt.datetime | str | None | Unset = UNSET
    metadata: Mapping[str, str | float | Decimal | bool] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

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
            _value = get("value", UNSET)
            if _value is UNSET:
                missing += 1
            _customer_id = get("customerId", UNSET)
            if _customer_id is UNSET:
                missing += 1
            _meter_id = get("meterId", UNSET)
            if _meter_id is UNSET:
                missing += 1
            _meter_name = get("meterName", UNSET)
            if _meter_name is UNSET:
                missing += 1
            _timestamp = get("timestamp", UNSET)
            if _timestamp is UNSET:
                missing += 1
            elif _timestamp is not None:
                at = "timestamp"
                _timestamp = parse_datetime(_timestamp)
            _metadata = get("metadata", UNSET)
            if _metadata is UNSET:
                missing += 1
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 6 - missing:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            value=_value,
            customer_id=_customer_id,
            meter_id=_meter_id,
            meter_name=_meter_name,
            timestamp=_timestamp,
            metadata=_metadata,
            additional_properties=extra,
        )

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.value, Unset):
            result["value"] = encode_any(self.value, "ReportUsageRequest.value")
        if not isinstance(self.customer_id, Unset):
            result["customerId"] = self.customer_id
        if not isinstance(self.meter_id, Unset):
            result["meterId"] = self.meter_id
        if not isinstance(self.meter_name, Unset):
            result["meterName"] = self.meter_name
        if not isinstance(self.timestamp, Unset):
            result["timestamp"] = (
                None
                if self.timestamp is None
                else encode_datetime(self.timestamp, "ReportUsageRequest.timestamp", checked=True)
            )
        if not isinstance(self.metadata, Unset):
            result["metadata"] = (
                None
                if self.metadata is None
                else encode_dict(
                    self.metadata,
                    lambda item: encode_any(item, "ReportUsageRequest.metadata"),
                    "ReportUsageRequest.metadata",
                )
            )
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "ReportUsageRequest.additional_properties")
            )
        return result
