"""The endpoints of draft_journal_entries_v1. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        book_draft_journal_entry_v1 as book_draft_journal_entry_v1,
        create_draft_journal_entry_v1 as create_draft_journal_entry_v1,
        create_draft_journal_entry_v1_batch as create_draft_journal_entry_v1_batch,
        delete_draft_journal_entry_v1 as delete_draft_journal_entry_v1,
        get_draft_journal_entry_v1 as get_draft_journal_entry_v1,
        list_draft_journal_entries_v1 as list_draft_journal_entries_v1,
    )

    pass

_MODULES = frozenset(
    (
        "book_draft_journal_entry_v1",
        "create_draft_journal_entry_v1",
        "create_draft_journal_entry_v1_batch",
        "delete_draft_journal_entry_v1",
        "get_draft_journal_entry_v1",
        "list_draft_journal_entries_v1",
    )
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _import_module(f".{name}", __name__)
