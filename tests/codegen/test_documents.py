"""Documents other than LedgerBee's: everything that breaks generators, generated, type-checked and called.

`nasty_30`, `nasty_31`: valid, and as awkward as can be. `nestjs`: invalid without harm. `many`: 300 operations.
"""

# ruff: noqa: E501  # tables

from __future__ import annotations

import copy
import datetime as dt
import functools
import inspect
import json
import os
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest

from scripts.codegen import lock, naming, reader
from scripts.codegen.document import load
from scripts.codegen.ir import Model, Operation, Type
from scripts.codegen.normalizing import normalize
from scripts.codegen.package import folder_of
from tests.codegen.support import (
    DOCUMENTS,
    NO_FILE,
    Json,
    Package,
    answers,
    body,
    document,
    generate,
    generated,
    workshop,
)

NAMES = ("nasty_30", "nasty_31", "nestjs", "many")
COUNTS = {"nasty_30": 59, "nasty_31": 12, "nestjs": 5, "many": 300}


@functools.cache
def package(name: str) -> Package:
    return generate(many(), "many") if name == "many" else generated(name)


def many() -> Json:
    """300 operations and 100 models that refer to each other."""
    paths: Json = {}
    schemas: Json = {}
    for number in range(100):
        other = {"$ref": f"#/components/schemas/Thing{(number * 7 + 1) % 100}"}
        schemas[f"Thing{number}"] = {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {"type": "string"},
                "status": {"type": "string", "enum": ["new", "old", f"only{number}"]},
                "amount": {"type": "string"},
                "other": other,
                "others": {"type": "array", "items": other},
                "createdAt": {"type": "string", "format": "date-time"},
            },
        }
        thing = {"$ref": f"#/components/schemas/Thing{number}"}
        tag = {"tags": [f"Things {number % 20}"]}
        identifier = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
        paths[f"/v1/things-{number % 20}/sub{number}s"] = {
            "get": tag | {"responses": answers({"type": "array", "items": thing})},
            "post": tag | {"requestBody": body(thing), "responses": answers(thing)},
        }
        paths[f"/v1/things-{number % 20}/sub{number}s/{{id}}"] = {
            "get": tag | {"parameters": [identifier], "responses": answers(thing)}
        }
    return document(paths, schemas)


# ---------------------------------------------------------------------- all of it


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_operation_is_generated(name: str) -> None:
    result = package(name).result
    assert result.summary == f"{COUNTS[name]} of {COUNTS[name]} operations"
    assert len(package(name).operations) == COUNTS[name]
    assert result.api.losses == []


@functools.cache
def mypy_output() -> str:
    for name in NAMES:
        package(name)
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull, "--no-error-summary", *NAMES]
    done = subprocess.run(command, cwd=workshop(), capture_output=True, text=True, check=False)
    return done.stdout + done.stderr.replace(f"{os.devnull}: No [mypy] section in config file\n", "")


@pytest.mark.slow
def test_all_packages_pass_mypy_strict() -> None:
    assert mypy_output() == ""


def sample(one: Type, depth: int = 0) -> Any:
    """A JSON value of a type, in the form in which it is written back."""
    values: dict[str, Any] = {
        "any": {"any": [1, "x"]},
        "str": "text",
        "int": 3,
        "float": 1.5,
        "bool": True,
        "none": None,
        "decimal": "10.00",
        "date": "2026-01-02",
        "datetime": "2026-01-02T03:04:05+00:00",
        "bytes": b"bytes",
    }
    if one.const is not None:
        return one.const
    if one.enum is not None:
        return one.enum.values[0]
    if one.kind == "list" and one.items is not None:
        return [sample(one.items, depth + 1)] if depth < 6 else []
    if one.kind == "map" and one.items is not None:
        return {"key": sample(one.items, depth + 1)} if depth < 6 else {}
    if one.kind == "union":
        return sample(one.variants[0], depth)
    if one.model is not None:
        return sample_of(one.model, depth)
    return values[one.kind]


def sample_of(model: Model, depth: int = 0) -> Json:
    fields = [one for one in model.fields if one.required or depth < 3]
    return {one.wire: sample(one.type, depth + 1) for one in fields}


def names_in(name: str) -> list[str]:
    """The operations of a document, by their Python names; nothing is generated while tests are collected."""
    raw = many() if name == "many" else load(DOCUMENTS / f"{name}.yaml")
    normalize(raw)  # it is validated when the package is generated
    api = reader.read(raw)
    naming.assign(api, lock.Lock.load(NO_FILE), reader.hints_of(raw, api.operations))
    return sorted(one.python for one in api.operations)


