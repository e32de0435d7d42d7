"""SendDocumentResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..errors import DecodeError
from ..types import UNSET


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
    #: Bit i: the i-th optional field was not in the answer. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        at = ""
        try:
            get = src.get
            absent = 0
            _success = get("success", UNSET)
            if _success is UNSET:
                absent |= 1
                _success = None
            _delivery_type = get("deliveryType", UNSET)
            if _delivery_type is UNSET:
                absent |= 2
                _delivery_type = None
            _sproom_document_id = get("sproomDocumentId", UNSET)
            if _sproom_document_id is UNSET:
                absent |= 4
                _sproom_document_id = None
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 3 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            success=_success,
            delivery_type=_delivery_type,
            sproom_document_id=_sproom_document_id,
            additional_properties=extra,
            _absent=absent,
        )

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
