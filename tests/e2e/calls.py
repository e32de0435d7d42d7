"""From values on the wire to calls of the client's methods, for every operation.

The generator's own reading of the document says which argument of a method is which parameter or field; the tests say
whether what is then sent is right.
"""

from __future__ import annotations

import functools
import inspect
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import httpx
from hypothesis import strategies as st

from ledgerbee_client import models
from scripts.codegen.context import methods
from tests.e2e.wire_values import Form, Values, header_values, path_values, query_values
from tests.shared.api import corrected_document

if TYPE_CHECKING:
    from collections.abc import Generator

    from hypothesis.strategies import SearchStrategy

    from ledgerbee_client import LedgerBee
    from scripts.codegen.ir import Operation, Pagination, Type


class Bearer(httpx.Auth):
    """An access token that is at hand already, for what takes neither API keys nor OAuth clients."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


class Nothing:
    """A body that isn't sent."""

    def __repr__(self) -> str:
        return "NOTHING"


NOTHING = Nothing()


@dataclass(slots=True)
class Wire:
    """What a request is to carry, as JSON values under the names of the document."""

    path: dict[str, str] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = NOTHING


@functools.cache
def _values() -> Values:
    return Values(corrected_document())


def node_of(operation: Operation) -> dict[str, Any]:
    """An operation as the corrected document has it."""
    node: dict[str, Any] = corrected_document()["paths"][operation.path][operation.http_method.lower()]
    return node


def response_values(operation: Operation, status: str, form: Form) -> SearchStrategy[Any]:
    """Bodies of a documented answer."""
    schema = node_of(operation)["responses"][status]["content"]["application/json"]["schema"]
    if operation.pagination is not None:
        schema = _page_of(operation.pagination, _values().resolve(schema))
    return _values().of(schema, form, extra=True)


