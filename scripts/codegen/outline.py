"""The document as openapi-python-client gets it: our names, and everything in its simplest form."""

from __future__ import annotations

import re
from typing import Any

from . import identifiers
from .ir import Api, Operation, Type


def outline(api: Api) -> dict[str, Any]:
    """The document with only what openapi-python-client keeps."""
    paths: dict[str, Any] = {}
    for op in api.operations:
        path = _with_python_names(op)
        raw: dict[str, Any] = {
            "tags": [op.resource],
            "operationId": op.module,
            "parameters": [
                {
                    "name": one.python,
                    "in": one.location,
                    "required": one.required,
                    "schema": {"type": "string"},
                }
                for one in op.parameters
            ],
            "responses": {str(one.status or 200): _answer(one.decoding, one.type) for one in op.successes},
        }
        if op.body:
            raw["requestBody"] = {
                "required": op.body.required,
                "content": {"application/json": {"schema": _simple(op.body.type)}},
            }
        paths.setdefault(path, {})
        if op.http_method.lower() in paths[path]:  # two templates that differ only in the names of parameters
            path = f"{path}#{op.module}"
            paths[path] = {}
        paths[path][op.http_method.lower()] = raw
    schemas: dict[str, Any] = {}
    for model in api.models:
        schemas[model.name] = {
            "type": "object",
            "properties": {field.python: _simple(field.type) for field in model.fields},
            "required": [field.python for field in model.fields if field.required],
        }
    for enum in api.enums:
        members = list(identifiers.members(enum.values).values())
        schemas[enum.name] = {"type": "string", "enum": members}
    return {
        "openapi": "3.0.3",
        "info": {"title": api.title or "API", "version": api.version or "0"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _with_python_names(op: Operation) -> str:
    names = {one.wire: one.python for one in op.parameters if one.location == "path"}
    return re.sub(r"{([^{}]+)}", lambda match: f"{{{names.get(match[1], match[1])}}}", op.path)


def _answer(decoding: str, one: Type) -> dict[str, Any]:
    content = {"json": "application/json", "bytes": "application/octet-stream", "text": "text/plain"}
    if decoding not in content:
        return {"description": ""}
    return {"description": "", "content": {content[decoding]: {"schema": _simple(one)}}}


def _simple(one: Type) -> dict[str, Any]:
    """A type as a schema that openapi-python-client keeps as it is."""
    if one.kind == "model" and one.model:
        return {"$ref": f"#/components/schemas/{one.model.name}"}
    if one.kind == "enum" and one.enum:
        return {"$ref": f"#/components/schemas/{one.enum.name}"}
    if one.kind == "list" and one.items:
        return {"type": "array", "items": _simple(one.items)}
    scalars = {"str": "string", "decimal": "string", "int": "integer", "float": "number", "bool": "boolean"}
    if one.kind in scalars:
        return {"type": scalars[one.kind]}
    formats = {"date": "date", "datetime": "date-time", "bytes": "binary"}
    if one.kind in formats:
        return {"type": "string", "format": formats[one.kind]}
    return {}
