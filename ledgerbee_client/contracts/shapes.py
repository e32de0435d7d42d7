"""Schemas of a contract description, one level at a time.

A node is plain JSON. Keys that have nothing to say are left out:

    ref           the name of the component that it is; besides it only `nullable`, `default`, `deprecated`, `hidden`
    types         names of JSON types, sorted; `null` stands alone or not at all; missing: any
    nullable      null is taken, too
    enum          the values that it takes, null left out
    format, bounds, default, deprecated
    hidden        "read-only" or "write-only"
    properties, required, items, prefix (a tuple's items), additional (a node or false)
    unions        [{"by": name of the discriminator, "forms": [node, ...]}]; forms name their discriminator `values`
    mapping       discriminator without a union: value -> component
    groups        the names of which one group must be given
    dependent     name -> the names that must be given with it
    inferred      it is a conclusion of ours and not documented
    text, notice  digest of the texts; the sentence in which they announce a removal
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

MISSING = "\0missing"  # a default that is absent, which is not the default null


@dataclass(frozen=True)
class Shape:
    """What a node says at its own level. `types` empty: any type; `enum` None: any value (values as JSON text)."""

    types: frozenset[str] = frozenset()
    nullable: bool = False
    enum: tuple[str, ...] | None = None
    format: str = ""
    bounds: Json = field(default_factory=dict)
    default: str = MISSING
    deprecated: bool = False
    hidden: str = ""
    properties: dict[str, Json] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    items: Json | None = None
    prefix: tuple[Json, ...] = ()
    additional: Json | bool = True
    unions: tuple[Json, ...] = ()
    mapping: dict[str, str] = field(default_factory=dict)
    groups: frozenset[frozenset[str]] = frozenset()
    dependent: frozenset[tuple[str, str]] = frozenset()
    inferred: bool = False
    text: str = ""
    notice: str = ""

    @property
    def is_map(self) -> bool:
        """Whether it is an object none of whose fields has a name: a dict in Python."""
        closed = self.properties or self.unions or self.enum or self.items or self.mapping
        return self.types == {"object"} and not closed and self.additional is not False

    @property
    def type_name(self) -> str:
        """The types in words."""
        name = " or ".join(sorted(self.types)) or ("one of several" if self.unions else "any")
        return f"{name} ({self.format})" if self.format else name


class Schemas:
    """The schemas of one description: nodes with their references followed."""

    def __init__(self, components: dict[str, Json]) -> None:
        """Read the components of a description."""
        self.components = components
        self._shapes: dict[int, tuple[Json, Shape]] = {}  # with the node, so that its id stays taken

    def name(self, node: Json) -> str:
        """Return the name of the component that a node is; empty when it is written out."""
        return str(node.get("ref", ""))

    def shape(self, node: Json) -> Shape:
        """Return the shape of a node, behind its references."""
        known = self._shapes.get(id(node))
        if known is None:
            known = self._shapes[id(node)] = node, shape_of(self.resolved(node))
        return known[1]

    def hidden(self, node: Json) -> str:
        """Return whether a node is read-only or write-only, as its shape says."""
        return str(self.resolved(node).get("hidden", ""))

    def own(self, node: Json) -> Shape:
        """Return what stands in the node itself, without what it refers to."""
        return shape_of(node)

    def resolved(self, node: Json) -> Json:
        """Return what a node stands for: its target, and what stands beside the reference."""
        seen: set[str] = set()
        while "ref" in node and node["ref"] not in seen:
            seen.add(node["ref"])
            aside = {key: value for key, value in node.items() if key != "ref"}
            target = self.components.get(node["ref"], {})
            node = {**target, **aside} if aside else target
        return node


def shape_of(node: Json) -> Shape:
    """Return what a node says, its references left alone."""
    return Shape(
        types=frozenset(node.get("types", ())),
        nullable=bool(node.get("nullable")),
        enum=tuple(map(value_text, node["enum"])) if "enum" in node else None,
        format=node.get("format", ""),
        bounds=node.get("bounds", {}),
        default=value_text(node["default"]) if "default" in node else MISSING,
        deprecated=bool(node.get("deprecated")),
        hidden=node.get("hidden", ""),
        properties=node.get("properties", {}),
        required=frozenset(node.get("required", ())),
        items=node.get("items"),
        prefix=tuple(node.get("prefix", ())),
        additional=node.get("additional", True),
        unions=tuple(node.get("unions", ())),
        mapping=node.get("mapping", {}),
        groups=frozenset(map(frozenset, node.get("groups", ()))),
        dependent=frozenset((name, other) for name, others in node.get("dependent", {}).items() for other in others),
        inferred=bool(node.get("inferred")),
        text=node.get("text", ""),
        notice=node.get("notice", ""),
    )


def value_text(value: Any) -> str:
    """Return a JSON value as text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def references_in(node: object) -> set[str]:
    """The components that a node refers to."""
    found: set[str] = set()
    pending = [node]
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            if isinstance(one.get("ref"), str):
                found.add(one["ref"])
            pending += one.values()
        elif isinstance(one, list):
            pending += one
    return found


def same_components(old: dict[str, Json], new: dict[str, Json]) -> set[str]:
    """The components that say the same in both, down to all that they refer to."""
    same = {name for name, node in old.items() if new.get(name) == node}
    references = {name: references_in(old[name]) for name in same}
    while gone := {name for name in same if not references[name] <= same}:
        same -= gone
    return same
