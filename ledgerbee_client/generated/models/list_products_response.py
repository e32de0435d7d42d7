"""ListProductsResponse"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field

from ..codec import parse_list
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
        at = ""
        try:
            get = src.get
            _data = src["data"]
            at = "data"
            _data = parse_list(ProductListItem.from_dict, _data)
            _total = src["total"]
            _page = src["page"]
            _limit = src["limit"]
            _total_pages = src["totalPages"]
            at = ""
            extra: dict[str, Any] = {}
            if len(src) != 5:
                extra = {key: value for key, value in src.items() if key not in cls.WIRE_NAMES}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DecodeError.at(at, error) from None
        return cls(
            data=_data,
            total=_total,
            page=_page,
            limit=_limit,
            total_pages=_total_pages,
            additional_properties=extra,
        )

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
