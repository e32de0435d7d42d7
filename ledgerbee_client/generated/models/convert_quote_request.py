"""ConvertQuoteRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_any, encode_dict, encode_enum
from ..errors import DecodeError
from ..types import UNSET, Unset
from .convert_quote_target import CONVERT_QUOTE_TARGET_VALUES, ConvertQuoteTarget


@_define(kw_only=True)
class ConvertQuoteRequest:
    """Body of *Convert a quote*. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        target
        document: Changes to the target document. Without it fields and lines are copied as they are. Its
            fields are not published
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {"target": "target", "document": "document"}
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    target: ConvertQuoteTarget | str | None | Unset = UNSET
    document: Mapping[str, Any] | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 2 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (_target, self.document) = given_or_unset(values, absent) if absent else values
            if _target is not None and _target is not UNSET:
                at = "target"
                _target = CONVERT_QUOTE_TARGET_VALUES.get(_target) or ConvertQuoteTarget(_target)
            self.target = _target
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
        if not isinstance(self.target, Unset):
            result["target"] = None if self.target is None else encode_enum(self.target)
        if not isinstance(self.document, Unset):
            result["document"] = (
                None
                if self.document is None
                else encode_dict(
                    self.document,
                    lambda item: encode_any(item, "ConvertQuoteRequest.document"),
                    "ConvertQuoteRequest.document",
                )
            )
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "ConvertQuoteRequest.additional_properties")
            )
        return result
