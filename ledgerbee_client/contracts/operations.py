"""Compares two operations, callbacks or webhooks: all but the schemas in them, which are left to `walk`.

An operation of a description is plain JSON; what is empty is left out:

    method, path, tag, summary, id
    scopes, licenses, security (ways to authenticate: label -> its scopes), servers
    deprecated, sunset, successor, idempotency, read_back, marks (what of it is inferred)
    parameters    {"query limit": {"required": .., "style": .., "deprecated": .., "inferred": .., "schema": node}}
    body          {"required": .., "content": {media type: {"schema": node, "encoding": {field: text}}}}
    responses     {status: {"content": .., "headers": {name: {"required": .., "schema": node}}}}
    callbacks     {"name METHOD url": operation}
    text, notice  digest of its texts; the sentence in which they announce a removal
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .levels import Change, Level, Part
from .rules import RULES
from .security import compare_security
from .text import code, codes, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .shapes import Json
    from .walk import Walk

#: From the one that may be repeated most freely.
_SAFEST_FIRST = ("safe", "natural", "http", "key", "none")


def label(operation: Json) -> str:
    """Return METHOD and path: how a person names an operation."""
    return f"{operation['method']} {operation['path']}"


def template(path: str) -> str:
    """Return a path without the names of its parameters."""
    return re.sub(r"\{[^}]*\}", "{}", path)


def added(new: Json, kind: str = "operation-added") -> Change:
    """Return the change that says that an operation is new."""
    scopes = f"scopes: {codes(new['scopes'])}" if new.get("scopes") else "no scope documented"
    text = plain(new.get("summary", "")) + (f" ({scopes})" if kind == "operation-added" else "")
    return Change(kind, RULES[kind].request, Part.OPERATION, text.strip() or "added", "", "", _name(new))


def removed(old: Json, kind: str = "operation-removed") -> Change:
    """Return the change that says that an operation is gone, with what to use instead."""
    was = ", was deprecated" if old.get("deprecated") else ""
    successor = old.get("successor")
    action = f"Use {code(successor)}." if successor else "Stop calling it; nothing is documented in its place."
    if kind == "webhook-removed":
        action = RULES[kind].to_read
    noun = kind.partition("-")[0]
    text = f"{noun} removed{was}: {plain(old.get('summary', ''))}".rstrip(": ")
    return Change(kind, Level.MAJOR, Part.OPERATION, text, action, "", _name(old))


def _name(operation: Json) -> str:
    return str(operation.get("webhook") or label(operation))


class OperationComparison:
    """Compares one operation in two versions; what is in its schemas goes to the walk."""

    def __init__(self, old: Json, new: Json, walk: Walk) -> None:
        self.old, self.new, self.walk = old, new, walk
        self.name = _name(new)
        self.is_webhook = bool(new.get("webhook"))

    def changes(self) -> Iterator[Change]:
        """Return what changed beside the schemas."""
        steps: tuple[Callable[[], Iterator[Change]], ...] = (
            self._place,
            self._scopes,
            self._licenses,
            self._deprecation,
            self._behaviour,
            self._marks,
            self._parameters,
            self._body,
            self._responses,
            self._callbacks,
        )
        for step in steps:
            yield from step()
        if not self.is_webhook:
            yield from compare_security(self.old, self.new, self.name)

    def _change(
        self, kind: str, text: str, action: str = "", *, part: Part = Part.OPERATION, place: str = ""
    ) -> Change:
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

    # ------------------------------------------------------------------ the operation itself

    def _place(self) -> Iterator[Change]:
        old, new = self.old, self.new
        if self.is_webhook:
            return
        if old["method"] != new["method"] or template(old["path"]) != template(new["path"]):
            inferred = "path" in old.get("marks", ())
            note = " (the old path was inferred)" if inferred else ""
            text = f"{plain(new.get('summary', ''))}: {code(label(old))} → {code(label(new))}{note}"
            yield self._change("operation-found" if inferred else "operation-moved", text.removeprefix(": "))
        for before, after in zip(_path_names(old), _path_names(new), strict=False):
            if before != after:
                text = f"path parameter {code(before)} is now called {code(after)}; a keyword argument may follow"
                yield self._change("path-parameter-renamed", text)
        if old.get("tag") != new.get("tag"):
            text = f"tag {code(old.get('tag', ''))} → {code(new.get('tag', ''))}"
            yield self._change("tag", f"{text}; the resource follows where no name is locked")
        if old.get("id") != new.get("id"):
            yield self._change("operation-id", "operationId changed; endpoint modules follow where no name is locked")
        if old.get("servers") != new.get("servers"):
            before_, after_ = codes(old.get("servers", ())), codes(new.get("servers", ()))
            text = f"server of the operation: {before_ or 'that of the document'} → {after_ or 'that of the document'}"
            yield self._change("server", text, part=Part.SECURITY)
        if new.get("notice") and new.get("notice") != old.get("notice") and not new.get("deprecated"):
            yield self._change("announced", f"the description announces: “{plain(new['notice'])}”")
        elif old.get("text") != new.get("text"):
            yield self._change("text", "description")

    def _scopes(self) -> Iterator[Change]:
        before, after = self.old.get("scopes", []), self.new.get("scopes", [])
        gained, lost = [one for one in after if one not in before], [one for one in before if one not in after]
        if not gained and not lost:
            return
        text = "scopes: " + ", ".join([f"+ {code(one)}" for one in gained] + [f"− {code(one)}" for one in lost])
        if "scopes" in self.old.get("marks", ()):
            yield self._change("scopes-known", f"{text} (the old scopes were inferred)")
        elif gained:
            yield self._change("scope-added", text, f"Grant {codes(gained)} to the credentials that call it.")
        else:
            yield self._change("scope-removed", text)

    def _licenses(self) -> Iterator[Change]:
        before, after = set(self.old.get("licenses", ())), set(self.new.get("licenses", ()))
        if before != after:
            text = f"license: {codes(sorted(before)) or 'none'} → {codes(sorted(after)) or 'none'}"
            harder = bool(after) and (not before or not before <= after)  # any one of them is enough
            inferred = "licence" in self.old.get("marks", ())
            yield self._change("license-added" if harder and not inferred else "license-removed", text)

    def _deprecation(self) -> Iterator[Change]:
        old, new = self.old, self.new
        successor, sunset = new.get("successor"), new.get("sunset")
        action = f"Use {code(successor)}." if successor else "No successor is documented."
        if new.get("deprecated") and not old.get("deprecated"):
            until = f"; may stop working after {plain(str(sunset))}" if sunset else ""
            yield self._change("operation-deprecated", f"now deprecated{until}", action)
            return
        if old.get("deprecated") and not new.get("deprecated"):
            yield self._change("operation-not-deprecated", "no longer deprecated")
        if old.get("sunset") != sunset:
            before, after = (code(str(one)) if one else "none" for one in (old.get("sunset"), sunset))
            yield self._change("sunset", f"sunset moved: {before} → {after}", action if sunset else "")
        if old.get("successor") != successor:
            before, after = (code(str(one)) if one else "none" for one in (old.get("successor"), successor))
            yield self._change("successor", f"successor: {before} → {after}")

    def _behaviour(self) -> Iterator[Change]:
        before, after = self.old.get("idempotency", ""), self.new.get("idempotency", "")
        if before != after and before and after:
            order = _SAFEST_FIRST.index
            worse = after not in _SAFEST_FIRST or (before in _SAFEST_FIRST and order(after) > order(before))
            text = f"idempotency {code(before)} → {code(after)}: the client's retries follow it"
            yield self._change("idempotency" if worse else "idempotency-better", text)
        before, after = self.old.get("read_back"), self.new.get("read_back")
        if before != after:
            text = f"the call that shows whether it was applied: {code(str(before))} → {code(str(after))}"
            yield self._change("read-back", text)

    def _marks(self) -> Iterator[Change]:
        before, after = set(self.old.get("marks", ())), set(self.new.get("marks", ()))
        for mark in sorted(before - after):
            yield self._change("mark-resolved", f"{plain(mark.replace('-', ' '))}: inferred before, documented now")
        for mark in sorted(after - before):
            yield self._change("mark-added", f"{plain(mark.replace('-', ' '))}: marked as inferred now")

    # ------------------------------------------------------------------ parameters

    def _parameters(self) -> Iterator[Change]:
        renamed = {f"path {b}": f"path {a}" for b, a in zip(_path_names(self.old), _path_names(self.new), strict=False)}
        before = {renamed.get(key, key): one for key, one in self.old.get("parameters", {}).items()}
        after = dict(self.new.get("parameters", {}))
        for key in [key for key in before if key not in after]:
            place, _, name = key.partition(" ")
            to = [other for other in after if other.partition(" ")[2] == name and other not in before]
            if len(to) == 1:
                text = f"parameter {code(name)} moved from {place} to {to[0].partition(' ')[0]}"
                yield self._change("parameter-moved", text, part=Part.PARAMETER)
                before[to[0]] = {**before.pop(key), "style": after[to[0]].get("style", "")}
        for key in sorted({*before, *after}):
            left, right = before.get(key), after.get(key)
            if left is not None and right is not None:
                yield from self._parameter(key, left, right)
            elif right is not None:
                rule, word = ("added-required", "required") if right.get("required") else ("added", "optional")
                yield self._change(rule, f"added, {word}", part=Part.PARAMETER, place=key)
            else:
                yield self._change("removed", f"removed{_was_inferred(left)}", part=Part.PARAMETER, place=key)

    def _parameter(self, key: str, old: Json, new: Json) -> Iterator[Change]:
        note = _was_inferred(old)
        if bool(old.get("required")) != bool(new.get("required")):
            rule = "required" if new.get("required") else "optional"
            yield self._change(rule, f"now {rule}{note}", part=Part.PARAMETER, place=key)
        if bool(old.get("deprecated")) != bool(new.get("deprecated")):
            rule, text = ("deprecated", "now") if new.get("deprecated") else ("not-deprecated", "no longer")
            yield self._change(rule, f"{text} deprecated", part=Part.PARAMETER, place=key)
        if old.get("style") != new.get("style"):
            text = f"written as {code(new.get('style', ''))}, was {code(old.get('style', ''))}{note}"
            yield self._change("style", text, part=Part.PARAMETER, place=key)
        if new.get("notice") and new.get("notice") != old.get("notice") and not new.get("deprecated"):
            text = f"the description announces: “{plain(new['notice'])}”"
            yield self._change("announced", text, part=Part.PARAMETER, place=key)
        elif old.get("text") != new.get("text"):
            yield self._change("text", "description or example", part=Part.PARAMETER, place=key)
        self.walk.compare(Part.PARAMETER, self.name, old.get("schema", {}), new.get("schema", {}), key)

    # ------------------------------------------------------------------ bodies

    def _body(self) -> Iterator[Change]:
        part = Part.WEBHOOK if self.is_webhook else Part.BODY
        old, new = self.old.get("body"), self.new.get("body")
        if old and new:
            if bool(old.get("required")) != bool(new.get("required")) and part is Part.BODY:
                word = "required" if new.get("required") else "optional"
                yield self._change(f"body-{word}", f"request body now {word}{_was_inferred(old)}", part=part)
            if old.get("text") != new.get("text"):
                yield self._change("text", "description of the body", part=part)
            yield from self._media(part, "body", old, new)
        elif old:
            yield self._change("body-removed", "body removed", part=part)
        elif new:
            required = bool(new.get("required")) and part is Part.BODY
            rule, word = ("body-added-required", "required") if required else ("body-added", "optional")
            yield self._change(rule, f"body added, {word}", part=part)

    def _media(self, part: Part, what: str, old: Json, new: Json) -> Iterator[Change]:
        before, after = old.get("content", {}), new.get("content", {})
        gone, come = [one for one in before if one not in after], [one for one in after if one not in before]
        if gone:
            text = f"content type of the {what} removed: {codes(gone)}"
            yield self._change("content-type-removed", text, part=part)
        if come:
            yield self._change("content-type-added", f"content type of the {what} added: {codes(come)}", part=part)
        pairs = [(name, name) for name in before if name in after]
        if len(gone) == len(come) == 1 and not pairs:  # still the same data, perhaps
            pairs = [(gone[0], come[0])] if "json" in gone[0] and "json" in come[0] else []
        for left, right in pairs:
            encoding, encoding_now = before[left].get("encoding", {}), after[right].get("encoding", {})
            for field in sorted({*encoding, *encoding_now}):
                was, now = encoding.get(field, "the default"), encoding_now.get(field, "the default")
                if was != now:
                    text = f"encoded as {code(now)}, was {code(was)}"
                    yield self._change("encoding", text, part=part, place=field)
            self.walk.compare(part, self.name, before[left].get("schema", {}), after[right].get("schema", {}))

    # ------------------------------------------------------------------ responses

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
            text = f"success status {code(before)} → {code(after)}{_was_inferred(old[before])}"
            yield self._change("status-changed", text, part=Part.RESPONSE)
            pairs[before] = after
            gone.remove(before)
            come.remove(after)
        for status in gone:
            text = f"status {code(status)} removed{_was_inferred(old[status])}"
            yield self._change("status-removed", text, part=response_part(status))
        for status in come:
            yield self._change("status-added", f"status {code(status)} added", part=response_part(status))
        for status, successor in pairs.items():
            yield from self._response(successor, old[status], new[successor])

    def _response(self, status: str, old: Json, new: Json) -> Iterator[Change]:
        part = response_part(status)
        if old.get("text") != new.get("text"):
            yield self._change("text", f"response {status}", part=part)
        yield from self._media(part, f"{status} response", old, new)
        before, after = old.get("headers", {}), new.get("headers", {})
        for name in sorted({*before, *after}):
            left, right = before.get(name), after.get(name)
            if left is None:
                yield self._change("added", "added", part=Part.HEADER, place=name)
            elif right is None:
                yield self._change("removed", "removed", part=Part.HEADER, place=name)
            else:
                if bool(left.get("required")) != bool(right.get("required")):
                    rule = "required" if right.get("required") else "optional"
                    yield self._change(rule, f"now {rule}", part=Part.HEADER, place=name)
                self.walk.compare(Part.HEADER, self.name, left.get("schema", {}), right.get("schema", {}), name)

    def _callbacks(self) -> Iterator[Change]:
        before, after = self.old.get("callbacks", {}), self.new.get("callbacks", {})
        for name in sorted({*before, *after}):
            left, right = before.get(name), after.get(name)
            if left is None:
                yield self._change("webhook-added", f"callback {code(name)} added")
            elif right is None:
                yield self._change("webhook-removed", f"callback {code(name)} removed")
            else:
                callback = OperationComparison(left, right, self.walk)
                callback.name, callback.is_webhook = f"{self.name} callback {name}", True
                yield from callback.changes()


def is_success(status: str) -> bool:
    """Return whether a status means success."""
    return status.startswith("2")


def response_part(status: str) -> Part:
    """Return what a response with a status is: data, or an error."""
    return Part.RESPONSE if is_success(status) else Part.ERROR


def _path_names(operation: Json) -> list[str]:
    return re.findall(r"\{([^}]*)\}", operation.get("path", ""))


def _was_inferred(holder: Json | None) -> str:
    return " (was inferred)" if holder and holder.get("inferred") else ""
