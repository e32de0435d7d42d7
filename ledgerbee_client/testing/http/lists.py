"""Lists: prefix search, sorting, and the envelope of a page."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .. import money
from .examples import build
from .registry import Reply

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..state import Record
    from .registry import Call
    from .schemas import Schemas

DEFAULT_LIMIT = 25
MAX_LIMIT = 100
_CREATED = "createdAt"
#: Fields with a decimal string, which sort as numbers.
_AMOUNTS = ("amount", "subtotal", "vat")


def listed(call: Call, records: Sequence[Any]) -> Reply:
    """Give back what a list asks for: one page in the envelope that the document describes, or all in an array.

    Bounds that a list doesn't document are those of the Products list.
    """
    pagination = call.operation.pagination
    if pagination is None:
        return Reply(list(records))
    page = max(int(call.query.get(pagination.page_parameter, 1)), 1)
    limit = int(call.query.get(pagination.limit_parameter or "", pagination.default_limit or DEFAULT_LIMIT))
    limit = min(max(limit, 1), pagination.max_limit or MAX_LIMIT)
    start = (page - 1) * limit
    counters = {
        pagination.total: len(records),
        pagination.page: page,
        pagination.limit: limit,
        pagination.total_pages: -(-len(records) // limit),
    }
    envelope: Record = {pagination.items: list(records[start : start + limit])}
    for name, value in counters.items():
        if name is not None:
            _set(envelope, name, value)
    schema = call.route.success().schema or {}
    return Reply(_completed(call.document.schemas, schema, envelope, page, limit, len(records)))


def _set(envelope: Record, name: str, value: int) -> None:
    """Set a counter; a dotted name stands in an object of the envelope."""
    *outer, last = name.split(".")
    for one in outer:
        envelope = envelope.setdefault(one, {})
    envelope[last] = value


def _completed(schemas: Schemas, schema: dict[str, Any], envelope: Record, page: int, limit: int, total: int) -> Record:
    """With what the document requires beside: counters by their usual names, else examples."""
    usual = {"total": total, "page": page, "limit": limit, "pageSize": limit, "totalPages": -(-total // limit)}
    resolved = schemas.resolve(schema)
    properties = schemas.properties(resolved)
    for name in resolved.get("required", ()):
        if name not in envelope and name in properties:
            inner = schemas.properties(properties[name])
            counted = {one: usual[one] for one in inner if one in usual}
            envelope[name] = counted or usual.get(name, build(schemas, properties[name], name))
    return envelope


def prefixed(records: Iterable[Record], text: str | None, names: Sequence[str]) -> list[Record]:
    """The records of which one of these fields begins with the text, whatever its case."""
    if not text:
        return list(records)
    start = text.casefold()
    return [one for one in records if any(str(one.get(name) or "").casefold().startswith(start) for name in names)]


def contains(record: Record, names: Iterable[str], text: str) -> bool:
    """Whether one of these fields contains a casefolded text."""
    return not text or any(text in str(record.get(name) or "").casefold() for name in names)


def newest_first(records: Iterable[Record]) -> list[Record]:
    """The records, those that were made last first."""
    return sorted_by(records, {})


def sorted_by(records: Iterable[Record], query: dict[str, Any]) -> list[Record]:
    """The records in the order that `sortBy` and `sortOrder` ask for, by default newest first.

    Equal ones keep the order in which they were made (ascending) or its reverse (descending), so that pages
    never overlap. An unknown `sortBy`, where the documents leave its values open, sorts by the default.
    """
    rows = list(records)
    by = str(query.get("sortBy", _CREATED))
    if not any(by in one for one in rows):
        by = _CREATED
    descending = query.get("sortOrder", "DESC") == "DESC"
    rows.sort(key=lambda one: _sortable(money.parse(one.get(by)) if by in _AMOUNTS else one.get(by)))
    if descending:
        rows.reverse()
    return rows


def _sortable(value: Any) -> tuple[bool, int | float | Decimal, str]:
    if isinstance(value, int | float | Decimal):
        return True, value, ""
    return value is not None, 0, str(value)
