"""Findings about the fields of one level, and what a field of one version is in the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .places import join, step_of
from .text import code, codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .levels import Direction
    from .shapes import Json, Schemas, Shape


@dataclass(frozen=True)
class Finding:
    """One change in a schema: the rule, the place below the schema, what happened."""

    rule: str
    place: str
    text: str


@dataclass(frozen=True)
class Moved:
    """A field that stands in forms of a union: one description of it, and whether every form demands it, or any."""

    node: Json
    always: bool
    ever: bool


def _any_of(schemas: Schemas, nodes: list[Json]) -> Json:
    """One description for a field of several forms: where each form has its own values, those of all."""
    resolved = [schemas.resolved(node) for node in nodes]
    if len(nodes) > 1 and all("enum" in one for one in resolved):
        values = [value for one in resolved for value in one["enum"]]
        types = sorted({name for one in resolved for name in one.get("types", ())})
        return {**resolved[0], "types": types, "enum": [one for n, one in enumerate(values) if one not in values[:n]]}
    return nodes[0]


def in_forms(schemas: Schemas, shape: Shape, name: str) -> Moved | None:
    """Find a field, which doesn't stand beside the forms, in the forms."""
    for union in shape.unions:
        forms = [schemas.shape(node) for node in union.get("forms", ())]
        nodes = [one.properties[name] for one in forms if name in one.properties]
        if nodes:
            demands = [name in one.properties and name in one.required for one in forms]
            return Moved(_any_of(schemas, nodes), all(demands), any(demands))
    return None


def moved_beside(schemas: Schemas, new_schemas: Schemas, old: Shape, new: Shape) -> Iterator[str]:
    """Return the fields that stand beside a union in one version, and in its forms in the other."""
    for name in old.properties.keys() ^ new.properties.keys():
        where, shape = (new_schemas, new) if name in old.properties else (schemas, old)
        if in_forms(where, shape, name) is not None:
            yield name


def field_changes(
    schemas: Schemas,
    new_schemas: Schemas,
    old: Shape,
    new: Shape,
    direction: Direction,
    place: str,
    below: Callable[[str, Json, Json], None],
) -> Iterator[Finding]:
    """Return which fields came, went, and are required or no longer; those in both are compared by `below`."""
    left, right = visible(schemas, old, direction), visible(new_schemas, new, direction)
    renamed = _renamed((schemas, left, old.required), (new_schemas, right, new.required))
    for name, rule in required_elsewhere(schemas, new_schemas, old, new):
        yield from found_in(old, join(place, step_of(name)), [(rule, f"now {rule.removeprefix('unlisted-')}")])
    for name in sorted({*left, *right}):
        at = join(place, step_of(name))
        if name not in right and (moved := in_forms(new_schemas, new, name)):
            if name in old.required and not moved.always:
                yield from found_in(schemas.shape(left[name]), at, [("optional", "now optional")])
            below(step_of(name), left[name], moved.node)
        elif name not in left and (moved := in_forms(schemas, old, name)):
            if name in new.required and not moved.always:
                yield Finding("required", at, "now required")
            if moved.ever and name not in new.required:
                yield from found_in(schemas.shape(moved.node), at, [("optional", "now optional")])
            below(step_of(name), moved.node, right[name])
        elif name not in right:
            hint = f" (perhaps renamed to {code(renamed[name])})" if name in renamed else ""
            yield from found_in(schemas.shape(left[name]), at, [("removed", f"removed{hint}")])
        elif name not in left:
            kind = new_schemas.shape(right[name]).type_name
            rule, word = ("added-required", "required") if name in new.required else ("added", "optional")
            yield Finding(rule, at, f"added, {word}, {code(kind)}")
        else:
            if (name in old.required) != (name in new.required):
                rule = "required" if name in new.required else "optional"
                yield from found_in(schemas.shape(left[name]), at, [(rule, f"now {rule}")])
            below(step_of(name), left[name], right[name])


