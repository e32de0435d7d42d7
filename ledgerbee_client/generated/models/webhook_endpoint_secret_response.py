"""WebhookEndpointSecretResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..errors import DecodeError


@_define(kw_only=True)
class WebhookEndpointSecretResponse:
    """Carries the signing secret (`whsec_...`), shown this once, in a field whose name is not known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {}

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
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 0:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(additional_properties=extra)

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
