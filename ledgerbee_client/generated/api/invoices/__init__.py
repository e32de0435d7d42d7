"""The endpoints of invoices. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_invoice as create_invoice,
        get_invoice as get_invoice,
        get_invoice_delivery_status as get_invoice_delivery_status,
        get_invoice_pdf as get_invoice_pdf,
        list_invoices as list_invoices,
        send_invoice as send_invoice,
    )

    pass

_MODULES = frozenset(
    (
        "create_invoice",
        "get_invoice",
        "get_invoice_delivery_status",
        "get_invoice_pdf",
        "list_invoices",
        "send_invoice",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
