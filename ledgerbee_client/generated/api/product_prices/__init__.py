"""The endpoints of product_prices. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        activate_product_price as activate_product_price,
        archive_product_price as archive_product_price,
        create_product_price as create_product_price,
        delete_product_price as delete_product_price,
        disable_product_price as disable_product_price,
        get_product_price as get_product_price,
        set_product_price_default as set_product_price_default,
        update_product_price as update_product_price,
    )

    pass

_MODULES = frozenset(
    (
        "activate_product_price",
        "archive_product_price",
        "create_product_price",
        "delete_product_price",
        "disable_product_price",
        "get_product_price",
        "set_product_price_default",
        "update_product_price",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
