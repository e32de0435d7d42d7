"""Walks pairs of schemas from level to level and gathers what changed, each pair of components only once.

A pair of components is compared once per direction, whoever refers to it, and all places that reach it are noted. So a
change in a shared schema is found once, and recursion ends by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .differences import beside_reference, differences, types_apart
from .fields import (
    Finding,
    additional,
    field_changes,
    found_in,
    moved_beside,
    no_class_any_more,
    now_a_class,
)
from .forms import Forms
from .levels import Change, Direction, Level, Part
from .places import join, step_of
from .rules import RULES
from .shapes import references_in, same_components
from .unions import union_changes, union_or_not

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .shapes import Json, Schemas, Shape

#: A field of a form: the place of the union, and the name.
_IN_FORM = re.compile(r"(.*)\([^()]*\)\.(.+)")
_NULL = frozenset({"nullable", "not-nullable"})
_COME_OR_GO = frozenset({"added", "added-required", "removed"})

Key = tuple[Direction, str, str]  # direction, old and new component


@dataclass
class Comparison:
    """What differs between two schemas, and the pairs of components that they lead to, by place."""

    findings: list[Finding] = field(default_factory=list)
    edges: list[tuple[str, Key]] = field(default_factory=list)
    moved: set[tuple[str, str]] = field(default_factory=set)  # fields that go from the forms to beside them, or back
    as_nullable: set[str] = field(default_factory=set)  # references that take null as before, whoever says so


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
        """Compare the schemas of two descriptions."""
        self.old, self.new = old, new
        self._same = same_components(old.components, new.components)
        self._components: dict[Key, Comparison] = {}
        self._roots: list[_Root] = []

    def compare(self, part: Part, operation: str, old: Json, new: Json, place: str = "") -> None:
        """Compare two schemas that stand at the same place of an operation."""
        if self.is_same(old, new):
            return
        comparison = Comparison()
        self._pair(comparison, part.direction, old, new, "", frozenset())
        self._roots.append(_Root(part, operation, place, comparison))
        pending = [key for _place, key in comparison.edges]
        while pending:
            key = pending.pop()
            if key not in self._components:
                pending += [child for _place, child in self._component(key).edges]

    def is_same(self, old: Json, new: Json) -> bool:
        """Return whether two nodes, or operations, say the same down to all that they refer to."""
        return old == new and references_in(old) <= self._same

    def reached(self) -> set[tuple[str, str]]:
        """Return the pairs of components that were compared."""
        return {(old, new) for _direction, old, new in self._components}

    def changes(self) -> Iterator[Change]:
        """Return everything found, at every place that it can be seen from."""
        changed = self._changed()
        for root in self._roots:
            moved: set[tuple[str, str]] = set()
            as_nullable: set[str] = set()
            yield from _seen_at(root, root.place, root.comparison, "", moved, as_nullable)
            none: frozenset[Key] = frozenset()
            pending = [(join(root.place, step), key, none) for step, key in root.comparison.edges]
            seen: set[Key] = set()
            while pending:
                place, key, above = pending.pop(0)
                if key not in changed or key in above:
                    continue
                yield from _seen_at(root, place, self._components[key], key[2], moved, as_nullable)
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
            before, after = self.old.components.get(old, {}), self.new.components.get(new, {})
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
        if pair_ in above or self.is_same(old, new):
            return
        if self.old.name(old) and self.new.name(new):
            self._references(into, direction, old, new, place)
            return
        before, after = self.old.shape(old), self.new.shape(new)
        if (before.is_map and after.properties) or (before.properties and after.is_map and not before.unions):
            bare, name, look = (
                (old, self.old.name(old), now_a_class)
                if after.properties
                else (new, self.new.name(new), no_class_any_more)
            )
            is_class = is_component or bool(name or bare.get("class"))
            into.findings.append(look(before, after, place, is_class=is_class))
            into.findings += found_in(before, place, beside_reference(before, after))
            return
        into.findings += found_in(before, place, differences(before, after))
        if types_apart(before, after) and not (before.unions or after.unions):
            return

        def below(step: str, left: Json, right: Json) -> None:
            self._pair(into, direction, left, right, join(place, step), above | {pair_})

        self._below(into, direction, (old, before), (new, after), place, below)

    def _references(self, into: Comparison, direction: Direction, old: Json, new: Json, place: str) -> None:
        """Compare what stands beside two references, and leave the components that they mean to be compared once."""
        names = self.old.name(old), self.new.name(new)
        left, right = self.old.own(old), self.new.own(new)
        found = beside_reference(left, right)
        component = [one.components.get(name, {}) for one, name in zip((self.old, self.new), names, strict=True)]
        if bool(component[0].get("nullable")) != bool(component[1].get("nullable")):
            found = (one for one in found if one[0] not in _NULL)  # that is said of the component, if of any
            if self.old.shape(old).nullable == self.new.shape(new).nullable:
                into.as_nullable.add(place)
        into.findings += found_in(left, place, found)
        into.edges.append((place, (direction, *names)))

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
            into.moved |= {(place, step_of(name)) for name in moved_beside(self.old, self.new, before, after)}
            for left, right in zip(before.unions, after.unions, strict=False):
                into.findings += list(union_changes(Forms(self.old, left), Forms(self.new, right), place, below))
        elif before.unions or after.unions:
            into.findings += list(union_or_not(self.old, self.new, old, new, place, below))
            if not (before.properties and after.properties):
                if after.unions:  # its fields may stand in any of the forms, and need not be there any more
                    found = field_changes(self.old, self.new, before, after, direction, place, below)
                    into.findings += [one for one in found if one.rule != "optional"]
                return
        into.findings += list(field_changes(self.old, self.new, before, after, direction, place, below))
        if before.items is not None or after.items is not None:
            below("[]", before.items or {}, after.items or {})
        for index in range(max(len(before.prefix), len(after.prefix))):
            left = before.prefix[index] if index < len(before.prefix) else before.items or {}
            right = after.prefix[index] if index < len(after.prefix) else after.items or {}
            below(f"[{index}]", left, right)
        into.findings += list(additional(self.new, before, after, place, below))


def _seen_at(
    root: _Root, place: str, comparison: Comparison, schema: str, moved: set[tuple[str, str]], as_nullable: set[str]
) -> Iterator[Change]:
    """Return what was found in a comparison, at a place from which it can be seen.

    `moved` gathers the fields that stand beside a union in one version and in its forms in the other: they are compared
    where they stand alone, and not said to be removed from each form, or added to it.
    """
    moved |= {(join(place, at), name) for at, name in comparison.moved}
    as_nullable |= {join(place, at) for at in comparison.as_nullable}
    for finding in comparison.findings:
        at = join(place, finding.place)
        if finding.rule in _NULL and at in as_nullable:
            continue
        in_form = _IN_FORM.match(at) if finding.rule in _COME_OR_GO else None
        if in_form is None or in_form.groups() not in moved:
            yield _change(finding, root, at, schema)


def _change(finding: Finding, root: _Root, place: str, schema: str) -> Change:
    rule = RULES[finding.rule]
    direction = root.part.direction
    level = rule.level(direction)
    action = rule.action(direction, place) if level is Level.MAJOR else ""
    origin = finding.place if schema else ""
    return Change(finding.rule, level, root.part, finding.text, action, place, root.operation, schema, origin)