OPERATIONS = [(name, python) for name in NAMES[:3] for python in names_in(name)]
OPERATIONS += [("many", python) for python in names_in("many")[::25]]


def find(name: str, python: str) -> tuple[Package, Operation]:
    found = package(name)
    return found, next(one for one in found.result.api.operations if one.python == python)


def endpoint(found: Package, operation: Operation) -> Any:
    return found.module(f"api.{folder_of(operation.resource)}.{operation.module}")


def arguments(operation: Operation) -> tuple[list[Any], dict[str, Any]]:
    """Arguments for every parameter of the endpoint function: positional ones for the path."""
    positional = [sample(one.type) for one in operation.parameters if one.location == "path"]
    named = {one.python: sample(one.type) for one in operation.parameters if one.location != "path"}
    if operation.body is not None:
        named["body"] = sample(operation.body.type)
    return positional, named


@pytest.mark.slow
@pytest.mark.parametrize(("name", "python"), OPERATIONS)
async def test_every_endpoint_can_be_called(name: str, python: str) -> None:
    found, operation = find(name, python)
    answer = sample(operation.successes[0].type) if operation.successes else None
    client = found.client(answer, operation.successes[0].status or 299 if operation.successes else 200)
    positional, named = arguments(operation)
    module = endpoint(found, operation)
    got = (await module.asyncio_detailed(*positional, client=client, **named)).parsed
    assert client.sent[0].http.method == operation.http_method
    if operation.body is not None and operation.body.encoding == "json":
        assert json.loads(client.sent[0].http.content) == named["body"]
    if hasattr(got, "to_dict"):
        assert got.to_dict() == answer


@pytest.mark.parametrize(("name", "python"), OPERATIONS)
async def test_every_method_takes_the_fields_of_the_body(name: str, python: str) -> None:
    found, operation = find(name, python)
    method = found.client().method(python)
    named = {
        parameter.name
        for parameter in inspect.signature(method).parameters.values()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY
    }
    extras = {"extra_query", "extra_headers"} | ({"extra_body"} if operation.body else set())
    assert extras <= named
    assert {one.python for one in operation.parameters if one.location != "path"} <= named


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES[:3])
def test_every_model_round_trips(name: str) -> None:
    found = package(name)
    files = {
        id(model)
        for operation in found.result.api.operations
        if operation.body is not None and operation.body.encoding == "multipart"
        for model in operation.body.type.models()
    }
    for model in found.result.api.models:
        cls = found.model(model.name)
        raw = sample_of(model)
        assert cls.from_dict(raw).to_dict() == raw, model.name
        least = {one.wire: raw[one.wire] for one in model.fields if one.required}
        assert cls.from_dict(least).to_dict() == least, model.name
        extra = {**least, "not in the document": 7} if model.additional is None else least
        if id(model) not in files:
            assert cls.from_dict(extra).to_dict() == extra, model.name
            assert cls.from_dict(copy.deepcopy(raw)) == cls.from_dict(raw)


# ---------------------------------------------------------------------- what is sent

