"""What the comparisons of one operation share: its two versions, its name, and how a change of it is made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .levels import Change, Part
from .rules import RULES
from .text import code, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    def notes(self, part: Part, place: str, old: Json, new: Json) -> Iterator[Change]:
        """Return what is said beside the schema of a parameter or of a header, in two versions."""
        note = was_inferred(old)
        if bool(old.get("required")) != bool(new.get("required")):
            rule = "required" if new.get("required") else "optional"
            yield self.change(rule, f"now {rule}{note}", part=part, place=place)
        if bool(old.get("deprecated")) != bool(new.get("deprecated")):
            rule, text = ("deprecated", "now") if new.get("deprecated") else ("not-deprecated", "no longer")
            yield self.change(rule, f"{text} deprecated", part=part, place=place)
        if old.get("style") != new.get("style"):
            text = f"written as {code(new.get('style', ''))}, was {code(old.get('style', ''))}{note}"
            yield self.change("style", text, part=part, place=place)
        yield from self.texts(part, place, old, new, "description or example")

    def texts(self, part: Part, place: str, old: Json, new: Json, what: str) -> Iterator[Change]:
        """Return what changed in the texts of something; what they announce is worth more than that they differ."""
        if new.get("notice") and new.get("notice") != old.get("notice") and not new.get("deprecated"):
            text = f"the description announces: “{plain(new['notice'])}”"
            yield self.change("announced", text, part=part, place=place)
        elif old.get("text") != new.get("text"):
            yield self.change("text", what, part=part, place=place)


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
