"""Reads a corrected document into one `ir.Api`: schemas and operations together, with what was lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, Literal

from . import servers, unions
from .document import Document
from .ir import Api, Loss, Model, Operation, Type
from .normalizing import METHODS
from .operations import OperationReader
from .references import References, UnsupportedSchemaError, component_name
from .schemas import SchemaReader
from .types_in import all_types, inside, models_in, reachable, types_of


def read(document: Document) -> Api:
    """The document as plain data, without Python names for its operations yet."""
    schemas = SchemaReader(document, only_sent=_only_sent(document))
    reader = OperationReader(schemas)
    operations = reader.read_all()
    notes = [*reader.notes, *_read_unused(document, schemas)]
    notes += [f"the base URL has a variable: {one}" for one in servers.variables(document)]
    broken = _broken(schemas.models)
    losses = list(reader.losses)
    for one in operations:
        reason = next((broken[id(model)] for model in models_in(types_of(one)) if id(model) in broken), None)
        if reason is not None:
            losses.append(Loss(one.key, "operation", reason))
    lost = {loss.operation for loss in losses if loss.what == "operation"}
    operations = [one for one in operations if one.key not in lost]
    sound = [one for one in schemas.models if id(one) not in broken]
    used = {id(one) for one in reachable(models_in(each for one in operations for each in types_of(one)))}
    used |= {id(one) for one in reachable(one for one in sound if one.component)}
    models = [one for one in sound if id(one) in used]
    enums = {id(enum) for one in all_types(operations, models) for enum in one.enums()}
    api = Api(
        title=str(document["info"].get("title", "")),
        version=str(document["info"].get("version", "")),
        server=servers.base_url(document),
        operations=operations,
        models=models,
        enums=[one for one in schemas.enums if id(one) in enums or not one.places],
        losses=losses,
        notes=notes,
    )
    _mark_use(operations)
    _bytes_only_in_multipart(api)
    unions.infer_discriminators(api)
    api.losses += unions.indistinct(api)
    return api


def hints_of(document: Document, operations: list[Operation]) -> dict[str, dict[str, str]]:
    """Hints for names that corrections have left on the operations, by `Operation.key`."""
    hints = {}
    references = References(document)
    for operation in operations:
        raw = references.path_item(operation.path).get(operation.http_method.lower(), {})
        found = {key: str(raw[f"x-python-{key}"]) for key in ("name", "resource") if f"x-python-{key}" in raw}
        if found:
            hints[operation.key] = found
    return hints


def _read_unused(document: Document, schemas: SchemaReader) -> Iterator[str]:
    """Reads the components that no operation needs.

    Yields:
        a note for each that can't be read: nothing of the API is lost with it.
    """
    for name in document.get("components", {}).get("schemas") or ():
        try:
            schemas.component(name)
        except UnsupportedSchemaError as error:
            yield f"schema {name} is left out: {error}"
    for model in schemas.models:
        if model.component and model.broken:
            yield f"schema {model.name} is left out: {model.broken}"


def _broken(models: list[Model]) -> dict[int, str]:
    """Why no class can be made of a model: its own fault, or that of one that it holds. By id."""
    reasons: dict[int, str] = {}
    if not any(one.broken for one in models):
        return reasons
    for model in models:
        reason = next((one.broken for one in reachable([model]) if one.broken), None)
        if reason is not None:
            reasons[id(model)] = reason
    return reasons


def _only_sent(document: Document) -> set[str]:
    """Component schemas that are reached from request bodies and from nothing else."""
    sent: set[str] = set()
    received: set[str] = set()
    references = References(document)
    schemas = document.get("components", {}).get("schemas") or {}

    def collect(node: Any, into: set[str]) -> None:
        if isinstance(node, list):
            for one in node:
                collect(one, into)
        elif isinstance(node, dict):
            ref = node.get("$ref")
            if isinstance(ref, str) and ref not in into:
                into.add(ref)
                with suppress(UnsupportedSchemaError):  # the reader of operations says so
                    collect(references.target(ref), into)
            for key, value in node.items():
                if key not in ("example", "examples"):
                    collect(value, into)

    for path in document["paths"]:
        for method, operation in references.path_item(path).items():
            if method in METHODS and isinstance(operation, dict):
                collect(operation.get("requestBody"), sent)
                collect(operation.get("responses"), received)
    only_sent = set(map(component_name, sent - received))
    return {name for name in schemas if name in only_sent}


def _mark_use(operations: list[Operation]) -> None:
    def mark(types: Iterable[Type], use: Literal["in_request", "in_response"]) -> None:
        for model in models_in(types):
            setattr(model, use, True)

    for operation in operations:
        mark((one.type for one in operation.parameters), "in_request")
        mark((one.type for one in operation.successes), "in_response")
        if operation.body is not None:
            mark([operation.body.type], "in_request")


def _bytes_only_in_multipart(api: Api) -> None:
    """JSON has no bytes: outside a multipart body, and unless it is all of an answer, `format: binary` is a text."""
    parts = [one.body.type for one in api.operations if one.body is not None and one.body.encoding == "multipart"]
    files = {id(one) for one in models_in(parts)}
    types = [one for model in api.models if id(model) not in files for one in model.types()]
    for operation in api.operations:
        types += [one.type for one in operation.parameters]
        types += [one.type for one in operation.successes if one.decoding == "json"]
        if operation.body is not None and operation.body.encoding in ("json", "form"):
            types.append(operation.body.type)
    for one in inside(types):
        if one.kind == "bytes":
            one.kind = "str"


__all__ = ["hints_of", "read"]