#: package, method, positional arguments, keyword arguments -> what is asserted of the request
SENT: list[tuple[str, str, list[Any], dict[str, Any], Json]] = [
    ("nasty_30", "class_.list", [], {}, {"url": "/keywords"}),
    (
        "nasty_30",
        "class_.list",
        [],
        {"class_": "a", "client_query": "b", "body_query": "c", "request": "d", "fields": ["e", "f"], "query_pairs_": "g"},
        {"url": "/keywords?class=a&client=b&body=c&request=d&fields=e&fields=f&query_pairs=g"},
    ),
    (
        "nasty_30",
        "class_.list",
        [],
        {"user_id": "1", "user_id_query": "2", "user_id_header": "3", "user_id_cookie": "4; x=y", "x_trace_id": "5"},
        {
            "url": "/keywords?user-id=1&user_id=2",
            "headers": {"userid": "3", "cookie": "userId=4%3B%20x%3Dy", "x-trace-id": "5"},
        },
    ),
    ("nasty_30", "class_.list", [], {"cook_ie": "1", "user_id_cookie": "2"}, {"headers": {"cookie": 'userId=2; cook"ie=1'}}),
    ("nasty_30", "class_.list", [], {"self_": "s", "extra_query_query": "q"}, {"url": "/keywords?extra_query=q&self=s"}),
    (
        "nasty_30",
        "class_.import_",
        [],
        {"class_": "a", "from_": "2026-01-02", "body": "b", "client_body": "c", "self_": "d", "given_": "e", "isinstance_": True},
        {
            "json": {
                "class": "a",
                "from": "2026-01-02",
                "body": "b",
                "client": "c",
                "self": "d",
                "given": "e",
                "isinstance": True,
            }
        },
    ),
    (
        "nasty_30",
        "class_.import_",
        [],
        {"class_": "a", "from_": dt.date(2026, 1, 2), "fields": ["x"], "extra_body": {"more": 1}, "extra_body_body": "z"},
        {"json": {"class": "a", "from": "2026-01-02", "fields": ["x"], "extra_body": "z", "more": 1}},
    ),
    ("nasty_30", "class_.tail", [7, "b/c"], {"a_b": 1}, {"url": "/keywords/7/b%2Fc/tail", "json": {"a_b": 1}}),
    (
        "nasty_30",
        "class_.tail",
        [7, "b"],
        {"a_b_2": "dash", "a_b": 1, "a_b_3": dt.date(2026, 1, 2), "field": "e", "unicode": "u", "id": "i"},
        {"json": {"a-b": "dash", "a_b": 1, "aB": "2026-01-02", "": "e", "ünïcode": "u", "@id": "i"}},
    ),
    ("nasty_30", "things.get_by_user_id", ["1", "2"], {}, {"url": "/files/1/2.json"}),
    ("nasty_30", "injected_str_1.x", ["v"], {}, {"url": "/injected%22+str(1)+%22/%7Bv"}),
    ("nasty_30", "things.get_v1", ["b"], {}, {"url": "/things/b"}),
    ("nasty_30", "styles.get", [], {"metadata": {"a b": "c&d"}}, {"url": "/styles?metadata%5Ba+b%5D=c%26d"}),
    (
        "nasty_30",
        "styles.get",
        [],
        {"filter": {"created_at": {"gte": "2026"}, "tags": ["x", "y"]}},
        {"query": [("filter[createdAt][gte]", "2026"), ("filter[tags][]", "x"), ("filter[tags][]", "y")]},
    ),
    (
        "nasty_30",
        "styles.get",
        [],
        {"spaced": ["a", "b"], "piped": [1, 2], "commas": ["a", "b"], "exploded": ["a", "b"]},
        {"query": [("spaced", "a b"), ("piped", "1|2"), ("commas", "a,b"), ("exploded", "a"), ("exploded", "b")]},
    ),
    (
        "nasty_30",
        "styles.get",
        [],
        {"flat": {"x": "1"}, "pairs": {"y": "2", "z": "3"}, "json": {"k": [1]}, "ids": ["7"], "flag": True},
        {"query": [("x", "1"), ("pairs", "y,2,z,3"), ("json", '{"k":[1]}'), ("ids[]", "7"), ("flag", "true")]},
    ),
    ("nasty_30", "styles.get", [], {"x_list": ["a", "b"]}, {"headers": {"x-list": "a,b"}}),
    ("nasty_30", "money.get", [], {"min_amount": Decimal("1E+2"), "since": dt.date(2026, 1, 2), "ratio": 0.5}, {"url": "/money?minAmount=100&since=2026-01-02&ratio=0.5"}),
    ("nasty_30", "money.create", [], {"unit_amount": Decimal("10.00"), "version": "1.10"}, {"json": {"unitAmount": "10.00", "version": "1.10"}}),
    ("nasty_30", "enums.list", [], {"status": "unheard-of", "levels": [1, 99]}, {"url": "/enums?status=unheard-of&levels=1&levels=99"}),
    ("nasty_30", "shapes.post", ["a"], {"known": "k", "extra_body": {"at": dt.datetime(2026, 1, 2, tzinfo=dt.UTC)}}, {"json": {"known": "k", "at": "2026-01-02T00:00:00+00:00"}}),
    ("nasty_30", "shapes.update", ["c"], {"body": {"any": Decimal("1.0")}}, {"url": "/shapes/c", "json": {"any": "1.0"}}),
    ("nasty_30", "shapes.update_by_shape", ["a"], {"name": "n", "secret": "s"}, {"json": {"name": "n", "secret": "s"}}),
    ("nasty_30", "bodies.merge", [], {"body": {"a": "b"}}, {"json": {"a": "b"}, "content_type": "application/merge-patch+json"}),
    ("nasty_30", "bodies.set_octets", [], {"body": b"\x00"}, {"content": b"\x00", "content_type": "application/octet-stream"}),
    ("nasty_30", "bodies.text", [], {"body": "a,b"}, {"content": b"a,b", "content_type": "text/csv"}),
    ("nasty_30", "bodies.text", [], {}, {"content": None, "content_type": None}),
    ("nasty_30", "bodies.list", [], {"body": [{"since": "2026-01-02T00:00:00Z"}]}, {"json": [{"since": "2026-01-02T00:00:00Z"}]}),
    ("nasty_30", "bodies.optional", [], {"a": "b"}, {"json": {"a": "b"}}),
    ("nasty_30", "bodies.form", [], {"grant_type": "g", "scope": ["a", "b"], "deep": {"x": 1}}, {"body": b"grant_type=g&scope=a&scope=b&deep=%7B%22x%22%3A1%7D"}),
    ("nasty_30", "bodies.form", [], {"grant_type": "g", "extra_body": {"more": True}}, {"body": b"grant_type=g&more=true"}),
    ("nasty_30", "pages.create", [], {"idempotency_key": "k", "idempotency_key_body": "b"}, {"json": {"idempotencyKey": "b"}, "headers": {"idempotency-key": "k"}}),
    ("nasty_30", "lists.parse", [], {"parse_list_": "p"}, {"json": {"parse_list": "p"}}),
    ("nasty_30", "recursive.json", [], {"body": {"a": ["b", {"c": "d"}]}}, {"json": {"a": ["b", {"c": "d"}]}}),
    ("nasty_30", "recursive.create", [], {"name": "n", "children": [{"name": "c", "peer": {"since": "2026-01-02T03:04:05Z"}}]}, {"json": {"name": "n", "children": [{"name": "c", "peer": {"since": "2026-01-02T03:04:05Z"}}]}}),
    ("nasty_31", "inline.everything", [5], {"inner": {"deeper": [{"at": "2026-01-02T00:00:00Z", "kind": "z"}]}, "choice": {"card": "c"}, "mode": "fast"}, {"url": "/inline/5/everything?mode=fast", "json": {"inner": {"deeper": [{"at": "2026-01-02T00:00:00Z", "kind": "z"}]}, "choice": {"card": "c"}}}),
    ("nasty_31", "inline.everything", [5], {"filter": {"created_at": dt.datetime(2026, 1, 2, tzinfo=dt.UTC), "min": "2"}}, {"query": [("filter[createdAt]", "2026-01-02T00:00:00+00:00"), ("filter[min]", "2")]}),
    ("nasty_31", "amounts.get", [Decimal("1.50")], {}, {"url": "/amounts/1.50"}),
    ("nasty_31", "ids.get", [["a", "b/c"]], {}, {"url": "/ids/a,b%2Fc"}),
    ("nasty_31", "float.get", [], {"amount": "1.0", "x_amount": Decimal("2.50"), "day": dt.date(2026, 1, 2)}, {"url": "/float?amount=1.0", "headers": {"x-amount": "2.50", "cookie": "day=2026-01-02"}}),
    ("nestjs", "users.create", [], {"name": "n"}, {"url": "/users", "json": {"name": "n"}}),
    ("nestjs", "users.get", ["i d"], {}, {"url": "/users/i%20d"}),
    ("nestjs", "users.list", [], {"q": "a", "required": "b"}, {"url": "/users?q=a&required=b"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "python", "positional", "named", "expected"), SENT)
async def test_what_is_sent(name: str, python: str, positional: list[Any], named: Json, expected: Json) -> None:
    found, operation = find(name, python)
    status = operation.successes[0].status or 200
    client = found.client(sample(operation.successes[0].type), status)
    await client.method(python)(*positional, **named)
    sent = client.sent[0]
    got: Json = {
        "url": sent.url,
        "query": sent.request.query,
        "json": sent.request.json,
        "body": sent.http.read(),
        "content": sent.request.content,
        "content_type": sent.request.content_type,
    }
    for key, value in expected.items():
        if key == "headers":
            assert {name: sent.http.headers[name] for name in value} == value
        else:
            assert got[key] == value


#: What is refused before anything is sent, with the name of the argument or field.
REFUSED: list[tuple[str, str, list[Any], Json, type[Exception], str]] = [
    ("nasty_30", "money.create", [], {"unit_amount": 0.1}, TypeError, r"Money\.unit_amount: 0\.1 is a float"),
    ("nasty_30", "money.create", [], {"unit_amount": "ten"}, ValueError, r"Money\.unit_amount: 'ten' is not a decimal number"),
    ("nasty_30", "money.get", [], {"min_amount": 0.1}, TypeError, "min_amount: 0.1 is a float"),
    ("nasty_30", "money.get", [], {"since": dt.datetime(2026, 1, 2)}, TypeError, "since: pass a date"),  # noqa: DTZ001
    ("nasty_30", "money.get", [], {"ratio": float("nan")}, ValueError, "ratio"),
    ("nasty_30", "class_.list", [], {"user_id_header": "a\r\nb"}, ValueError, "user_id_header: a header"),
    ("nasty_30", "class_.list", [], {"user_id_cookie": "a\nb"}, ValueError, "user_id_cookie"),
    ("nasty_30", "class_.list", [], {"class_": object()}, TypeError, "class: .* can't stand in a URL"),
    ("nasty_30", "class_.tail", [7, ".."], {}, ValueError, "body_path: '..' can't stand in a path"),
    ("nasty_30", "bodies.list", [], {"body": "text"}, TypeError, "body: must be a list, not 'text'"),
    ("nasty_30", "bodies.list", [], {"body": [7]}, TypeError, r"body\[0\]: must be a Peer or a mapping, not 7"),
    ("nasty_30", "recursive.create", [], {"name": "n", "children": [{}]}, TypeError, "name is required"),
    ("nasty_30", "bodies.set_octets", [], {"body": b"", "extra_body": {"a": 1}}, TypeError, "extra_body"),
    ("nasty_30", "styles.get", [], {"json": {"a": object()}}, TypeError, "json.a"),
    ("nasty_31", "amounts.get", [0.5], {}, TypeError, "amount: 0.5 is a float"),
    ("nasty_31", "ids.get", [["a", ".."]], {}, ValueError, "ids: '..'"),
    ("nasty_31", "ids.get", [[]], {}, ValueError, "ids: ''"),
    ("nasty_31", "type_lists.create", [], {"both": "b", "nothing": None, "money_or_text": 0.5}, TypeError, "money_or_text: 0.5 is a float"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "python", "positional", "named", "error", "text"), REFUSED)
async def test_what_is_refused(
    name: str, python: str, positional: list[Any], named: Json, error: type[Exception], text: str
) -> None:
    client = package(name).client()
    with pytest.raises(error, match=text):
        await client.method(python)(*positional, **named)
    assert client.sent == []


async def test_a_multipart_body() -> None:
    found = generated("nasty_30")
    file = found.module("types").File(b"%PDF", "a.pdf", "application/pdf")
    client = found.client({"thumbnail": "text"})
    await client.method("bodies.multipart")(
        file=file,
        files=[b"one", b"two"],
        note="n",
        count=3,
        about={"since": dt.datetime(2026, 1, 2, tzinfo=dt.UTC)},
        amount=Decimal("1.00"),
        extra_body={"more": [1, None]},
    )
    content = client.sent[0].http.read().decode()
    for part in (
        'name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF',
        'name="files"; filename="files"',
        'name="note"\r\n\r\nn',
        'name="count"\r\n\r\n3',
        'name="about"\r\nContent-Type: application/json\r\n\r\n{"since":"2026-01-02T00:00:00+00:00"}',
        'name="amount"\r\n\r\n1.00',
        'name="more"\r\n\r\n1',
    ):
        assert part in content
    assert content.count('; name="files"') == 2


# ---------------------------------------------------------------------- what is decoded

#: package, method, status, JSON -> path into the result, type of what is there (and its value where that says more)
DECODED: list[tuple[str, str, int, Any, str, Any]] = [
    ("nasty_30", "statuses.get", 200, {"since": "2026-01-02T03:04:05Z"}, "since", dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)),
    ("nasty_30", "statuses.get", 201, {"unitAmount": "1.00"}, "unit_amount", Decimal("1.00")),
    ("nasty_30", "statuses.get", 202, "text", "", "text"),
    ("nasty_30", "statuses.get", 204, None, "", None),
    ("nasty_30", "statuses.get", 206, {"since": None}, "since", None),
    ("nasty_30", "statuses.upsert", 200, {"since": "2026-01-02"}, "__class__.__name__", "Peer"),
    ("nasty_30", "statuses.upsert", 203, {"unitAmount": "1.00"}, "__class__.__name__", "Money"),
    ("nasty_30", "statuses.create", 201, {"since": None}, "__class__.__name__", "Peer"),
    ("nasty_30", "statuses.delete_all", 200, {"any": 1}, "", {"any": 1}),
    ("nasty_30", "untagged.things", 200, "unheard-of", "__class__.__name__", "Status"),
    ("nasty_30", "untagged.things", 200, 7, "", 7),
    ("nasty_30", "untagged.things", 200, [{"since": None}], "0.__class__.__name__", "Peer"),
    ("nasty_30", "pets.list", 200, [{"kind": "cat", "born": "2026-01-02"}], "0.born", dt.date(2026, 1, 2)),
    ("nasty_30", "pets.list", 200, [{"kind": "dog", "friend": {"kind": "cat"}}], "0.friend.__class__.__name__", "Cat"),
    ("nasty_30", "pets.list", 200, [{"kind": "emu", "lives": 9}], "0.lives", 9),
    ("nasty_30", "pets.get", 200, {"type": "bank", "number": "1"}, "__class__.__name__", "MarkedBank"),
    ("nasty_30", "pets.get", 200, {"type": "card", "number": "1"}, "__class__.__name__", "MarkedCard"),
    ("nasty_30", "recursive.get", 200, {"name": "a", "other": {"name": "b"}}, "other.name", "b"),
    ("nasty_30", "recursive.get", 200, {"name": "a", "other": "b"}, "other", "b"),
    ("nasty_30", "recursive.get", 200, {"name": "a", "byName": {"x": {"name": "y", "parent": None}}}, "by_name.x.parent", None),
    ("nasty_30", "recursive.list_tree", 200, [[[]]], "", [[[]]]),
    ("nasty_30", "recursive.json", 200, {"a": ["b"]}, "a", ["b"]),
    ("nasty_30", "money.get", 200, {"x": {"unitAmount": "1.10", "version": "1.10"}}, "x.unit_amount", Decimal("1.10")),
    ("nasty_30", "shapes.get", 200, {"map": {"a": "2026-01-02"}}, "map.a", dt.date(2026, 1, 2)),
    ("nasty_30", "shapes.get", 200, {"typed": {"known": "k", "x": "2026-01-02T00:00:00Z"}}, "typed.additional_properties.x.year", 2026),
    ("nasty_30", "shapes.get", 200, {"conflict": {"a": "2026-01-02", "b": "x"}}, "conflict.a", dt.date(2026, 1, 2)),
    ("nasty_30", "shapes.get", 200, {"described": {"since": None}}, "described.__class__.__name__", "Peer"),
    ("nasty_30", "enums.list", 200, ["active", "new"], "1.is_known", False),
    ("nasty_30", "enums.create", 200, {"status": "active", "level": 99}, "level.is_known", False),
    ("nasty_30", "enums.create", 200, {"status": "active", "colliding": ""}, "colliding.name", "EMPTY"),
    ("nasty_30", "enums.create", 200, {"status": "active", "intsAsText": "3", "mixed": 1, "flag": False}, "ints_as_text", "3"),
    ("nasty_30", "enums.get", 200, {"first": {"productType": "goods"}}, "first.product_type.__class__.__name__", "ProductType"),
    ("nasty_30", "names.get", 200, {"list": {"a": [{"a": []}]}}, "list_.a.0.a", []),
    ("nasty_30", "answers.csv", 200, "a,b", "", "a,b"),
    ("nasty_30", "answers.zip", 200, b"PK", "", b"PK"),
    ("nasty_30", "answers.any", 200, b"x", "", b"x"),
    ("nasty_30", "answers.hal", 200, {"since": None}, "__class__.__name__", "Peer"),
    ("nasty_30", "pages.list", 200, {"data": [{"since": None}], "warnings": [], "total": 1, "page": 1, "limit": 1}, "0.__class__.__name__", "Peer"),
    ("nasty_31", "events.list", 200, [{"event": "user.created", "data": {"userId": "1"}}], "0.data.user_id", "1"),
    ("nasty_31", "events.list", 200, [{"event": "user.deleted", "data": {"deletedAt": "2026-01-02"}}], "0.data.deleted_at.day", 2),
    ("nasty_31", "events.list", 200, [{"event": "another"}], "0.__class__.__name__", "Other"),
    ("nasty_31", "type_lists.create", 200, {"both": 1, "nothing": None, "pair": [{"described": None}, "2026-01-02"]}, "pair.0.__class__.__name__", "Refs"),
    ("nasty_31", "type_lists.create", 200, {"both": 1, "nothing": None, "anyOfNull": "1.50", "price": "2.50", "amount": None}, "price", Decimal("2.50")),
    ("nasty_31", "type_lists.create", 200, {"both": 1, "nothing": None, "listOrNot": ["2026-01-02"]}, "list_or_not.0", dt.date(2026, 1, 2)),
    ("nasty_31", "type_lists.create", 200, {"both": 1, "nothing": None, "objectOrText": {"at": "2026-01-02"}}, "object_or_text.at.day", 2),
    ("nasty_31", "type_lists.create", 200, {"both": 1, "nothing": None, "objectOrText": "t"}, "object_or_text", "t"),
    ("nasty_31", "refs.get", 200, {"extended": {"event": "other", "more": "2026-01-02"}}, "extended.more", dt.date(2026, 1, 2)),
    ("nasty_31", "refs.get", 200, {"nullable": None, "typed": None}, "typed", None),
    ("nasty_31", "defs.get", 200, {"on": "2026-01-02"}, "on", dt.date(2026, 1, 2)),
    ("nasty_31", "events.create", 200, None, "", None),
    ("nestjs", "users.list", 200, [{"name": "a", "born": "2026-01-02T00:00:00Z", "kinds": None, "const": "x"}], "0.born.year", 2026),
]  # fmt: skip


