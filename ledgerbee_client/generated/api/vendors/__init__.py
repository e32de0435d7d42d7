"""The endpoints of vendors. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_vendor as create_vendor,
        list_vendor_contacts as list_vendor_contacts,
        list_vendor_departments as list_vendor_departments,
        list_vendor_groups as list_vendor_groups,
        list_vendors as list_vendors,
    )

    pass

_MODULES = frozenset(
    ("create_vendor", "list_vendor_contacts", "list_vendor_departments", "list_vendor_groups", "list_vendors")
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
