"""The endpoints of products. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_product as create_product,
        delete_product as delete_product,
        get_product as get_product,
        list_products as list_products,
        update_product as update_product,
    )

    pass

_MODULES = frozenset(("create_product", "delete_product", "get_product", "list_products", "update_product"))


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
