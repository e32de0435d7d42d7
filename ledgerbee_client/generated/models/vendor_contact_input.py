"""VendorContactInput"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_dict
from ..errors import DecodeError
from ..types import UNSET, Unset


@_define(kw_only=True)
class VendorContactInput:
    """A contact of a vendor. Further fields exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        is_default: Whether it is the default contact. Exactly one is; a single contact becomes it by itself
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"isDefault": "is_default"}
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    is_default: bool | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 1 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.is_default,) = given_or_unset(values, absent) if absent else values
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
        if not isinstance(self.is_default, Unset):
            result["isDefault"] = self.is_default
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "VendorContactInput.additional_properties")
            )
        return result
