"""DocumentTemplateResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import encode_datetime, encode_enum, parse_datetime
from ..errors import DecodeError
from ..types import UNSET
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

    id: str | None = None
    is_default: bool | None = None
    name: str | None = None
    document_type: DocumentType | None = None
    created_at: _dt.datetime | None = None
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
            _id = get("id", UNSET)
            if _id is UNSET:
                absent |= 1
                _id = None
            _is_default = get("isDefault", UNSET)
            if _is_default is UNSET:
                absent |= 2
                _is_default = None
            _name = get("name", UNSET)
            if _name is UNSET:
                absent |= 4
                _name = None
            _document_type = get("documentType", UNSET)
            if _document_type is UNSET:
                absent |= 8
                _document_type = None
            elif _document_type is not None:
                at = "documentType"
                _document_type = DOCUMENT_TYPE_VALUES.get(_document_type) or DocumentType(_document_type)
            _created_at = get("createdAt", UNSET)
            if _created_at is UNSET:
                absent |= 16
                _created_at = None
            elif _created_at is not None:
                at = "createdAt"
                _created_at = parse_datetime(_created_at)
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 5 - absent.bit_count():
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            id=_id,
            is_default=_is_default,
            name=_name,
            document_type=_document_type,
            created_at=_created_at,
            additional_properties=extra,
            _absent=absent,
        )

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {}
        if self.id is None:
            if not self._absent & 1:
                result["id"] = None
        else:
            result["id"] = self.id
        if self.is_default is None:
            if not self._absent & 2:
                result["isDefault"] = None
        else:
            result["isDefault"] = self.is_default
        if self.name is None:
            if not self._absent & 4:
                result["name"] = None
        else:
            result["name"] = self.name
        if self.document_type is None:
            if not self._absent & 8:
                result["documentType"] = None
        else:
            result["documentType"] = encode_enum(self.document_type)
        if self.created_at is None:
            if not self._absent & 16:
                result["createdAt"] = None
        else:
            result["createdAt"] = encode_datetime(self.created_at, "DocumentTemplateResponse.created_at")
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
