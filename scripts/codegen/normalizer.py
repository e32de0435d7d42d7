"""What the normalizers share: the notes of what was wrong, and the corrections that any object may need."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from attrs import define, field

Json = dict[str, Any]

#: Key of a schema, operation or path item that nothing can be made of; its value says why.
UNSUPPORTED = "x-unsupported"


@define
class Normalizer:
    """Each method normalizes one kind of object in place; it stands at `place`."""

    #: What was wrong, and the places where it was.
    notes: dict[str, list[str]] = field(factory=dict)

    def note(self, what: str, place: str) -> None:
        """Note what was wrong at a place."""
        self.notes.setdefault(what, []).append(place)

    def drop_unknown(
        self, raw: Json, known: set[str], place: str, keep: Callable[[Any], bool] = lambda _value: False
    ) -> None:
        """Drop keys that the specification doesn't know, and keys without a value."""
        for key in [key for key in raw if key not in known and not key.startswith("x-")]:
            if not keep(raw[key]):
                self.note(f"unknown key '{key}'", place)
                del raw[key]
        for key in [key for key, value in raw.items() if value is None]:
            del raw[key]

    def flag(self, raw: Json, key: str, place: str) -> None:
        """Make a boolean of what means one."""
        if key in raw and not isinstance(raw[key], bool):
            self.note(f"'{key}' is neither true nor false", place)
            raw[key] = str(raw[key]).lower() in ("true", "1")

    def distinct(self, values: list[Any], what: str, place: str) -> list[Any]:
        """Drop what is there twice."""
        found: dict[str, Any] = {}
        for one in values:
            found.setdefault(json.dumps(one, sort_keys=True, default=str), one)
        if len(found) < len(values):
            self.note(what, place)
        return list(found.values())


def entries(raw: Any) -> list[tuple[str, Json]]:
    """The entries of an object that are objects themselves; none of what is no object."""
    return [(name, one) for name, one in raw.items() if isinstance(one, dict)] if isinstance(raw, dict) else []


def list_of(raw: Any) -> list[Any]:
    """The list, or an empty one for what is none."""
    return raw if isinstance(raw, list) else []
