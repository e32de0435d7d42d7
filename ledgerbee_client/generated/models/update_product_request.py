"""UpdateProductRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_bool, parse_str
from ..encoding import encode_any, encode_bool, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .product_type import PRODUCT_TYPE_VALUES, ProductType

_FIELDS: Final = Fields(
    Property("productNumber", "product_number", parse_str),
    Property("name", "name", parse_str),
    Property("description", "description", parse_str),
    Property("unit", "unit", parse_str),
    Property("productGroupId", "product_group_id", parse_str),
    Property("isActive", "is_active", parse_bool),
    Property("productType", "product_type", PRODUCT_TYPE_VALUES.__getitem__),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UpdateProductRequest(_Model):
    """Body of *Update a product*.

    Attributes:
        product_number: Unique product number within the company, for example P001
        name: Name of the product, for example Web Hosting
        description: Optional description
        unit: Unit of measurement, for example pcs
        product_group_id: Product group this product belongs to
        is_active: Whether the product is active
        product_type: Product type (goods or services). Values: `goods`, `services`
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    product_number: str | Unset = UNSET
    name: str | Unset = UNSET
    description: str | None | Unset = UNSET
    unit: str | Unset = UNSET
    product_group_id: str | Unset = UNSET
    is_active: bool | Unset = UNSET
    product_type: ProductType | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.product_number, Unset):
            result["productNumber"] = encode_str(self.product_number, "UpdateProductRequest.product_number")
        if not isinstance(self.name, Unset):
            result["name"] = encode_str(self.name, "UpdateProductRequest.name")
        if not isinstance(self.description, Unset):
            result["description"] = (
                None
                if self.description is None
                else encode_str(self.description, "UpdateProductRequest.description")
            )
        if not isinstance(self.unit, Unset):
            result["unit"] = encode_str(self.unit, "UpdateProductRequest.unit")
        if not isinstance(self.product_group_id, Unset):
            result["productGroupId"] = encode_str(
                self.product_group_id, "UpdateProductRequest.product_group_id"
            )
        if not isinstance(self.is_active, Unset):
            result["isActive"] = encode_bool(self.is_active, "UpdateProductRequest.is_active")
        if not isinstance(self.product_type, Unset):
            result["productType"] = encode_str(self.product_type, "UpdateProductRequest.product_type")
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "UpdateProductRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class UpdateProductRequestDict(_TypedDict, total=False):
        """A mapping in the place of `UpdateProductRequest`."""

        product_number: str
        name: str
        description: str | None
        unit: str
        product_group_id: str
        is_active: bool
        product_type: ProductType | str
        additional_properties: Mapping[str, Any]
else:
    UpdateProductRequestDict = Mapping[str, Any]
