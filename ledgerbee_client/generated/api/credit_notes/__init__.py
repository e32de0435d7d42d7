"""The endpoints of credit_notes. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_credit_note as create_credit_note,
        get_credit_note as get_credit_note,
        get_credit_note_delivery_status as get_credit_note_delivery_status,
        get_credit_note_pdf as get_credit_note_pdf,
        list_credit_notes as list_credit_notes,
        send_credit_note as send_credit_note,
    )

    pass

_MODULES = frozenset(
    (
        "create_credit_note",
        "get_credit_note",
        "get_credit_note_delivery_status",
        "get_credit_note_pdf",
        "list_credit_notes",
        "send_credit_note",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
