"""HandoffMembershipInput"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, parse_str
from ..fields import Fields, Property
from ..observing import irregular

_FIELDS: Final = Fields(
    Property("customerId", "customer_id", parse_str, required=True),
    Property("role", "role", parse_str, required=True),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class HandoffMembershipInput(_Model):
    """A membership to hand off to the portal.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        customer_id: A customer of the key's tenant
        role: Role of the user. The set of values is not published
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    customer_id: str
    role: str
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 2:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 2:
                irregular()
            (_customer_id, _role) = _TAKE(whole)
            if not (_customer_id.__class__ is str and _role.__class__ is str):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.customer_id = _customer_id
            self.role = _role
        except FAULTS:
            return cls._read(src)
        return self
