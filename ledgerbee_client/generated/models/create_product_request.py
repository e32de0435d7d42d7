"""CreateProductRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_dict, encode_enum, encode_model
from ..errors import DecodeError
from ..types import UNSET, Unset
from .initial_product_price_input import InitialProductPriceInput
from .product_type import PRODUCT_TYPE_VALUES, ProductType


@_define(kw_only=True)
class CreateProductRequest:
    """Body of *Create a product*.

    Attributes:
        product_number: Unique product number within the company, for example P001
        name: Name of the product, for example Web Hosting
        unit: Unit of measurement, for example pcs
        product_group_id: Product group this product belongs to (must exist), for example
            550e8400-e29b-41d4-a716-446655440000
        description: Optional description
        is_active: Whether the product is active
        product_type: Product type (goods or services)
        initial_price: Optional initial price. If provided it is created, activated and set as default in one
            transaction
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "productNumber": "product_number",
        "name": "name",
        "unit": "unit",
        "productGroupId": "product_group_id",
        "description": "description",
        "isActive": "is_active",
        "productType": "product_type",
        "initialPrice": "initial_price",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES, ("productNumber", "name", "unit", "productGroupId"))

    product_number: str
    name: str
    unit: str
    product_group_id: str
    description: str | None | Unset = UNSET
    is_active: bool | None | Unset = UNSET
    product_type: ProductType | str | None | Unset = UNSET
    initial_price: InitialProductPriceInput | Mapping[str, Any] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Decodes a JSON object.

        Raises:
            DecodeError: with the place in the object.
        """
        self = new_object(cls)
        at = ""
        try:
            fields = cls._FIELDS
            try:
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 8 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.product_number,
                self.name,
                self.unit,
                self.product_group_id,
                self.description,
                self.is_active,
                _product_type,
                _initial_price,
            ) = given_or_unset(values, absent) if absent else values
            if _product_type is not None and _product_type is not UNSET:
                at = "productType"
                _product_type = PRODUCT_TYPE_VALUES.get(_product_type) or ProductType(_product_type)
            self.product_type = _product_type
            if _initial_price is not None and _initial_price is not UNSET:
                at = "initialPrice"
                _initial_price = InitialProductPriceInput.from_dict(_initial_price)
            self.initial_price = _initial_price
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object: what was given, None as null.

        Raises:
            TypeError, ValueError: a value can't be sent; the message names the field.
        """
        result: dict[str, Any] = {
            "productNumber": self.product_number,
            "name": self.name,
            "unit": self.unit,
            "productGroupId": self.product_group_id,
        }
        if not isinstance(self.description, Unset):
            result["description"] = self.description
        if not isinstance(self.is_active, Unset):
            result["isActive"] = self.is_active
        if not isinstance(self.product_type, Unset):
            result["productType"] = None if self.product_type is None else encode_enum(self.product_type)
        if not isinstance(self.initial_price, Unset):
            result["initialPrice"] = (
                None
                if self.initial_price is None
                else encode_model(
                    self.initial_price, InitialProductPriceInput, "CreateProductRequest.initial_price"
                )
            )
        if self.additional_properties:
            result.update(
                encode_dict(self.additional_properties, None, "CreateProductRequest.additional_properties")
            )
        return result
