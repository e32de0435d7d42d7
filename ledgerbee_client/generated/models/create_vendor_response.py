"""CreateVendorResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("vendorNumber", "vendor_number", parse_str, required=True),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateVendorResponse(_Model):
    """The vendor created. The full record is in the list.

    Attributes:
        id
        vendor_number
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    id: str
    vendor_number: str
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 2:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 2:
                irregular()
            (_id, _vendor_number) = _TAKE(whole)
            if not (_id.__class__ is str and _vendor_number.__class__ is str):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.vendor_number = _vendor_number
        except FAULTS:
            return cls._read(src)
        return self
