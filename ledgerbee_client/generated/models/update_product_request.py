"""UpdateProductRequest"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, given_or_unset, new_object
from ..encoding import encode_dict, encode_enum
from ..errors import DecodeError
from ..types import UNSET, Unset
from .product_type import PRODUCT_TYPE_VALUES, ProductType


@_define(kw_only=True)
class UpdateProductRequest:
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

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "productNumber": "product_number",
        "name": "name",
        "description": "description",
        "unit": "unit",
        "productGroupId": "product_group_id",
        "isActive": "is_active",
        "productType": "product_type",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    product_number: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    unit: str | None | Unset = UNSET
    product_group_id: str | None | Unset = UNSET
    is_active: bool | None | Unset = UNSET
    product_type: ProductType | str | None | Unset = UNSET
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 7 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.product_number,
                self.name,
                self.description,
                self.unit,
                self.product_group_id,
                self.is_active,
                _product_type,
            ) = given_or_unset(values, absent) if absent else values
            if _product_type is not None and _product_type is not UNSET:
                at = "productType"
                _product_type = PRODUCT_TYPE_VALUES.get(_product_type) or ProductType(_product_type)
            self.product_type = _product_type
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object: what was given, None as null.

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
