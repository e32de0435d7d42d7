"""Examples: the documented one, or one built from the schema. The same each time, and valid by the schema."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from ..ids import fixed

if TYPE_CHECKING:
    from .document import Success
    from .schemas import Schemas

_FORMATS = {
    "date": "2026-01-15",
    "date-time": "2026-01-15T09:00:00.000Z",
    "decimal": "100.00",
    "email": "anna@example.com",
    "uri": "https://example.com/sandbox",
    "uuid": "0197a943-2325-7829-b835-b6c71a293065",
}


def build_success(schemas: Schemas, success: Success) -> Any:
    """The body of a documented success."""
    if success.example is not None:
        return copy.deepcopy(success.example)
    assert success.schema is not None
    return build(schemas, success.schema)


def build(schemas: Schemas, schema: dict[str, Any], name: str = "", seen: tuple[int, ...] = ()) -> Any:
    """A value of the schema: examples, defaults and first enum values where there are any."""
    schema = schemas.resolve(schema)
    for key in ("example", "default"):
        if schema.get(key) is not None:
            return copy.deepcopy(schema[key])
    if "const" in schema:
        return schema["const"]
    if schema.get("enum"):
        return schema["enum"][0]
    for key in ("oneOf", "anyOf"):
        if schema.get(key):
            return build(schemas, schema[key][0], name, seen)
    kind: Any = schema.get("type")
    if not isinstance(kind, str | None):
        kind = next((one for one in kind if one != "null"), "null")
    if kind == "object" or "properties" in schema or "allOf" in schema:
        return _object(schemas, schema, seen)
    if kind == "array":
        return _array(schemas, schema, name, seen)
    return _scalar(schema, kind, name)


def _object(schemas: Schemas, schema: dict[str, Any], seen: tuple[int, ...]) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for member in schema.get("allOf", ()):
        value |= build(schemas, member, seen=seen)
    required = schema.get("required", ())
    for name, one in schema.get("properties", {}).items():
        # A schema that contains itself ends where it may.
        if id(schema) not in seen or name in required:
            value[name] = build(schemas, one, name, (*seen, id(schema)))
    return value


def _array(schemas: Schemas, schema: dict[str, Any], name: str, seen: tuple[int, ...]) -> list[Any]:
    items = schema.get("items", {})
    if id(schemas.resolve(items)) in seen:
        return []
    return [build(schemas, items, name, seen) for _ in range(max(1, schema.get("minItems", 1)))]


def _scalar(schema: dict[str, Any], kind: Any, name: str) -> Any:
    if kind in ("integer", "number"):
        return schema.get("minimum", 1)
    if kind == "boolean":
        return True
    if kind == "null":
        return None
    if schema.get("format") in _FORMATS:
        return _FORMATS[schema["format"]]
    if name == "id" or name.endswith("Id"):
        return fixed(f"example/{name}")
    text = name or "string"
    return text.ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength")]
