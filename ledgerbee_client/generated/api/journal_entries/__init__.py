"""The endpoints of journal_entries. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_journal_entry as create_journal_entry,
        create_journal_entry_batch as create_journal_entry_batch,
        create_journal_entry_batch_v1 as create_journal_entry_batch_v1,
        create_journal_entry_v1 as create_journal_entry_v1,
        get_journal_entry as get_journal_entry,
        list_journal_entries as list_journal_entries,
        list_journal_entry_attachments as list_journal_entry_attachments,
        reverse_journal_entry as reverse_journal_entry,
        reverse_journal_entry_batch as reverse_journal_entry_batch,
        update_journal_entry as update_journal_entry,
    )

    pass

_MODULES = frozenset(
    (
        "create_journal_entry",
        "create_journal_entry_batch",
        "create_journal_entry_batch_v1",
        "create_journal_entry_v1",
        "get_journal_entry",
        "list_journal_entries",
        "list_journal_entry_attachments",
        "reverse_journal_entry",
        "reverse_journal_entry_batch",
        "update_journal_entry",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
