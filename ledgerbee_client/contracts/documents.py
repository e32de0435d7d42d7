"""Compares two descriptions: what belongs to no operation, then operation by operation, webhooks, and other classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from .levels import Change, Level, Part
from .moves import with_moves
from .operations import OperationComparison, added, label, removed, template
from .rules import RULES
from .shapes import Json, Schemas
from .text import code, codes, plain
from .walk import Walk

_SHOWN_PLACES = 3


def compare(old: Json, new: Json) -> list[Change]:
    """Return every change between two descriptions, at every place that it can be seen from.

    Args:
        old: the description of the older document, as `scripts.codegen.description` writes it.
        new: the description of the newer one.
    """
    walk = Walk(Schemas(old.get("schemas", {})), Schemas(new.get("schemas", {})))
    changes = list(_document(old, new))
    for noun in ("operation", "webhook"):
        left, right = old.get(f"{noun}s", []), new.get(f"{noun}s", [])
        pairs = match(left, right) if noun == "operation" else match_webhooks(left, right)
        changes += [removed(one, f"{noun}-removed") for one in pairs[1]]
        changes += [added(one, f"{noun}-added") for one in pairs[2]]
        for before, after in pairs[0]:
            if walk.is_same(before, after):
                continue
            changes += OperationComparison.of(before, after, walk).changes()
    renamed = _renamed(old, new, walk)
    changes += _other_classes(old, new, walk, renamed)
    changes = with_moves([*changes, *walk.changes()])
    for name, now in sorted(renamed.items()):
        text = f"schema {code(name)} is now called {' and '.join(map(code, now))}, and so may its class be"
        changes.append(_change("schema-renamed", text, Part.MODEL))
    changes += _unread(old, new)
    if not [one for one in changes if one.kind not in ("openapi-version", "api-version")]:
        changes += _form(old, new)
    return changes


def _change(kind: str, text: str, part: Part = Part.DOCUMENT, operation: str = "", action: str = "") -> Change:
    return Change(kind, RULES[kind].request, part, text, action, "", operation)


# ---------------------------------------------------------------------- operations

Pairs = tuple[list[tuple["Json", "Json"]], list["Json"], list["Json"]]


def match(old: list[Json], new: list[Json]) -> Pairs:
    """Find each operation again: (those in both as pairs, those that are gone, those that are new).

    By method and path, then the same with other parameter names, then by method, tag and summary where these name
    exactly one operation on each side.
    """
    keys: tuple[Callable[[Json], Any], ...] = (
        label,
        lambda one: (one["method"], template(one["path"])),
        lambda one: (one["method"], one.get("tag"), one["summary"]) if one.get("summary") else None,
    )
    pairs: list[tuple[Json, Json]] = []
    left, right = list(old), list(new)
    for key in keys:
        before, after = _unique(left, key), _unique(right, key)
        found = [(before[name], after[name]) for name in before if name in after]
        pairs += found
        taken = {id(one) for pair in found for one in pair}
        left = [one for one in left if id(one) not in taken]
        right = [one for one in right if id(one) not in taken]
    return pairs, left, right


def match_webhooks(old: list[Json], new: list[Json]) -> Pairs:
    """Find each webhook again, by its name."""
    before, after = {one["webhook"]: one for one in old}, {one["webhook"]: one for one in new}
    pairs = [(before[name], after[name]) for name in before if name in after]
    gone = [one for name, one in before.items() if name not in after]
    return pairs, gone, [one for name, one in after.items() if name not in before]


def _unique(operations: list[Json], key: Callable[[Json], Any]) -> dict[Any, Json]:
    counts = Counter(map(key, operations))
    return {key(one): one for one in operations if counts[key(one)] == 1 and key(one) is not None}


# ---------------------------------------------------------------------- classes that no operation uses


def _renamed(old: Json, new: Json, walk: Walk) -> dict[str, list[str]]:
    """Components that go by another name now, or several: those at whose place others stand, and that are gone."""
    before, after = old.get("schemas", {}), new.get("schemas", {})
    found: dict[str, list[str]] = {}
    for left, right in sorted(walk.reached()):
        if left != right and left not in after and right not in before and is_public(left) and is_public(right):
            names = found.setdefault(left, [])
            names += [right] if right not in names else []
    return found


def is_public(schema: str) -> bool:
    """Return whether a schema has a name of its own, and isn't a place inside of another."""
    return "/" not in schema


