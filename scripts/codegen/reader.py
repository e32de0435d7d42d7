"""Reads a corrected document into one `ir.Api`: schemas and operations together, named, with what was lost."""

from __future__ import annotations

from typing import Any

from . import naming
from .document import Document
from .ir import Api, Model, Operation, Type
from .operations import METHODS, OperationReader
from .schemas import SchemaReader, UnsupportedSchemaError


def read(document: Document) -> Api:
    """The document as plain data, without Python names for its operations yet."""
    schemas = SchemaReader(document, open_requests=_only_sent(document))
    reader = OperationReader(schemas)
    operations = reader.read_all()
    losses = [*reader.losses, *schemas.losses]
    for name in document.get("components", {}).get("schemas", {}):
        try:
            schemas.component(name)
        except UnsupportedSchemaError as error:
            if not any(name in loss.why for loss in losses):
                reader.notes.append(f"schema {name} is left out: {error}")
    for operation in operations:
        _set_extensions(operation, document)
    models = list(schemas.models.values())
    _mark_use(operations)
    info = document.get("info", {})
    enums = [*schemas.component_enums.values(), *schemas.inline_enums.values()]
    server = next(iter(document.get("servers") or ()), {}).get("url", "")
    return Api(
        title=str(info.get("title", "")),
        version=str(info.get("version", "")),
        server=server,
        operations=operations,
        models=models,
        enums=enums,
        losses=losses,
        notes=reader.notes,
    )


def hints_of(document: Document, operations: list[Operation]) -> dict[str, dict[str, str]]:
    """Hints for names that corrections have left on the operations, by `Operation.key`."""
    hints = {}
    for operation in operations:
        raw = _raw(document, operation)
        found = {key: raw[f"x-python-{key}"] for key in ("name", "resource") if f"x-python-{key}" in raw}
        if found:
            hints[operation.key] = found
    return hints


def _raw(document: Document, operation: Operation) -> dict[str, Any]:
    item = document["paths"][operation.path]
    found = item.get(operation.http_method.lower(), {}) if isinstance(item, dict) else {}
    return found if isinstance(found, dict) else {}


def _set_extensions(operation: Operation, document: Document) -> None:
    operation.read_back = _raw(document, operation).get("x-read-back")


def _only_sent(document: Document) -> set[str]:
    """Component schemas that are reached from request bodies and from nothing else."""
    sent: set[str] = set()
    received: set[str] = set()
    schemas = document.get("components", {}).get("schemas", {})

    def collect(node: Any, into: set[str]) -> None:
        if isinstance(node, list):
            for one in node:
                collect(one, into)
        elif isinstance(node, dict):
            ref = node.get("$ref")
            if isinstance(ref, str) and ref.startswith("#/components/"):
                name = ref.rsplit("/", 1)[-1]
                kind = ref.split("/")[2]
                if kind == "schemas" and name in into:
                    return
                if kind == "schemas":
                    into.add(name)
                    collect(schemas.get(name), into)
                else:
                    collect(document["components"].get(kind, {}).get(name), into)
            for key, value in node.items():
                if key not in ("example", "examples"):
                    collect(value, into)

    for item in document["paths"].values():
        for method in METHODS:
            operation = item.get(method) if isinstance(item, dict) else None
            if operation:
                collect(operation.get("requestBody"), sent)
                collect(operation.get("responses"), received)
    return sent - received


def _mark_use(operations: list[Operation]) -> None:
    def mark(model: Model, use: str) -> None:
        if getattr(model, use):
            return
        setattr(model, use, True)
        for field in model.fields:
            mark_type(field.type, use)
        if model.additional is not None:
            mark_type(model.additional, use)

    def mark_type(one: Type, use: str) -> None:
        for model in one.models():
            mark(model, use)

    for operation in operations:
        if operation.body is not None:
            mark_type(operation.body.type, "in_request")
        for parameter in operation.parameters:
            mark_type(parameter.type, "in_request")
        for success in operation.successes:
            mark_type(success.type, "in_response")


__all__ = ["hints_of", "naming", "read"]