def _renamed(
    old: tuple[Schemas, dict[str, Json], frozenset[str]], new: tuple[Schemas, dict[str, Json], frozenset[str]]
) -> dict[str, str]:
    """A field that went and one that came, when they are the only ones and look the same."""
    schemas, left, required = old
    new_schemas, right, required_now = new
    gone, come = [name for name in left if name not in right], [name for name in right if name not in left]
    if len(gone) != 1 or len(come) != 1:
        return {}
    same = signature(schemas, left[gone[0]]) == signature(new_schemas, right[come[0]])
    same = same and (gone[0] in required) == (come[0] in required_now)
    return {gone[0]: come[0]} if same else {}


def visible(schemas: Schemas, shape: Shape, direction: Direction) -> dict[str, Json]:
    """The fields of a direction: read-only ones aren't sent, write-only ones aren't read."""
    return {name: node for name, node in shape.properties.items() if schemas.hidden(node) != direction.hidden}


def now_a_class(old: Shape, new: Shape, place: str, *, is_class: bool) -> Finding:
    """An object of which nothing was said, and whose fields are listed now. A component was a class all the same."""
    text = f"fields now listed: {codes(sorted(new.properties))}"
    demands = bool(new.required) and not old.inferred
    if is_class and not isinstance(old.additional, dict):
        return Finding("shape-fixed" if demands else "shape-known", place, text)
    rule = "dict-now-class-required" if demands else "dict-now-class"
    return Finding(rule, place, f"a dict in Python becomes an object of a class; {text}")


def no_class_any_more(old: Shape, new: Shape, place: str, *, is_class: bool) -> Finding:
    """An object whose fields were listed, and of which nothing is said now. A component is a class all the same."""
    text = f"fields no longer listed: {codes(sorted(old.properties))}"
    if is_class and not isinstance(new.additional, dict):
        return Finding("fields-unlisted", place, text)
    return Finding("class-now-dict", place, f"an object of a class becomes a dict in Python; {text}")


def required_elsewhere(schemas: Schemas, new_schemas: Schemas, old: Shape, new: Shape) -> Iterator[tuple[str, str]]:
    """Changes of names that are required, or no longer, and that aren't listed beside: in forms, or nowhere."""
    listed = old.properties.keys() | new.properties.keys()
    for name in sorted((old.required ^ new.required) - listed):
        word, shape, where = ("required", old, schemas) if name in new.required else ("optional", new, new_schemas)
        moved = in_forms(where, shape, name)
        if moved is None or not moved.always:
            # What is listed nowhere is no attribute in Python, and nobody is told to read it.
            rule = "unlisted-optional" if moved is None and word == "optional" else word
            yield name, rule


def found_in(old: Shape, place: str, found: Iterable[tuple[str, str]]) -> list[Finding]:
    """Findings about one schema, with a note where what changed was only an inference."""
    note = " (was inferred)" if old.inferred else ""
    return [Finding(rule, place, text if rule == "text" else text + note) for rule, text in found]


def signature(schemas: Schemas, node: Json) -> object:
    """What makes two schemas look the same at first sight: the name, or else the outermost level."""
    shape = schemas.shape(node)
    return schemas.name(node) or (shape.types, shape.format, shape.enum, frozenset(shape.properties))


def additional(
    new_schemas: Schemas, old: Shape, new: Shape, place: str, below: Callable[[str, Json, Json], None]
) -> Iterator[Finding]:
    """Compare what is said of fields that aren't listed."""
    values = isinstance(old.additional, dict) and (isinstance(new.additional, dict) or new.is_map)
    if values or (old.is_map and isinstance(new.additional, dict)):
        below("*", *({} if one.additional is True else one.additional for one in (old, new)))  # type: ignore[arg-type]
    elif old.additional is True and isinstance(new.additional, dict):
        kind = code(new_schemas.shape(new.additional).type_name)
        yield Finding("additional-typed", place, f"fields that are not listed must be {kind} now")
    elif old.additional != new.additional:
        closed = new.additional is False
        rule, word = ("additional-closed", "restricted") if closed else ("additional-opened", "opened")
        yield Finding(rule, place, f"{word} for fields that are not listed")
