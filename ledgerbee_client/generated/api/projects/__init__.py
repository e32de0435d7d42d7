"""The endpoints of projects. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_project as create_project,
        create_project_subproject as create_project_subproject,
        delete_project_subproject as delete_project_subproject,
        get_project as get_project,
        get_project_profit as get_project_profit,
        list_projects as list_projects,
        update_project as update_project,
        update_project_subproject as update_project_subproject,
        upsert_project as upsert_project,
    )

    pass

_MODULES = frozenset(
    (
        "create_project",
        "create_project_subproject",
        "delete_project_subproject",
        "get_project",
        "get_project_profit",
        "list_projects",
        "update_project",
        "update_project_subproject",
        "upsert_project",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
