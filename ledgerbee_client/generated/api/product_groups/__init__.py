"""The endpoints of product_groups. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_product_group as create_product_group,
        delete_product_group as delete_product_group,
        get_product_group as get_product_group,
        list_product_groups as list_product_groups,
        update_product_group as update_product_group,
    )

    pass

_MODULES = frozenset(
    (
        "create_product_group",
        "delete_product_group",
        "get_product_group",
        "list_product_groups",
        "update_product_group",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
