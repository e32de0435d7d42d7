"""ErrorDetails"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_list, parse_str
from ..fields import Fields, Property
from ..observing import irregular
from .validation_error_item import ValidationErrorItem

_FIELDS: Final = Fields(
    Property(
        "validationErrors",
        "validation_errors",
        lambda value: parse_list(ValidationErrorItem.from_dict, value),
        lambda value: [item.to_dict() for item in value],
    ),
    Property("requiredScopes", "required_scopes", lambda value: parse_list(parse_str, value)),
    Property("licenseKey", "license_key", parse_str),
    Property("reason", "reason", parse_str),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ErrorDetails(_Model):
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

    _FIELDS: ClassVar[Fields] = _FIELDS

    validation_errors: list[ValidationErrorItem] | None = None
    required_scopes: list[str] | None = None
    license_key: str | None = None
    reason: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 4:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 4:
                irregular()
            (_validation_errors, _required_scopes, _license_key, _reason) = _TAKE(whole)
            if not (
                (_license_key is None or _license_key.__class__ is str)
                and (_reason is None or _reason.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.validation_errors = (
                None
                if _validation_errors is None
                else parse_list(ValidationErrorItem.from_dict, _validation_errors)
            )
            self.required_scopes = (
                None if _required_scopes is None else parse_list(parse_str, _required_scopes)
            )
            self.license_key = _license_key
            self.reason = _reason
        except FAULTS:
            return cls._read(src)
        return self
