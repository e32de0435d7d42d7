"""The endpoints of subscriptions. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        archive_subscription_plan as archive_subscription_plan,
        assign_subscription as assign_subscription,
        cancel_subscription as cancel_subscription,
        cancel_subscription_scheduled_change as cancel_subscription_scheduled_change,
        get_subscription as get_subscription,
        list_subscription_plans as list_subscription_plans,
        list_subscription_scheduled_changes as list_subscription_scheduled_changes,
        list_subscriptions as list_subscriptions,
        update_subscription as update_subscription,
    )

    pass

_MODULES = frozenset(
    (
        "archive_subscription_plan",
        "assign_subscription",
        "cancel_subscription",
        "cancel_subscription_scheduled_change",
        "get_subscription",
        "list_subscription_plans",
        "list_subscription_scheduled_changes",
        "list_subscriptions",
        "update_subscription",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