def look(value: Any, path: str) -> Any:
    for part in filter(None, path.split(".")):
        if isinstance(value, list):
            value = value[int(part)]
        elif isinstance(value, dict):
            value = value[part]
        else:
            value = getattr(value, part)
    return value


@pytest.mark.parametrize(("name", "python", "status", "raw", "path", "expected"), DECODED)
async def test_what_is_decoded(name: str, python: str, status: int, raw: Any, path: str, expected: Any) -> None:
    found, operation = find(name, python)
    client = found.client(raw, status)
    positional = [sample(one.type) for one in operation.parameters if one.location == "path"]
    module = endpoint(found, operation)
    named = {"body": sample(operation.body.type)} if operation.body is not None and operation.body.required else {}
    if operation.pagination:
        got = client.method(python)(*positional)
    else:
        got = (await module.asyncio_detailed(*positional, client=client, **named)).parsed
    assert look(got, path) == expected


#: What is not as documented: package, method, JSON, where and in which way.
DIFFERENT: list[tuple[str, str, Any, str]] = [
    ("nasty_30", "recursive.get", {"name": "a", "children": [{"name": "b"}, {"peer": {}}]}, "children[].name missing"),
    ("nasty_30", "recursive.get", {"name": "a", "peer": {"since": "yesterday"}}, "peer.since unexpected"),
    ("nasty_30", "recursive.get", {"name": "a", "byName": {"x": {"peer": 7}}}, "byName.*.name missing"),
    ("nasty_30", "recursive.get", {"name": "a", "peer": [1]}, "peer unexpected"),
    ("nasty_30", "recursive.get", {"name": "a", "children": {}}, "children unexpected"),
    ("nasty_30", "recursive.get", {"name": "a", "children": [7]}, "children[] unexpected"),
    ("nasty_30", "recursive.get", {"name": "a", "other": [7]}, "other unexpected"),
    ("nasty_30", "money.get", {"x": {"unitAmount": "ten"}}, "*.unitAmount unexpected"),
    ("nasty_30", "enums.create", {"status": 7}, "status unexpected"),
    ("nasty_30", "enums.create", {"status": "active", "level": "high"}, "level unexpected"),
    ("nasty_30", "enums.create", {"status": ["active"]}, "status unexpected"),
    ("nasty_30", "enums.create", {"status": "unheard of"}, "status unknown_value"),
    ("nasty_30", "shapes.get", {"typed": {"known": "k", "x": "no"}}, "typed.* unexpected"),
    ("nasty_31", "type_lists.create", {"both": 1, "nothing": None, "pair": [7]}, "pair unexpected"),
]

