"""The parts of an OpenAPI document that perturbations change, and the marks that say what of them is inferred."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from scripts.codegen.references import References

Json = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
_MARKS = ("x-inferred", "x-incomplete", "x-path-confidence")
_SCHEMAS = "#/components/schemas/"


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    """Iterate over the operations of a document.

    Args:
        document: an OpenAPI document.

    Yields:
        Path, method in lower case, operation.
    """
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def objects(node: Any) -> Iterator[Json]:
    """Iterate over every JSON object in a document, the outer ones first.

    Args:
        node: the document, or a part of it.

    Yields:
        The objects; they may be changed.
    """
    if isinstance(node, dict):
        yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from objects(child)


def is_name_inferred(part: Json) -> bool:
    """Tell whether the name of a parameter or property is only inferred.

    Args:
        part: the parameter or property.

    Returns:
        True when the whole part is inferred, or its name is.
    """
    return bool(part.get("x-inferred")) and "name" in part.get("x-inferred-parts", ("name",))


def is_open(schema: Json) -> bool:
    """Tell whether a schema may have fields that it doesn't name.

    Args:
        schema: the schema of an object.

    Returns:
        True when it is marked as incomplete.
    """
    return bool(schema.get("x-incomplete"))


def without_marks(document: Json) -> Json:
    """Remove every mark of inference: the published document has none. What is open stays so, in OpenAPI's own words.

    Args:
        document: an OpenAPI document.

    Returns:
        A copy.
    """

    def bare(node: Any) -> Any:
        if isinstance(node, dict):
            more = {"additionalProperties": True} if is_open(node) else {}
            return more | {key: bare(value) for key, value in node.items() if not key.startswith(_MARKS)}
        return [bare(one) for one in node] if isinstance(node, list) else node

    result: Json = bare(document)
    return result


def target(document: Json, schema: Json) -> Json:
    """Follow a reference to a component schema.

    Args:
        document: the document.
        schema: a schema, or a reference to one.

    Returns:
        The schema itself.
    """
    found: Json = References(document).resolve(schema)
    return found


def body_schema(operation: Json) -> Json | None:
    """Find the schema of an operation's JSON body.

    Args:
        operation: the operation.

    Returns:
        The schema, or a reference to it; None without a body.
    """
    return _json_schema(operation.get("requestBody") or {})


def success_schema(operation: Json) -> Json | None:
    """Find the schema of what an operation returns.

    Args:
        operation: the operation.

    Returns:
        The schema, or a reference to it; None when it returns no JSON.
    """
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            return _json_schema(response)
    return None


def _json_schema(part: Json) -> Json | None:
    schema: Json | None = part.get("content", {}).get("application/json", {}).get("schema")
    return schema


def rename_properties(schema: Json, rename: Callable[[str, Json], str]) -> None:
    """Rename properties in place, in their order, and in `required` too.

    Args:
        schema: the schema of an object.
        rename: gets name and property, returns the new name.
    """
    names = {name: rename(name, part) for name, part in schema["properties"].items()}
    schema["properties"] = {names[name]: part for name, part in schema["properties"].items()}
    if "required" in schema:
        schema["required"] = [names.get(name, name) for name in schema["required"]]


def rename_schemas(document: Json, names: dict[str, str]) -> None:
    """Rename component schemas in place, and whatever refers to them.

    Args:
        document: the document.
        names: new names by old ones.
    """
    schemas = document["components"]["schemas"]
    document["components"]["schemas"] = {names.get(name, name): schema for name, schema in schemas.items()}
    for one in objects(document):
        reference = one.get("$ref")
        if isinstance(reference, str):
            name = reference.removeprefix(_SCHEMAS)
            one["$ref"] = _SCHEMAS + names.get(name, name)
        mapping = one.get("mapping")
        if isinstance(mapping, dict):
            for key, reference in mapping.items():
                name = str(reference).removeprefix(_SCHEMAS)
                mapping[key] = _SCHEMAS + names.get(name, name)
