"""ReportUsageRequest"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, from_iso, given_or_unset, new_object, parse_datetime
from ..encoding import encode_any, encode_datetime, encode_dict
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
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

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
        self = new_object(cls)
        at = ""
        try:
            fields = cls._FIELDS
            try:
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 6 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.value, self.customer_id, self.meter_id, self.meter_name, _timestamp, self.metadata) = (
                given_or_unset(values, absent) if absent else values
            )
            if _timestamp is not None and _timestamp is not UNSET:
                at = "timestamp"
                try:
                    _timestamp = from_iso(_timestamp)
                except (TypeError, ValueError):
                    _timestamp = parse_datetime(_timestamp)
            self.timestamp = _timestamp
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

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
