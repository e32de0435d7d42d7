"""Query and header parameters: text off the wire becomes typed values, checked as strictly as a body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .errors import Constraints, absent, unknown, validation_failed
from .schemas import kinds_of
from .validation import explain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .document import Parameter, Route
    from .schemas import Schemas

KEY_IN_QUERY = "x-api-key"
_DEEP = re.compile(r"([^\[\]]+)\[([^\[\]]+)\]")
_MAX_PAIRS = 10
_INTEGER = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]+)?")


def read_query(schemas: Schemas, route: Route, pairs: list[tuple[str, str]]) -> dict[str, Any]:
    """The operation's query parameters by name, defaults filled in.

    An operation that declares query parameters refuses others; one that declares none ignores them.

    Raises:
        ServiceError: 400 with the failing parameters.
    """
    declared = {one.name: one for one in route.parameters if one.location == "query"}
    values, deep, found = _collect(declared, pairs)
    query: dict[str, Any] = {}
    for name, parameter in declared.items():
        if parameter.deep_object and name in deep:
            query[name] = deep[name]
            if len(deep[name]) > _MAX_PAIRS:
                found[name] = {"maxPairs": f"{name} must have at most {_MAX_PAIRS} pairs"}
        elif name in values:
            query[name] = _coerce(schemas, parameter.schema, values[name])
        elif "default" in (schema := schemas.resolve(parameter.schema)):
            query[name] = schema["default"]
        _check(schemas, parameter, query, found)
    if found:
        raise validation_failed(found)
    return query


def check_headers(schemas: Schemas, route: Route, headers: Mapping[str, str]) -> None:
    """Checks the headers that the operation declares.

    Raises:
        ServiceError: 400 with the failing headers.
    """
    found: Constraints = {}
    for parameter in route.parameters:
        if parameter.location == "header":
            value = headers.get(parameter.name)
            sent = {parameter.name: _coerce(schemas, parameter.schema, [value])} if value else {}
            _check(schemas, parameter, sent, found)
    if found:
        raise validation_failed(found)


def _collect(
    declared: Mapping[str, Parameter], pairs: list[tuple[str, str]]
) -> tuple[dict[str, list[str]], dict[str, dict[str, Any]], Constraints]:
    values: dict[str, list[str]] = {}
    deep: dict[str, dict[str, Any]] = {}
    found: Constraints = {}
    for name, value in pairs:
        nested = _DEEP.fullmatch(name)
        if name in declared:
            values.setdefault(name, []).append(value)
        elif nested and nested[1] in declared and declared[nested[1]].deep_object:
            given = deep.setdefault(nested[1], {})
            # Given twice, it is a list, which no value of these parameters may be
            given[nested[2]] = [given[nested[2]], value] if nested[2] in given else value
        elif declared and name != KEY_IN_QUERY:
            found[name] = unknown(name)
    return values, deep, found


def _check(schemas: Schemas, parameter: Parameter, sent: Mapping[str, Any], found: Constraints) -> None:
    if parameter.name in sent:
        errors = schemas.request_errors(parameter.schema, sent[parameter.name])
        for path, rules in explain(errors, prefix=(parameter.name,)).items():
            found.setdefault(path, {}).update(rules)
    elif parameter.required:
        found[parameter.name] = absent(parameter.name)


def _coerce(schemas: Schemas, schema: dict[str, Any], texts: list[str]) -> Any:
    """The value that the text stands for; text that stands for none stays text, and validation says so."""
    schema = schemas.resolve(schema)
    if "array" in kinds_of(schema):
        kinds = kinds_of(schemas.resolve(schema.get("items", {})))
        return [_scalar(kinds, text) for text in texts]
    return _scalar(kinds_of(schema), texts[0]) if len(texts) == 1 else texts


def _scalar(kinds: set[str], text: str) -> Any:
    if "string" in kinds:
        return text
    if kinds & {"integer", "number"} and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in kinds and _NUMBER.fullmatch(text):
        return float(text)
    if "boolean" in kinds and text in ("true", "false"):
        return text == "true"
    return text
