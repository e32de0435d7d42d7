"""Failed validations in the words of class-validator: rule names and texts by property path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import Constraints, absent, invalid, unknown, validation_failed
from .relied import element_schema
from .schemas import is_object
from .spelling import misspelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .document import Route
    from .schemas import Schemas

_TYPES = {
    "string": ("isString", "must be a string"),
    "number": ("isNumber", "must be a number conforming to the specified constraints"),
    "integer": ("isInt", "must be an integer number"),
    "boolean": ("isBoolean", "must be a boolean value"),
    "array": ("isArray", "must be an array"),
    "object": ("isObject", "must be an object"),
    "null": ("isEmpty", "must be empty"),
}
_FORMATS = {
    "email": ("isEmail", "must be an email"),
    "date": ("isDateString", "must be a valid ISO 8601 date string"),
    "date-time": ("isDateString", "must be a valid ISO 8601 date string"),
    "decimal": ("isDecimal", "is not a valid decimal number."),
    "uuid": ("isUuid", "must be a UUID"),
    "uri": ("isUrl", "must be a URL address"),
}
_LIMITS = {
    "minimum": ("min", "must not be less than {}"),
    "maximum": ("max", "must not be greater than {}"),
    "exclusiveMinimum": ("isGreaterThan", "must be greater than {}"),
    "exclusiveMaximum": ("isLessThan", "must be less than {}"),
    "multipleOf": ("isDivisibleBy", "must be divisible by {}"),
    "minLength": ("minLength", "must be longer than or equal to {} characters"),
    "maxLength": ("maxLength", "must be shorter than or equal to {} characters"),
    "minItems": ("arrayMinSize", "must contain at least {} elements"),
    "maxItems": ("arrayMaxSize", "must contain no more than {} elements"),
    "pattern": ("matches", "must match {} regular expression"),
}


def check_body(schemas: Schemas, route: Route, body: Any, *, sent: bool) -> None:
    """Checks a JSON body against the operation's schema. A field that responses show as null may be sent as null.

    Raises:
        ServiceError: 400 with the failing properties.
    """
    schema = route.body_schema
    if schema is None:
        return
    if not sent:
        if route.body_required:
            raise invalid("", "isNotEmpty", "body should not be empty")
        return
    shown = schemas.properties(element_schema(schemas, route) or {})
    cleared = {name for name in _nulls(body) if schemas.is_nullable(shown.get(name, {}))}
    errors = explain(schemas.request_errors(schema, body))
    found = {path: rules for path, rules in errors.items() if path not in cleared}
    for path, name in misspelled(schemas, schema, body, shown):
        found.setdefault(path, {}).update(unknown(name))
    _raise_for(found)


def _nulls(body: Any) -> Iterable[str]:
    return (name for name, value in body.items() if value is None) if is_object(body) else ()


def check_fields(
    schemas: Schemas, schema: dict[str, Any] | None, fields: dict[str, Any], prefix: tuple[str, ...] = ()
) -> None:
    """Checks the fields of an open body against the properties of the same names in a schema that is known better.

    Without a schema there is nothing to check. `prefix` is the way to the fields in the body.

    Raises:
        ServiceError: 400 with the failing properties.
    """
    properties = schemas.properties(schema or {})
    found: Constraints = {}
    for name in fields.keys() & properties.keys():
        found |= explain(schemas.response_errors(properties[name], fields[name]), prefix=(*prefix, name))
    _raise_for(dict(sorted(found.items())))


def refuse_fields(fields: Iterable[str], names: Iterable[str], path: str = "") -> None:
    """Refuses fields that the server sets itself, which an open body schema would let through.

    `path` leads to the fields in the body, and ends in a dot.

    Raises:
        ServiceError: 400 naming them.
    """
    sent = set(fields)
    _raise_for({path + name: unknown(name) for name in names if name in sent})


def _raise_for(constraints: Constraints) -> None:
    if constraints:
        raise validation_failed(constraints)


def explain(errors: Iterable[Any], prefix: tuple[str, ...] = ()) -> Constraints:
    """Return jsonschema's errors as constraints by property path (dots, array indices as numbers)."""
    found: Constraints = {}
    for error in errors:
        place = (*prefix, *(str(part) for part in error.absolute_path))
        for path, rules in _rules(error, place):
            found.setdefault(".".join(path), {}).update(rules)
    return found


def _rules(error: Any, path: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], dict[str, str]]]:
    keyword, expected = error.validator, error.validator_value
    name = path[-1] if path else "body"
    if keyword == "required":
        for missing in expected:
            if missing not in error.instance:
                yield (*path, missing), absent(missing)
    elif keyword in ("additionalProperties", "unevaluatedProperties"):
        known = error.schema.get("properties", {}).keys()
        for member in error.schema.get("allOf", ()):
            known |= member.get("properties", {}).keys()
        for extra in sorted(error.instance.keys() - known):
            yield (*path, extra), unknown(extra)
    elif keyword == "enum":
        values = ", ".join(str(value) for value in expected if value is not None)
        yield path, {"isEnum": f"{name} must be one of the following values: {values}"}
    elif keyword == "type":
        kinds = [expected] if isinstance(expected, str) else expected
        rule, text = _TYPES[next((one for one in kinds if one != "null"), "null")]
        yield path, {rule: f"{name} {text}"}
    elif keyword == "format":
        rule, text = _FORMATS[expected]
        yield path, {rule: f"{name} {text}"}
    elif keyword in _LIMITS:
        rule, text = _LIMITS[keyword]
        yield path, {rule: f"{name} {text.format(expected)}"}
    else:
        yield path, {keyword: f"{name} has an invalid value"}
