"""DocumentTemplateResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, from_iso, leave_out, new_object, parse_datetime
from ..encoding import encode_datetime, encode_enum
from ..errors import DecodeError
from .document_type import DOCUMENT_TYPE_VALUES, DocumentType


@_define(kw_only=True)
class DocumentTemplateResponse:
    """A PDF design. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id: Id of the design, for `documentTemplateId`, for example 0197a943-2325-7829-b835-b6c71a293040
        is_default: Marks the default of its type; says nothing about the position in the list
        name
        document_type: Kind of document the design is for
        created_at
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "isDefault": "is_default",
        "name": "name",
        "documentType": "document_type",
        "createdAt": "created_at",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    is_default: bool | None = None
    name: str | None = None
    document_type: DocumentType | None = None
    created_at: _dt.datetime | None = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 5 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (self.id, self.is_default, self.name, _document_type, _created_at) = values
            if _document_type is not None:
                at = "documentType"
                _document_type = DOCUMENT_TYPE_VALUES.get(_document_type) or DocumentType(_document_type)
            self.document_type = _document_type
            if _created_at is not None:
                at = "createdAt"
                try:
                    _created_at = from_iso(_created_at)
                except (TypeError, ValueError):
                    _created_at = parse_datetime(_created_at)
            self.created_at = _created_at
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "id": self.id,
            "isDefault": self.is_default,
            "name": self.name,
            "documentType": None if self.document_type is None else encode_enum(self.document_type),
            "createdAt": None
            if self.created_at is None
            else encode_datetime(self.created_at, "DocumentTemplateResponse.created_at"),
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
