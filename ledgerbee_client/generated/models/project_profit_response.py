"""ProjectProfitResponse"""

from __future__ import annotations

from typing import Any, ClassVar, Final

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..fields import Fields

_FIELDS: Final = Fields()


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ProjectProfitResponse(_Model):
    """Profit of a project. Its fields are not known.

    Not all fields are documented; what else an answer holds is in `additional_properties`.
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

    additional_properties: dict[str, Any] = _field(factory=dict)
