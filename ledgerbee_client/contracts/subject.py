"""What the comparisons of one operation share: its two versions, its name, and how a change of it is made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .levels import Change, Part
from .rules import RULES

if TYPE_CHECKING:
    from .shapes import Json
    from .walk import Walk


class Subject:
    """One operation in two versions; what is in its schemas goes to the walk."""

    def __init__(self, old: Json, new: Json, name: str, walk: Walk, *, is_webhook: bool) -> None:
        """Compare two versions of an operation."""
        self.old, self.new, self.walk = old, new, walk
        self.name, self.is_webhook = name, is_webhook

    def change(self, kind: str, text: str, action: str = "", *, part: Part = Part.OPERATION, place: str = "") -> Change:
        """Return a change of the operation, at the level of its rule."""
        rule = RULES[kind]
        return Change(
            kind,
            rule.level(part.direction),
            part,
            text,
            action or rule.action(part.direction),
            place,
            self.name,
        )


def path_names(operation: Json) -> list[str]:
    """Return the names of the parameters in the path of an operation."""
    return re.findall(r"\{([^}]*)\}", operation.get("path", ""))


def was_inferred(holder: Json | None) -> str:
    """Return a note on what was only an inference."""
    return " (was inferred)" if holder and holder.get("inferred") else ""


def is_success(status: str) -> bool:
    """Return whether a status means success."""
    return status.startswith("2")


def response_part(status: str) -> Part:
    """Return what a response with a status is: data, or an error."""
    return Part.RESPONSE if is_success(status) else Part.ERROR
