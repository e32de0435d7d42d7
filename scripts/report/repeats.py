"""Leaves out what the comparison of two packages says again of a change that the documents have already told."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ledgerbee_client.contracts import Level, Part
from ledgerbee_client.contracts.text import code
from scripts.codegen.words import pascal, snake
from scripts.report.entries import leaf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scripts.report.model import Entry

_NAMES = re.compile(r"`([^`]+)`")
_REMOVED, _METHOD = "operation-removed", "python-method-removed"
_ATTRIBUTES, _ARGUMENTS = "python-attribute-", "python-argument-"
_HAPPENED = {"removed": "removed", "required": "required", "added-required": "required"}
_RENAMED = ("schema-renamed", "python-renamed")


def without_repeats(document: Sequence[Entry], python: Sequence[Entry]) -> list[Entry]:
    """Return the entries of both, one for one change.

    An attribute of a class is a field of a schema: it is left out where the documents tell as much of that field. An
    argument is a parameter, or a field of the body, likewise. A schema that has another name is left out where its
    class is said to be renamed: that is what users import. A method that is gone with its operation is named in the
    entry of the operation.
    """
    gone = {one.operations: _NAMES.findall(one.text)[0] for one in python if one.kind == _METHOD and one.operations}
    document = [_with_method(one, gone) for one in document]
    told_methods = {gone[one.operations] for one in document if one.kind == _REMOVED and one.operations in gone}
    python = [one for one in python if one.kind != _METHOD or _NAMES.findall(one.text)[0] not in told_methods]
    by_level = sorted(document, key=lambda one: one.level)
    told = {key: one.level for one in by_level for key in (*_fields(one), *_inline_fields(one), *_sent(one))}
    renamed = {_names(one) for one in python if one.kind == _RENAMED[1]}
    kept = [one for one in document if one.kind != _RENAMED[0] or _names(one) not in renamed]
    return kept + [one for one in python if all(told.get(key, Level.NONE) < one.level for key in _told_as(one))]


def _with_method(entry: Entry, gone: dict[tuple[str, ...], str]) -> Entry:
    method = gone.get(entry.operations) if entry.kind == _REMOVED else None
    if method is None:
        return entry
    return replace(
        entry, text=entry.text.replace("operation removed", f"operation removed ({code(method)} in Python)", 1)
    )


def _fields(entry: Entry) -> Iterable[tuple[str, str]]:
    """The fields of schemas that an entry is about, by the names that they have in Python."""
    return {(pascal(use.schema), snake(leaf(use.place))) for use in entry.uses if use.schema and leaf(use.place)}


def _inline_fields(entry: Entry) -> Iterable[tuple[str, str]]:
    """The same of schemas without a name of their own: what happened to them, as nothing tells their class."""
    inline = [use for use in entry.uses if not use.schema or "/" in use.schema]
    return {(_HAPPENED.get(entry.kind, "changed"), snake(leaf(use.place))) for use in inline if leaf(use.place)}


def _sent(entry: Entry) -> Iterable[tuple[str, str]]:
    """The parameters and the fields of bodies that an entry is about: their operation, and their names in Python."""
    sent = [use for use in entry.uses if use.part in (Part.PARAMETER, Part.BODY)]
    return {(use.operation, snake(leaf(use.place))) for use in sent if leaf(use.place)}


def _told_as(entry: Entry) -> list[tuple[str, str]]:
    """What the documents may have told an entry of Python as."""
    if entry.kind.startswith(_ARGUMENTS) and entry.uses:
        return [(entry.uses[0].operation, entry.uses[0].place.rstrip("_"))]
    if not entry.kind.startswith(_ATTRIBUTES):
        return []
    name, _, attribute = (_NAMES.findall(entry.text) or [""])[0].partition(".")
    happened = {"removed": "removed", "required": "required"}.get(entry.kind.removeprefix(_ATTRIBUTES), "changed")
    return [(name, attribute.rstrip("_")), (happened, attribute.rstrip("_"))]


def _names(entry: Entry) -> tuple[str, ...]:
    """The old name and the new one; what is said besides, of a mapping, doesn't count."""
    return tuple(map(pascal, _NAMES.findall(entry.text.partition(", and ")[0])))
