"""What can be told from one schema, or from a list of types, alone."""

from __future__ import annotations

from typing import Any

from .content import is_file
from .flattening import Schema
from .ir import Kind, Type

_SCALARS: dict[str, Kind] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "none",
}
_STRING_FORMATS: dict[str, Kind] = {
    "date": "date",
    "date-time": "datetime",
    "decimal": "decimal",
    "binary": "bytes",
}


def scalar(schema: Schema) -> Kind:
    """The kind of a schema that is no enum, object, list or union."""
    kind = schema.get("type")
    if kind == "string" and is_file(schema):
        return "bytes"
    if kind == "string":
        return _STRING_FORMATS.get(schema.get("format", ""), "str")
    if kind in (None, "number") and schema.get("format") == "decimal":
        return "decimal"
    return _SCALARS.get(str(kind), "any")


def is_enum(schema: Schema) -> bool:
    """An enum of strings or of integers that agree with the type; any other is only its type."""
    values = schema.get("enum")
    if not values:
        return False
    kind = schema.get("type")
    if kind in (None, "string") and all(isinstance(value, str) for value in values):
        return True
    return kind in (None, "integer", "number") and all(type(value) is int for value in values)


def enum_values(schema: Schema) -> tuple[Any, ...]:
    """Return the values of an enum, each once."""
    return tuple(dict.fromkeys(schema["enum"]))


def is_object(schema: Schema) -> bool:
    """Return whether a schema is one of objects."""
    kind = schema.get("type")
    return kind == "object" or (kind is None and bool({"properties", "additionalProperties"} & schema.keys()))


def variants_of(schema: Schema) -> list[Any]:
    """The schemas of which a value fits one."""
    return schema.get("oneOf") or schema.get("anyOf") or []


def kind_of_value(value: Any) -> Kind:
    """Return the kind of a constant."""
    if isinstance(value, bool):
        return "bool"
    kinds: dict[type, Kind] = {str: "str", int: "int", float: "float"}
    return kinds.get(type(value), "any")


def union(types: list[Type]) -> Type:
    """One type for a value of any of these: flat, each once, and no union where one of them says it all."""
    flat: list[Type] = []
    nullable = False
    for one in types:
        nullable |= one.nullable or one.kind == "none"
        for inner in one.variants if one.kind == "union" else (one,):
            plain = inner.bare()
            plain.const = None
            if plain.kind != "none" and plain not in flat:
                flat.append(plain)
    kinds = {one.kind for one in flat}
    if "any" in kinds:
        return Type("any")
    if kinds == {"str", "enum"} and len(flat) == 2 and all(one.enum is None or one.enum.base == "str" for one in flat):
        flat = [one for one in flat if one.kind == "enum"]  # enums are open: 'or any string' adds nothing
    if kinds == {"int", "float"}:
        flat = [Type("float")]
    if not flat:
        return Type("none")
    if len(flat) == 1:
        return flat[0].or_none() if nullable else flat[0]
    result = Type("union", nullable=nullable, variants=tuple(flat))
    result.discriminator, result.mapping = _inner_discriminator(types)
    return result


def _inner_discriminator(types: list[Type]) -> tuple[str | None, dict[str, Type]]:
    """The discriminator of the unions that became part of a larger one, as long as they agree on it.

    It speaks for their variants only: a value that it doesn't name is one of the others, or of none.
    """
    told = [one for one in types if one.kind == "union" and one.discriminator]
    values = [value for one in told for value in one.mapping]
    if len({one.discriminator for one in told}) != 1 or len(set(values)) < len(values):
        return None, {}
    return told[0].discriminator, {value: target for one in told for value, target in one.mapping.items()}
