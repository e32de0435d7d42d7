"""The values of ProductType."""

from __future__ import annotations

from typing import Final

from ..enums import OpenEnum, Values


class ProductType(OpenEnum):
    """Product type (goods or services) for EU VAT"""

    GOODS = "goods"
    SERVICES = "services"


PRODUCT_TYPE_VALUES: Final = Values(ProductType)
