"""Walks pairs of schemas from level to level and gathers what changed, each pair of components only once.

A pair of components is compared once per direction, whoever refers to it, and all places that reach it are noted. So a
change in a shared schema is found once, and recursion ends by itself.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .differences import beside_reference, differences, types_apart
from .forms import Forms, one_form, pair, value_changes
from .levels import Change, Direction, Level, Part
from .rules import RULES
from .text import code, codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .shapes import Json, Schemas, Shape

Key = tuple[Direction, str, str]  # direction, old and new component
Below = "Callable[[str, Json, Json], None]"


@dataclass(frozen=True)
class Finding:
    """One change in a schema: the rule, the place below the schema, what happened."""

    rule: str
    place: str
    text: str


@dataclass
class Comparison:
    """What differs between two schemas, and the pairs of components that they lead to, by place."""

    findings: list[Finding] = field(default_factory=list)
    edges: list[tuple[str, Key]] = field(default_factory=list)


@dataclass(frozen=True)
class _Root:
    """A place of an operation at which two schemas were compared."""

    part: Part
    operation: str
    place: str
    comparison: Comparison


class Walk:
    """Compares schemas of two descriptions; `changes` says what was found, at the end."""

    def __init__(self, old: Schemas, new: Schemas) -> None:
        self._old, self._new = old, new
        self._components: dict[Key, Comparison] = {}
        self._roots: list[_Root] = []

    def compare(self, part: Part, operation: str, old: Json, new: Json, place: str = "") -> None:
        """Compare two schemas that stand at the same place of an operation."""
        comparison = Comparison()
        self._pair(comparison, part.direction, old, new, "", frozenset())
        self._roots.append(_Root(part, operation, place, comparison))
        pending = [key for _place, key in comparison.edges]
        while pending:
            key = pending.pop()
            if key not in self._components:
                pending += [child for _place, child in self._component(key).edges]

    def reached(self) -> set[tuple[str, str]]:
        """Return the pairs of components that were compared."""
        return {(old, new) for _direction, old, new in self._components}

    def changes(self) -> Iterator[Change]:
        """Return everything found, at every place that it can be seen from."""
        changed = self._changed()
        for root in self._roots:
            for finding in root.comparison.findings:
                yield _change(finding, root, join(root.place, finding.place), "")
            none: frozenset[Key] = frozenset()
            pending = [(join(root.place, step), key, none) for step, key in root.comparison.edges]
            seen: set[Key] = set()
            while pending:
                place, key, above = pending.pop(0)
                if key not in changed or key in above:
                    continue
                for finding in self._components[key].findings:
                    yield _change(finding, root, join(place, finding.place), key[2])
                if key not in seen:
                    seen.add(key)
                    below = above | {key}
                    pending += [(join(place, step), child, below) for step, child in self._components[key].edges]

    def _changed(self) -> set[Key]:
        """Return the pairs of components that changed, or lead to one that did."""
        users: dict[Key, list[Key]] = defaultdict(list)
        for key, comparison in self._components.items():
            for _place, child in comparison.edges:
                users[child].append(key)
        pending = [key for key, comparison in self._components.items() if comparison.findings]
        changed: set[Key] = set()
        while pending:
            key = pending.pop()
            if key not in changed:
                changed.add(key)
                pending += users[key]
        return changed

    def _component(self, key: Key) -> Comparison:
        if key not in self._components:
            self._components[key] = comparison = Comparison()
            direction, old, new = key
            before, after = self._old.components.get(old, {}), self._new.components.get(new, {})
            self._pair(comparison, direction, before, after, "", frozenset(), is_component=True)
        return self._components[key]

    def _pair(
        self,
        into: Comparison,
        direction: Direction,
        old: Json,
        new: Json,
        place: str,
        above: frozenset[tuple[int, int]],
        *,
        is_component: bool = False,
    ) -> None:
        """Compare two schemas and those below them, as far as the next pair of components."""
        pair_ = (id(old), id(new))
        if pair_ in above:
            return
        old_name, new_name = self._old.name(old), self._new.name(new)
        if old_name and new_name:
            left, right = self._old.own(old), self._new.own(new)
            into.findings += _found(left, place, beside_reference(left, right))
            into.edges.append((place, (direction, old_name, new_name)))
            return
        before, after = self._old.shape(old), self._new.shape(new)
        if before.is_map and after.properties:
            into.findings.append(_now_a_class(before, after, place, is_class=is_component or bool(old_name)))
            return
        into.findings += _found(before, place, differences(before, after))
        if types_apart(before, after) and not (before.unions or after.unions):
            return

        def below(step: str, left: Json, right: Json) -> None:
            self._pair(into, direction, left, right, join(place, step), above | {pair_})

        self._below(into, direction, (old, before), (new, after), place, below)

    def _below(
        self,
        into: Comparison,
        direction: Direction,
        old: tuple[Json, Shape],
        new: tuple[Json, Shape],
        place: str,
        below: Callable[[str, Json, Json], None],
    ) -> None:
        before, after = old[1], new[1]
        if before.unions and after.unions:
            for left, right in zip(before.unions, after.unions, strict=False):
                into.findings += list(self._union(Forms(self._old, left), Forms(self._new, right), place, below))
        elif before.unions or after.unions:
            into.findings += list(self._union_or_not(old, new, place, below))
            if not (before.properties and after.properties):
                return  # the forms were compared with what is no union
        into.findings += list(self._fields(before, after, direction, place, below))
        if before.items is not None or after.items is not None:
            below("[]", before.items or {}, after.items or {})
        for index in range(max(len(before.prefix), len(after.prefix))):
            left = before.prefix[index] if index < len(before.prefix) else before.items or {}
            right = after.prefix[index] if index < len(after.prefix) else after.items or {}
            below(f"[{index}]", left, right)
        into.findings += list(_additional(before, after, place, below))

    # ------------------------------------------------------------------ fields

    def _fields(
        self, old: Shape, new: Shape, direction: Direction, place: str, below: Callable[[str, Json, Json], None]
    ) -> Iterator[Finding]:
        left, right = _visible(self._old, old, direction), _visible(self._new, new, direction)
        renamed = self._renamed(left, right, old.required, new.required)
        for name in sorted({*left, *right}):
            at = join(place, step_of(name))
            if name not in right:
                hint = f" (perhaps renamed to {code(renamed[name])})" if name in renamed else ""
                yield from _found(self._old.shape(left[name]), at, [("removed", f"removed{hint}")])
            elif name not in left:
                kind = self._new.shape(right[name]).type_name
                rule, word = ("added-required", "required") if name in new.required else ("added", "optional")
                yield Finding(rule, at, f"added, {word}, {code(kind)}")
            else:
                if (name in old.required) != (name in new.required):
                    rule = "required" if name in new.required else "optional"
                    yield from _found(self._old.shape(left[name]), at, [(rule, f"now {rule}")])
                below(step_of(name), left[name], right[name])

    def _renamed(
        self, left: dict[str, Json], right: dict[str, Json], required: frozenset[str], required_now: frozenset[str]
    ) -> dict[str, str]:
        """A field that went and one that came, when they are the only ones and look the same."""
        gone, come = [name for name in left if name not in right], [name for name in right if name not in left]
        if len(gone) != 1 or len(come) != 1:
            return {}
        same = _signature(self._old, left[gone[0]]) == _signature(self._new, right[come[0]])
        same = same and (gone[0] in required) == (come[0] in required_now)
        return {gone[0]: come[0]} if same else {}

    # ------------------------------------------------------------------ unions

    def _union(self, old: Forms, new: Forms, place: str, below: Callable[[str, Json, Json], None]) -> Iterator[Finding]:
        if old.by and new.by and old.by != new.by:
            yield Finding("discriminator", place, f"forms are told apart by {code(new.by)}, were by {code(old.by)}")
        paired = pair(old, new)
        for before, after in paired.pairs:
            for rule, text in value_changes(before, after):
                yield Finding(rule, place, text)
            below(form_step(new.label(after)), before.node, after.node)
        for form in paired.removed:
            yield Finding("form-removed", place, f"form removed: {code(old.label(form))}")
        rule = "form-added" if old.told_apart and new.told_apart else "form-added-untold"
        for form in paired.added:
            yield Finding(rule, place, f"form added: {code(new.label(form))}")

    def _union_or_not(
        self, old: tuple[Json, Shape], new: tuple[Json, Shape], place: str, below: Callable[[str, Json, Json], None]
    ) -> Iterator[Finding]:
        """Compare a union with what is none: one form became several, or several became one."""
        if new[1].unions:
            forms = Forms(self._new, new[1].unions[0])
            paired = pair(one_form(self._old, old[0]), forms)
            labels = codes(forms.label(form) for form in forms.forms)
            yield Finding("union-now", place, f"was one form, now one of {len(forms.forms)}: {labels}")
            if not old[1].properties or not new[1].properties:
                for before, after in paired.pairs:
                    below(form_step(forms.label(after)), before.node, after.node)
            return
        forms = Forms(self._old, old[1].unions[0])
        paired = pair(forms, one_form(self._new, new[0]))
        labels = codes(forms.label(form) for form in forms.forms)
        yield Finding("union-no-more", place, f"was one of {len(forms.forms)} forms ({labels}), now only one")
        if not old[1].properties or not new[1].properties:
            for before, after in paired.pairs:
                below(form_step(forms.label(before)), before.node, after.node)


def join(place: str, step: str) -> str:
    """Return the dotted place of a step: `lines[]` and `quantity` make `lines[].quantity`."""
    return f"{place}.{step}" if place and step and step[0] not in "[(" else place + step


def step_of(name: str) -> str:
    """Return the name of a field as a step of a place: quoted where it could be read as something else."""
    plain = name and not any(one in name for one in '.[]()*"\\') and not name.isspace() and name != "$"
    return name if plain else json.dumps(name, ensure_ascii=False)


def form_step(label: str) -> str:
    """Return the form of a union as a step of a place."""
    inner = label.replace("(", "[").replace(")", "]")
    return f"({inner})"


def _visible(schemas: Schemas, shape: Shape, direction: Direction) -> dict[str, Json]:
    """The fields of a direction: read-only ones aren't sent, write-only ones aren't read."""
    return {name: node for name, node in shape.properties.items() if schemas.shape(node).hidden != direction.hidden}


def _now_a_class(old: Shape, new: Shape, place: str, *, is_class: bool) -> Finding:
    """An object of which nothing was said, and whose fields are listed now. A component was a class all the same."""
    text = f"fields now listed: {codes(sorted(new.properties))}"
    demands = bool(new.required) and not old.inferred
    if is_class and not isinstance(old.additional, dict):
        return Finding("shape-fixed" if demands else "shape-known", place, text)
    rule = "dict-now-class-required" if demands else "dict-now-class"
    return Finding(rule, place, f"a dict in Python becomes an object of a class; {text}")


def _found(old: Shape, place: str, found: Iterable[tuple[str, str]]) -> list[Finding]:
    """Findings about one schema, with a note where what changed was only an inference."""
    note = " (was inferred)" if old.inferred else ""
    return [Finding(rule, place, text if rule == "text" else text + note) for rule, text in found]


def _signature(schemas: Schemas, node: Json) -> object:
    """What makes two schemas look the same at first sight: the name, or else the outermost level."""
    shape = schemas.shape(node)
    return schemas.name(node) or (shape.types, shape.format, shape.enum, frozenset(shape.properties))


def _additional(old: Shape, new: Shape, place: str, below: Callable[[str, Json, Json], None]) -> Iterator[Finding]:
    """Compare what is said of fields that aren't listed."""
    if isinstance(old.additional, dict) and isinstance(new.additional, dict):
        below("*", old.additional, new.additional)
    elif old.additional != new.additional:
        closed = new.additional is False or old.additional is True
        rule, word = ("additional-closed", "restricted") if closed else ("additional-opened", "opened")
        yield Finding(rule, place, f"{word} for fields that are not listed")


def _change(finding: Finding, root: _Root, place: str, schema: str) -> Change:
    rule = RULES[finding.rule]
    direction = root.part.direction
    level = rule.level(direction)
    action = rule.action(direction) if level is Level.MAJOR else ""
    origin = finding.place if schema else ""
    return Change(finding.rule, level, root.part, finding.text, action, place, root.operation, schema, origin)
