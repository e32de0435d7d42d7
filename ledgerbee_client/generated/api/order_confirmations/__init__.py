"""The endpoints of order_confirmations. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        convert_order_confirmation as convert_order_confirmation,
        create_order_confirmation as create_order_confirmation,
        get_order_confirmation as get_order_confirmation,
        get_order_confirmation_pdf as get_order_confirmation_pdf,
        list_order_confirmations as list_order_confirmations,
        send_order_confirmation as send_order_confirmation,
        update_order_confirmation as update_order_confirmation,
    )

    pass

_MODULES = frozenset(
    (
        "convert_order_confirmation",
        "create_order_confirmation",
        "get_order_confirmation",
        "get_order_confirmation_pdf",
        "list_order_confirmations",
        "send_order_confirmation",
        "update_order_confirmation",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
