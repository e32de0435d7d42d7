"""The endpoints of portal_plans. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        get_portal_plan as get_portal_plan,
        list_portal_plans as list_portal_plans,
        resolve_portal_plan as resolve_portal_plan,
    )

    pass

_MODULES = frozenset(("get_portal_plan", "list_portal_plans", "resolve_portal_plan"))


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
