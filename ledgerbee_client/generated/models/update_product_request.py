"""UpdateProductRequest"""

from __future__ import annotations

from typing import Any, ClassVar, Final

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_bool, parse_str
from ..encoding import encode_dict, encode_enum
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
        product_type: Product type (goods or services)
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    product_number: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    unit: str | None | Unset = UNSET
    product_group_id: str | None | Unset = UNSET
    is_active: bool | None | Unset = UNSET
    product_type: ProductType | str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {}
        if not isinstance(self.product_number, Unset):
            result["productNumber"] = self.product_number
        if not isinstance(self.name, Unset):
            result["name"] = self.name
        if not isinstance(self.description, Unset):
            result["description"] = self.description
        if not isinstance(self.unit, Unset):
            result["unit"] = self.unit
        if not isinstance(self.product_group_id, Unset):
            result["productGroupId"] = self.product_group_id
        if not isinstance(self.is_active, Unset):
            result["isActive"] = self.is_active
        if not isinstance(self.product_type, Unset):
            result["productType"] = None if self.product_type is None else encode_enum(self.product_type)
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "UpdateProductRequest.additional_properties")
            )
        return result
