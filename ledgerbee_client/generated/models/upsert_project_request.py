"""UpsertProjectRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_str
from ..encoding import encode_any, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(Property("externalReference", "external_reference", parse_str), absent=UNSET)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpsertProjectRequest(_Model):
    """Body of *Idempotent project upsert*. The writable fields are probably among those of a project: `name`,
    `currency`, `customerId`, `budgetHours`, `budgetAmount`, `startDate`, `endDate`, `color`.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        external_reference: Your own reference, the key of the upsert
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    external_reference: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.external_reference, Unset):
            result["externalReference"] = (
                None
                if self.external_reference is None
                else encode_str(self.external_reference, "UpsertProjectRequest.external_reference")
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "UpsertProjectRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class UpsertProjectRequestDict(_TypedDict, total=False):
        """A mapping in the place of `UpsertProjectRequest`."""

        external_reference: str | None
        additional_properties: Mapping[str, Any]
else:
    UpsertProjectRequestDict = Mapping[str, Any]
