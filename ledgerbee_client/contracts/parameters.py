"""Compares the parameters of one operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .levels import Change, Part
from .moves import moved_to
from .subject import Subject, path_names, was_inferred
from .text import code

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
        yield from self._moved(before, after)
        hints = self._hints(before, after)
        for key in sorted({*before, *after}):
            left, right = before.get(key), after.get(key)
            if left is not None and right is not None:
                yield from self.notes(self._part, key, left, right)
                self.walk.compare(self._part, self.name, left.get("schema", {}), right.get("schema", {}), key)
            elif right is not None:
                rule, word = ("added-required", "required") if right.get("required") else ("added", "optional")
                yield self.change(rule, f"added, {word}", part=self._part, place=key)
            else:
                text = f"removed{hints.get(key, '')}{was_inferred(left)}"
                yield self.change("removed", text, part=self._part, place=key)

    @property
    def _part(self) -> Part:
        """What comes with a webhook is read, and not sent."""
        return Part.WEBHOOK if self.is_webhook else Part.PARAMETER

    def _moved(self, before: dict[str, Json], after: dict[str, Json]) -> Iterator[Change]:
        """Find parameters that are sent in another place, and put them there in `before`."""
        for key in [key for key in before if key not in after]:
            name = key.partition(" ")[2]
            to = [other for other in after if other.partition(" ")[2] == name and other not in before]
            if len(to) == 1:
                yield self.change("parameter-moved", moved_to(to[0]), part=self._part, place=key)
                before[to[0]] = {**before.pop(key), "style": after[to[0]].get("style", "")}

    @staticmethod
    def _hints(before: dict[str, Json], after: dict[str, Json]) -> dict[str, str]:
        """A parameter that went and one that came, when they are the only ones and look the same."""
        gone, come = [key for key in before if key not in after], [key for key in after if key not in before]
        if len(gone) != 1 or len(come) != 1 or gone[0].partition(" ")[0] != come[0].partition(" ")[0]:
            return {}
        left, right = before[gone[0]], after[come[0]]
        same = left.get("schema") == right.get("schema") and bool(left.get("required")) == bool(right.get("required"))
        return {gone[0]: f" (perhaps renamed to {code(come[0].partition(' ')[2])})"} if same else {}
