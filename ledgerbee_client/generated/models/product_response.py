"""ProductResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, leave_out, new_object, parse_datetime, parse_list
from ..encoding import encode_datetime, encode_enum
from ..errors import DecodeError
from .product_price_response import ProductPriceResponse
from .product_type import PRODUCT_TYPE_VALUES, ProductType


@_define(kw_only=True)
class ProductResponse:
    """A product.

    Attributes:
        id: The unique identifier of the product, for example 550e8400-e29b-41d4-a716-446655440000
        product_number: Unique product number within the company, for example P001
        name: Name of the product, for example Web Hosting
        unit: Unit of measurement, for example pcs
        product_group_id: Product group this product belongs to
        product_type: Product type (goods or services) for EU VAT
        is_active: Whether the product is active
        is_archived: Whether the product is archived
        is_locked: Whether the product is locked (in use, cannot be deleted)
        created_at: When the product was created, for example 2024-01-15T10:30:00Z
        updated_at: When the product was last updated, for example 2024-01-15T10:30:00Z
        description: Optional description
        prices: Prices configured for this product
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "productNumber": "product_number",
        "name": "name",
        "unit": "unit",
        "productGroupId": "product_group_id",
        "productType": "product_type",
        "isActive": "is_active",
        "isArchived": "is_archived",
        "isLocked": "is_locked",
        "createdAt": "created_at",
        "updatedAt": "updated_at",
        "description": "description",
        "prices": "prices",
    }
    _FIELDS: ClassVar[Fields] = Fields(
        WIRE_NAMES,
        (
            "id",
            "productNumber",
            "name",
            "unit",
            "productGroupId",
            "productType",
            "isActive",
            "isArchived",
            "isLocked",
            "createdAt",
            "updatedAt",
        ),
    )

    id: str
    product_number: str
    name: str
    unit: str
    product_group_id: str
    product_type: ProductType
    is_active: bool
    is_archived: bool
    is_locked: bool
    created_at: _dt.datetime
    updated_at: _dt.datetime
    description: str | None = None
    prices: list[ProductPriceResponse] | None = None
    additional_properties: dict[str, Any] = _field(factory=dict)
    #: Bit i: the i-th field was not in the response. It reads as None, and is left out again.
    _absent: int = _field(default=-1, alias="_absent", eq=False, repr=False)

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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 13 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (
                self.id,
                self.product_number,
                self.name,
                self.unit,
                self.product_group_id,
                _product_type,
                self.is_active,
                self.is_archived,
                self.is_locked,
                _created_at,
                _updated_at,
                self.description,
                _prices,
            ) = values
            at = "productType"
            self.product_type = PRODUCT_TYPE_VALUES.get(_product_type) or ProductType(_product_type)
            at = "createdAt"
            self.created_at = parse_datetime(_created_at)
            at = "updatedAt"
            self.updated_at = parse_datetime(_updated_at)
            if _prices is not None:
                at = "prices"
                _prices = parse_list(ProductPriceResponse.from_dict, _prices)
            self.prices = _prices
            self._absent = absent
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "id": self.id,
            "productNumber": self.product_number,
            "name": self.name,
            "unit": self.unit,
            "productGroupId": self.product_group_id,
            "productType": encode_enum(self.product_type),
            "isActive": self.is_active,
            "isArchived": self.is_archived,
            "isLocked": self.is_locked,
            "createdAt": encode_datetime(self.created_at, "ProductResponse.created_at"),
            "updatedAt": encode_datetime(self.updated_at, "ProductResponse.updated_at"),
            "description": self.description,
            "prices": None if self.prices is None else [item.to_dict() for item in self.prices],
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
