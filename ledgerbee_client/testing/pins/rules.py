"""What a new contract breaks for code that relies on an old one. What is only added breaks nothing.

The same change means opposite things: a field that becomes required breaks who sends it, one that becomes optional
breaks who reads it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .shapes import BOUNDS, LOWER, UPPER, Json

if TYPE_CHECKING:
    from collections.abc import Iterator


def changes(old: Json, new: Json) -> Iterator[str]:
    """Each change on one line, such as `body lines[].unitPrice: is required now`."""
    yield from _operation(old, new)
    yield from _fields("parameter", old.get("parameters", {}), new.get("parameters", {}), sent=True)
    for part, sent in (("body", True), ("response", False)):
        before, after = old.get(f"{part}_type"), new.get(f"{part}_type")
        if before and after and before != after:
            yield f"{part}: its content type is {after}, was {before}"
        else:
            yield from _fields(part, old.get(part, {}), new.get(part, {}), sent=sent)


def _operation(old: Json, new: Json) -> Iterator[str]:
    if old["method"] != new["method"]:
        yield f"its method is {new['method']}, was {old['method']}"
    # What was not documented before, path or scopes, is known better now and not changed.
    if {"path"} <= old.keys() & new.keys() and _template(old["path"]) != _template(new["path"]):
        yield f"its path is {new['path']}, was {old['path']}"
    if {"scopes"} <= old.keys() & new.keys():
        yield from (f"needs the scope {one} now" for one in new["scopes"] if one not in old["scopes"])
    yield from (f"doesn't take the credential {one} any more" for one in old.get("auth", ()) if one not in new["auth"])
    if new.get("deprecated") and not old.get("deprecated"):
        instead = f"; use {new['successor']}" if new["successor"] else ""
        sunset = f"; may stop working after {new['sunset']}" if new["sunset"] else ""
        yield f"is deprecated now{instead}{sunset}"


def _template(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", path)


def _fields(part: str, old: Json, new: Json, *, sent: bool) -> Iterator[str]:
    settled: list[str] = []  # places below these need no more words
    for place in sorted({**old, **new}, key=lambda place: (place != "$", place)):
        if any(_is_below(place, one) for one in settled):
            continue
        before, after = old.get(place), new.get(place)
        name = part if place == "$" else f"{part} {place}"
        if before is None or after is None:
            settled.append(place)
            if after and after.get("required") and sent:
                yield f"{name}: is new and required"
            if before and (sent or not _is_anything(place, before)):
                yield f"{name}: is gone"
            continue
        if "like" in {**before, **after} or not (_covers(before, after) or _covers(after, before)):
            settled.append(place)
        yield from (f"{name}: {text}" for text in _field(before, after, sent=sent))


def _is_below(place: str, above: str) -> bool:
    return above == "$" or place.startswith((f"{above}.", f"{above}["))


def _is_anything(place: str, entry: Json) -> bool:
    """The mark of an object that it may have other fields than those it names: nothing that is read by name."""
    return place.rpartition(".")[2] == "*" and entry["type"] == "any"


def _field(before: Json, after: Json, *, sent: bool) -> Iterator[str]:
    if not sent and before.get("required") and not after.get("required"):
        yield "may be missing now"
    if not sent and after.get("nullable") and not before.get("nullable"):
        yield "may be null now"
    if sent and after.get("required") and not before.get("required"):
        yield "is required now"
    if sent and before.get("nullable") and not after.get("nullable"):
        yield "may not be null any more"
    same = before["type"] == after["type"]
    fits = _covers(after, before) if sent else _covers(before, after)
    if not fits or (same and before.get("format") != after.get("format")):
        yield f"its type is {_type(after)}, was {_type(before)}"
    elif sent:
        yield from _limits(before, after)


def _covers(wide: Json, narrow: Json) -> bool:
    """Whether every value of the one type is a value of the other."""
    if "any" in (wide["type"], narrow["type"]):
        return bool(wide["type"] == "any")
    allowed = set(wide["type"].split(" or "))
    return set(narrow["type"].split(" or ")) <= allowed | ({"integer"} if "number" in allowed else set())


def _type(entry: Json) -> str:
    return f"{entry['type']} ({entry['format']})" if "format" in entry else str(entry["type"])


def _limits(before: Json, after: Json) -> Iterator[str]:
    if "enum" in after:
        if "enum" not in before:
            yield f"takes only {_values(after['enum'])} now"
        elif gone := [value for value in before["enum"] if value not in after["enum"]]:
            yield f"doesn't take {_values(gone)} any more"
    for name in BOUNDS:
        if name in after and _is_tighter(name, before.get(name), after[name]):
            was = f", was {before[name]}" if name in before else " now"
            yield f"its {name} is {after[name]}{was}"


def _is_tighter(name: str, before: Any, after: Any) -> bool:
    if before is None:
        return True
    return bool(after > before if name in LOWER else after < before if name in UPPER else after != before)


def _values(values: list[Any]) -> str:
    return ", ".join(map(str, values))
