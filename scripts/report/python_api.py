"""What changes for users of a generated package: names, arguments, and what attributes and methods give.

The same change means opposite things: an attribute that becomes required breaks who builds the model, and nobody else.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ledgerbee_client.contracts import Level, Part
from ledgerbee_client.contracts.text import code
from scripts.report.model import Entry, Section, Use
from scripts.report.python_surface import Attribute, Method, Surface, names_in, surface

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ALIKE = 0.6
_SHOWN = 200  # characters of an annotation
#: Arguments of every method that gives a paginator, which say nothing about the API.
_OF_PAGINATORS = frozenset({"prefetch", "on_drift"})
_IMPORT = "Import it by its new name."


def python_entries(old_package: Path, new_package: Path) -> list[Entry]:
    """Return what changes for users of a package, in the order of names."""
    old, new = surface(old_package), surface(new_package)
    classes = _renamed(old, new)
    mappings = {f"{before}Dict": f"{after}Dict" for before, after in classes.items()}
    renamed = classes | {was: now for was, now in mappings.items() if was in old.mappings and now in new.mappings}
    entries = [
        *_renames(old, renamed),
        *_gone(old, new, renamed),
        *_models(old, new, renamed),
        *_types(old, new, renamed),
        *_methods(old, new, renamed),
    ]
    return sorted(entries, key=lambda one: (-one.level, one.text))


def _entry(level: Level, kind: str, text: str, action: str = "") -> Entry:
    return Entry(Section.PYTHON, level, f"python-{kind}", text, action if level is Level.MAJOR else "")


# ---------------------------------------------------------------------- names


def _renamed(old: Surface, new: Surface) -> dict[str, str]:
    """Classes and named types that go by another name: those that stand in the same place, or look the same."""
    gone = (old.classes.keys() | old.types.keys()) - new.classes.keys() - new.types.keys()
    come = (new.classes.keys() | new.types.keys()) - old.classes.keys() - old.types.keys()
    same_place = _in_same_place(old, new)
    scored = []
    for before in gone:
        for after in come:
            likeness = _likeness(old, new, before, after)
            if likeness is not None and likeness >= (0.0 if (before, after) in same_place else _ALIKE):
                scored.append(((before, after) in same_place, likeness, before, after))
    found: dict[str, str] = {}
    for _place, _score, before, after in sorted(scored, key=lambda one: (not one[0], -one[1], one[2], one[3])):
        if before not in found and after not in found.values():
            found[before] = after
    return found


def _likeness(old: Surface, new: Surface, before: str, after: str) -> float | None:
    """How much two classes, or two named types, have in common; None where they aren't of one kind."""
    if before in old.classes and after in new.classes:
        left, right = set(old.classes[before]), set(new.classes[after])
    elif before in old.types and after in new.types:
        left, right = set(_values(old.types[before])), set(_values(new.types[after]))
        if before.isupper() != after.isupper():
            return None
    else:
        return None
    return len(left & right) / len(left | right) if left | right else 1.0


def _values(text: str) -> list[str]:
    return re.findall(r"'[^']*'|\"[^\"]*\"|\d+", text)


def _in_same_place(old: Surface, new: Surface) -> set[tuple[str, str]]:
    """Pairs of names of which one took the place of the other in the signature of a method or of an attribute."""
    places = [(one.returns, new.methods[name].returns) for name, one in old.methods.items() if name in new.methods]
    for name, method in old.methods.items():
        if name in new.methods:
            after = new.methods[name].arguments
            places += [(one.annotation, after[key].annotation) for key, one in method.arguments.items() if key in after]
    for name, attributes in old.classes.items():
        again = new.classes.get(name, {})
        places += [(one.annotation, again[key].annotation) for key, one in attributes.items() if key in again]
    pairs = set()
    for was, now in places:
        left, right = names_in(was) - names_in(now), names_in(now) - names_in(was)
        if len(left) == len(right) == 1:
            pairs.add((left.pop(), right.pop()))
    return pairs


def _renames(old: Surface, renamed: dict[str, str]) -> Iterator[Entry]:
    for before, after in sorted(renamed.items()):
        if before.isupper() or before in old.mappings:
            continue  # the values of a named type, or the mappings of a class, which is said to be renamed itself
        noun = "class" if before in old.classes else "type"
        mapping = f"{before}Dict"
        too = f", and {code(mapping)} is {code(renamed[mapping])}" if mapping in renamed else ""
        yield _entry(Level.MAJOR, "renamed", f"{noun} {code(before)} is now {code(after)}{too}", _IMPORT)


