"""ProductResponse"""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define as _define, field as _field

from ..base import Model as _Model, new_object
from ..decoding import FAULTS, from_iso, parse_bool, parse_datetime, parse_list, parse_str
from ..encoding import encode_datetime, encode_enum
from ..fields import Fields, Property
from ..observing import irregular
from .product_price_response import ProductPriceResponse
from .product_type import PRODUCT_TYPE_VALUES, ProductType

_FIELDS: Final = Fields(
    Property("id", "id", parse_str, required=True),
    Property("productNumber", "product_number", parse_str, required=True),
    Property("name", "name", parse_str, required=True),
    Property("unit", "unit", parse_str, required=True),
    Property("productGroupId", "product_group_id", parse_str, required=True),
    Property("productType", "product_type", PRODUCT_TYPE_VALUES.__getitem__, encode_enum, required=True),
    Property("isActive", "is_active", parse_bool, required=True),
    Property("isArchived", "is_archived", parse_bool, required=True),
    Property("isLocked", "is_locked", parse_bool, required=True),
    Property(
        "createdAt",
        "created_at",
        parse_datetime,
        lambda value: encode_datetime(value, "ProductResponse.created_at"),
        required=True,
    ),
    Property(
        "updatedAt",
        "updated_at",
        parse_datetime,
        lambda value: encode_datetime(value, "ProductResponse.updated_at"),
        required=True,
    ),
    Property("description", "description", parse_str),
    Property(
        "prices",
        "prices",
        lambda value: parse_list(ProductPriceResponse.from_dict, value),
        lambda value: [item.to_dict() for item in value],
    ),
)
_DEFAULTS: Final = _FIELDS.defaults
_TAKE: Final = _FIELDS.take


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ProductResponse(_Model):
    """A product.

    Attributes:
        id: The unique identifier of the product, for example 550e8400-e29b-41d4-a716-446655440000
        product_number: Unique product number within the company, for example P001
        name: Name of the product, for example Web Hosting
        unit: Unit of measurement, for example pcs
        product_group_id: Product group this product belongs to
        product_type: Product type (goods or services) for EU VAT. Values: `goods`, `services`
        is_active: Whether the product is active
        is_archived: Whether the product is archived
        is_locked: Whether the product is locked (in use, cannot be deleted)
        created_at: When the product was created, for example 2024-01-15T10:30:00Z
        updated_at: When the product was last updated, for example 2024-01-15T10:30:00Z
        description: Optional description
        prices: Prices configured for this product
    """

    _FIELDS: ClassVar[Fields] = _FIELDS

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

    @classmethod
    def from_dict(cls, src: Mapping[str, Any], /) -> Self:
        try:
            if len(src) == 13:
                whole = src
            elif len(whole := {**_DEFAULTS, **src}) != 13:
                irregular()
            (
                _id,
                _product_number,
                _name,
                _unit,
                _product_group_id,
                _product_type,
                _is_active,
                _is_archived,
                _is_locked,
                _created_at,
                _updated_at,
                _description,
                _prices,
            ) = _TAKE(whole)
            if not (
                _id.__class__ is str
                and _product_number.__class__ is str
                and _name.__class__ is str
                and _unit.__class__ is str
                and _product_group_id.__class__ is str
                and _is_active.__class__ is bool
                and _is_archived.__class__ is bool
                and _is_locked.__class__ is bool
                and (_description is None or _description.__class__ is str)
            ):
                return cls._read(src)
            self = new_object(cls)
            self._source = src
            self.id = _id
            self.product_number = _product_number
            self.name = _name
            self.unit = _unit
            self.product_group_id = _product_group_id
            self.product_type = PRODUCT_TYPE_VALUES[_product_type]
            self.is_active = _is_active
            self.is_archived = _is_archived
            self.is_locked = _is_locked
            self.created_at = from_iso(_created_at)
            self.updated_at = from_iso(_updated_at)
            self.description = _description
            self.prices = None if _prices is None else parse_list(ProductPriceResponse.from_dict, _prices)
        except FAULTS:
            return cls._read(src)
        return self