#: What is not even the documented container.
NOT_DECODED: list[tuple[str, str, Any, str]] = [
    ("nasty_30", "recursive.get", "text", "is not an object"),
    ("nasty_30", "money.get", [], "[] is not an object"),
    ("nasty_30", "untagged.things", None, "None is none of the documented forms"),
]


@pytest.mark.parametrize(("name", "python", "raw", "expected"), DIFFERENT)
def test_what_is_not_as_documented_is_noticed_and_kept(name: str, python: str, raw: Any, expected: str) -> None:
    found, operation = find(name, python)
    with found.module("observing").Watch() as watch:
        decoded = endpoint(found, operation).decode(raw)
    assert watch.irregular
    differences = found.module("differences").differences(decoded, python)
    assert expected in {f"{one.place} {one.kind}" for one in differences}
    if hasattr(decoded, "to_dict"):
        assert decoded.to_dict() == raw


@pytest.mark.parametrize(("name", "python", "raw", "text"), NOT_DECODED)
def test_another_container_than_the_documented_one_is_an_error(name: str, python: str, raw: Any, text: str) -> None:
    found, operation = find(name, python)
    decode = endpoint(found, operation).decode
    with pytest.raises(found.module("errors").DecodeError) as caught:
        decode(raw)
    assert text in str(caught.value)


