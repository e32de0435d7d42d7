"""The endpoints of customers. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_customer as create_customer,
        get_customer as get_customer,
        list_customer_contacts as list_customer_contacts,
        list_customer_departments as list_customer_departments,
        list_customer_groups as list_customer_groups,
        list_customers as list_customers,
        update_customer as update_customer,
    )

    pass

_MODULES = frozenset(
    (
        "create_customer",
        "get_customer",
        "list_customer_contacts",
        "list_customer_departments",
        "list_customer_groups",
        "list_customers",
        "update_customer",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
