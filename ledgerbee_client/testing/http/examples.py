"""Answers for operations that have no state yet: the documented example, or one built from the schema.

Deterministic, and valid against the response schema.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from .. import pdf
from ..ids import fixed
from .registry import Call, Reply
from .schemas import is_object

if TYPE_CHECKING:
    from .document import Success
    from .schemas import Schemas

_MONEY = re.compile(r"(amount|price|fee|total|subtotal|vat|balance|budget|profit|revenue|cost|value)$", re.IGNORECASE)
_FORMATS = {
    "date": "2026-01-15",
    "date-time": "2026-01-15T09:00:00.000Z",
    "decimal": "100.00",
    "email": "anna@example.com",
    "uri": "https://example.com/sandbox",
    "uuid": "0197a943-2325-7829-b835-b6c71a293065",
}
_COUNTERS = {"total", "page", "limit", "totalPages"}


def example_reply(call: Call) -> Reply:
    """The example, made to fit the call: the id asked for, the fields sent, the page's counters."""
    success = call.route.success()
    schemas = call.document.schemas
    if success.schema is None:
        return Reply()
    if success.content_type == "application/pdf":
        draft = bool(call.query.get("draft"))
        return Reply(pdf.render([call.operation.summary], watermark="DRAFT" if draft else None))
    body = build_success(schemas, success)
    if not is_object(body):
        return Reply(body)
    return Reply(_fit(schemas, success.schema, body, call))


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
    if _MONEY.search(name):
        return "100.00"
    if name == "id" or name.endswith("Id"):
        return fixed(f"example/{name}")
    text = name or "string"
    return text.ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength")]


def _fit(schemas: Schemas, schema: dict[str, Any], body: dict[str, Any], call: Call) -> dict[str, Any]:
    properties: dict[str, Any] = schemas.resolve(schema).get("properties", {})
    if properties.keys() >= _COUNTERS and isinstance(body.get("data"), list):
        page = call.query.get("page", 1)
        data: list[Any] = body["data"][:1] if page == 1 else []
        counters = {"total": 1, "page": page, "limit": call.query.get("limit", 25), "totalPages": 1}
        return {**body, "data": data, **counters}
    fitted = {**body, **{name: value for name, value in call.body.items() if name in properties}}
    if call.ids and "id" in properties:
        fitted["id"] = call.id
    elif call.operation.method == "POST" and "id" in properties:
        fitted["id"] = call.state.ids.next()
    return body if any(schemas.response_errors(schema, fitted)) else fitted