def test_what_was_read_can_be_changed_and_sent_back() -> None:
    """What was missing stays left out; None is null, and refused where the document doesn't say that it may be."""
    found = generated("nasty_30")
    read = found.model("Peer").from_dict({"since": "2026-01-02T03:04:05Z"})
    read.since = read.since.replace(year=2027)
    assert read.to_dict()["since"].startswith("2027-01-02T03:04:05")
    read.since = None
    for sent in (read, found.model("Peer")(since=None)):
        with pytest.raises(TypeError, match=r"Peer\.since: None is sent as null"):
            sent.to_dict()
    assert found.model("Peer")().to_dict() == {}
    assert found.model("ReadOnly").from_dict({"name": "n", "secret": "s"}).to_dict() == {"name": "n", "secret": "s"}
    answered = found.model("AnyModel")  # only ever received
    assert answered().to_dict() == {}
    assert answered.from_dict({"a": None}).to_dict() == {"a": None}


# ---------------------------------------------------------------------- what is known of operations


def test_policies_of_operations() -> None:
    operations = generated("nasty_30").operations
    assert operations["pages.create"].idempotency == "key"
    assert operations["pages.create"].idempotency_header == "Idempotency-Key"
    assert operations["pages.create"].auth == ()
    assert operations["lists.parse"].auth == ("user",)
    assert operations["lists.list"].auth == ("api_key", "oauth2", "user")
    assert operations["things.delete"].idempotency == "http"
    assert operations["things.get"].idempotency == "safe"
    assert operations["shapes.post"].idempotency == "none"
    assert operations["shapes.post"].read_back == "shapes.get"
    page = operations["pages.list"].pagination
    assert (page.page_parameter, page.limit_parameter, page.items) == ("page", "limit", "data")
    assert (page.total, page.page, page.limit, page.total_pages) == ("total", "page", "limit", None)
    assert generated("nasty_30").module("operations").SERVER == 'https://nasty.example/"api"'
    assert generated("nasty_31").module("operations").SERVER == ""


