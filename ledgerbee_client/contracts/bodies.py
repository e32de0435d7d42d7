"""Compares the body and the responses of one operation: content types, encodings, statuses, headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .levels import Change, Part
from .subject import Subject, is_success, response_part, was_inferred
from .text import code, codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .shapes import Json


class BodyComparison(Subject):
    """Compares what an operation takes and returns."""

    def changes(self) -> Iterator[Change]:
        """Return what changed beside the schemas of the bodies."""
        yield from self._body()
        yield from self._responses()

    def _body(self) -> Iterator[Change]:
        part = Part.WEBHOOK if self.is_webhook else Part.BODY
        old, new = self.old.get("body"), self.new.get("body")
        if old and new:
            if bool(old.get("required")) != bool(new.get("required")) and part is Part.BODY:
                word = "required" if new.get("required") else "optional"
                yield self.change(f"body-{word}", f"request body now {word}{was_inferred(old)}", part=part)
            yield from self.texts(part, "", old, new, "description of the body")
            yield from self._media(part, "body", old, new)
        elif old:
            yield self.change("body-removed", "body removed", part=part)
        elif new:
            required = bool(new.get("required")) and part is Part.BODY
            rule, word = ("body-added-required", "required") if required else ("body-added", "optional")
            yield self.change(rule, f"body added, {word}", part=part)

    def _media(self, part: Part, what: str, old: Json, new: Json) -> Iterator[Change]:
        before, after = old.get("content", {}), new.get("content", {})
        gone, come = [one for one in before if one not in after], [one for one in after if one not in before]
        yield from self._media_types(part, what, gone, come, shared=len(gone) < len(before))
        pairs = [(name, name) for name in before if name in after]
        if len(gone) == len(come) == 1 and not pairs and _is_structured(gone[0]) and _is_structured(come[0]):
            pairs = [(gone[0], come[0])]  # still the same data, perhaps
        for left, right in pairs:
            encoding, encoding_now = before[left].get("encoding", {}), after[right].get("encoding", {})
            for field in sorted({*encoding, *encoding_now}):
                was, now = (code(one[field]) if field in one else "by default" for one in (encoding, encoding_now))
                if was != now:
                    text = f"encoded {now}, was {was}"
                    yield self.change("encoding", text, part=part, place=field)
            self.walk.compare(part, self.name, before[left].get("schema", {}), after[right].get("schema", {}))

    def _media_types(
        self, part: Part, what: str, gone: list[str], come: list[str], *, shared: bool
    ) -> Iterator[Change]:
        """Compare the content types of one body: those that went, and those that came."""
        if len(gone) == len(come) == 1 and not shared and (_within(come[0], gone[0]) or _within(gone[0], come[0])):
            rule = "content-type-narrowed" if _within(come[0], gone[0]) else "content-type-widened"
            yield self.change(rule, f"content type of the {what}: {code(gone[0])} → {code(come[0])}", part=part)
        elif gone and come and not shared:
            text = f"content type of the {what}: {codes(gone)} → {codes(come)}"
            yield self.change("content-type-changed", text, part=part)
        elif gone and not shared:
            yield self.change("content-removed", f"the {what} has no content any more, was {codes(gone)}", part=part)
        elif come and not shared:
            yield self.change("content-added", f"the {what} has content now: {codes(come)}", part=part)
        else:
            for rule, word, names in (("content-type-removed", "removed", gone), ("content-type-added", "added", come)):
                if names:
                    yield self.change(rule, f"content type of the {what} {word}: {codes(names)}", part=part)

    def _responses(self) -> Iterator[Change]:
        """Compare responses by status. A success that replaces another is the same response: any 2xx is one."""
        old, new = self.old.get("responses", {}), self.new.get("responses", {})
        if self.is_webhook:
            return  # what the receiver returns is none of the API's data
        pairs = {status: status for status in old if status in new}
        gone, come = [one for one in old if one not in pairs], [one for one in new if one not in pairs]
        success_gone, success_come = list(filter(is_success, gone)), list(filter(is_success, come))
        if len(success_gone) == len(success_come) == 1:
            before, after = success_gone[0], success_come[0]
            text = f"success status {code(before)} → {code(after)}{was_inferred(old[before])}"
            yield self.change("status-changed", text, part=Part.RESPONSE)
            pairs[before] = after
            gone.remove(before)
            come.remove(after)
        for status in gone:
            text = f"status {code(status)} removed{was_inferred(old[status])}"
            yield self.change("status-removed", text, part=response_part(status))
        for status in come:
            yield self.change("status-added", f"status {code(status)} added", part=response_part(status))
        for status, successor in pairs.items():
            yield from self._response(successor, old[status], new[successor])

    def _response(self, status: str, old: Json, new: Json) -> Iterator[Change]:
        part = response_part(status)
        yield from self.texts(part, "", old, new, f"response {status}")
        yield from self._media(part, f"{status} response", old, new)
        before, after = old.get("headers", {}), new.get("headers", {})
        for name in sorted({*before, *after}):
            left, right = before.get(name), after.get(name)
            if left is None:
                yield self.change("added", "added", part=Part.HEADER, place=name)
            elif right is None:
                yield self.change("removed", "removed", part=Part.HEADER, place=name)
            else:
                yield from self.notes(Part.HEADER, name, left, right)
                self.walk.compare(Part.HEADER, self.name, left.get("schema", {}), right.get("schema", {}), name)


def _is_structured(kind: str) -> bool:
    """Return whether content of a type has fields, whatever they are written in; of `*/*` it is assumed."""
    return any(word in kind for word in ("json", "form", "*"))


def _within(kind: str, wide: str) -> bool:
    """Return whether a content type is one of those that a wildcard means."""
    return wide == "*/*" or (wide.endswith("/*") and kind.startswith(wide.removesuffix("*")))
