"""What differs between two shapes at their own level, as pairs of rule and text. `walk` goes from level to level."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .patterns import takes_all_of
from .shapes import MISSING
from .text import code, codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .shapes import Json, Shape

LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
#: The keywords that limit values, besides types and enums.
BOUNDS = (*LOWER, *UPPER, "multipleOf", "pattern", "uniqueItems")
_WITH_AND_WITHOUT = (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum"))

#: Formats that decide which Python type a value has.
PYTHON_FORMATS = frozenset({"binary", "date", "date-time", "decimal"})

Difference = tuple[str, str]


def differences(old: Shape, new: Shape) -> Iterator[Difference]:
    """Return what changed between two shapes; not fields, items and forms."""
    yield from _type(old, new)
    yield from beside_reference(old, new)
    if types_apart(old, new) and not (old.unions or new.unions):
        return  # values, limits and groups were those of another type
    yield from _enum(old, new)
    if old.bounds != new.bounds:
        yield from _bounds(old.bounds, new.bounds)
    yield from _groups(old, new)
    yield from _dependent(old, new)
    yield from _mapping(old.mapping, new.mapping)


def beside_reference(old: Shape, new: Shape) -> Iterator[Difference]:
    """Return the part of the differences that can also stand beside a reference."""
    null_only = frozenset({"null"})
    if old.nullable != new.nullable and null_only not in (old.types, new.types):
        yield ("nullable", "may now be null") if new.nullable else ("not-nullable", "no longer null")
    if old.default != new.default:
        yield "default", f"default {_value(old.default)} → {_value(new.default)}"
    if old.deprecated != new.deprecated:
        yield ("deprecated", "now deprecated") if new.deprecated else ("not-deprecated", "no longer deprecated")
    if new.notice and new.notice != old.notice and not new.deprecated:
        yield "announced", f"the description announces: “{new.notice}”"
    elif old.text != new.text:
        yield "text", "description or example"


def types_apart(old: Shape, new: Shape) -> bool:
    """Return whether the types have nothing to do with each other, so that looking further is idle."""
    return not _covers(old, new) and not _covers(new, old)


def _type(old: Shape, new: Shape) -> Iterator[Difference]:
    change = f"type {code(old.type_name)} → {code(new.type_name)}"
    if old.types != new.types:
        if (old.unions or new.unions) and not (old.types and new.types):
            return  # the forms of a union say their types themselves
        if new.types == {"null"}:
            rule, was = ("null-left", " or null") if old.nullable else ("always-null", "")
            yield rule, f"now always null, was {code(old.type_name)}{was}"
            return
        widened, narrowed = _covers(new, old), _covers(old, new)
        yield "type-widened" if widened else "type-narrowed" if narrowed else "type-changed", change
    elif old.format != new.format:
        yield "format-changed" if {old.format, new.format} & PYTHON_FORMATS else "format-noted", change


def _covers(wide: Shape, narrow: Shape) -> bool:
    if not wide.types or not narrow.types:
        return not wide.types
    allowed = wide.types | ({"integer"} if "number" in wide.types else set())
    allowed = allowed | ({"null"} if wide.nullable else set())
    return narrow.types <= allowed


def _enum(old: Shape, new: Shape) -> Iterator[Difference]:
    if old.enum is None and new.enum is None:
        return
    if old.enum is None:
        yield "enum-closed", f"now one of {_codes(new.enum)}" if new.enum else "no value is valid any more"
        return
    if new.enum is None:
        yield (
            "enum-opened",
            f"was one of {_codes(old.enum)}, now open" if old.enum else "no value was valid, now any is",
        )
        return
    added = [value for value in new.enum if value not in old.enum]
    removed = [value for value in old.enum if value not in new.enum]
    if added and len(removed) == len(old.enum):
        yield "enum-replaced", f"now {_codes(added)}, was {_codes(removed)}"
        return
    if added:
        yield "enum-grown", f"values added: {_codes(added)}"
    if removed:
        yield "enum-shrunk", f"values removed: {_codes(removed)}"


def _codes(values: Iterable[str]) -> str:
    return codes(map(shown, values))


def _bounds(old: Json, new: Json) -> Iterator[Difference]:
    """Compare limits. A limit that goes from including its value to excluding it, or back, is one limit."""
    switched: set[str] = set()
    for pair in _WITH_AND_WITHOUT:
        before, after = ([key for key in pair if key in one] for one in (old, new))
        if len(before) == len(after) == 1 and before != after:
            switched |= {*pair}
            was, now = old[before[0]], new[after[0]]
            tighter = after[0] == pair[1] if was == now else _bound_rule(pair[0], was, now) == "bound-tightened"
            text = f"{code(before[0])} {_value(was)} → {code(after[0])} {_value(now)}"
            yield "bound-tightened" if tighter else "bound-loosened", text
    for key in BOUNDS:
        if old.get(key) != new.get(key) and key not in switched:
            rule = _bound_rule(key, old.get(key), new.get(key))
            untold = "; which of the two takes more can't be told" if rule == "pattern-changed" else ""
            yield rule, f"{code(key)} {_value(old.get(key))} → {_value(new.get(key))}{untold}"


def _bound_rule(key: str, old: Any, new: Any) -> str:
    """Return whether a limit lets more or less through than before (None = no limit)."""
    if new is None or old is None:
        return "bound-loosened" if new is None else "bound-tightened"
    if key == "pattern":
        if takes_all_of(str(new), str(old)):
            return "bound-loosened"
        return "bound-tightened" if takes_all_of(str(old), str(new)) else "pattern-changed"
    if not isinstance(old, int | float) or not isinstance(new, int | float):
        return "bound-tightened"
    if key == "multipleOf":
        return "bound-loosened" if _is_multiple(old, new) else "bound-tightened"
    return "bound-tightened" if (new > old if key in LOWER else new < old) else "bound-loosened"


def _is_multiple(value: float, of: float) -> bool:
    try:
        return Decimal(str(value)) % Decimal(str(of)) == 0
    except ArithmeticError:  # of nothing, or no number at all
        return False


def _groups(old: Shape, new: Shape) -> Iterator[Difference]:
    if old.groups == new.groups:
        return
    if not new.groups:
        yield "one-of-not-needed", f"no longer needs one of {_groups_text(old)}"
    else:
        # What was valid had the required fields and one of the groups; it still is where that holds a group of now.
        valid = [old.required | group for group in old.groups or {frozenset()}]
        looser = all(any(group <= names for group in new.groups) for names in valid)
        was = f", was {_groups_text(old)}" if old.groups else ""
        rule = "one-of-not-needed" if looser else "one-of-needed"
        yield rule, f"needs one of {_groups_text(new)}{was}"


def _groups_text(shape: Shape) -> str:
    return ", ".join(sorted(" + ".join(map(code, sorted(group))) for group in shape.groups))


def _dependent(old: Shape, new: Shape) -> Iterator[Difference]:
    for name, other in sorted(new.dependent - old.dependent):
        yield "together", f"{code(name)} now needs {code(other)} beside it"
    for name, other in sorted(old.dependent - new.dependent):
        yield "not-together", f"{code(name)} no longer needs {code(other)} beside it"


def _mapping(old: dict[str, str], new: dict[str, str]) -> Iterator[Difference]:
    """Compare the values that tell the heirs of a base apart."""
    gone = {value: name for value, name in old.items() if value not in new}
    come = {name: value for value, name in new.items() if value not in old}
    for value, name in gone.items():
        if name in come:
            yield "discriminator-value", f"{code(name)} is marked by {code(come.pop(name))}, was {code(value)}"
        else:
            yield "form-removed", f"form removed: {code(value)}"
    for value in come.values():
        yield "form-added", f"form added: {code(value)}"


def _value(value: object) -> str:
    return "none" if value is None or value == MISSING else code(shown(str(value)))


def shown(value: str) -> str:
    """Return a JSON value as a person writes it: a string without its quotes, unless that would look like a number."""
    inner = value[1:-1]
    quoted = len(value) > 2 and value[0] == value[-1] == '"' and "\\" not in inner
    return inner if quoted and inner == inner.strip() and not inner[0].isdigit() else value
