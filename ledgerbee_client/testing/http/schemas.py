"""OpenAPI schemas as JSON Schema, and validators compiled from them on first use.

Two readings of one schema: a request is closed (an unknown field is refused, as the service does) unless the
document says that the schema is open or incomplete; a response is open, because the API is additive-only.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# jsonschema has no type information; this module is the only one that touches it.
_jsonschema: Any = import_module("jsonschema")

#: A document whose fields have underscores in more than this share is written in snake case.
_SNAKE_CASE_SHARE = 0.05
_REQUEST, _RESPONSE = "request", "response"
_CHILDREN = ("not", "items")
_LISTS = ("oneOf", "anyOf", "prefixItems")
_DROPPED = {"nullable", "example", "examples", "discriminator", "xml", "externalDocs", "deprecated"}
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)


class Schemas:
    """The schemas of one document."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self._components: dict[str, Any] = raw.get("components", {}).get("schemas", {})
        self._converted: dict[str, dict[str, Any]] = {}
        self._validators: dict[tuple[str, int], tuple[Any, Any]] = {}

    def resolve(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The schema itself behind references, and behind an `allOf` that only wraps one."""
        while True:
            if "$ref" in schema:
                schema = self._components[schema["$ref"].rpartition("/")[2]]
            elif len(schema.get("allOf", ())) == 1 and "properties" not in schema:
                schema = schema["allOf"][0]
            else:
                return schema

    def request_errors(self, schema: dict[str, Any], value: Any) -> Iterable[Any]:
        """Return the errors that jsonschema finds in a value that was sent."""
        errors: Iterable[Any] = self._validator(_REQUEST, schema).iter_errors(value)
        return errors

    def response_errors(self, schema: dict[str, Any], value: Any) -> Iterable[Any]:
        """Return the errors that jsonschema finds in a value that is to be the response."""
        errors: Iterable[Any] = self._validator(_RESPONSE, schema).iter_errors(value)
        return errors

    def properties(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The properties of an object by name, those of the members of `allOf` included."""
        schema = self.resolve(schema)
        found: dict[str, Any] = {}
        for member in schema.get("allOf", ()):
            found |= self.properties(member)
        found |= schema.get("properties", {})
        return found

    def is_nullable(self, schema: dict[str, Any]) -> bool:
        """Whether a value may be null, as the document says it."""
        return bool(schema.get("nullable") or self.resolve(schema).get("nullable"))

    @cached_property
    def is_camel_case(self) -> bool:
        """Whether the document's fields have no underscores, but for a few."""
        names = [name for one in self._components.values() for name in one.get("properties", ())]
        return bool(names) and sum("_" in one for one in names) < _SNAKE_CASE_SHARE * len(names)

    def is_open(self, schema: dict[str, Any]) -> bool:
        """Whether objects of this schema may have fields that it doesn't name."""
        if schema.get("patternProperties"):
            return True
        if "allOf" in schema:
            return any(self.is_open(self.resolve(one)) for one in schema["allOf"])
        if "additionalProperties" in schema:
            return schema["additionalProperties"] is not False
        return bool(schema.get("x-incomplete")) or not schema.get("properties")

    def _validator(self, reading: str, schema: dict[str, Any]) -> Any:
        kept = self._validators.get((reading, id(schema)))
        if kept is None:
            converted = dict(self._convert(schema, reading))
            converted["components"] = {"schemas": self._definitions(reading)}
            validator = _jsonschema.Draft202012Validator(converted, format_checker=_FORMATS)
            # The schema is kept with its validator: an id is only good as long as its object lives.
            kept = self._validators[reading, id(schema)] = (validator, schema)
        return kept[0]

    def _definitions(self, reading: str) -> dict[str, Any]:
        if reading not in self._converted:
            self._converted[reading] = {
                name: self._convert(schema, reading) for name, schema in self._components.items()
            }
        return self._converted[reading]

    def _convert(self, schema: Any, reading: str, *, closed: bool = True) -> Any:
        if not is_object(schema):
            return schema
        source = schema
        if "$ref" in source:
            return {"$ref": source["$ref"]}
        result = {key: value for key, value in source.items() if key not in _DROPPED and not key.startswith("x-")}
        result |= self._children(source, reading)
        if "allOf" in source:
            result |= self._composed(source, reading)
        elif closed and reading == _REQUEST and source.get("properties") and not self.is_open(source):
            result["additionalProperties"] = False
        _bound_by_numbers(result)
        return _nullable(result) if source.get("nullable") else result

    def _children(self, source: dict[str, Any], reading: str) -> dict[str, Any]:
        """The schemas inside a schema, `allOf` left out."""
        found: dict[str, Any] = {key: self._convert(source[key], reading) for key in _CHILDREN if key in source}
        for key in _LISTS:
            if key in source:
                found[key] = [self._convert(one, reading) for one in source[key]]
        for key in ("properties", "patternProperties"):
            if key in source:
                found[key] = {name: self._convert(one, reading) for name, one in source[key].items()}
        if isinstance(source.get("additionalProperties"), dict):
            found["additionalProperties"] = self._convert(source["additionalProperties"], reading)
        return found

    def _composed(self, source: dict[str, Any], reading: str) -> dict[str, Any]:
        """The members of an `allOf`. Where there are several, none of them knows the fields of the others."""
        several = len(source["allOf"]) > 1 or "properties" in source
        members = [self.resolve(one) if several else one for one in source["allOf"]]
        found: dict[str, Any] = {"allOf": [self._convert(one, reading, closed=not several) for one in members]}
        if several and reading == _REQUEST and not any(self.is_open(one) for one in members):
            found["unevaluatedProperties"] = False
        return found


def _bound_by_numbers(schema: dict[str, Any]) -> None:
    """Write exclusive bounds as JSON Schema does: in OpenAPI 3.0 they are marks on the others."""
    for bound in ("Minimum", "Maximum"):
        mark = schema.get(f"exclusive{bound}")
        if isinstance(mark, bool):
            del schema[f"exclusive{bound}"]
            if mark:
                schema[f"exclusive{bound}"] = schema.pop(bound.lower())


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    if "allOf" in schema or "oneOf" in schema or "anyOf" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    if isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
    if "enum" in schema and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    return schema


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def is_decimal(value: str) -> bool:
    """Whether a string is a plain decimal number: digits, no exponent."""
    return _DECIMAL.fullmatch(value) is not None


def is_date(value: str) -> bool:
    """Whether a string is a day, `YYYY-MM-DD`."""
    return _DATE.fullmatch(value) is not None and _is_read(date.fromisoformat, value)


def is_date_time(value: str) -> bool:
    """Whether a string is a moment as RFC 3339 has it."""
    return _DATE_TIME.fullmatch(value) is not None and _is_read(datetime.fromisoformat, value)


def _is_read(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True


def _pattern(expression: str) -> Callable[[str], bool]:
    compiled = re.compile(expression)
    return lambda value: compiled.fullmatch(value) is not None


def _checker(check: Callable[[str], bool]) -> tuple[Callable[[Any], bool], tuple[()]]:
    """A check in jsonschema's form: formats speak about strings only, and a check raises nothing."""
    return (lambda value: not isinstance(value, str) or check(value)), ()


_FORMATS: Any = _jsonschema.FormatChecker(formats=())
_FORMATS.checkers = {
    "date": _checker(is_date),
    "date-time": _checker(is_date_time),
    "decimal": _checker(is_decimal),
    "email": _checker(_pattern(r"[^@\s]+@[^@\s]+\.[^@\s]+")),
    "uuid": _checker(_pattern(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")),
    "uri": _checker(_pattern(r"[a-zA-Z][a-zA-Z0-9+.-]*://\S+")),
}
