"""SendDocumentResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import new_object, take_some, taker, unknown
from ..errors import DecodeError

_TAKE = taker("success", "deliveryType", "sproomDocumentId")


@_define(kw_only=True)
class SendDocumentResponse:
    """Result of sending a document. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        success
        delivery_type: Values seen: `Email`, `Sproom`, `Manual`; there may be others
        sproom_document_id
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "success": "success",
        "deliveryType": "delivery_type",
        "sproomDocumentId": "sproom_document_id",
    }

    success: bool | None = None
    delivery_type: str | None = None
    sproom_document_id: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th field was not in the answer. It reads as None, and is left out again.
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
            try:
                values = _TAKE(src)
                absent = 0
                extra: dict[str, Any] = {} if len(src) == 3 else unknown(src, cls.WIRE_NAMES)
            except KeyError:
                values, absent, extra = take_some(src, cls.WIRE_NAMES, ())
            (self.success, self.delivery_type, self.sproom_document_id) = values
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.success is None:
            if not self._absent & 1:
                result["success"] = None
        else:
            result["success"] = self.success
        if self.delivery_type is None:
            if not self._absent & 2:
                result["deliveryType"] = None
        else:
            result["deliveryType"] = self.delivery_type
        if self.sproom_document_id is None:
            if not self._absent & 4:
                result["sproomDocumentId"] = None
        else:
            result["sproomDocumentId"] = self.sproom_document_id
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
