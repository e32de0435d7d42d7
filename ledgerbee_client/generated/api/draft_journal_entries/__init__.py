"""The endpoints of draft_journal_entries. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        book_draft_journal_entry as book_draft_journal_entry,
        create_draft_journal_entry as create_draft_journal_entry,
        create_draft_journal_entry_batch as create_draft_journal_entry_batch,
        delete_draft_journal_entry as delete_draft_journal_entry,
        get_draft_journal_entry as get_draft_journal_entry,
        list_draft_journal_entries as list_draft_journal_entries,
        update_draft_journal_entry as update_draft_journal_entry,
    )

    pass

_MODULES = frozenset(
    (
        "book_draft_journal_entry",
        "create_draft_journal_entry",
        "create_draft_journal_entry_batch",
        "delete_draft_journal_entry",
        "get_draft_journal_entry",
        "list_draft_journal_entries",
        "update_draft_journal_entry",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
