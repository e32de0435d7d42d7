"""Other names for everything whose name is inferred: paths, path parameters, operationIds, schemas, credentials."""

from __future__ import annotations

import re
from random import Random

from .parts import Json, operations, rename_schemas

_PREFIXES = ("our", "all", "api")
_SUFFIXES = ("Dto", "Model", "Entity")
_VERSION = re.compile(r"v\d+")


def other_names(document: Json, random: Random) -> None:
    """Rename every inferred path, path parameter, operationId, schema and security scheme.

    Args:
        document: changed in place.
        random: chooses the words.
    """
    prefix, suffix = random.choice(_PREFIXES), random.choice(_SUFFIXES)
    _paths(document, prefix)
    _operation_ids(document, prefix)
    schemas = document["components"]["schemas"]
    rename_schemas(document, {name: name + suffix for name, one in schemas.items() if one.get("x-inferred-name")})
    _security_schemes(document, suffix)


def _paths(document: Json, prefix: str) -> None:
    paths: Json = {}
    moved: dict[str, str] = {}
    for path, item in document["paths"].items():
        for key, operation in item.items():
            place = path
            if isinstance(operation, dict) and operation.get("x-inferred-path"):
                place = "/".join(_segment(one, prefix) for one in path.split("/"))
                moved[f"{key.upper()} {path}"] = f"{key.upper()} {place}"
                for parameter in operation["parameters"]:
                    if parameter["in"] == "path":
                        parameter["name"] = _parameter(parameter["name"], prefix)
            paths.setdefault(place, {})[key] = operation
    document["paths"] = paths
    for _path, _method, operation in operations(document):
        if "x-successor" in operation:
            operation["x-successor"] = moved.get(operation["x-successor"], operation["x-successor"])


def _segment(segment: str, prefix: str) -> str:
    if not segment or _VERSION.fullmatch(segment):
        return segment
    if segment.startswith("{"):
        return "{" + _parameter(segment[1:-1], prefix) + "}"
    return f"{prefix}-{segment}"


def _parameter(name: str, prefix: str) -> str:
    return prefix + name[0].upper() + name[1:]


def _operation_ids(document: Json, prefix: str) -> None:
    for number, (_path, _method, operation) in enumerate(operations(document)):
        if operation.get("x-inferred-operation-id"):
            controller = operation["operationId"].partition("_")[0].removeprefix("Public")
            operation["operationId"] = f"{prefix.title()}{controller}_handle{number}"


def _security_schemes(document: Json, suffix: str) -> None:
    schemes = document["components"]["securitySchemes"]
    names = {name: name + suffix for name, one in schemes.items() if one.get("x-inferred")}
    document["components"]["securitySchemes"] = {names.get(name, name): one for name, one in schemes.items()}
    for owner in (document, *(operation for _path, _method, operation in operations(document))):
        if "security" in owner:
            owner["security"] = [
                {names.get(key, key): value for key, value in one.items()} for one in owner["security"]
            ]