def _gone(old: Surface, new: Surface, renamed: dict[str, str]) -> Iterator[Entry]:
    kept = new.classes.keys() | new.types.keys() | renamed.keys()
    for name in sorted(old.classes.keys() - kept):
        yield _entry(Level.MAJOR, "class-removed", f"class {code(name)} removed", "Stop using it.")
    for name in sorted(old.types.keys() - kept):
        if not name.isupper():
            yield _entry(Level.MAJOR, "type-removed", f"type {code(name)} removed", "Stop using it.")
    for name in sorted(old.mappings - new.mappings - renamed.keys()):
        if name.removesuffix("Dict") in kept:
            yield _entry(Level.MAJOR, "type-removed", f"type {code(name)} removed", "Stop using it.")
    modules = old.modules - new.modules
    for name in sorted(old.methods.keys() - new.methods.keys()):
        entry = _entry(Level.MAJOR, "method-removed", f"{code(name)}: method removed", "Stop calling it.")
        called = old.operations.get(name)
        yield replace(entry, uses=(Use(Part.OPERATION, called, "", "", Level.MAJOR),)) if called else entry
    for name in sorted(modules - _of_methods(old.methods.keys() - new.methods.keys(), modules)):
        text = f"endpoint module {code(f'api.{name}')} removed or renamed"
        yield _entry(Level.MAJOR, "module-removed", text, "Import it by its new name, or call the method.")
    for name in sorted(new.classes.keys() - old.classes.keys() - set(renamed.values())):
        yield _entry(Level.MINOR, "class-added", f"class {code(name)} added")


def _of_methods(methods: set[str], modules: frozenset[str]) -> set[str]:
    """The modules that are gone because the methods of their resource are: as many of the ones as of the others."""
    gone, left = (Counter(name.partition(".")[0] for name in names) for names in (methods, modules))
    return {name for name in modules if gone[name.partition(".")[0]] == left[name.partition(".")[0]]}


# ---------------------------------------------------------------------- models and named types


def _models(old: Surface, new: Surface, renamed: dict[str, str]) -> Iterator[Entry]:
    built, read = old.built(), old.read()
    built_now, read_now = new.built(), new.read()
    for name in sorted(old.classes):
        now = renamed.get(name, name)
        if now not in new.classes:
            continue
        is_built, is_read = name in built and now in built_now, name in read and now in read_now
        before, after = old.classes[name], new.classes[now]
        for attribute in sorted({*before, *after}):
            subject = code(f"{now}.{attribute}")
            left, right = before.get(attribute), after.get(attribute)
            if right is None:
                yield _entry(Level.MAJOR, "attribute-removed", f"{subject}: attribute removed", "Stop using it.")
            elif left is None:
                if right.required and is_built:
                    text = f"{subject}: new attribute, required"
                    yield _entry(Level.MAJOR, "attribute-required", text, "Pass it when you build the model.")
            else:
                yield from _attribute(subject, left, right, renamed, built=is_built, read=is_read)


def _attribute(
    subject: str, old: Attribute, new: Attribute, renamed: dict[str, str], *, built: bool, read: bool
) -> Iterator[Entry]:
    if new.required and not old.required and built:
        text = f"{subject}: required now"
        yield _entry(Level.MAJOR, "attribute-required", text, "Pass it when you build the model.")
    before, after = _members(old.annotation, renamed), _members(new.annotation)
    if before == after:
        return
    absent = {"None"} if "Unset" in before else set()  # two ways to say that nothing is there
    breaks_reader = read and bool(after - before - absent) and "Any" not in before
    breaks_builder = built and bool(before - after - {"Unset"}) and "Any" not in after
    level = Level.MAJOR if breaks_reader or breaks_builder else Level.MINOR
    text = f"{subject}: {_shown(old.annotation)} → {_shown(new.annotation)}"
    yield _entry(level, "attribute-type", text, _advice(before, after, sent=breaks_builder and not breaks_reader))


def _advice(before: set[str], after: set[str], *, sent: bool) -> str:
    if sent:
        return "Pass the new type."
    if any(one.startswith("dict[") for one in before - after):
        return "Read attributes: it was a dict."
    return "Expect None." if after - before == {"None"} else "Read the new type."


def _types(old: Surface, new: Surface, renamed: dict[str, str]) -> Iterator[Entry]:
    for name in sorted(old.types):
        now = renamed.get(name, name)
        if now in new.types and not name.isupper():
            gone = [value for value in _values(old.types[name]) if value not in _values(new.types[now])]
            if gone:
                text = f"type {code(now)} no longer names {', '.join(map(code, gone))}"
                yield _entry(Level.PATCH, "type-values", text)
        elif now in new.classes:
            yield _entry(Level.MAJOR, "type-now-class", f"type {code(name)} is now a class", "Read attributes.")


