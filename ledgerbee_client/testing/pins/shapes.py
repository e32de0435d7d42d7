"""Schemas with everything folded in that stands at their level: references, `allOf`, alternatives.

Alternatives (`oneOf`, `anyOf`) become one schema that takes any of them: the fields of all, of which those are
required that all require.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from ..references import resolve

Json = dict[str, Any]

_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}
_EXCLUSIVE = (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum"))
LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_IDLE_AT_ZERO = ("minLength", "minItems", "minProperties")
#: The keywords that limit values, besides types and enums.
BOUNDS = (*LOWER, *UPPER, "multipleOf", "pattern", "uniqueItems")


@dataclass(frozen=True)
class Shape:
    """One level of a schema; what is below it is schemas as they stand in the document.

    Attributes:
        types: names of JSON types but null; empty: any.
        enum: the values that it takes, null left out; None: any.
        additional: the schema of fields that it doesn't name; None where the document says nothing.
        components: the references that it is made of, as a mark by which a recursion is known.
    """

    types: frozenset[str] = frozenset()
    nullable: bool = False
    format: str | None = None
    enum: tuple[Any, ...] | None = None
    bounds: Json = field(default_factory=dict)
    properties: Json = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    items: Any = None
    additional: Any = None
    read_only: bool = False
    write_only: bool = False
    components: frozenset[str] = frozenset()


_NULL = Shape(nullable=True)


def shape_of(document: Json, node: Any, entered: frozenset[str] = frozenset()) -> Shape:
    """The shape of a schema of the document."""
    if not isinstance(node, dict):  # `true`
        return Shape()
    shape = _own(node)
    reference = node.get("$ref")
    if reference is not None and reference not in entered:
        target = shape_of(document, resolve(document, node), entered | {reference})
        shape = dataclasses.replace(_both(target, shape), components=frozenset({reference}))
    for part in node.get("allOf", ()):
        shape = _both(shape_of(document, part, entered), shape)
    for key in ("oneOf", "anyOf"):
        if node.get(key):
            shape = _both(_any_of([shape_of(document, one, entered) for one in node[key]]), shape)
    return shape


def _own(node: Json) -> Shape:
    """What stands in the node itself."""
    enum = [node["const"]] if "const" in node else node.get("enum")
    given = node.get("type", [])
    types = {given} if isinstance(given, str) else set(given)
    nullable = bool(node.get("nullable")) or "null" in types or None in (enum or ())
    values = [value for value in enum or () if value is not None]
    if not types:
        types = {_TYPES[type(value)] for value in values}
        types |= {"object"} if {"properties", "additionalProperties"} & node.keys() else set()
        types |= {"array"} if "items" in node else set()
    return Shape(
        types=frozenset(types - {"null"}),
        nullable=nullable,
        format=node.get("format"),
        enum=tuple(values) or None,
        bounds=_bounds(node),
        properties=node.get("properties", {}),
        required=frozenset(node.get("required", ())),
        items=node.get("items"),
        additional=node.get("additionalProperties"),
        read_only=bool(node.get("readOnly")),
        write_only=bool(node.get("writeOnly")),
    )


def _bounds(node: Json) -> Json:
    """The limits, without idle ones; the mark `exclusiveMinimum: true` of OpenAPI 3.0 as a number."""
    bounds = {name: node[name] for name in BOUNDS if node.get(name, False) is not False}
    for limit, exclusive in _EXCLUSIVE:
        if bounds.get(exclusive) is True:
            bounds[exclusive] = bounds.pop(limit)
    return {name: value for name, value in bounds.items() if name not in _IDLE_AT_ZERO or value != 0}


def _both(one: Shape, other: Shape) -> Shape:
    """What both ask for. Null beside a reference is an addition."""
    enums = [shape.enum for shape in (one, other) if shape.enum is not None]
    return Shape(
        types=one.types & other.types if one.types and other.types else one.types | other.types,
        nullable=one.nullable or other.nullable,
        format=other.format or one.format,
        enum=tuple(value for value in enums[0] if value in enums[-1]) if enums else None,
        bounds=one.bounds | other.bounds,
        properties=_merged("allOf", one.properties, other.properties),
        required=one.required | other.required,
        items=_joined("allOf", one.items, other.items),
        additional=one.additional if other.additional is None else other.additional,
        read_only=one.read_only or other.read_only,
        write_only=one.write_only or other.write_only,
        components=one.components | other.components,
    )


def _any_of(shapes: list[Shape]) -> Shape:
    whole, *others = [shape for shape in shapes if shape != _NULL] or [_NULL]
    for other in others:
        whole = _either(whole, other)
    return dataclasses.replace(whole, nullable=any(shape.nullable for shape in shapes))


def _either(one: Shape, other: Shape) -> Shape:
    """What one or the other asks for."""
    closed = one.enum is not None and other.enum is not None
    return Shape(
        types=one.types | other.types if one.types and other.types else frozenset(),
        format=one.format if one.format == other.format else None,
        enum=tuple(dict.fromkeys((*(one.enum or ()), *(other.enum or ())))) if closed else None,
        bounds={name: value for name, value in one.bounds.items() if other.bounds.get(name) == value},
        properties=_merged("oneOf", one.properties, other.properties),
        required=one.required & other.required,
        items=_joined("oneOf", one.items, other.items),
        additional=_joined("oneOf", one.additional, other.additional),
        components=one.components | other.components,
    )


def _merged(key: str, one: Json, other: Json) -> Json:
    return {name: _joined(key, one.get(name), other.get(name)) for name in {**one, **other}}


def _joined(key: str, one: Any, other: Any) -> Any:
    """A schema out of two, of which either may be missing."""
    if one is None or other is None or one == other:
        return one if other is None else other
    return {key: [one, other]}
