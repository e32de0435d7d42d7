"""The OpenAPI document as far as responses go: what each place of a response should hold. Pure.

A node is a schema together with its home: the component (or the operation) that it stands in, and where in there. So a
difference that is found in a response can be put right at the one place of the document that says it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from ..generated.types import Operation

Json = dict[str, Any]

_COMPONENTS = "#/components/schemas/"
#: The home of schemas that stand nowhere; what is read of them is not remembered.
_NOWHERE = "nowhere"


@frozen
class Home:
    """Where a schema is written down.

    Attributes:
        component: The component schema; None: the response of an operation.
        operation: The operation, where there is no component.
        pointer: The keys that lead to it from there.
    """

    component: str | None
    operation: str = ""
    pointer: tuple[str | int, ...] = ()

    def below(self, *keys: str | int) -> Home:
        """Return the home of what stands further inside."""
        return Home(self.component, self.operation, (*self.pointer, *keys))


@frozen
class Node:
    """A schema in its place.

    Attributes:
        schema: The schema as it is written, perhaps a reference.
        home: Where.
    """

    schema: Json
    home: Home


@frozen
class Field:
    """A documented field.

    Attributes:
        node: Its schema.
        required: The document says, or concludes, that it is always there.
        inferred: The field, or part of what is said of it, is a conclusion.
    """

    node: Node
    required: bool
    inferred: bool


@frozen
class Shape:
    """What a schema says, its references followed and its parts put together.

    Attributes:
        kinds: Of JSON values, as in `string`; empty: any.
        format: `decimal`, `date`, `date-time`, or another that is not checked.
        enum: The documented values; None: any.
        fields: Those of an object, by name.
        additional: What further fields hold; None: it isn't said.
        is_map: An object whose names are data.
        items: What a list holds.
        variants: Forms of which a value has one.
    """

    kinds: frozenset[str] = frozenset()
    format: str | None = None
    enum: tuple[Any, ...] | None = None
    fields: Mapping[str, Field] = field(factory=dict)
    additional: Node | None = None
    is_map: bool = False
    items: Node | None = None
    variants: tuple[Node, ...] = ()

    @property
    def documented(self) -> str:
        """What is documented, in words."""
        if not self.kinds:
            return "decimal number" if self.format == "decimal" else "anything"
        text = " or ".join(sorted(self.kinds))
        return f"{text} ({self.format})" if self.format in FORMATS else text


#: The formats that are looked at.
FORMATS = ("date", "date-time", "decimal")


class Schemas:
    """The schemas of a document.

    Args:
        raw: The document.
    """

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.raw = raw
        self._components: Mapping[str, Any] = raw.get("components", {}).get("schemas") or {}
        self._shapes: dict[Home, Shape] = {}
        self._names: frozenset[str] | None = None

    @property
    def names(self) -> frozenset[str]:
        """Every name that a field has somewhere in the document."""
        if self._names is None:
            self._names = frozenset(_names_in(self.raw))
        return self._names

    def response(self, operation: Operation) -> Node | None:
        """Return what the success of an operation holds; None: no JSON."""
        schema = success_schema(self.raw, operation)
        return None if schema is None else Node(schema, Home(None, operation.name))

    def resolve(self, node: Node) -> Node:
        """Follow references."""
        seen = set()
        while isinstance(reference := node.schema.get("$ref"), str) and reference not in seen:
            seen.add(reference)
            name = reference.removeprefix(_COMPONENTS).replace("~1", "/").replace("~0", "~")
            node = Node(self._components.get(name, {}), Home(name))
        return node

    def shape(self, node: Node) -> Shape:
        """Read a schema."""
        nullable = bool(node.schema.get("nullable"))
        node = self.resolve(node)
        shape = self._shapes.get(node.home)
        if shape is None:
            shape = self._read(node)
            if node.home.operation != _NOWHERE:
                self._shapes[node.home] = shape
        return evolve(shape, kinds=shape.kinds | {"null"}) if nullable and shape.kinds else shape

    def shape_of(self, schema: Json) -> Shape:
        """Read a schema that stands nowhere in the document."""
        return self.shape(Node(schema, Home(None, _NOWHERE)))

    def _read(self, node: Node) -> Shape:
        schema, home = node.schema, node.home
        parts = [
            self.shape(Node(one, home.below("allOf", index))) for index, one in enumerate(schema.get("allOf") or ())
        ]
        properties = schema.get("properties") or {}
        fields = {name: one for part in parts for name, one in part.fields.items()}
        fields |= {name: _field(schema, name, home) for name in properties}
        additional = schema.get("additionalProperties")
        items = schema.get("items")
        inherited = next((part for part in parts if part.kinds), Shape())
        return Shape(
            kinds=_kinds(schema) or inherited.kinds | ({"null"} if schema.get("nullable") and parts else frozenset()),
            format=schema.get("format") or inherited.format,
            enum=tuple(schema["enum"]) if isinstance(schema.get("enum"), list) else inherited.enum,
            fields=fields,
            additional=Node(additional, home.below("additionalProperties"))
            if isinstance(additional, dict) and additional
            else None,
            is_map=not fields
            and not schema.get("x-incomplete")
            and (additional is not None or inherited.is_map or _kinds(schema) <= {"object", "null"}),
            items=Node(items, home.below("items")) if isinstance(items, dict) else inherited.items,
            variants=tuple(
                Node(one, home.below(key, index))
                for key in ("oneOf", "anyOf")
                for index, one in enumerate(schema.get(key) or ())
            )
            or inherited.variants,
        )


def success_schema(raw: Mapping[str, Any], operation: Operation) -> Json | None:
    """Find the schema of the first success of an operation that holds JSON."""
    node = raw["paths"].get(operation.path, {}).get(operation.method.lower(), {})
    for status, response in node.get("responses", {}).items():
        if str(status).startswith("2"):
            schema: Json | None = (response.get("content") or {}).get("application/json", {}).get("schema")
            if schema is not None:
                return schema
    return None


def _field(schema: Json, name: str, home: Home) -> Field:
    one = schema["properties"][name]
    required = name in (schema.get("required") or ()) or bool(one.get("x-inferred-required"))
    inferred = bool(one.get("x-inferred") or one.get("x-inferred-required") or one.get("x-guessed"))
    return Field(Node(one, home.below("properties", name)), required, inferred)


def _kinds(schema: Json) -> frozenset[str]:
    kinds = schema.get("type")
    found = {kinds} if isinstance(kinds, str) else {*(kinds or ())}
    if not found and "properties" in schema:
        found = {"object"}
    if not found and isinstance(schema.get("enum"), list):
        found = {kind_of(one) for one in schema["enum"]}
    if found and (schema.get("nullable") or None in (schema.get("enum") or ())):
        found.add("null")
    return frozenset(found)


def kind_of(value: Any) -> str:
    """Return the kind of a JSON value; whole numbers are `integer`."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    if isinstance(value, list):
        return "array"
    if isinstance(value, dict):
        return "object"
    if value is None:
        return "null"
    return "integer" if isinstance(value, int) or value == int(value) else "number"


def _names_in(node: Any) -> set[str]:
    found: set[str] = set()
    if isinstance(node, Mapping):
        properties = node.get("properties")
        if isinstance(properties, Mapping):
            found.update(properties)
    for child in node.values() if isinstance(node, Mapping) else node if isinstance(node, list) else ():
        found |= _names_in(child)
    return found


__all__ = ["FORMATS", "Field", "Home", "Json", "Node", "Schemas", "Shape", "kind_of", "success_schema"]
