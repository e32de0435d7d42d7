"""Turns changes into entries: one change is said once, wherever it can be seen and however often it is copied."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from ledgerbee_client.contracts import Part
from scripts.report.model import Entry, Section, Use

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ledgerbee_client.contracts import Change

_SECTIONS = {
    Part.PARAMETER: Section.PARAMETERS,
    Part.BODY: Section.REQUEST,
    Part.RESPONSE: Section.RESPONSE,
    Part.HEADER: Section.RESPONSE,
    Part.ERROR: Section.ERRORS,
    Part.WEBHOOK: Section.WEBHOOKS,
    Part.MODEL: Section.MODELS,
    Part.SECURITY: Section.SECURITY,
}
_OF_KIND = {
    "operation-added": Section.ADDED,
    "operation-removed": Section.REMOVED,
    "operation-moved": Section.MOVED,
    "operation-found": Section.MOVED,
    "webhook-added": Section.WEBHOOKS,
    "webhook-removed": Section.WEBHOOKS,
    "scope-added": Section.SCOPES,
    "scope-removed": Section.SCOPES,
    "scopes-known": Section.SCOPES,
    "license-added": Section.SCOPES,
    "license-removed": Section.SCOPES,
    "deprecated": Section.DEPRECATED,
    "announced": Section.DEPRECATED,
    "operation-deprecated": Section.DEPRECATED,
    "operation-not-deprecated": Section.DEPRECATED,
    "sunset": Section.DEPRECATED,
    "successor": Section.DEPRECATED,
    "idempotency": Section.BEHAVIOUR,
    "idempotency-better": Section.BEHAVIOUR,
    "read-back": Section.BEHAVIOUR,
    "mark-resolved": Section.MARKS,
    "mark-added": Section.MARKS,
    "marks-on-fields": Section.MARKS,
    "path-parameter-renamed": Section.PYTHON,
    "tag": Section.PYTHON,
    "operation-id": Section.PYTHON,
    "schema-renamed": Section.PYTHON,
    "text": Section.NOTES,
}
#: What a reader looks at first where one change is seen in several parts.
_PARTS = (
    *(Part.OPERATION, Part.SECURITY, Part.PARAMETER, Part.BODY, Part.RESPONSE, Part.HEADER),
    *(Part.WEBHOOK, Part.ERROR, Part.MODEL, Part.DOCUMENT),
)
_ORDER = {section: index for index, section in enumerate(Section)}
#: What is about one operation, and no change that could be copied.
_OF_OPERATIONS = frozenset({Part.OPERATION, Part.SECURITY, Part.DOCUMENT})
_SINGLE = frozenset({"operation-added", "operation-removed", "webhook-added", "webhook-removed", "operation-moved"})


def entries_of(changes: Iterable[Change]) -> list[Entry]:
    """Return the entries of the report, in its order."""
    found: dict[tuple[object, ...], list[Change]] = defaultdict(list)
    for change in changes:
        found[_identity(change)].append(change)
    copies: dict[tuple[object, ...], list[Change]] = defaultdict(list)
    for same in found.values():
        copies[_likeness(same)] += same
    entries = [_entry(same) for same in copies.values()]
    return sorted(entries, key=lambda one: (_ORDER[one.section], one.operations[:1], one.text, one.kind, one.action))


def _identity(change: Change) -> tuple[object, ...]:
    """What makes a change one and the same: a place in a component, or else the name of the field."""
    single = _single(change)
    where = (change.schema, change.origin) if change.schema else ("", leaf(change.place))
    return (change.kind, change.text, *where, single)


def _single(change: Change) -> str:
    """What keeps changes apart that read the same: the operation that is new or gone, the advice to its callers."""
    if change.kind in _SINGLE:
        return change.operation
    return change.action if change.part in _OF_OPERATIONS else ""


def _likeness(changes: list[Change]) -> tuple[object, ...]:
    """What makes changes of several schemas copies of one: the same thing happened to fields of the same names."""
    first = changes[0]
    single = _single(first)
    return first.kind, first.text, frozenset(leaf(change.place) for change in changes), single


def leaf(place: str) -> str:
    """Return the name of the field that a place ends with."""
    names = re.findall(r'"[^"]*"|\([^)]*\)|[^.\[\]()"\s]+', place)
    plain = [name for name in names if not name.startswith("(")]
    return plain[-1] if plain else ""


def _entry(changes: list[Change]) -> Entry:
    worst = min(changes, key=lambda change: (-change.level, _PARTS.index(change.part)))
    advice = dict.fromkeys(one.action for one in changes if one.level is worst.level and one.action)
    uses = {Use(one.part, one.operation, one.place, one.schema, one.level) for one in changes}
    order = sorted(uses, key=lambda use: (-use.level, _PARTS.index(use.part), len(use.place), use.place, use.operation))
    section = _OF_KIND.get(worst.kind) or _SECTIONS.get(worst.part, Section.NOTES)
    return Entry(section, worst.level, worst.kind, worst.text, " ".join(advice), tuple(order))
