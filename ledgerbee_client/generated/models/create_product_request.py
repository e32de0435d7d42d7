"""CreateProductRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Required as _Required, TypedDict as _TypedDict

from attrs import define as _define, field as _field

from ..base import Model as _Model
from ..decoding import parse_bool, parse_str
from ..encoding import encode_any, encode_bool, encode_model, encode_str
from ..fields import Fields, Property
from ..types import UNSET, Unset
from .initial_product_price_input import InitialProductPriceInput, InitialProductPriceInputDict
from .product_type import PRODUCT_TYPE_VALUES, ProductType

_FIELDS: Final = Fields(
    Property("productNumber", "product_number", parse_str, required=True),
    Property("name", "name", parse_str, required=True),
    Property("unit", "unit", parse_str, required=True),
    Property("productGroupId", "product_group_id", parse_str, required=True),
    Property("description", "description", parse_str),
    Property("isActive", "is_active", parse_bool),
    Property("productType", "product_type", PRODUCT_TYPE_VALUES.__getitem__),
    Property("initialPrice", "initial_price", lambda value: InitialProductPriceInput.from_dict(value)),
    absent=UNSET,
)


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateProductRequest(_Model):
    """Body of *Create a product*.

    Attributes:
        product_number: Unique product number within the company, for example P001
        name: Name of the product, for example Web Hosting
        unit: Unit of measurement, for example pcs
        product_group_id: Product group this product belongs to (must exist), for example
            550e8400-e29b-41d4-a716-446655440000
        description: Optional description
        is_active: Whether the product is active
        product_type: Product type (goods or services). Values: `goods`, `services`
        initial_price: Optional initial price. If provided it is created, activated and set as default in one
            transaction
    """

    _FIELDS: ClassVar[Fields] = _FIELDS
    _SENT: ClassVar[bool] = True

    product_number: str
    name: str
    unit: str
    product_group_id: str
    description: str | None | Unset = UNSET
    is_active: bool | Unset = UNSET
    product_type: ProductType | str | Unset = UNSET
    initial_price: InitialProductPriceInput | InitialProductPriceInputDict | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Encode to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {
            "productNumber": encode_str(self.product_number, "CreateProductRequest.product_number"),
            "name": encode_str(self.name, "CreateProductRequest.name"),
            "unit": encode_str(self.unit, "CreateProductRequest.unit"),
            "productGroupId": encode_str(self.product_group_id, "CreateProductRequest.product_group_id"),
        }
        if not isinstance(self.description, Unset):
            result["description"] = (
                None
                if self.description is None
                else encode_str(self.description, "CreateProductRequest.description")
            )
        if not isinstance(self.is_active, Unset):
            result["isActive"] = encode_bool(self.is_active, "CreateProductRequest.is_active")
        if not isinstance(self.product_type, Unset):
            result["productType"] = encode_str(self.product_type, "CreateProductRequest.product_type")
        if not isinstance(self.initial_price, Unset):
            result["initialPrice"] = encode_model(
                self.initial_price, InitialProductPriceInput, "CreateProductRequest.initial_price"
            )
        if self.additional_properties:
            result.update(
                encode_any(self.additional_properties, "CreateProductRequest.additional_properties")
            )
        return result


if TYPE_CHECKING:

    class CreateProductRequestDict(_TypedDict, total=False):
        """A mapping in the place of `CreateProductRequest`."""

        product_number: _Required[str]
        name: _Required[str]
        unit: _Required[str]
        product_group_id: _Required[str]
        description: str | None
        is_active: bool
        product_type: ProductType | str
        initial_price: InitialProductPriceInput | InitialProductPriceInputDict
        additional_properties: Mapping[str, Any]
else:
    CreateProductRequestDict = Mapping[str, Any]
