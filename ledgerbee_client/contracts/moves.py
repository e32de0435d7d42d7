"""Finds what moved between the parameters and the body of an operation: one change instead of two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .levels import Change, Part
from .rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

_ADDED = ("added", "added-required")
_PARTS = (Part.PARAMETER, Part.BODY)


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
        if new is not None and new.kind == "added":
            place = "body" if new.part is Part.BODY else new.place.partition(" ")[0]
            found[id(old)] = _moved(old, place)
            found[id(new)] = found[id(old)]
    unique = {id(one): found.get(id(one), one) for one in listed}
    return list({id(one): one for one in unique.values()}.values())


def _key(change: Change) -> tuple[str, Part, str]:
    """Return what one and the same thing is called in both places; a field of a field is none of them."""
    place = change.place.partition(" ")[2] if change.part is Part.PARAMETER else change.place
    return change.operation, change.part, place


def _moved(old: Change, place: str) -> Change:
    rule = RULES["parameter-moved"]
    return replace(
        old, kind="parameter-moved", level=rule.request, text=f"moved to the {place}", action=rule.to_send, schema=""
    )
