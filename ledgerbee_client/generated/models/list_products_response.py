"""ListProductsResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..decoding import Fields, new_object, parse_list
from ..errors import DecodeError
from .product_list_item import ProductListItem


@_define(kw_only=True)
class ListProductsResponse:
    """A page of products.

    Attributes:
        data: Page of products (prices omitted; GET one product for its prices)
        total: Total number of matching products, for example 42
        page: Current page number, for example 1
        limit: Items per page, for example 25
        total_pages: Total number of pages, for example 2
    """

    #: The API's name of each field, and the name it has here.
    WIRE_NAMES: ClassVar[Mapping[str, str]] = {
        "data": "data",
        "total": "total",
        "page": "page",
        "limit": "limit",
        "totalPages": "total_pages",
    }
    _FIELDS: ClassVar[Fields] = Fields(WIRE_NAMES, ("data", "total", "page", "limit", "totalPages"))

    data: list[ProductListItem]
    total: int
    page: int
    limit: int
    total_pages: int
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
                values, absent, extra = (fields.take(src), 0, {}) if len(src) == 5 else fields.read(src)
            except KeyError:
                values, absent, extra = fields.read(src)
            (_data, self.total, self.page, self.limit, self.total_pages) = values
            at = "data"
            self.data = parse_list(ProductListItem.from_dict, _data)
            self.additional_properties = extra
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encodes to a JSON object."""
        result: dict[str, Any] = {
            "data": [item.to_dict() for item in self.data],
            "total": self.total,
            "page": self.page,
            "limit": self.limit,
            "totalPages": self.total_pages,
        }
        if self.additional_properties:
            result.update(self.additional_properties)
        return result
