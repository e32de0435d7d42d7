"""Finds what moved between the parameters and the body of an operation: one change instead of two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .levels import Change, Part
from .places import step_of
from .rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .shapes import Json, Schemas
    from .walk import Walk

_ADDED = ("added", "added-required")
_PARTS = (Part.PARAMETER, Part.BODY)
_PLACES = {"header": "headers", "cookie": "cookies"}


def with_moves(changes: Iterable[Change]) -> list[Change]:
    """Return the changes, those that are two sides of one move as one.

    A parameter that is removed while a field of its name is added to the body of the same operation, or the other way
    round, moved: the keyword argument stays, and older releases send it where it is no longer read.
    """
    listed = list(changes)
    gone = {_key(one): one for one in listed if one.kind == "removed" and one.part in _PARTS}
    come = {_key(one): one for one in listed if one.kind in _ADDED and one.part in _PARTS}
    found: dict[int, Change] = {}
    for (operation, part, name), old in gone.items():
        new = come.get((operation, Part.BODY if part is Part.PARAMETER else Part.PARAMETER, name))
        if new is not None:
            found[id(old)] = found[id(new)] = _moved(old, new)
    unique = {id(one): found.get(id(one), one) for one in listed}
    return list({id(one): one for one in unique.values()}.values())


def _key(change: Change) -> tuple[str, Part, str]:
    """Return what one and the same thing is called in both places; a field of a field is none of them."""
    place = change.place.partition(" ")[2] if change.part is Part.PARAMETER else change.place
    return change.operation, change.part, place


def _moved(old: Change, new: Change) -> Change:
    rule, text = RULES["parameter-moved"], moved_to("body" if new.part is Part.BODY else new.place)
    action = rule.to_send
    if new.kind == "added-required":
        text, action = f"{text}, where it is required", f"{RULES[new.kind].to_send} {action}"
    return replace(old, kind="parameter-moved", level=rule.request, text=text, action=action, schema="")


def moved_to(place: str) -> str:
    """Return the sentence for a parameter that is sent in another place, such as `header x-tenant`."""
    kind = place.partition(" ")[0]
    return f"moved to the {_PLACES.get(kind, kind)}"


def compare_moved_values(old: Json, new: Json, name: str, walk: Walk) -> None:
    """Compare the values of what moves between the parameters and the body of an operation."""
    before, after = _parameters(old), _parameters(new)
    fields, fields_now = _fields(old, walk.old), _fields(new, walk.new)
    for one in (before.keys() - after.keys()) & (fields_now.keys() - fields.keys()):
        walk.compare(Part.BODY, name, before[one][1], fields_now[one], step_of(one))
    for one in (after.keys() - before.keys()) & (fields.keys() - fields_now.keys()):
        walk.compare(Part.PARAMETER, name, fields[one], after[one][1], after[one][0])


def _parameters(operation: Json) -> dict[str, tuple[str, Json]]:
    """The parameters by name: key and schema."""
    found = operation.get("parameters", {}).items()
    return {key.partition(" ")[2]: (key, one.get("schema", {})) for key, one in found}


def _fields(operation: Json, schemas: Schemas) -> dict[str, Json]:
    media: Json = next(iter(operation.get("body", {}).get("content", {}).values()), {})
    return schemas.shape(media.get("schema", {})).properties
