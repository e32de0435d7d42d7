"""Lists: prefix search, sorting, and the page envelope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..state import Record

DEFAULT_LIMIT = 25
MAX_LIMIT = 100


def page_of(records: Sequence[Record], query: dict[str, Any]) -> Record:
    """One page with its counters. Bounds that a list doesn't document are those of the Products list."""
    page = max(int(query.get("page", 1)), 1)
    limit = min(max(int(query.get("limit", DEFAULT_LIMIT)), 1), MAX_LIMIT)
    start = (page - 1) * limit
    return {
        "data": list(records[start : start + limit]),
        "total": len(records),
        "page": page,
        "limit": limit,
        "totalPages": -(-len(records) // limit),
    }


def prefixed(records: Iterable[Record], text: str | None, names: Sequence[str]) -> list[Record]:
    """The records of which one of these fields begins with the text, whatever its case."""
    if not text:
        return list(records)
    start = text.casefold()
    return [one for one in records if any(str(one.get(name) or "").casefold().startswith(start) for name in names)]


def sorted_by(records: Iterable[Record], query: dict[str, Any], default: str = "createdAt") -> list[Record]:
    """The records in the order that `sortBy` and `sortOrder` ask for, by default newest first.

    Equal ones keep the order in which they were made (ascending) or its reverse (descending), so that pages
    never overlap. An unknown `sortBy`, where the documents leave its values open, sorts by the default.
    """
    rows = list(records)
    by = str(query.get("sortBy", default))
    if not any(by in one for one in rows):
        by = default
    descending = query.get("sortOrder", "DESC") == "DESC"
    rows.sort(key=lambda one: _sortable(one.get(by)))
    if descending:
        rows.reverse()
    return rows


def _sortable(value: Any) -> tuple[bool, float, str]:
    if isinstance(value, int | float):
        return True, float(value), ""
    return value is not None, 0.0, str(value)
