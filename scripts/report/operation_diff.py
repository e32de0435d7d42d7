"""Compares two operations: all but the schemas in them, which are left to ``schema_diff``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scripts.report.model import Change, Level, Section
from scripts.report.openapi import (
    Json,
    Operation,
    marks,
    media_types,
    texts,
)
from scripts.report.rules import RULES, Direction
from scripts.report.schema_diff import BODY, ERROR, RESPONSE, SchemaDiff, Slot, media_schema, parameter_slot
from scripts.report.text import code, codes, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

NONE, PATCH, MINOR, MAJOR = Level.NONE, Level.PATCH, Level.MINOR, Level.MAJOR


def added_operation(new: Operation) -> Change:
    """An operation that is new."""
    scopes = f"scopes: {codes(sorted(new.scopes))}" if new.scopes else "no scope documented"
    return Change(Section.ADDED, MINOR, "operation-added", f"{plain(new.summary)} ({scopes})", "", (new.label,))


def removed_operation(old: Operation) -> Change:
    """An operation that is gone, with what to use instead."""
    was = ", was deprecated" if old.raw.get("deprecated") is True else ""
    action = f"Use {code(old.successor)}." if old.successor else "Stop calling it; nothing is documented in its place."
    text = f"operation removed{was}: {plain(old.summary)}"
    return Change(Section.REMOVED, MAJOR, "operation-removed", text, action, (old.label,))


def compare_operation(old: Operation, new: Operation, schemas: SchemaDiff) -> Iterator[Change]:
    """The changes of one operation; what is in its schemas goes into ``schemas``."""
    for compare in (_identity, _scopes, _deprecation, _security, _marks):
        yield from compare(old, new)
    yield from _parameters(old, new, schemas)
    yield from _body(old, new, schemas)
    yield from _responses(old, new, schemas)


def _identity(old: Operation, new: Operation) -> Iterator[Change]:
    """Where an operation stands and what it is called."""
    if old.template != new.template:
        inferred = "path" in marks(old.raw)
        note = " (the old path was inferred)" if inferred else ""
        text = f"{plain(new.summary)}: {code(old.label)} → {code(new.label)}{note}"
        level, action = (PATCH, "") if inferred else (MINOR, "Upgrade: older releases call the old path.")
        yield Change(Section.MOVED, level, "operation-moved", text, action, (new.label,))
    renamed = dict(zip(_path_names(old), _path_names(new), strict=False))
    for before, after in renamed.items():
        if before != after:
            text = f"path parameter {code(before)} is now called {code(after)}; a keyword argument may follow"
            yield Change(Section.PYTHON, PATCH, "path-parameter-renamed", text, "", (new.label,))
    if old.tag != new.tag:
        text = f"tag {code(old.tag)} → {code(new.tag)}; the resource follows where no name is locked"
        yield Change(Section.PYTHON, PATCH, "tag", text, "", (new.label,))
    if old.raw.get("operationId") != new.raw.get("operationId"):
        text = "operationId changed; endpoint modules follow where no name is locked"
        yield Change(Section.PYTHON, PATCH, "operation-id", text, "", (new.label,))
    if old.texts != new.texts:
        yield _text("description", new)


def _path_names(operation: Operation) -> list[str]:
    return re.findall(r"\{([^}]*)\}", operation.path)


def _text(what: str, operation: Operation) -> Change:
    return Change(Section.NOTES, PATCH, "text", f"{code(operation.label)}: {what}")


def _scopes(old: Operation, new: Operation) -> Iterator[Change]:
    added, removed = sorted(new.scopes - old.scopes), sorted(old.scopes - new.scopes)
    if not added and not removed:
        return
    inferred = "scopes" in marks(old.raw)
    text = ", ".join([f"+ {code(scope)}" for scope in added] + [f"− {code(scope)}" for scope in removed])
    breaking = bool(added) and not inferred
    action = f"Grant {codes(added)} to the credentials that call it." if breaking else ""
    note = " (the old scopes were inferred)" if inferred else ""
    level = MAJOR if breaking else PATCH
    yield Change(Section.SCOPES, level, "scopes", f"scopes: {text}{note}", action, (new.label,))


def _deprecation(old: Operation, new: Operation) -> Iterator[Change]:
    was, is_now = old.raw.get("deprecated") is True, new.raw.get("deprecated") is True
    if was and not is_now:
        yield Change(Section.DEPRECATED, PATCH, "not-deprecated", "no longer deprecated", "", (new.label,))
    elif is_now and not was:
        sunset = f"; may stop working after {plain(str(new.raw['x-sunset']))}" if new.raw.get("x-sunset") else ""
        action = f"Use {code(new.successor)}." if new.successor else "No successor is documented."
        yield Change(Section.DEPRECATED, MINOR, "deprecated", f"now deprecated{sunset}", action, (new.label,))


def _security(old: Operation, new: Operation) -> Iterator[Change]:
    added, removed = sorted(new.security - old.security), sorted(old.security - new.security)
    if removed:
        action = f"Authenticate with {' or '.join(map(code, sorted(new.security)))}."
        text = f"no longer accepts {codes(removed)}"
        yield Change(Section.SECURITY, MAJOR, "security-removed", text, action, (new.label,))
    if added:
        yield Change(Section.SECURITY, MINOR, "security-added", f"now accepts {codes(added)}", "", (new.label,))


def _marks(old: Operation, new: Operation) -> Iterator[Change]:
    before, after = marks(old.raw), marks(new.raw)
    for mark in before - after:
        text = f"{plain(mark.replace('-', ' '))}: inferred before, documented now"
        yield Change(Section.MARKS, PATCH, "mark-resolved", text, "", (new.label,))
    for mark in after - before:
        text = f"{plain(mark.replace('-', ' '))}: marked as inferred now"
        yield Change(Section.MARKS, PATCH, "mark-added", text, "", (new.label,))


def _parameters(old: Operation, new: Operation, schemas: SchemaDiff) -> Iterator[Change]:
    renamed = {("path", b): ("path", a) for b, a in zip(_path_names(old), _path_names(new), strict=False)}
    before = {renamed.get(key, key): parameter for key, parameter in old.parameters.items()}
    after = dict(new.parameters)
    for key in [key for key in before if key not in after]:
        places = [place for place, name in after if name == key[1] and (place, name) not in before]
        if len(places) == 1:
            text = f"parameter {code(key[1])} moved from {key[0]} to {places[0]}"
            action = "Nothing to do for callers of the methods; raw requests must follow."
            yield Change(Section.PARAMETERS, MAJOR, "parameter-moved", text, action, (new.label,))
            before[places[0], key[1]] = {**before.pop(key), "in": places[0]}
    for key in sorted({*before, *after}):
        left, right = before.get(key), after.get(key)
        slot, name = parameter_slot(key[0]), key[1]
        if left is not None and right is not None:
            yield from _parameter(slot, name, left, right, new, schemas)
        elif right is not None:
            rule, word = ("added-required", "required") if _required(right) else ("added", "optional")
            yield _by_rule(rule, slot, name, f"added, {word}", new)
        else:
            yield _by_rule("removed", slot, name, f"removed{_was_inferred(left or {})}", new)


def _parameter(
    slot: Slot, name: str, old: Json, new: Json, operation: Operation, schemas: SchemaDiff
) -> Iterator[Change]:
    note = _was_inferred(old)
    if _required(old) != _required(new):
        rule = "required" if _required(new) else "optional"
        yield _by_rule(rule, slot, name, f"now {rule}{note}", operation)
    if old.get("deprecated", False) != new.get("deprecated", False):
        rule = "deprecated" if new.get("deprecated") else "not-deprecated"
        yield _by_rule(
            rule, slot, name, "now deprecated" if new.get("deprecated") else "no longer deprecated", operation
        )
    if _style(old) != _style(new):
        text = f"{slot.part} {code(name)}: written as {code(_style(new))}, was {code(_style(old))}{note}"
        yield Change(slot.section, MINOR, "style", text, "", (operation.label,))
    if texts(old) != texts(new):
        yield _text(f"{slot.part} {code(name)}", operation)
    schemas.compare(slot, operation.label, _parameter_schema(old), _parameter_schema(new), name)


def _by_rule(rule: str, slot: Slot, name: str, text: str, operation: Operation) -> Change:
    applied = RULES[rule]
    section = Section.DEPRECATED if rule == "deprecated" else slot.section
    level, action = applied.level(Direction.REQUEST), applied.action(Direction.REQUEST)
    return Change(section, level, rule, f"{slot.part} {code(name)}: {text}", action, (operation.label,))


def _was_inferred(parameter: Json) -> str:
    return " (was inferred)" if marks(parameter) else ""


def _required(holder: Json) -> bool:
    return holder.get("required") is True


def _style(parameter: Json) -> str:
    style = parameter.get("style") or ("form" if parameter.get("in") in {"query", "cookie"} else "simple")
    return f"{style}, explode {'on' if parameter.get('explode', style == 'form') else 'off'}"


def _parameter_schema(parameter: Json) -> Json:
    return media_schema(next(iter(media_types(parameter).values()), parameter))


def _body(old: Operation, new: Operation, schemas: SchemaDiff) -> Iterator[Change]:
    labels = (new.label,)
    if not old.body and not new.body:
        return
    if not new.body:
        yield Change(Section.REQUEST, MAJOR, "body-removed", "request body removed", "Stop passing a body.", labels)
    elif not old.body:
        required = _required(new.body)
        text = f"request body added, {'required' if required else 'optional'}"
        action = "Pass a body." if required else ""
        yield Change(Section.REQUEST, MAJOR if required else MINOR, "body-added", text, action, labels)
    else:
        if _required(old.body) != _required(new.body):
            rule = RULES[word := "required" if _required(new.body) else "optional"]
            text, action = f"request body now {word}{_was_inferred(old.body)}", rule.action(Direction.REQUEST)
            yield Change(Section.REQUEST, rule.request, f"body-{word}", text, action, labels)
        if texts(old.body) != texts(new.body):
            yield _text("request body", new)
        yield from _media("request", old.body, new.body, MAJOR, "Send another content type.", labels)
        _compare_media(BODY, old.body, new.body, new, schemas)


def _media(what: str, old: Json, new: Json, level: Level, action: str, labels: tuple[str, ...]) -> Iterator[Change]:
    before, after = media_types(old), media_types(new)
    added, removed = [m for m in after if m not in before], [m for m in before if m not in after]
    if removed:
        text = f"content type of the {what} removed: {codes(removed)}"
        yield Change(Section.MEDIA, level, "content-type-removed", text, action if level is MAJOR else "", labels)
    if added:
        yield Change(
            Section.MEDIA,
            MINOR,
            "content-type-added",
            f"content type of the {what} added: {codes(added)}",
            "",
            labels,
        )


def _compare_media(slot: Slot, old: Json, new: Json, operation: Operation, schemas: SchemaDiff) -> None:
    before, after = media_types(old), media_types(new)
    for name in sorted(before.keys() & after.keys()):
        schemas.compare(slot, operation.label, media_schema(before[name]), media_schema(after[name]))


def _responses(old: Operation, new: Operation, schemas: SchemaDiff) -> Iterator[Change]:
    """Compare answers by status. A success that replaces another is the same answer: any 2xx is one."""
    labels = (new.label,)
    pairs = {status: status for status in old.responses if status in new.responses}
    gone = [status for status in old.responses if status not in pairs]
    come = [status for status in new.responses if status not in pairs]
    success_gone, success_come = list(filter(_is_success, gone)), list(filter(_is_success, come))
    if len(success_gone) == len(success_come) == 1:
        before, after = success_gone[0], success_come[0]
        text = f"success status {code(before)} → {code(after)}{_was_inferred(old.responses[before])}"
        yield Change(Section.MEDIA, PATCH, "status-changed", text, "", labels)
        pairs[before] = after
        gone.remove(before)
        come.remove(after)
    for status in gone:
        level = MAJOR if _is_success(status) else PATCH
        action = "Check what is answered instead." if level is MAJOR else ""
        text = f"status {code(status)} removed{_was_inferred(old.responses[status])}"
        yield Change(Section.MEDIA, level, "status-removed", text, action, labels)
    for status in come:
        level = MINOR if _is_success(status) else PATCH
        yield Change(Section.MEDIA, level, "status-added", f"status {code(status)} added", "", labels)
    for status, successor in pairs.items():
        before_, after_ = old.responses[status], new.responses[successor]
        if texts(before_) != texts(after_):
            yield _text(f"response {successor}", new)
        success = _is_success(successor)
        yield from _media(
            f"{successor} answer", before_, after_, MAJOR if success else PATCH, "Read another type.", labels
        )
        _compare_media(RESPONSE if success else ERROR, before_, after_, new, schemas)


def _is_success(status: str) -> bool:
    return status.startswith("2")