def test_nothing_in_a_document_is_executed_or_breaks_out_of_its_text() -> None:
    text = "\n".join(path.read_text() for path in generated("nasty_30").folder.rglob("*.py"))
    for line in text.splitlines():
        assert not line.startswith(("import os  #", "; import os", "raise SystemExit"))
        assert '"""; import os' not in line
    assert "\x07" not in text


def test_a_200_range_is_the_fallback_for_statuses_of_no_own() -> None:
    module = generated("nasty_30").module("api.statuses.upsert_status")
    assert set(module.BY_STATUS) == {200}


@pytest.mark.parametrize("note", [
    "'required' names a property twice", "'enum' has a value twice", "a tag stands twice", "unknown key 'unknown'",
    "'example' stands beside 'examples'", "'required' of a schema is no list of names", "a response has no description",
    "a path parameter isn't required", "the operationId find is taken already", "a parameter has no 'schema'",
    "'Date' is no type", "'file' is no type", "'enum' is no list of values", "an array has no 'items'",
    "'items' is a list", "'nullable' is neither true nor false", "'discriminator' is a text", "no responses are documented",
    "a method isn't written in lower case", "'tags' is a text", "a parameter is declared twice", "a body has no 'content'",
    "'2xx' is no status code", "'oops' is no status code", "the path parameter id is not declared", "a schema is no object",
    "parameter nowhere is 'in: path', but not in the path", "schema External is left out", "'summary' is no text",
    "a parameter has both 'schema' and 'content'", "'allOf' is empty", "info has no text for 'version'",
])  # fmt: skip
def test_what_does_no_harm_is_a_note(note: str) -> None:
    assert any(note in one for one in generated("nestjs").result.notes)


def test_the_document_itself_is_kept_with_what_was_mended() -> None:
    kept = json.loads((generated("nestjs").folder / "schema.json").read_text())
    assert kept["components"]["schemas"]["User"]["required"] == ["name"]
