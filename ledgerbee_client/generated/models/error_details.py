"""ErrorDetails"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object, parse_list
from ..errors import DecodeError
from .validation_error_item import ValidationErrorItem


@_define(kw_only=True)
class ErrorDetails:
    """Details of an error. Which keys are there depends on the code; codes that are not known yet may bring
    other keys.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        validation_errors: Comes with `SHARED_VALIDATION_FAILED`: one entry per failing field
        required_scopes: Comes with `INSUFFICIENT_PERMISSIONS` when a scope is missing
        license_key: Comes with `LICENSE.REQUIRED`. Values seen: `Subscription`, `CustomerPortal`; there may
            be others, for example Subscription
        reason: Why the credential was refused. Values seen: `ip_whitelist_mismatch`,
            `endpoint_requires_api_key_auth`; there may be others
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "validationErrors": "validation_errors",
        "requiredScopes": "required_scopes",
        "licenseKey": "license_key",
        "reason": "reason",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    validation_errors: list[ValidationErrorItem] | None = None
    required_scopes: list[str] | None = None
    license_key: str | None = None
    reason: str | None = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 4 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (_validation_errors, self.required_scopes, self.license_key, self.reason) = values
            if _validation_errors is not None:
                at = "validationErrors"
                _validation_errors = parse_list(ValidationErrorItem.from_dict, _validation_errors)
            self.validation_errors = _validation_errors
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "validationErrors": None
            if self.validation_errors is None
            else [item.to_dict() for item in self.validation_errors],
            "requiredScopes": self.required_scopes,
            "licenseKey": self.license_key,
            "reason": self.reason,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
