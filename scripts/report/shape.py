"""Reads a schema into a ``Shape``: one form for what OpenAPI 3.0 and 3.1 write in several ways.

References, ``allOf`` and single-choice ``oneOf``/``anyOf`` are folded in, one level deep: the schemas below
stay as they are written, so that recursive schemas need no care here. Compares nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from scripts.report.model import ReportError
from scripts.report.openapi import Json, items, mapping, marks, texts

if TYPE_CHECKING:
    from scripts.report.openapi import Document

COMPONENT = "#/components/schemas/"
MISSING = "\0missing"  # a default that is absent, which is not the default null

# Keywords that may stand beside a reference without changing the structure that it refers to.
_NOTES = {"title", "description", "example", "examples", "externalDocs", "xml", "discriminator"}
_ASIDE = _NOTES | {"type", "nullable", "default", "deprecated", "readOnly", "writeOnly"}
_LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
BOUNDS = (*_LOWER, *_UPPER, "multipleOf", "pattern", "uniqueItems")
_STRUCTURE = {"properties": "object", "additionalProperties": "object", "items": "array"}
_JSON_TYPES: dict[type, str] = {bool: "boolean", int: "integer", float: "number", str: "string"}


@dataclass(frozen=True)
class Shape:
    """What a schema says. ``types`` empty: any type; ``enum`` None: any value (values as JSON text)."""

    types: frozenset[str] = frozenset()
    nullable: bool = False
    enum: tuple[str, ...] | None = None
    format: str = ""
    bounds: dict[str, Any] = field(default_factory=dict)
    default: str = MISSING
    deprecated: bool = False
    hidden_in: str = ""
    properties: dict[str, Json] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    items: Json | None = None
    additional: Json | bool = True
    variants: tuple[Json, ...] = ()
    texts: tuple[str, ...] = ()
    inferred: bool = False

    @property
    def is_open_object(self) -> bool:
        """An object of which nothing is said: how a body of unknown form is written."""
        return self.types <= {"object"} and not (
            self.properties or self.variants or self.enum or self.items or self.additional is False
        )

    @property
    def type_name(self) -> str:
        """The types in words."""
        name = " or ".join(sorted(self.types)) or ("one of several" if self.variants else "any")
        return f"{name} ({self.format})" if self.format else name


class Shapes:
    """The shapes of one document, each computed once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._cache: dict[int, tuple[Json, Shape]] = {}  # with the node, so that its id stays taken
        self._joined: dict[tuple[int, ...], Json] = {}
        self._open: set[int] = set()

    def shape(self, node: Json) -> Shape:
        """The shape of a schema, with everything folded in that it refers to at its own level."""
        if id(node) in self._cache:
            return self._cache[id(node)][1]
        if id(node) in self._open:
            raise ReportError(f"schema that consists of itself: {json.dumps(node)[:80]}")
        self._open.add(id(node))
        shape = self._fold(node)
        self._open.discard(id(node))
        self._cache[id(node)] = (node, shape)
        return shape

    def component(self, node: Json) -> str:
        """The name of the component that a node is, apart from notes beside it; '' if it is written out."""
        structure = [key for key in node if key not in _ASIDE and not key.startswith("x-")]
        if structure == ["$ref"]:
            reference = str(node["$ref"])
            return reference.removeprefix(COMPONENT) if reference.startswith(COMPONENT) else ""
        if len(structure) == 1 and structure[0] in {"allOf", "oneOf", "anyOf"}:
            choices = [choice for choice in map(schema, items(node[structure[0]])) if not _is_null(choice)]
            return self.component(choices[0]) if len(choices) == 1 else ""
        return ""

    def node(self, component: str) -> Json:
        """The schema of a component."""
        return schema(self._document.target(COMPONENT + component))

    def _fold(self, node: Json) -> Shape:
        parts = [self.shape(schema(part)) for part in items(node.get("allOf"))]
        if "$ref" in node:
            parts.append(self.shape(schema(self._document.target(str(node["$ref"])))))
        variants: tuple[Json, ...] = ()
        for key in ("oneOf", "anyOf"):
            choices = [choice for choice in map(schema, items(node.get(key))) if not _is_null(choice)]
            if len(choices) == 1:
                parts.append(self.shape(choices[0]))
            else:
                variants += tuple(choices)
        whole = own_shape(node)
        for part in reversed(parts):
            whole = self._join(part, whole)
        return self._with_variants(whole, variants)

    def _join(self, part: Shape, own: Shape) -> Shape:
        """Both at once; where only one value is possible, that of ``own``."""
        enum = part.enum if own.enum is None else own.enum
        if part.enum is not None and own.enum is not None:
            enum = tuple(value for value in part.enum if value in own.enum)
        return Shape(
            types=(part.types & own.types) if part.types and own.types else part.types | own.types,
            nullable=part.nullable or own.nullable,  # beside a reference, null is an addition
            enum=enum,
            format=own.format or part.format,
            bounds={**part.bounds, **own.bounds},
            default=part.default if own.default == MISSING else own.default,
            deprecated=part.deprecated or own.deprecated,
            hidden_in=own.hidden_in or part.hidden_in,
            properties={
                name: self._both(part.properties.get(name), own.properties.get(name))
                for name in (
                    *part.properties,
                    *(name for name in own.properties if name not in part.properties),
                )
            },
            required=part.required | own.required,
            items=self._both(part.items, own.items) if part.items or own.items else None,
            additional=part.additional if own.additional is True else own.additional,
            variants=part.variants + own.variants,
            texts=own.texts,
            inferred=part.inferred or own.inferred,
        )

    def _both(self, one: Json | None, other: Json | None) -> Json:
        if one is None or other is None or one is other:
            return (one if other is None else other) or {}
        return self._joined.setdefault((id(one), id(other)), {"allOf": [one, other]})

    def _with_variants(self, shape: Shape, variants: tuple[Json, ...]) -> Shape:
        """Add alternatives; those that are nothing but a type become types, as in ``type: [..]``."""
        bare = [self.shape(variant) for variant in variants]
        if variants and all(part == Shape(types=part.types, texts=part.texts) and part.types for part in bare):
            return replace(shape, types=shape.types | frozenset().union(*(part.types for part in bare)))
        return replace(shape, variants=shape.variants + variants)


