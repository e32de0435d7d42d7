"""Other shapes: fields with other names, other envelopes of lists, closed bodies, sets of values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from random import Random

from .parts import (
    Json,
    body_schema,
    is_name_inferred,
    is_open,
    objects,
    operations,
    rename_properties,
    success_schema,
    target,
)

_PREFIXES = ("published", "real", "other")
_ARRAYS = ("items", "results", "rows")
#: What no caller can set, so that it isn't among the fields of a body.
_BY_SERVER = {"id", "number", "status", "createdAt", "updatedAt", "isLocked", "isArchived"}
_OPEN_SET = re.compile(r"values? .*(isn't|is not|aren't|are not) (published|known)", re.IGNORECASE)
_QUOTED = re.compile(r"`([A-Za-z_]+)`")


# ---------------------------------------------------------------------- fields


def other_fields(document: Json, random: Random) -> None:
    """Rename every field and query parameter whose name is inferred; the arrays of lists are left to `envelopes`.

    Args:
        document: changed in place.
        random: chooses the word.
    """
    prefix = random.choice(_PREFIXES)

    def renamed(name: str) -> str:
        return prefix + name[0].upper() + name[1:]

    arrays = {id(schema["properties"][name]) for schema, name in _envelopes(document)}
    for schema in objects(document):
        if isinstance(schema.get("properties"), dict):
            rename_properties(
                schema,
                lambda name, part: renamed(name) if is_name_inferred(part) and id(part) not in arrays else name,
            )
    for _path, _method, operation in operations(document):
        for parameter in operation["parameters"]:
            if parameter["in"] == "query" and is_name_inferred(parameter):
                parameter["name"] = renamed(parameter["name"])


# ---------------------------------------------------------------------- envelopes


def _envelopes(document: Json) -> Iterator[tuple[Json, str]]:
    """The schemas around a page of a list, each once, with the name of the array."""
    seen: set[int] = set()
    for _path, _method, operation in operations(document):
        paged = any(one["in"] == "query" and one["name"] == "page" for one in operation["parameters"])
        reference = success_schema(operation)
        if not paged or reference is None:
            continue
        schema = target(document, reference)
        arrays = [name for name, one in schema.get("properties", {}).items() if one.get("type") == "array"]
        if len(arrays) == 1 and id(schema) not in seen:
            seen.add(id(schema))
            yield schema, arrays[0]


def other_envelopes(document: Json, random: Random) -> None:
    """Give lists other arrays and counters: renamed, missing, or one level down. What is printed stays.

    Args:
        document: changed in place.
        random: chooses the words, and the form for each list.
    """
    for schema, array in list(_envelopes(document)):
        if not is_name_inferred(schema["properties"][array]):
            continue
        word = random.choice(_ARRAYS)
        form = random.choice(("renamed", "fewer", "nested"))
        counters = {"limit": "pageSize"} if form != "nested" else {}
        new = {array: word, **counters}
        rename_properties(schema, partial(_new_name, new))
        properties = schema["properties"]
        if form == "fewer":
            properties.pop("totalPages", None)
        elif form == "nested":
            meta = {
                name: properties.pop(name) for name in ("total", "page", "limit", "totalPages") if name in properties
            }
            properties["meta"] = {"type": "object", "properties": meta, "required": list(meta)}
        schema["required"] = list(properties)


def _new_name(new: dict[str, str], name: str, _part: Json) -> str:
    return new.get(name, name)


# ---------------------------------------------------------------------- bodies


def closed_bodies(document: Json, random: Random) -> None:
    """Close every open schema: an open body gets the fields that its resource's response has, the others a few more.

    Args:
        document: changed in place.
        random: chooses how many.
    """
    for _path, _method, operation in operations(document):
        reference = body_schema(operation)
        schema = target(document, reference) if reference is not None else {}
        if is_open(schema) and not schema.get("properties"):
            schema["properties"] = _fields_of_sibling(document, operation) or {"comment": {"type": "string"}}
            schema.pop("additionalProperties", None)
    for schema in objects(document["components"]["schemas"]):
        if is_open(schema):
            more = {f"extra{number}": {"type": "string"} for number in range(1, random.randint(2, 4))}
            schema["properties"] = {**schema.get("properties", {}), **more}
            schema.pop("additionalProperties", None)
            del schema["x-incomplete"]


def _fields_of_sibling(document: Json, operation: Json) -> Json:
    """What a caller could set of the object that the operation returns."""
    reference = success_schema(operation)
    schema = target(document, reference) if reference is not None else {}
    return {name: dict(one) for name, one in schema.get("properties", {}).items() if name not in _BY_SERVER}


# ---------------------------------------------------------------------- enums


def strings_with_values(document: Json, random: Random) -> None:
    """Turn strings whose set of values is not published into enums: the values that are known, and others.

    Args:
        document: changed in place.
        random: chooses the further values.
    """
    for schema in objects(document):
        if schema.get("type") == "string" and "enum" not in schema and "format" not in schema:
            text = str(schema.get("description", ""))
            if _OPEN_SET.search(text):
                known = dict.fromkeys([*_QUOTED.findall(text), *([schema["example"]] if "example" in schema else [])])
                schema["enum"] = [*known, f"value_{random.randint(1, 9)}", "other"]
