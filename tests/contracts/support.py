"""Small documents for tests of comparisons."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

STRING: Json = {"type": "string"}


def document(paths: Json | None = None, schemas: Json | None = None, **extra: Any) -> Json:
    return {"openapi": "3.0.0", "paths": paths or {}, "components": {"schemas": schemas or {}}, **extra}


def json_body(schema: Json, **extra: Any) -> Json:
    return {"content": {"application/json": {"schema": schema}}, **extra}


def sending(schema: Json, **schemas: Json) -> Json:
    """A document with one operation that takes a body."""
    operation = {"summary": "Create", "tags": ["Things"], "requestBody": json_body(schema), "responses": {}}
    return document({"/v1/things": {"post": operation}}, schemas)


def reading(schema: Json, **schemas: Json) -> Json:
    """A document with one operation that answers."""
    operation = {
        "summary": "Get",
        "tags": ["Things"],
        "responses": {"200": json_body(schema, description="ok")},
    }
    return document({"/v1/things": {"get": operation}}, schemas)


def operation(**fields: Any) -> Json:
    """A document with one operation made of ``fields``."""
    return document({"/v1/things": {"get": {"summary": "List", "tags": ["Things"], "responses": {}, **fields}}})


def with_parameters(*parameters: Json) -> Json:
    return operation(parameters=[{"in": "query", "schema": STRING, **parameter} for parameter in parameters])


def object_of(required: tuple[str, ...] = (), **properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(required)}