def _page_of(form: Pagination, schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a page, with what the document doesn't say of its envelope: a page has its array, and counts count.

    A page without the array is refused by the client on purpose: it would read as an empty one.
    """
    counters = {form.total, form.page, form.limit, form.total_pages}

    def counting(name: str, one: dict[str, Any]) -> dict[str, Any]:
        if name in counters:
            return {"minimum": int(name == form.page), **one}
        if {"total", "page"} <= one.get("properties", {}).keys():  # the counters stand one level down
            inner = {key: {"minimum": int(key == "page"), **each} for key, each in one["properties"].items()}
            return {**one, "properties": inner}
        return one

    properties = {name: counting(name, one) for name, one in schema["properties"].items()}
    return {**schema, "properties": properties, "required": [*schema.get("required", ()), form.items]}


@st.composite
def wires(draw: st.DrawFn, operation: Operation, form: Form) -> Wire:
    """Valid requests of an operation."""
    wire = Wire()
    node = node_of(operation)
    for one in node.get("parameters", ()):
        wanted = one.get("required") or form == "full" or (form == "random" and draw(st.booleans()))
        if not wanted:
            continue
        if one["in"] == "path":
            wire.path[one["name"]] = draw(path_values(one["schema"]))
        elif one["in"] == "query":
            schema = one["schema"]
            paging = operation.pagination
            if paging and one["name"] in (paging.page_parameter, paging.limit_parameter):
                schema = {"minimum": 1, **schema}  # the client refuses others; pages are numbered from 1
            wire.query[one["name"]] = draw(query_values(_values(), schema, form))
        elif one["in"] == "header":
            wire.headers[one["name"]] = draw(header_values())
    body = node.get("requestBody")
    if body is not None and (body.get("required") or form != "minimal"):
        wire.body = draw(_values().of(body["content"]["application/json"]["schema"], form))
    return wire


#: Values of required parameters, where it doesn't matter what is asked for.
_TEXT = "0197a943-2325-7829-b835-b6c71a293065"


def smallest(operation: Operation) -> Wire:
    """A call with what the method demands."""
    required = {one.wire: one.location for one in operation.parameters if one.required}
    wire = Wire(
        *({name: _TEXT for name, place in required.items() if place == one} for one in ("path", "query", "header"))
    )
    body = node_of(operation).get("requestBody")
    if body is not None:
        wire.body = _smallest_value(body["content"]["application/json"]["schema"])
    return wire


def _smallest_value(schema: dict[str, Any]) -> Any:
    schema = _values().resolve(schema)
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("type") == "array":
        return [_smallest_value(schema["items"])] * schema.get("minItems", 0)
    if "properties" in schema or schema.get("type") == "object":
        required = schema.get("required", ())
        return {name: _smallest_value(one) for name, one in schema.get("properties", {}).items() if name in required}
    formats = {"decimal": "1", "date": "2026-01-15", "date-time": "2026-01-15T09:00:00Z", "email": "a@example.com"}
    others = {"number": 1, "integer": 1, "boolean": True}
    return others.get(schema.get("type", ""), formats.get(schema.get("format", ""), _TEXT))


# ---------------------------------------------------------------------- calls


def arguments(operation: Operation, wire: Wire, *, typed: bool) -> tuple[list[Any], dict[str, Any]]:
    """The arguments that make the method send the request.

    Args:
        typed: as the types that a Python program has at hand (Decimal, date, enum, model), not as JSON.
    """
    places = {"path": wire.path, "query": wire.query, "header": wire.headers}
    positional: list[Any] = []
    keywords: dict[str, Any] = {}
    for one in operation.parameters:
        if one.wire in places[one.location]:
            value = as_python(one.type, places[one.location][one.wire]) if typed else places[one.location][one.wire]
            if one.location == "path":
                positional.append(value)
            else:
                keywords[one.python] = value
    if wire.body is NOTHING:
        return positional, keywords
    fields = methods.body_fields(operation)
    if not fields:
        return [*positional, wire.body], keywords
    rest = dict(wire.body)
    for known, name in fields:
        if known.wire in rest:
            value = rest.pop(known.wire)
            keywords[name] = as_python(known.type, value) if typed else as_mapping(known.type, value)
    if rest:
        keywords["extra_body"] = rest
    return positional, keywords


def as_python(kind: Type, value: Any) -> Any:
    """A JSON value as a Python program has it."""
    if value is None:
        return None
    if kind.kind == "decimal":
        return Decimal(value)
    if kind.kind == "date":
        return date.fromisoformat(value)
    if kind.kind == "datetime":
        return datetime.fromisoformat(value)
    if kind.kind == "enum":
        assert kind.enum is not None
        return getattr(models, kind.enum.name)(value)
    if kind.kind == "model":
        assert kind.model is not None
        return getattr(models, kind.model.name).from_dict(value)
    if kind.kind == "list":
        assert kind.items is not None
        return [as_python(kind.items, one) for one in value]
    return value


def as_mapping(kind: Type, value: Any) -> Any:
    """A JSON value as a mapping in the place of a model: what the document doesn't know stands aside."""
    if kind.kind == "list" and kind.items is not None and isinstance(value, list):
        return [as_mapping(kind.items, one) for one in value]
    if kind.kind != "model" or kind.model is None or not isinstance(value, dict):
        return value
    fields = {one.wire: one for one in kind.model.fields}
    known = {wire: as_mapping(fields[wire].type, one) for wire, one in value.items() if wire in fields}
    more = {wire: one for wire, one in value.items() if wire not in fields}
    return {**known, "additional_properties": more} if more else known


async def call(client: LedgerBee, operation: Operation, wire: Wire, *, typed: bool = False) -> Any:
    """Calls the method of an operation and returns what it returns (of a list, the first page)."""
    positional, keywords = arguments(operation, wire, typed=typed)
    method = getattr(getattr(client, operation.resource), operation.name)
    result = method(*positional, **keywords)
    assert inspect.isawaitable(result)
    return await result
