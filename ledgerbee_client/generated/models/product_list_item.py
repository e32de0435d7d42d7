"""ProductListItem"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, from_iso, leave_out, new_object, parse_datetime
from ..encoding import encode_datetime, encode_enum
from ..errors import DecodeError
from .product_type import PRODUCT_TYPE_VALUES, ProductType


@_define(kw_only=True)
class ProductListItem:
    """A product as the list gives it: without its prices.

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
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES)

    id: str | None = None
    product_number: str | None = None
    name: str | None = None
    unit: str | None = None
    product_group_id: str | None = None
    product_type: ProductType | None = None
    is_active: bool | None = None
    is_archived: bool | None = None
    is_locked: bool | None = None
    created_at: _dt.datetime | None = None
    updated_at: _dt.datetime | None = None
    description: str | None = None
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 12 else fields.read(src)
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
            ) = values
            if _product_type is not None:
                at = "productType"
                _product_type = PRODUCT_TYPE_VALUES.get(_product_type) or ProductType(_product_type)
            self.product_type = _product_type
            if _created_at is not None:
                at = "createdAt"
                try:
                    _created_at = from_iso(_created_at)
                except (TypeError, ValueError):
                    _created_at = parse_datetime(_created_at)
            self.created_at = _created_at
            if _updated_at is not None:
                at = "updatedAt"
                try:
                    _updated_at = from_iso(_updated_at)
                except (TypeError, ValueError):
                    _updated_at = parse_datetime(_updated_at)
            self.updated_at = _updated_at
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
            "productType": None if self.product_type is None else encode_enum(self.product_type),
            "isActive": self.is_active,
            "isArchived": self.is_archived,
            "isLocked": self.is_locked,
            "createdAt": None
            if self.created_at is None
            else encode_datetime(self.created_at, "ProductListItem.created_at"),
            "updatedAt": None
            if self.updated_at is None
            else encode_datetime(self.updated_at, "ProductListItem.updated_at"),
            "description": self.description,
        }
        if self._absent:
            leave_out(result, self._absent)
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
