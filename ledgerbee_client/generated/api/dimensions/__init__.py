"""The endpoints of dimensions. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_dimension as create_dimension,
        create_dimension_value as create_dimension_value,
        delete_dimension as delete_dimension,
        delete_dimension_value as delete_dimension_value,
        get_dimension as get_dimension,
        list_dimensions as list_dimensions,
        update_dimension as update_dimension,
        update_dimension_value as update_dimension_value,
    )

    pass

_MODULES = frozenset(
    (
        "create_dimension",
        "create_dimension_value",
        "delete_dimension",
        "delete_dimension_value",
        "get_dimension",
        "list_dimensions",
        "update_dimension",
        "update_dimension_value",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
