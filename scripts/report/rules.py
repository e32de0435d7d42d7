"""The rule table: what a change of a schema means to a user who sends it, and to one who reads it.

The same change has opposite meanings: a field that becomes required breaks who sends it, not who reads it.
Compares the shapes of one level; ``schema_diff`` walks from level to level.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from scripts.report.model import Level
from scripts.report.shape import BOUNDS, MISSING, tighter
from scripts.report.text import code, codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripts.report.shape import Shape


class Direction(Enum):
    """Who writes the data: REQUEST = the user sends it, RESPONSE = the user reads it."""

    REQUEST = "request"
    RESPONSE = "response"


@dataclass(frozen=True)
class Rule:
    """The level of a change in each direction, and what to do where it breaks."""

    request: Level
    response: Level
    in_request: str = ""
    in_response: str = ""

    def level(self, direction: Direction) -> Level:
        return self.request if direction is Direction.REQUEST else self.response

    def action(self, direction: Direction) -> str:
        """What to do about it; '' where nothing breaks."""
        if self.level(direction) is not Level.MAJOR:
            return ""
        return self.in_request if direction is Direction.REQUEST else self.in_response


NONE, PATCH, MINOR, MAJOR = Level.NONE, Level.PATCH, Level.MINOR, Level.MAJOR
_HANDLE = "Check the code that reads it."
_SEND = "Check the values that you send."

# Enum values are open in this SDK, so a new value in a response is an addition; so is a new field.
RULES: dict[str, Rule] = {
    "added": Rule(MINOR, MINOR),
    "added-required": Rule(MAJOR, MINOR, "Pass it in every call."),
    "removed": Rule(MAJOR, MAJOR, "Stop passing it: the API refuses what it does not know.", "Stop reading it."),
    "required": Rule(MAJOR, MINOR, "Pass it in every call."),
    "optional": Rule(MINOR, MAJOR, "", "Expect it to be missing."),
    "type-changed": Rule(MAJOR, MAJOR, "Pass the new type.", "Read the new type."),
    "type-widened": Rule(MINOR, MAJOR, "", _HANDLE),
    "type-narrowed": Rule(MAJOR, PATCH, _SEND),
    "format-changed": Rule(MAJOR, MAJOR, "Pass the new type.", "Read the new type."),
    "format-noted": Rule(PATCH, PATCH),
    "enum-grown": Rule(MINOR, MINOR),
    "enum-shrunk": Rule(MAJOR, PATCH, "Stop passing the removed values."),
    "enum-closed": Rule(MAJOR, PATCH, _SEND),
    "enum-opened": Rule(MINOR, MINOR),
    "nullable": Rule(MINOR, MAJOR, "", "Expect None."),
    "not-nullable": Rule(MAJOR, PATCH, "Stop passing None."),
    "bound-tightened": Rule(MAJOR, PATCH, _SEND),
    "bound-loosened": Rule(MINOR, PATCH),
    "default": Rule(MINOR, PATCH),
    "choice-added": Rule(MINOR, MAJOR, "", "Handle the new form."),
    "choice-removed": Rule(MAJOR, PATCH, "Send one of the remaining forms."),
    "additional-closed": Rule(MAJOR, PATCH, "Stop passing fields that are not listed."),
    "additional-opened": Rule(MINOR, PATCH),
    "shape-known": Rule(MINOR, MINOR),  # it was marked as unknown, and is now documented
    "shape-fixed": Rule(MAJOR, MINOR, "Pass the required fields."),
    "deprecated": Rule(MINOR, MINOR),
    "not-deprecated": Rule(PATCH, PATCH),
    "text": Rule(PATCH, PATCH),
}

# Formats that decide which Python type a value has.
_PYTHON_FORMATS = frozenset({"binary", "byte", "date", "date-time", "decimal", "uuid"})


@dataclass(frozen=True)
class Finding:
    """One change in a schema: a key of ``RULES``, the place below the schema, what happened."""

    rule: str
    place: str
    text: str


def differences(old: Shape, new: Shape) -> Iterator[tuple[str, str]]:
    """What changed between two shapes at their own level, as rule and text; not fields and choices."""
    yield from _type(old, new)
    yield from aside(old, new)
    yield from _enum(old, new)
    for key in BOUNDS:
        yield from _bound(key, old.bounds.get(key), new.bounds.get(key))


def aside(old: Shape, new: Shape) -> Iterator[tuple[str, str]]:
    """The part of the differences that can also stand beside a reference."""
    if old.nullable != new.nullable:
        yield ("nullable", "may now be null") if new.nullable else ("not-nullable", "no longer null")
    if old.default != new.default:
        yield "default", f"default {_value(old.default)} → {_value(new.default)}"
    if old.deprecated != new.deprecated:
        yield (("deprecated", "now deprecated") if new.deprecated else ("not-deprecated", "no longer deprecated"))
    if old.texts != new.texts:
        yield "text", "description or example"


def type_changed(old: Shape, new: Shape) -> bool:
    """Whether the types have nothing to do with each other, so that looking further is idle."""
    return not _covers(old, new) and not _covers(new, old)


def _type(old: Shape, new: Shape) -> Iterator[tuple[str, str]]:
    if old.variants or new.variants:
        return
    change = f"type {code(old.type_name)} → {code(new.type_name)}"
    if old.types != new.types:
        yield (
            "type-widened" if _covers(new, old) else "type-narrowed" if _covers(old, new) else "type-changed",
            change,
        )
    elif old.format != new.format:
        yield "format-changed" if {old.format, new.format} & _PYTHON_FORMATS else "format-noted", change


def _covers(wide: Shape, narrow: Shape) -> bool:
    if not wide.types or not narrow.types:
        return not wide.types
    allowed = wide.types | ({"integer"} if "number" in wide.types else set())
    return narrow.types <= allowed


def _enum(old: Shape, new: Shape) -> Iterator[tuple[str, str]]:
    if old.enum is None and new.enum is None:
        return
    if old.enum is None or new.enum is None:
        values = codes(old.enum or new.enum or ())
        yield (
            ("enum-closed", f"now one of {values}")
            if old.enum is None
            else ("enum-opened", f"was one of {values}, now open")
        )
        return
    added = [value for value in new.enum if value not in old.enum]
    removed = [value for value in old.enum if value not in new.enum]
    if added:
        yield "enum-grown", f"values added: {codes(added)}"
    if removed:
        yield "enum-shrunk", f"values removed: {codes(removed)}"


def _bound(key: str, old: Any, new: Any) -> Iterator[tuple[str, str]]:
    if old != new:
        yield (
            "bound-tightened" if tighter(key, old, new) else "bound-loosened",
            f"{code(key)} {_value(old)} → {_value(new)}",
        )


def _value(value: object) -> str:
    return "none" if value is None or value == MISSING else code(str(value))