def _other_classes(old: Json, new: Json, walk: Walk, renamed: dict[str, list[str]]) -> Iterator[Change]:
    """Compare the components that nothing refers to: they are public classes, and webhooks may use them."""
    before, after = old.get("schemas", {}), new.get("schemas", {})
    reached = walk.reached()
    left, right = {one for one, _other in reached}, {other for _one, other in reached}
    used, used_now = set(old.get("used", ())), set(new.get("used", ()))
    for name in sorted(before.keys() & after.keys()):
        if before[name] != after[name] and name not in left and name not in right and is_public(name):
            walk.compare(Part.MODEL, name, {"ref": name}, {"ref": name})
    for name in sorted(before.keys() - after.keys() - renamed.keys() - used):
        if is_public(name) and before[name].get("properties"):
            action = RULES["class-removed"].to_read
            yield _change("class-removed", f"schema {code(name)} removed, and its class", Part.MODEL, name, action)
    for name in sorted(after.keys() - before.keys() - set(chain.from_iterable(renamed.values())) - used_now):
        if is_public(name) and after[name].get("properties"):
            yield _change("class-added", f"schema {code(name)} added, and its class", Part.MODEL, name)


# ---------------------------------------------------------------------- the rest of the document


def _document(old: Json, new: Json) -> Iterator[Change]:
    if old.get("openapi") != new.get("openapi"):
        before, after = code(old.get("openapi", "")), code(new.get("openapi", ""))
        yield _change("openapi-version", f"OpenAPI {before} → {after} (the form of the document only)")
    if old.get("version") != new.get("version"):
        text = f"version of the API document {code(old.get('version', ''))} → {code(new.get('version', ''))}"
        yield _change("api-version", text)
    if new.get("notice") and new["notice"] != old.get("notice"):
        yield _change("announced", f"the description of the API announces: “{plain(new['notice'])}”")
    elif old.get("text") != new.get("text"):
        yield _change("text", "title or description of the API")
    if old.get("servers") != new.get("servers"):
        before, after = codes(old.get("servers", ())), codes(new.get("servers", ()))
        action = "The default base URL follows the document; check explicit base URLs and firewall rules."
        yield _change("server", f"servers: {before or 'none'} → {after or 'none'}", Part.SECURITY, action=action)
    yield from _schemes(old.get("schemes", {}), new.get("schemes", {}))
    inferred, inferred_now = old.get("inferred", 0), new.get("inferred", 0)
    if inferred != inferred_now:
        text = f"fields, parameters and responses marked as inferred: {inferred} → {inferred_now}"
        yield _change("marks-on-fields", text)


def _schemes(old: dict[str, str], new: dict[str, str]) -> Iterator[Change]:
    for name in sorted({*old, *new}):
        if name not in new:
            yield _change("scheme-removed", f"security scheme removed: {code(name)}", Part.SECURITY)
        elif name not in old:
            yield _change("scheme-added", f"security scheme added: {code(name)}", Part.SECURITY)
        elif old[name] != new[name]:
            text = f"{code(name)}: credentials come from {code(new[name])}, were from {code(old[name])}"
            yield _change("scheme-changed", text, Part.SECURITY)


def _unread(old: Json, new: Json) -> Iterator[Change]:
    """What differs in places that aren't read: keywords without a rule, in what both versions have."""
    before, after = old.get("unread", {}), new.get("unread", {})
    keywords: dict[str, list[str]] = {}
    for place in sorted({*before, *after}):
        owner, _, keyword = place.rpartition("\0")
        top = owner.partition("\0")[0]
        if before.get(place) != after.get(place) and all(top in one.get("tops", {}) for one in (old, new)):
            keywords.setdefault(keyword, []).append(owner.replace("\0", " "))
    for keyword, places in keywords.items():
        text = f"{code(keyword)} differs, which this comparison doesn't read: {listed(places)}"
        yield _change("unread", text, action="")


def _form(old: Json, new: Json) -> Iterator[Change]:
    """Nothing was found: prove that the documents are equal but for order and texts, or say where they aren't."""
    before, after = old.get("tops", {}), new.get("tops", {})
    differing = sorted(place for place in {*before, *after} if before.get(place) != after.get(place))
    if differing:
        text = f"The same content in another notation, or in parts that nothing refers to: {listed(differing)}"
        yield _change("notation", text)
    elif old != new or old.get("order") != new.get("order"):
        yield _change("form", "The documents are equal when order and texts are left out.")


def listed(places: list[str]) -> str:
    """Return the first places, and the number of the rest."""
    rest = f" and {len(places) - _SHOWN_PLACES} more" if len(places) > _SHOWN_PLACES else ""
    return ", ".join(map(code, places[:_SHOWN_PLACES])) + rest


__all__ = ["Level", "compare", "is_public", "listed", "match"]
