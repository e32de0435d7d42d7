"""UpdateProductGroupRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_str
from ..encoding import encode_any, encode_str
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

    number: str | Unset = UNSET
    name: str | Unset = UNSET
    domestic_account_id: str | Unset = UNSET
    eu_account_id: str | Unset = UNSET
    abroad_account_id: str | Unset = UNSET
    domestic_without_vat_account_id: str | Unset = UNSET
    description: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.number, Unset):
            result["number"] = encode_str(self.number, "UpdateProductGroupRequest.number")
        if not isinstance(self.name, Unset):
            result["name"] = encode_str(self.name, "UpdateProductGroupRequest.name")
        if not isinstance(self.domestic_account_id, Unset):
            result["domesticAccountId"] = encode_str(
                self.domestic_account_id, "UpdateProductGroupRequest.domestic_account_id"
            )
        if not isinstance(self.eu_account_id, Unset):
            result["euAccountId"] = encode_str(self.eu_account_id, "UpdateProductGroupRequest.eu_account_id")
        if not isinstance(self.abroad_account_id, Unset):
            result["abroadAccountId"] = encode_str(
                self.abroad_account_id, "UpdateProductGroupRequest.abroad_account_id"
            )
        if not isinstance(self.domestic_without_vat_account_id, Unset):
            result["domesticWithoutVatAccountId"] = encode_str(
                self.domestic_without_vat_account_id,
                "UpdateProductGroupRequest.domestic_without_vat_account_id",
            )
        if not isinstance(self.description, Unset):
            result["description"] = encode_str(self.description, "UpdateProductGroupRequest.description")
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "UpdateProductGroupRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class UpdateProductGroupRequestDict(_TypedDict, total=False):
        """A mapping in the place of `UpdateProductGroupRequest`."""

        number: str
        name: str
        domestic_account_id: str
        eu_account_id: str
        abroad_account_id: str
        domestic_without_vat_account_id: str
        description: str
        additional_properties: Mapping[str, Any]
else:
    UpdateProductGroupRequestDict = Mapping[str, Any]
