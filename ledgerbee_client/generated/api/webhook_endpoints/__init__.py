"""The endpoints of webhook_endpoints. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_webhook_endpoint as create_webhook_endpoint,
        delete_webhook_endpoint as delete_webhook_endpoint,
        get_webhook_endpoint as get_webhook_endpoint,
        list_webhook_endpoints as list_webhook_endpoints,
        roll_webhook_endpoint_secret as roll_webhook_endpoint_secret,
        send_webhook_endpoint_test_event as send_webhook_endpoint_test_event,
        update_webhook_endpoint as update_webhook_endpoint,
    )

    pass

_MODULES = frozenset(
    (
        "create_webhook_endpoint",
        "delete_webhook_endpoint",
        "get_webhook_endpoint",
        "list_webhook_endpoints",
        "roll_webhook_endpoint_secret",
        "send_webhook_endpoint_test_event",
        "update_webhook_endpoint",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
