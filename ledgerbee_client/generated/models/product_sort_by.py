"""The values of ProductSortBy."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class ProductSortBy(OpenEnum):
    """Known values; the API may add others."""

    PRODUCT_NUMBER = "productNumber"
    NAME = "name"
    CREATED_AT = "createdAt"


PRODUCT_SORT_BY_VALUES: Final = Values(ProductSortBy)
