"""What a handler relies on, and whether a document has it.

Most of what handlers know of requests and responses is inferred. Beside each stands, as data, which fields it reads and
which it gives, with their types and with the values that it knows. Where the document says otherwise, the handler steps
back: see `generic`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .schemas import is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .document import Route
    from .schemas import Schemas

#: By name: types in JSON (`"string|null"`), values (a tuple), an object, or an array of one (`[{...}]`). With a
#: question mark (`"string?"`) a field that our document doesn't name: it may be there wherever an object is open.
Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Relied:
    """What one handler relies on; what is None isn't looked at.

    Attributes:
        takes: fields of the body.
        gives: fields of the response; of a list, those of an element.
        query: query parameters.
    """

    takes: Fields | None = None
    gives: Fields | None = None
    query: tuple[str, ...] = ()


def difference(schemas: Schemas, route: Route, relied: Relied) -> str | None:
    """Say what of this a document has otherwise; None when it has all of it."""
    return next(_differences(schemas, route, relied), None)


def _differences(schemas: Schemas, route: Route, relied: Relied) -> Iterator[str]:
    declared = {one.name for one in route.parameters if one.location == "query"}
    for name in relied.query:
        if name not in declared:
            yield f"there is no query parameter {name}"
    if relied.takes is not None:
        if route.body_schema is None:
            yield "it takes no body"
        else:
            yield from _object(schemas, route.body_schema, relied.takes, "the body")
    elif route.body_schema is not None:
        yield from _missing(schemas.resolve(route.body_schema), {}, "the body")
    if relied.gives is not None:
        schema = element_schema(schemas, route)
        if schema is None:
            yield "it returns nothing"
        else:
            yield from _object(schemas, schema, relied.gives, "the response")


def element_schema(schemas: Schemas, route: Route) -> dict[str, Any] | None:
    """The schema of what an operation returns; of a list, that of an element."""
    schema = route.success().schema
    if schema is None:
        return None
    resolved = schemas.resolve(schema)
    if route.operation.pagination is not None and route.operation.pagination.items:
        resolved = schemas.resolve(resolved.get("properties", {}).get(route.operation.pagination.items, {}))
    return resolved.get("items", {}) if resolved.get("type") == "array" else resolved


def _object(schemas: Schemas, schema: dict[str, Any], fields: Fields, where: str) -> Iterator[str]:
    resolved = schemas.resolve(schema)
    if resolved.get("type") not in (None, "object") or resolved.get("oneOf") or resolved.get("anyOf"):
        yield f"{where} is no plain object"
        return
    properties = schemas.properties(resolved)
    for name, wanted in fields.items():
        if name in properties:
            yield from _field(schemas, properties[name], wanted, f"{where}: {name}")
        elif not schemas.is_open(resolved) or (properties and not _is_unnamed(wanted)):
            # What is open and names its fields names this one as well, only otherwise: nobody would send or find it.
            yield f"{where} has no field {name}"
    yield from _missing(resolved, fields, where)


def _is_unnamed(wanted: Any) -> bool:
    return isinstance(wanted, str) and wanted.endswith("?")


def _missing(schema: dict[str, Any], fields: Fields, where: str) -> Iterator[str]:
    for name in schema.get("required", ()):
        if name not in fields:
            yield f"{where} needs a field {name}"


def _field(schemas: Schemas, schema: dict[str, Any], wanted: Any, where: str) -> Iterator[str]:
    resolved = schemas.resolve(schema)
    if is_object(wanted):
        yield from _object(schemas, resolved, wanted, where)
    elif isinstance(wanted, list):
        if resolved.get("type") not in (None, "array"):
            yield f"{where} is no array"
        elif "items" in resolved:
            yield from _object(schemas, resolved["items"], wanted[0], where)
    elif isinstance(wanted, tuple):
        yield from _values(resolved, wanted, where)
    else:
        yield from _types(resolved, wanted.removesuffix("?").split("|"), where)


def _values(schema: dict[str, Any], wanted: tuple[Any, ...], where: str) -> Iterator[str]:
    kinds = ["null" if one is None else "string" for one in wanted]
    enum = schema.get("enum")
    unknown = [str(one) for one in wanted if one is not None and enum is not None and one not in enum]
    if unknown:
        yield f"{where} can't be {unknown[0]}"
    else:
        yield from _types({name: value for name, value in schema.items() if name != "enum"}, kinds, where)


def _types(schema: dict[str, Any], wanted: list[str], where: str) -> Iterator[str]:
    allowed = _allowed(schema)
    other = [one for one in wanted if allowed is not None and one not in allowed]
    if other:
        yield f"{where} can't be {'null' if other[0] == 'null' else f'a {other[0]}'}"
    elif "string" in wanted and "enum" in schema:
        yield f"{where} has values of its own"


def _allowed(schema: dict[str, Any]) -> set[str] | None:
    """Types that a value may have; None when any."""
    kind: Any = schema.get("type")
    if kind is None:
        return None
    kinds = {kind} if isinstance(kind, str) else set(kind)
    if "integer" in kinds:
        kinds.add("number")
    return kinds | ({"null"} if schema.get("nullable") else set())
