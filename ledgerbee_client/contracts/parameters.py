"""Compares the parameters of one operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .levels import Change, Part
from .subject import Subject, path_names, was_inferred
from .text import code, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .shapes import Json


class ParameterComparison(Subject):
    """Compares parameters by place and name; those in the path by position."""

    def changes(self) -> Iterator[Change]:
        """Return what changed beside the schemas of the parameters."""
        renamed: dict[str, str] = {
            f"path {b}": f"path {a}" for b, a in zip(path_names(self.old), path_names(self.new), strict=False)
        }
        before: dict[str, Json] = {
            str(renamed.get(key, key)): one for key, one in self.old.get("parameters", {}).items()
        }
        after: dict[str, Json] = dict(self.new.get("parameters", {}))
        for key in [key for key in before if key not in after]:
            place, _, name = key.partition(" ")
            to = [other for other in after if other.partition(" ")[2] == name and other not in before]
            if len(to) == 1:
                text = f"parameter {code(name)} moved from {place} to {to[0].partition(' ')[0]}"
                yield self.change("parameter-moved", text, part=Part.PARAMETER)
                before[to[0]] = {**before.pop(key), "style": after[to[0]].get("style", "")}
        for key in sorted({*before, *after}):
            left, right = before.get(key), after.get(key)
            if left is not None and right is not None:
                yield from self._parameter(key, left, right)
            elif right is not None:
                rule, word = ("added-required", "required") if right.get("required") else ("added", "optional")
                yield self.change(rule, f"added, {word}", part=Part.PARAMETER, place=key)
            else:
                yield self.change("removed", f"removed{was_inferred(left)}", part=Part.PARAMETER, place=key)

    def _parameter(self, key: str, old: Json, new: Json) -> Iterator[Change]:
        note = was_inferred(old)
        if bool(old.get("required")) != bool(new.get("required")):
            rule = "required" if new.get("required") else "optional"
            yield self.change(rule, f"now {rule}{note}", part=Part.PARAMETER, place=key)
        if bool(old.get("deprecated")) != bool(new.get("deprecated")):
            rule, text = ("deprecated", "now") if new.get("deprecated") else ("not-deprecated", "no longer")
            yield self.change(rule, f"{text} deprecated", part=Part.PARAMETER, place=key)
        if old.get("style") != new.get("style"):
            text = f"written as {code(new.get('style', ''))}, was {code(old.get('style', ''))}{note}"
            yield self.change("style", text, part=Part.PARAMETER, place=key)
        if new.get("notice") and new.get("notice") != old.get("notice") and not new.get("deprecated"):
            text = f"the description announces: “{plain(new['notice'])}”"
            yield self.change("announced", text, part=Part.PARAMETER, place=key)
        elif old.get("text") != new.get("text"):
            yield self.change("text", "description or example", part=Part.PARAMETER, place=key)
        self.walk.compare(Part.PARAMETER, self.name, old.get("schema", {}), new.get("schema", {}), key)