def schema(node: object) -> Json:
    """A schema as an object; 3.1 also knows ``true`` and ``false``."""
    return {"enum": []} if node is False else mapping(node)


def own_shape(node: Json) -> Shape:
    """The shape of what stands in the node itself, without what it refers to."""
    written = node.get("type")
    types = {str(name) for name in ([written] if isinstance(written, str) else items(written))}
    enum = [node["const"]] if "const" in node else node.get("enum")
    values = [value for value in items(enum) if value is not None]
    choices = [*items(node.get("oneOf")), *items(node.get("anyOf"))]
    nullable = "null" in types or node.get("nullable") is True or any(map(_is_null, map(schema, choices)))
    if not types:
        types |= {name for key, name in _STRUCTURE.items() if key in node}
        types |= {_JSON_TYPES[type(value)] for value in values if type(value) in _JSON_TYPES}
    additional = node.get("additionalProperties", True)
    return Shape(
        types=frozenset(types - {"null"}),
        nullable=nullable or None in items(enum),
        enum=tuple(json.dumps(value, ensure_ascii=False) for value in values) if isinstance(enum, list) else None,
        format=str(node.get("format", "")),
        bounds=_bounds(node),
        default=json.dumps(node["default"], ensure_ascii=False) if "default" in node else MISSING,
        deprecated=node.get("deprecated") is True,
        hidden_in="request" if node.get("readOnly") is True else "response" if node.get("writeOnly") is True else "",
        properties={str(name): schema(child) for name, child in mapping(node.get("properties")).items()},
        required=frozenset(map(str, items(node.get("required")))),
        items=schema(node["items"]) if "items" in node else None,
        additional=additional if isinstance(additional, bool) else (mapping(additional) or True),
        texts=texts(node),
        inferred=bool(marks(node)) or node.get("x-incomplete") is True,
    )


def _is_null(node: Json) -> bool:
    return node.get("type") in ("null", ["null"]) or node.get("enum") == [None] or node.get("const", 0) is None


def _bounds(node: Json) -> dict[str, Any]:
    """The limits of a schema; ``exclusiveMinimum: true`` of 3.0 as a number; without idle ones."""
    bounds = {key: node[key] for key in BOUNDS if key in node}
    for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if bounds.get(exclusive) is True and limit in bounds:
            bounds[exclusive] = bounds.pop(limit)
        if isinstance(bounds.get(exclusive), bool):
            del bounds[exclusive]
    return {
        key: value
        for key, value in bounds.items()
        if value is not False and not (value == 0 and key in {"minLength", "minItems", "minProperties"})
    }


def tighter(key: str, old: Any, new: Any) -> bool:
    """Whether a limit lets less through than before (None = no limit)."""
    if new is None:
        return False
    numbers = isinstance(old, int | float) and isinstance(new, int | float)
    if not numbers or key not in {*_LOWER, *_UPPER}:
        return True
    return bool(new > old) if key in _LOWER else bool(new < old)
