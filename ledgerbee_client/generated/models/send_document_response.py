"""SendDocumentResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_bool, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("success", "success", parse_bool, required=True),
    Property("deliveryType", "delivery_type", parse_str, required=True),
    Property("sproomDocumentId", "sproom_document_id", parse_str),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SendDocumentResponse(_Model):
    """Result of sending a document. Further fields may exist.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        success
        delivery_type: Values seen: `Email`, `Sproom`, `Manual`; there may be others
        sproom_document_id
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    success: bool
    delivery_type: str
    sproom_document_id: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 3:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 3:
                irregular()
            (_success, _delivery_type, _sproom_document_id) = _TAKE(whole)
            if not (
                _success.__class__ is bool
                and _delivery_type.__class__ is str
                and (_sproom_document_id is None or _sproom_document_id.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.success = _success
            self.delivery_type = _delivery_type
            self.sproom_document_id = _sproom_document_id
        except FAULTS:
            return cls._read(src)
        return self
