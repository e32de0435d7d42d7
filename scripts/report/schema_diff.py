"""Walks pairs of schemas from level to level and gathers what changed, each component only once.

A pair of components is compared once per direction, whoever refers to it; all operations that reach it are
noted. So a change in a shared schema is one change that names its operations, and recursion ends by itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scripts.report.model import Change, Level, Section
from scripts.report.rules import RULES, Direction, Finding, aside, differences, type_changed
from scripts.report.shape import Shape, Shapes, own_shape, schema
from scripts.report.text import code, codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scripts.report.openapi import Document, Json

Key = tuple[Direction, str, str]  # direction, old and new component


@dataclass(frozen=True)
class Slot:
    """Where in an operation a schema stands, and how its fields are called in the report."""

    section: Section
    direction: Direction
    whole: str
    part: str


BODY = Slot(Section.REQUEST, Direction.REQUEST, "Request body", "Request field")
RESPONSE = Slot(Section.RESPONSE, Direction.RESPONSE, "Response body", "Response field")
ERROR = Slot(Section.RESPONSE, Direction.RESPONSE, "Error body", "Error field")


@dataclass
class Comparison:
    """What differs between two schemas, and the pairs of components that they lead to, by place."""

    findings: list[Finding] = field(default_factory=list)
    edges: list[tuple[str, Key]] = field(default_factory=list)


class SchemaDiff:
    """Collects comparisons; ``changes`` says them all at the end."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old, self._new = Shapes(old), Shapes(new)
        self._names = (frozenset(old.schemas), frozenset(new.schemas))
        self._components: dict[Key, Comparison] = {}
        self._uses: dict[Key, dict[tuple[Slot, str], set[str]]] = defaultdict(lambda: defaultdict(set))
        self._own: list[Change] = []

    def compare(self, slot: Slot, operation: str, old: Json, new: Json, place: str = "") -> None:
        """Compare two schemas that stand at the same slot of an operation; ``place`` is where they begin."""
        root = Comparison()
        self._walk(root, slot.direction, old, new, "", frozenset())
        for finding in root.findings:
            self._own.append(_change(finding, slot, _subject(slot, join(place, finding.place)), (operation,)))
        pending = [(join(place, step), key) for step, key in root.edges]
        seen: set[Key] = set()
        while pending:
            place, key = pending.pop(0)
            self._uses[key][slot, place].add(operation)
            if key not in seen:
                seen.add(key)
                pending += [(join(place, step), child) for step, child in self._component(key).edges]

    def changes(self) -> Iterator[Change]:
        """Everything found so far."""
        yield from self._own
        for key, uses in self._uses.items():
            for finding in self._component(key).findings:
                yield from _shared(finding, key[2], uses)
        yield from self._renames()

    def _renames(self) -> Iterator[Change]:
        """Components that go by another name now; their fields are compared like those of any other."""
        before, after = self._names
        for _, old, new in self._components:
            if old != new and old not in after and new not in before:
                text = f"schema {code(old)} is now called {code(new)}, and so may its class be"
                yield Change(Section.PYTHON, Level.PATCH, "schema-renamed", text)

    def _component(self, key: Key) -> Comparison:
        if key not in self._components:
            self._components[key] = comparison = Comparison()
            direction, old, new = key
            self._walk(comparison, direction, self._old.node(old), self._new.node(new), "", frozenset())
        return self._components[key]

    def _walk(
        self,
        into: Comparison,
        direction: Direction,
        old: Json,
        new: Json,
        place: str,
        above: frozenset[tuple[int, int]],
    ) -> None:
        """Compare two schemas and those below them, as far as the next pair of components."""
        pair = (id(old), id(new))
        if pair in above:
            return
        old_name, new_name = self._old.component(old), self._new.component(new)
        if old_name and new_name:
            left, right = own_shape(old), own_shape(new)
            into.findings += _found(left, place, aside(left, right))
            into.edges.append((place, (direction, old_name, new_name)))
            return

        before, after = self._old.shape(old), self._new.shape(new)
        if before.is_open_object and after.properties:
            rule = "shape-fixed" if after.required and not before.inferred else "shape-known"
            into.findings.append(Finding(rule, place, f"fields now listed: {codes(sorted(after.properties))}"))
            return
        into.findings += _found(before, place, differences(before, after))

        def below(step: str, left: Json, right: Json) -> None:
            self._walk(into, direction, left, right, join(place, step), above | {pair})

        if before.variants or after.variants:
            into.findings += list(self._choices(old, new, place, below))
        elif not type_changed(before, after):
            into.findings += list(self._fields(before, after, direction, place, below))
            if before.items is not None or after.items is not None:
                below("[]", before.items or {}, after.items or {})
            into.findings += list(_additional(before, after, place, below))

    def _fields(
        self,
        old: Shape,
        new: Shape,
        direction: Direction,
        place: str,
        below: Callable[[str, Json, Json], None],
    ) -> Iterator[Finding]:
        left = self._visible(self._old, old, direction)
        right = self._visible(self._new, new, direction)
        renamed = self._renamed(left, right)
        for name in sorted({*left, *right}):
            at = join(place, name)
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
                below(name, left[name], right[name])

    def _visible(self, shapes: Shapes, shape: Shape, direction: Direction) -> dict[str, Json]:
        """The fields of this direction: ``readOnly`` ones aren't sent, ``writeOnly`` ones aren't read."""
        return {
            name: node for name, node in shape.properties.items() if shapes.shape(node).hidden_in != direction.value
        }

    def _renamed(self, left: dict[str, Json], right: dict[str, Json]) -> dict[str, str]:
        """A field that went and one that came, when they are the only ones and look the same."""
        gone, come = (
            [name for name in left if name not in right],
            [name for name in right if name not in left],
        )
        if len(gone) != 1 or len(come) != 1:
            return {}
        same = _signature(self._old, left[gone[0]]) == _signature(self._new, right[come[0]])
        return {gone[0]: come[0]} if same else {}

    def _choices(self, old: Json, new: Json, place: str, below: Callable[[str, Json, Json], None]) -> Iterator[Finding]:
        """Compare alternatives: those of one name or look with each other, the last ones left as changed."""
        left = list(self._old.shape(old).variants) or [old]
        right = list(self._new.shape(new).variants) or [new]
        signatures = [_signature(self._new, node) for node in right]
        pairs: list[tuple[Json, Json]] = []
        unpaired: list[Json] = []
        for node in left:
            if (signature := _signature(self._old, node)) in signatures:
                index = signatures.index(signature)
                signatures.pop(index)
                pairs.append((node, right.pop(index)))
            else:
                unpaired.append(node)
        if len(unpaired) == len(right) == 1:
            pairs.append((unpaired.pop(), right.pop()))
        for number, (before, after) in enumerate(pairs, start=1):
            below(f"({self._new.component(after) or f'form {number}'})", before, after)
        for rule, word, shapes, nodes in (
            ("choice-removed", "removed", self._old, unpaired),
            ("choice-added", "added", self._new, right),
        ):
            for node in nodes:
                yield Finding(
                    rule,
                    place,
                    f"form {word}: {code(shapes.component(node) or shapes.shape(node).type_name)}",
                )