# ---------------------------------------------------------------------- methods


def _methods(old: Surface, new: Surface, renamed: dict[str, str]) -> Iterator[Entry]:
    for name in sorted(old.methods.keys() & new.methods.keys()):
        before, after = old.methods[name], new.methods[name]
        for argument, entry in _arguments(name, before, after, renamed):
            use = Use(Part.OPERATION, old.operations.get(name, ""), argument, "", entry.level)
            yield replace(entry, uses=(use,) if use.operation else ())
        yield from _order(name, before, after)
        left, right = _members(before.returns, renamed), _members(after.returns)
        if left != right:
            breaks = bool(right - left) and "Any" not in left and left != {"None"}
            level = Level.MAJOR if breaks else Level.MINOR
            yield _entry(level, "returns", _returns_text(name, before, after), _returns_advice(before, after))


def _returns_text(name: str, old: Method, new: Method) -> str:
    if new.is_paginator and not old.is_paginator:
        return f"{code(name)} returned {_shown(old.returns)}, and now returns a paginator: {_shown(new.returns)}"
    return f"{code(name)} returned {_shown(old.returns)}, and now returns {_shown(new.returns)}"


def _returns_advice(old: Method, new: Method) -> str:
    if new.is_paginator and not old.is_paginator:
        return "Await it for one page, or iterate over it for all."
    if old.is_paginator and not new.is_paginator:
        return "Await it: it is no longer iterated over."
    return "Read the new type."


def _arguments(name: str, old: Method, new: Method, renamed: dict[str, str]) -> Iterator[tuple[str, Entry]]:
    before, after = old.arguments, new.arguments
    of_paginator = _OF_PAGINATORS if old.is_paginator != new.is_paginator else frozenset()
    for argument in [one for one in before if one not in after and one not in of_paginator]:
        text = f"{code(f'{name}({argument})')}: argument removed"
        yield argument, _entry(Level.MAJOR, "argument-removed", text, "Stop passing it.")
    for argument, right in after.items():
        subject, left = code(f"{name}({argument})"), before.get(argument)
        if left is not None:
            yield from ((argument, entry) for entry in _argument(subject, left, right, renamed))
        elif right.required:
            text = f"{subject}: new argument, required"
            yield argument, _entry(Level.MAJOR, "argument-required", text, "Pass it.")


def _argument(subject: str, old: Attribute, new: Attribute, renamed: dict[str, str]) -> Iterator[Entry]:
    if new.required and not old.required:
        yield _entry(Level.MAJOR, "argument-required", f"{subject}: required now", "Pass it.")
    if old.kind != new.kind and new.kind != "positional or keyword":
        text = f"{subject}: was {old.kind}, is now {new.kind}"
        yield _entry(Level.MAJOR, "argument-kind", text, "Pass it by keyword.")
    before, after = _members(old.annotation, renamed), _members(new.annotation)
    if before != after:
        gone = before - after - {"Unset"}
        level = Level.MAJOR if gone and "Any" not in after else Level.MINOR
        text = f"{subject}: {_shown(old.annotation)} → {_shown(new.annotation)}"
        yield _entry(level, "argument-type", text, "Pass the new type.")
    if old.default != new.default and old.default and new.default:
        text = f"{subject}: default {code(old.default)} → {code(new.default)}"
        yield _entry(Level.MINOR, "argument-default", text)


def _order(name: str, old: Method, new: Method) -> Iterator[Entry]:
    def positional(method: Method) -> list[str]:
        return [key for key, one in method.arguments.items() if one.kind == "positional or keyword"]

    before, after = positional(old), positional(new)
    shared = [one for one in before if one in after]
    if shared != [one for one in after if one in before] or after[: len(shared)] != shared != before[: len(shared)]:
        text = f"{code(name)}: positional arguments {', '.join(map(code, before))} → {', '.join(map(code, after))}"
        yield _entry(Level.MAJOR, "argument-order", text, "Pass them by keyword.")


# ---------------------------------------------------------------------- annotations


def _members(annotation: str, renamed: dict[str, str] | None = None) -> set[str]:
    """The types of a union, new names in the place of old ones."""
    text = re.sub(r"[A-Za-z_]\w*", lambda match: (renamed or {}).get(match[0], match[0]), annotation)
    found, depth, start = set(), 0, 0
    for index, one in enumerate(text):
        depth += (one in "[(") - (one in "])")
        if one == "|" and depth == 0:
            found.add(text[start:index].strip())
            start = index + 1
    return found | {text[start:].strip()}


def _shown(annotation: str) -> str:
    text = annotation if len(annotation) <= _SHOWN else f"{annotation[:_SHOWN]}…"
    return code(text or "nothing")
