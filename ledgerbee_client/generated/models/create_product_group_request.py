"""CreateProductGroupRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Required as _Required, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_str
from ..encoding import encode_any, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset

_FIELDS: Final = Fields(
    Property("number", "number", parse_str),
    Property("name", "name", parse_str),
    Property("domesticAccountId", "domestic_account_id", parse_str, required=True),
    Property("euAccountId", "eu_account_id", parse_str, required=True),
    Property("abroadAccountId", "abroad_account_id", parse_str, required=True),
    Property("domesticWithoutVatAccountId", "domestic_without_vat_account_id", parse_str, required=True),
    Property("description", "description", parse_str),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateProductGroupRequest(_Model):
    """Body of *Create a product group*.

    Attributes:
        number: Number, unique within the company, for example PG001
        name: For example Services
        domestic_account_id: Account for domestic sales; it must carry a VAT code valid for sales
        eu_account_id: Account for sales in the EU (Rubric B); it must carry a VAT code valid for sales
        abroad_account_id: Account for sales abroad (Rubric C); it must carry a VAT code valid for sales
        domestic_without_vat_account_id: Account for domestic sales without VAT; it needs no VAT code
        description
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    number: str | Unset = UNSET
    name: str | Unset = UNSET
    domestic_account_id: str
    eu_account_id: str
    abroad_account_id: str
    domestic_without_vat_account_id: str
    description: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {
            "domesticAccountId": encode_str(
                self.domestic_account_id, "CreateProductGroupRequest.domestic_account_id"
            ),
            "euAccountId": encode_str(self.eu_account_id, "CreateProductGroupRequest.eu_account_id"),
            "abroadAccountId": encode_str(
                self.abroad_account_id, "CreateProductGroupRequest.abroad_account_id"
            ),
            "domesticWithoutVatAccountId": encode_str(
                self.domestic_without_vat_account_id,
                "CreateProductGroupRequest.domestic_without_vat_account_id",
            ),
        }
        if not isinstance(self.number, Unset):
            result["number"] = encode_str(self.number, "CreateProductGroupRequest.number")
        if not isinstance(self.name, Unset):
            result["name"] = encode_str(self.name, "CreateProductGroupRequest.name")
        if not isinstance(self.description, Unset):
            result["description"] = encode_str(self.description, "CreateProductGroupRequest.description")
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "CreateProductGroupRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class CreateProductGroupRequestDict(_TypedDict, total=False):
        """A mapping in the place of `CreateProductGroupRequest`."""

        number: str
        name: str
        domestic_account_id: _Required[str]
        eu_account_id: _Required[str]
        abroad_account_id: _Required[str]
        domestic_without_vat_account_id: _Required[str]
        description: str
        additional_properties: Mapping[str, Any]
else:
    CreateProductGroupRequestDict = Mapping[str, Any]
