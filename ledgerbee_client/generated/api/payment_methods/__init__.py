"""The endpoints of payment_methods. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        apply_payment_method_to_subscriptions as apply_payment_method_to_subscriptions,
        cancel_payment_method as cancel_payment_method,
        create_payment_method_card_save_link as create_payment_method_card_save_link,
        list_payment_methods as list_payment_methods,
        set_payment_method_default as set_payment_method_default,
        unassign_payment_method as unassign_payment_method,
    )

    pass

_MODULES = frozenset(
    (
        "apply_payment_method_to_subscriptions",
        "cancel_payment_method",
        "create_payment_method_card_save_link",
        "list_payment_methods",
        "set_payment_method_default",
        "unassign_payment_method",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
