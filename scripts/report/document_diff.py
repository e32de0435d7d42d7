"""Compares two documents: what belongs to no operation, then operation by operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.report.model import Change, Level, Section, merge
from scripts.report.openapi import Document, count_inferred, mapping, match_operations, texts
from scripts.report.operation_diff import added_operation, compare_operation, removed_operation
from scripts.report.schema_diff import SchemaDiff
from scripts.report.text import code, codes

if TYPE_CHECKING:
    from collections.abc import Iterator

NONE, PATCH, MINOR = Level.NONE, Level.PATCH, Level.MINOR


def compare_documents(old: Document, new: Document) -> tuple[Change, ...]:
    """Every change between two documents, once each, in the order of the report."""
    schemas = SchemaDiff(old, new)
    matches = match_operations(old, new)
    changes = [
        *_document(old, new),
        *map(added_operation, matches.added),
        *map(removed_operation, matches.removed),
    ]
    for before, after in matches.pairs:
        changes += compare_operation(before, after, schemas)
    changes += schemas.changes()
    if not changes and old.raw != new.raw:
        text = "The documents differ in form only: order, notation, or parts that no operation uses."
        changes.append(Change(Section.NOTES, NONE, "form", text))
    return merge(changes)


def _document(old: Document, new: Document) -> Iterator[Change]:
    """What belongs to no operation: versions, servers, security schemes, marks on fields."""
    if old.version != new.version:
        text = f"OpenAPI {code(old.version)} → {code(new.version)} (the form of the document only)"
        yield Change(Section.NOTES, NONE, "openapi-version", text)
    info, info_now = mapping(old.raw.get("info")), mapping(new.raw.get("info"))
    if info.get("version") != info_now.get("version"):
        before, after = str(info.get("version")), str(info_now.get("version"))
        text = f"version of the API document {code(before)} → {code(after)}"
        yield Change(Section.NOTES, PATCH, "api-version", text)
    if texts(info) != texts(info_now):
        yield Change(Section.NOTES, PATCH, "text", "title or description of the API")
    if old.servers() != new.servers():
        text = f"servers: {codes(old.servers()) or 'none'} → {codes(new.servers()) or 'none'}"
        action = "The default base URL follows the document; check explicit base URLs and firewall rules."
        yield Change(Section.SECURITY, MINOR, "servers", text, action)
    yield from _schemes(old.schemes(), new.schemes())
    inferred, inferred_now = count_inferred(old.raw), count_inferred(new.raw)
    if inferred != inferred_now:
        text = f"fields, parameters and answers marked as inferred: {inferred} → {inferred_now}"
        yield Change(Section.MARKS, PATCH, "marks-on-fields", text)


def _schemes(old: dict[str, str], new: dict[str, str]) -> Iterator[Change]:
    for label in sorted({*old, *new}):
        if label not in new:
            yield Change(Section.SECURITY, PATCH, "scheme-removed", f"security scheme removed: {code(label)}")
        elif label not in old:
            yield Change(Section.SECURITY, MINOR, "scheme-added", f"security scheme added: {code(label)}")
        elif old[label] != new[label]:
            text = f"{code(label)}: credentials come from {code(new[label])}, were from {code(old[label])}"
            yield Change(Section.SECURITY, MINOR, "scheme-changed", text)