def join(place: str, step: str) -> str:
    """The dotted place of ``step`` below ``place``: ``lines[]`` + ``quantity`` -> ``lines[].quantity``."""
    return f"{place}.{step}" if place and step and step[0] not in "[(" else place + step


def _found(old: Shape, place: str, found: Iterable[tuple[str, str]]) -> list[Finding]:
    """Findings about one schema, with a note where what changed was only an inference."""
    note = " (was inferred)" if old.inferred else ""
    return [Finding(rule, place, text if rule == "text" else text + note) for rule, text in found]


def _signature(shapes: Shapes, node: Json) -> object:
    """What makes two schemas look the same at first sight: the name, or else the outermost level."""
    shape = shapes.shape(node)
    return shapes.component(node) or (shape.types, shape.format, shape.enum, frozenset(shape.properties))


def _additional(old: Shape, new: Shape, place: str, below: Callable[[str, Json, Json], None]) -> Iterator[Finding]:
    """Compare what is said of fields that aren't listed."""
    if isinstance(old.additional, dict) and isinstance(new.additional, dict):
        below("*", old.additional, new.additional)
    elif old.additional != new.additional:
        closed = new.additional is False or old.additional is True
        rule, word = ("additional-closed", "restricted") if closed else ("additional-opened", "opened")
        yield Finding(rule, place, f"{word} for fields that are not listed")


def _shared(finding: Finding, component: str, uses: dict[tuple[Slot, str], set[str]]) -> Iterator[Change]:
    """Say a change of a component: by its place if there is only one, else by the name of the schema."""
    by_slot: dict[Slot, dict[str, set[str]]] = defaultdict(dict)
    for (slot, place), operations in uses.items():
        by_slot[slot][place] = operations
    for slot, places in by_slot.items():
        labels = tuple(sorted(set().union(*places.values())))
        if len(places) == 1:
            subject = _subject(slot, join(next(iter(places)), finding.place))
        else:
            field_of = f"{slot.part} {code(finding.place)} of schema" if finding.place else f"{slot.whole}, schema"
            subject = f"{field_of} {code(component)}"
        yield _change(finding, slot, subject, labels)


def _subject(slot: Slot, place: str) -> str:
    return f"{slot.part} {code(place)}" if place else slot.whole


def _change(finding: Finding, slot: Slot, subject: str, operations: tuple[str, ...]) -> Change:
    rule = RULES[finding.rule]
    section = {"deprecated": Section.DEPRECATED, "text": Section.NOTES}.get(finding.rule, slot.section)
    text = f"{subject}: {finding.text}"
    return Change(section, rule.level(slot.direction), finding.rule, text, rule.action(slot.direction), operations)


def parameter_slot(place: str) -> Slot:
    """The slot of the parameters of one kind (query, path, header, cookie)."""
    name = f"{place.capitalize()} parameter"
    return Slot(Section.PARAMETERS, Direction.REQUEST, name, name)


def media_schema(media: Json) -> Json:
    """The schema of a media type or a parameter."""
    return schema(media.get("schema"))
