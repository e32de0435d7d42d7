"""DocumentTemplateResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, from_iso, parse_bool, parse_datetime, parse_str
from ..encoding import encode_datetime, encode_enum
from ..fields import Fields, Property
from ..observing import irregular
from .document_type import DOCUMENT_TYPE_VALUES, DocumentType

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("isDefault", "is_default", parse_bool, required=True),
    Property("name", "name", parse_str),
    Property("documentType", "document_type", DOCUMENT_TYPE_VALUES.__getitem__, encode_enum),
    Property(
        "createdAt",
        "created_at",
        parse_datetime,
        lambda value: encode_datetime(value, "DocumentTemplateResponse.created_at"),
    ),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DocumentTemplateResponse(_Model):
    """A PDF design. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        id: Id of the design, for `documentTemplateId`, for example 0197a943-2325-7829-b835-b6c71a293040
        is_default: Marks the default of its type; says nothing about the position in the list
        name
        document_type: Kind of document the design is for. Values: `invoice-template`, `credit-note-template`,
            `quote-template`, `order-confirmation-template`
        created_at
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    is_default: bool
    name: str | None = None
    document_type: DocumentType | None = None
    created_at: _dt.datetime | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 5:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 5:
                irregular()
            (_id, _is_default, _name, _document_type, _created_at) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and _is_default.__class__ is bool
                and (_name is None or _name.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.is_default = _is_default
            self.name = _name
            self.document_type = None if _document_type is None else DOCUMENT_TYPE_VALUES[_document_type]
            self.created_at = None if _created_at is None else from_iso(_created_at)
        except FAULTS:
            return cls._read(src)
        return self
