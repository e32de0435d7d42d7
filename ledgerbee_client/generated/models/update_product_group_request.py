"""UpdateProductGroupRequest"""

from __future__ import annotations

from typing import Any, ClassVar, Final

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_str
from ..encoding import encode_dict
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("number", "number", parse_str),
    Property("name", "name", parse_str),
    Property("domesticAccountId", "domestic_account_id", parse_str),
    Property("euAccountId", "eu_account_id", parse_str),
    Property("abroadAccountId", "abroad_account_id", parse_str),
    Property("domesticWithoutVatAccountId", "domestic_without_vat_account_id", parse_str),
    Property("description", "description", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpdateProductGroupRequest(_Model):
    """Body of *Update a product group*. The fields given here are those of the create body.

    Not all fields are documented; what else an answer holds is in `additional_properties`.

    Attributes:
        number
        name
        domestic_account_id
        eu_account_id
        abroad_account_id
        domestic_without_vat_account_id
        description
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    number: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    domestic_account_id: str | None | Unset = UNSET
    eu_account_id: str | None | Unset = UNSET
    abroad_account_id: str | None | Unset = UNSET
    domestic_without_vat_account_id: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.number, Unset):
            result["number"] = self.number
        if not isinstance(self.name, Unset):
            result["name"] = self.name
        if not isinstance(self.domestic_account_id, Unset):
            result["domesticAccountId"] = self.domestic_account_id
        if not isinstance(self.eu_account_id, Unset):
            result["euAccountId"] = self.eu_account_id
        if not isinstance(self.abroad_account_id, Unset):
            result["abroadAccountId"] = self.abroad_account_id
        if not isinstance(self.domestic_without_vat_account_id, Unset):
            result["domesticWithoutVatAccountId"] = self.domestic_without_vat_account_id
        if not isinstance(self.description, Unset):
            result["description"] = self.description
        if self.additional_properties:
            result.update(
                encode_dict(
                    self.additional_properties, None, "UpdateProductGroupRequest.additional_properties"
                )
            )
        return result
