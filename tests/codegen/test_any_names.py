"""Schemas, properties and parameters may be called anything: what Python, attrs or the package use, too."""

from __future__ import annotations

import functools
import subprocess
import sys
from typing import Any, get_type_hints

import pytest

from scripts.codegen.context import methods
from scripts.codegen.package import folder_of
from tests.codegen.support import Json, Package, answers, body, document, generate, workshop

NAMES = [
    *("Any", "None", "True", "UNSET", "Unset", "Client", "Response", "Decimal", "dict", "list", "str", "int", "self"),
    *("field", "attrs", "datetime", "typing", "Mapping", "HTTPStatus", "errors", "models", "types", "base", "class"),
    *("ClassVar", "ClassVariant", "Fields", "Property", "Model", "Extra", "Unmatched", "OpenEnum", "StatusValues"),
    *("take", "whole", "src", "cls", "source", "defaults", "from_dict", "to_dict", "additional_properties", "value"),
    *("Thing", "thing", "THING", "123abc", "a b", "a-b", "a/b", "a.b", "_private", "__init__", "import", "match"),
    *("Rechnung über", "日本", "😀", "ThingDict", "Values", "print", "isinstance", "_dt", "_define", "Resources"),
]
TEXT: Json = {"type": "string"}


def ref(name: str) -> Json:
    return {"$ref": "#/components/schemas/" + name.replace("~", "~0").replace("/", "~1").replace(" ", "%20")}


def schema(name: str) -> Json:
    """An object with a property called like itself, that uses everything that a model may hold."""
    properties = {
        "id": TEXT,
        name: TEXT,
        "amount": {"type": "number"},
        "at": TEXT | {"format": "date-time"},
        "day": TEXT | {"format": "date"},
        "kind": TEXT | {"enum": ["x", "y"]},
        "any": {},
        "next": ref(name),
        "many": {"type": "array", "items": ref(name)},
        "either": {"oneOf": [ref(name), TEXT]},
        "map": {"type": "object", "additionalProperties": ref(name)},
    }
    return {"type": "object", "required": ["id", name], "properties": properties}


def _paths(index: int, name: str) -> Json:
    parameters = [{"name": name, "in": "query", "schema": TEXT, "required": True}]
    return {
        f"/r{index}/x": {
            "get": {"tags": [f"t{index % 7}"], "responses": answers({"type": "array", "items": ref(name)})},
            "post": {
                "tags": [f"t{index % 7}"],
                "parameters": parameters,
                "requestBody": body(ref(name)),
                "responses": answers(ref(name)),
            },
        }
    }


def _document(names: list[str]) -> Json:
    paths: Json = {}
    for index, name in enumerate(names):
        paths.update(_paths(index, name))
    enums = {f"{name}Enum": TEXT | {"enum": [name, "b"]} for name in names[:8]}
    return document(paths, {name: schema(name) for name in names} | enums)


@functools.cache
def package() -> Package:
    return generate(_document(NAMES), "any_names_package")


def value_of(name: str) -> Json:
    inner = {"id": "1", name: "n"}
    value = {"id": "1", "amount": 5, "at": "2026-01-31T10:00:00+00:00", "day": "2026-01-31", "kind": "x", "any": [1]}
    return value | {"next": inner, "many": [inner], "either": "y", "map": {"k": inner}, name: "n"}


def module_of(method: str, name: str) -> tuple[Any, Any]:
    """The endpoint module of an operation, and the operation as the generator read it."""
    path = f"/r{NAMES.index(name)}/x"
    (op,) = [one for one in package().result.api.operations if (one.http_method, one.path) == (method, path)]
    return package().module(f"api.{folder_of(op.resource)}.{op.module}"), op


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_schema_called_so_is_received_and_sent(name: str) -> None:
    value = value_of(name)
    (found,) = module_of("GET", name)[0].decode([value])
    assert found.to_dict() == value
    fields = {one.name: getattr(found, one.name) for one in type(found)._FIELDS.properties}
    assert get_type_hints(type(found)).keys() >= fields.keys()
    module, op = module_of("POST", name)
    for body_ in (found, type(found)(**fields), fields, value):
        request = module.build_request(body=body_, **{op.parameters[0].python: "of the query"})
        assert request.json == value
        assert request.query == [(name, "of the query")]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
async def test_the_method_takes_each_field_under_a_name_of_its_own(name: str) -> None:
    _module, op = module_of("POST", name)
    (found,) = module_of("GET", name)[0].decode([value_of(name)])
    client = package().client(value_of(name))
    arguments = {argument: getattr(found, field.python) for field, argument in methods.body_fields(op)}
    await client.method(op.python)(**arguments, **{op.parameters[0].python: "of the query"})
    assert client.request.json == value_of(name)
    assert client.request.query == [(name, "of the query")]


@pytest.mark.slow
def test_the_package_is_sound_to_a_strict_type_checker() -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(workshop() / "mypy"), package().folder.name]
    done = subprocess.run(command, cwd=workshop(), capture_output=True, text=True, check=False)
    assert done.stdout.startswith("Success"), done.stdout
