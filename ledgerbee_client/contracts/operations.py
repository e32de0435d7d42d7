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
from collections import Counter
from typing import TYPE_CHECKING

from .bodies import BodyComparison
from .levels import Change, Level, Part
from .moves import compare_moved_values
from .parameters import ParameterComparison
from .rules import RULES
from .security import compare_security, needed_scopes
from .subject import Subject, path_names
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
    text = plain(new.get("summary", ""))
    if kind == "webhook-added":
        named = text and new["summary"] != new.get("webhook")
        text = f"webhook added: {text}" if named else "webhook added"
    else:
        text = f"{text} ({scopes})".strip()
    return Change(kind, RULES[kind].request, Part.OPERATION, text, "", "", _name(new))


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


class OperationComparison(Subject):
    """Compares one operation in two versions."""

    @classmethod
    def of(cls, old: Json, new: Json, walk: Walk) -> OperationComparison:
        """Compare two versions of an operation or of a webhook."""
        return cls(old, new, _name(new), walk, is_webhook=bool(new.get("webhook")))

    def changes(self) -> Iterator[Change]:
        """Return what changed beside the schemas."""
        steps: tuple[Callable[[], Iterator[Change]], ...] = (
            self._place,
            self._scopes,
            self._licenses,
            self._deprecation,
            self._behaviour,
            self._marks,
            ParameterComparison(self.old, self.new, self.name, self.walk, is_webhook=self.is_webhook).changes,
            BodyComparison(self.old, self.new, self.name, self.walk, is_webhook=self.is_webhook).changes,
            self._callbacks,
        )
        for step in steps:
            yield from step()
        if not self.is_webhook:
            compare_moved_values(self.old, self.new, self.name, self.walk)
            yield from compare_security(self.old, self.new, self.name)

    # ------------------------------------------------------------------ the operation itself

    def _place(self) -> Iterator[Change]:
        old, new = self.old, self.new
        if self.is_webhook:
            if old["method"] != new["method"]:
                text = f"is sent as {code(new['method'])}, was {code(old['method'])}"
                yield self.change("webhook-method", text, part=Part.WEBHOOK)
            yield from self.texts(Part.WEBHOOK, "", old, new, "description")
            return
        if old["method"] != new["method"] or template(old["path"]) != template(new["path"]):
            inferred = "path" in old.get("marks", ())
            note = " (the old path was inferred)" if inferred else ""
            text = f"{plain(new.get('summary', ''))}: {code(label(old))} → {code(label(new))}{note}"
            yield self.change("operation-found" if inferred else "operation-moved", text.removeprefix(": "))
        for before, after in zip(path_names(old), path_names(new), strict=False):
            if before != after:
                text = f"path parameter {code(before)} is now called {code(after)}; a keyword argument may follow"
                yield self.change("path-parameter-renamed", text)
        if old.get("tag") != new.get("tag"):
            text = f"tag {code(old.get('tag', ''))} → {code(new.get('tag', ''))}"
            yield self.change("tag", f"{text}; the resource follows where no name is locked")
        if old.get("id") != new.get("id"):
            yield self.change("operation-id", "operationId changed; endpoint modules follow where no name is locked")
        if old.get("servers") != new.get("servers"):
            before_, after_ = codes(old.get("servers", ())), codes(new.get("servers", ()))
            text = f"server of the operation: {before_ or 'that of the document'} → {after_ or 'that of the document'}"
            yield self.change("server", text, part=Part.SECURITY)
        yield from self.texts(Part.OPERATION, "", old, new, "description")

    def _scopes(self) -> Iterator[Change]:
        before, after = self.old.get("scopes", []), self.new.get("scopes", [])
        gained, lost = [one for one in after if one not in before], [one for one in before if one not in after]
        if not gained and not lost:
            return
        needed, needed_now = needed_scopes(self.old), needed_scopes(self.new)
        if gained and {*gained} <= needed_now - needed and {*lost} <= needed - needed_now:
            return  # the ways to authenticate say so, too
        text = "scopes: " + ", ".join([f"+ {code(one)}" for one in gained] + [f"− {code(one)}" for one in lost])
        if "scopes" in self.old.get("marks", ()):
            yield self.change("scopes-known", f"{text} (the old scopes were inferred)")
        elif gained:
            yield self.change("scope-added", text, f"Grant {codes(gained)} to the credentials that call it.")
        else:
            yield self.change("scope-removed", text)

    def _licenses(self) -> Iterator[Change]:
        before, after = set(self.old.get("licenses", ())), set(self.new.get("licenses", ()))
        if before != after:
            text = f"license: {codes(sorted(before)) or 'none'} → {codes(sorted(after)) or 'none'}"
            harder = bool(after) and (not before or not before <= after)  # any one of them is enough
            inferred = "licence" in self.old.get("marks", ())
            yield self.change("license-added" if harder and not inferred else "license-removed", text)

    def _deprecation(self) -> Iterator[Change]:
        old, new = self.old, self.new
        successor, sunset = new.get("successor"), new.get("sunset")
        action = f"Use {code(successor)}." if successor else "No successor is documented."
        if new.get("deprecated") and not old.get("deprecated"):
            until = f"; may stop working after {plain(str(sunset))}" if sunset else ""
            yield self.change("operation-deprecated", f"now deprecated{until}", action)
            return
        if old.get("deprecated") and not new.get("deprecated"):
            yield self.change("operation-not-deprecated", "no longer deprecated")
        if old.get("sunset") != sunset:
            before, after = (code(str(one)) if one else "none" for one in (old.get("sunset"), sunset))
            yield self.change("sunset", f"sunset moved: {before} → {after}", action if sunset else "")
        if old.get("successor") != successor:
            before, after = (code(str(one)) if one else "none" for one in (old.get("successor"), successor))
            yield self.change("successor", f"successor: {before} → {after}")

    def _behaviour(self) -> Iterator[Change]:
        if self.is_webhook:
            return
        before, after = self.old.get("idempotency", ""), self.new.get("idempotency", "")
        if before != after and before and after:
            order = _SAFEST_FIRST.index
            worse = after not in _SAFEST_FIRST or (before in _SAFEST_FIRST and order(after) > order(before))
            text = f"idempotency {code(before)} → {code(after)}: the client's retries follow it"
            yield self.change("idempotency" if worse else "idempotency-better", text)
        before, after = self.old.get("read_back"), self.new.get("read_back")
        if before != after:
            text = f"the call that shows whether it was applied: {code(str(before))} → {code(str(after))}"
            yield self.change("read-back", text)

    def _marks(self) -> Iterator[Change]:
        before, after = set(self.old.get("marks", ())), set(self.new.get("marks", ()))
        for mark in sorted(before - after):
            yield self.change("mark-resolved", f"{plain(mark.replace('-', ' '))}: inferred before, documented now")
        for mark in sorted(after - before):
            yield self.change("mark-added", f"{plain(mark.replace('-', ' '))}: marked as inferred now")

    def _callbacks(self) -> Iterator[Change]:
        before, after = dict(self.old.get("callbacks", {})), self.new.get("callbacks", {})
        for was, now in _same_callbacks(before, after):
            if _url(was) != _url(now):
                text = f"callback {code(was.partition(' ')[0])} goes to {code(_url(now))}, was {code(_url(was))}"
                yield self.change("callback-url", text)
            before[now] = before.pop(was)
        for name in sorted({*before, *after}):
            left, right = before.get(name), after.get(name)
            if left is None:
                yield self.change("webhook-added", f"callback {code(name)} added", part=Part.WEBHOOK)
            elif right is None:
                yield self.change("webhook-removed", f"callback {code(name)} removed", part=Part.WEBHOOK)
            else:
                title = f"{self.name} callback {name}"
                yield from OperationComparison(left, right, title, self.walk, is_webhook=True).changes()


def _same_callbacks(before: Json, after: Json) -> list[tuple[str, str]]:
    """Pairs of callbacks that go to another address: the only ones of their name that went and came."""
    gone, come = [one for one in before if one not in after], [one for one in after if one not in before]
    names = Counter(key.partition(" ")[0] for key in [*gone, *come])
    return [
        (left, right)
        for left in gone
        for right in come
        if left.partition(" ")[0] == right.partition(" ")[0] and names[left.partition(" ")[0]] == 2
    ]


def _url(callback: str) -> str:
    """The address in the key of a callback, which is its name, method and address."""
    return callback.split(" ", 2)[2]
