"""openapi-python-client's parser reads the document as well, and whatever it understands otherwise is noticed."""

from __future__ import annotations

import copy
import functools
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts import regenerate
from scripts.codegen import corrections, reader
from scripts.codegen.comparison import Difference, compare
from scripts.codegen.document import prepare
from scripts.codegen.ir import Api, Field, Operation, Type
from scripts.codegen.known import KnownDifference, problem_of, sort_out
from scripts.codegen.second_reader import Dropped, SecondReading, read_again
from tests.codegen.support import Json, answers, body, document


def read(raw: Json, exceptions: Path = regenerate.CORRECTIONS) -> Json:
    return corrections.apply(prepare(raw)[0], corrections.Corrections.load(exceptions))[0]


@functools.cache
def ours() -> Json:
    return read(json.loads(regenerate.SCHEMA.read_text(encoding="utf-8")))


@functools.cache
def second() -> SecondReading:
    return read_again(ours(), regenerate.CONFIG)


def differences(api: Api, other: SecondReading | None = None) -> list[Difference]:
    known = corrections.Corrections.load(regenerate.CORRECTIONS).known_differences
    return sort_out(compare(api, other or second()).differences, known, KnownDifference.covers)[1]


def both(raw: Json) -> tuple[list[str], list[str]]:
    """The differences in a document, and what was not judged."""
    corrected = read(raw, Path("none"))
    result = compare(reader.read(corrected), read_again(corrected, regenerate.CONFIG))
    return [str(one) for one in result.differences], result.not_judged


@pytest.mark.slow
def test_both_readers_understand_our_document_alike() -> None:
    assert differences(reader.read(ours())) == []
    assert len(second().endpoints) == sum(len(item) for item in ours()["paths"].values())


def test_that_a_longer_path_was_dropped_says_nothing_of_a_shorter_one() -> None:
    paths = {path: {"get": {"responses": {"204": {"description": ""}}}} for path in ("/a", "/a/b", "/c")}
    corrected = read(document(paths), Path("none"))
    second = read_again(corrected, regenerate.CONFIG)
    del second.endpoints["GET /a"], second.endpoints["GET /a/b"]
    second.dropped.append(Dropped("WARNING parsing GET /a/b within default. Endpoint will not be generated.", "why"))
    assert [one.place for one in compare(reader.read(corrected), second).differences] == ["GET /a"]


# ---------------------------------------------------------------------- what it notices


def _other_kind(one: Type) -> None:
    one.kind = "bool" if one.kind != "bool" else "int"
    one.model = one.enum = one.items = None
    one.variants = ()


def _flip_null(one: Type) -> None:
    one.nullable = not one.nullable


def _fields(api: Api) -> list[tuple[list[Field], Field]]:
    return [(model.fields, field) for model in api.models for field in model.fields]


def _lose_property(api: Api, chance: random.Random) -> None:
    fields, field = chance.choice(_fields(api))
    fields.remove(field)


def _invent_property(api: Api, chance: random.Random) -> None:
    fields, _field = chance.choice(_fields(api))
    fields.append(Field("invented", "invented", Type("str"), required=False))


def _flip_required_property(api: Api, chance: random.Random) -> None:
    field = chance.choice(_fields(api))[1]
    field.required = not field.required


def _retype_property(api: Api, chance: random.Random) -> None:
    _other_kind(chance.choice(_fields(api))[1].type)


def _flip_null_of_property(api: Api, chance: random.Random) -> None:
    _flip_null(chance.choice([field for _all, field in _fields(api) if field.type.kind not in ("any", "enum")]).type)


def _with(api: Api, chance: random.Random, condition: Callable[[Operation], Any]) -> Operation:
    return chance.choice([one for one in api.operations if condition(one)])


def _lose_parameter(api: Api, chance: random.Random) -> None:
    parameters = _with(api, chance, lambda one: one.parameters).parameters
    parameters.remove(chance.choice(parameters))


def _flip_required_parameter(api: Api, chance: random.Random) -> None:
    parameter = chance.choice(_with(api, chance, lambda one: one.parameters).parameters)
    parameter.required = not parameter.required


def _move_parameter(api: Api, chance: random.Random) -> None:
    parameter = chance.choice(_with(api, chance, lambda one: one.parameters).parameters)
    parameter.location = "header" if parameter.location != "header" else "query"


def _retype_parameter(api: Api, chance: random.Random) -> None:
    _other_kind(chance.choice(_with(api, chance, lambda one: one.parameters).parameters).type)


def _lose_body(api: Api, chance: random.Random) -> None:
    _with(api, chance, lambda one: one.body).body = None


def _flip_required_body(api: Api, chance: random.Random) -> None:
    found = _with(api, chance, lambda one: one.body).body
    assert found is not None
    found.required = not found.required


def _lose_success(api: Api, chance: random.Random) -> None:
    _with(api, chance, lambda one: one.successes).successes.pop()


def _decode_otherwise(api: Api, chance: random.Random) -> None:
    success = _with(api, chance, lambda one: one.successes).successes[0]
    success.decoding = "text" if success.decoding != "text" else "json"


def _retype_success(api: Api, chance: random.Random) -> None:
    json_ones = [one for op in api.operations for one in op.successes if one.decoding == "json" and one.type.model]
    _other_kind(chance.choice(json_ones).type)


def _lose_enum_value(api: Api, chance: random.Random) -> None:
    enum = chance.choice([one for one in api.enums if len(one.values) > 1])
    enum.values = enum.values[1:]


def _lose_operation(api: Api, chance: random.Random) -> None:
    api.operations.remove(chance.choice(api.operations))


MUTATIONS = [value for name, value in sorted(globals().items()) if name.startswith(("_lose", "_flip_r", "_retype"))]
MUTATIONS += [_invent_property, _flip_null_of_property, _move_parameter, _decode_otherwise]


@pytest.mark.slow
@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__.strip("_"))
@pytest.mark.parametrize("seed", range(2))
def test_a_fault_in_our_reader_is_noticed(mutate: Callable[[Api, random.Random], None], seed: int) -> None:
    api = reader.read(ours())
    mutate(api, random.Random(seed))
    assert differences(api), f"{mutate.__name__} went unnoticed"


def test_our_reading_is_the_same_every_time() -> None:
    assert differences(reader.read(copy.deepcopy(ours()))) == []


# ---------------------------------------------------------------------- what it can't judge, and what is no difference


def test_what_it_drops_is_not_judged() -> None:
    paths = {"/a": {"get": {"responses": answers({"$ref": "#/components/schemas/Tree"})}}}
    tree = {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}
    found, not_judged = both(document(paths, {"Tree": tree}))
    assert found == []
    assert any("Tree" in one for one in not_judged)


def test_a_document_that_it_refuses_is_not_judged_at_all() -> None:
    second = read_again({"openapi": "3.0.0", "paths": {"/a": {"get": {"parameters": 5}}}}, regenerate.CONFIG)
    assert (second.endpoints, len(second.dropped)) == ({}, 1)
    assert compare(reader.read(read(document({"/a": {"get": {"responses": answers({})}}}))), second).differences == []


def test_names_of_path_parameters_headers_of_http_and_unions_are_no_difference() -> None:
    cat = {"type": "object", "properties": {"meow": {"type": "string"}}, "required": ["meow"]}
    dog = {"type": "object", "properties": {"bark": {"type": "boolean"}}}
    parameters = [
        {"name": "thing-id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}},
        {"name": "Accept", "in": "header", "schema": {"type": "string"}},
        {"name": "at", "in": "query", "schema": {"type": "string", "format": "date-time", "nullable": True}},
    ]
    union = {"oneOf": [cat, dog, {"type": "array", "items": {"type": "number"}}]}
    paths = {
        "/a/{thing-id}": {"post": {"parameters": parameters, "requestBody": body(union), "responses": answers(union)}}
    }
    assert both(document(paths)) == ([], [])


def test_a_union_that_lost_a_variant_is_a_difference() -> None:
    paths = {"/a": {"get": {"responses": answers({"oneOf": [{"type": "string"}, {"type": "boolean"}]})}}}
    corrected = read(document(paths))
    api = reader.read(corrected)
    api.operations[0].successes[0].type = Type("str")
    (found,) = compare(api, read_again(corrected, regenerate.CONFIG)).differences
    assert "GET /a: response 200" in str(found)


# ---------------------------------------------------------------------- what a person accepted


def test_known_differences_cover_places_by_pattern_and_say_when_they_are_stale() -> None:
    first, second = Difference("Thing.a", "type: we read int, they any"), Difference("Other.b", "required: x")
    entry, idle = KnownDifference("Thing.*", "type: *", "a reason"), KnownDifference("Gone.x", "type: *", "a reason")
    assert sort_out([first, second], [entry, idle], KnownDifference.covers) == ([first], [second], [idle])
    assert str(entry) == "Thing.*: type: *"


@pytest.mark.parametrize(
    "entry",
    [
        {"place": "a", "what": "b"},
        {"place": "*", "what": "b", "why": "c"},
        {"place": "a", "what": "", "why": "c"},
        "text",
    ],
)
def test_entries_without_reason_or_that_cover_everything_are_refused(entry: Any) -> None:
    assert problem_of(entry)
    assert problem_of({"place": "a", "what": "b", "why": "c"}) is None


def _read_without_parameters(raw: Json, config: Path) -> SecondReading:
    found = read_again(raw, config)
    for endpoint in found.endpoints.values():
        endpoint.query_parameters.clear()
    return found


def test_a_difference_fails_a_document_of_another_api_too_until_it_is_accepted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regenerate.second_reader, "read_again", _read_without_parameters)
    parameter = {"name": "search", "in": "query", "schema": {"type": "string"}}
    raw = document({"/pairs": {"get": {"parameters": [parameter], "responses": answers({"type": "string"})}}})
    schema, exceptions = tmp_path / "foreign.json", tmp_path / "mine.yaml"
    schema.write_text(json.dumps(raw))
    options = ["--schema", str(schema), "--output", str(tmp_path / "out"), "--names", str(tmp_path / "names.json")]
    assert regenerate.main([*options, "--corrections", str(exceptions)]) == 1
    error = capsys.readouterr().err
    assert "openapi-python-client understands the document otherwise" in error
    assert "GET /pairs: query parameter search: we read it, they don't" in error
    assert "'known_differences' in mine.yaml" in error
    assert not (tmp_path / "out").exists()
    known = {"place": "GET /pairs: *", "what": "we read it, *", "why": "it was taken out of theirs"}
    exceptions.write_text(json.dumps({"known_differences": [known]}))
    assert regenerate.main([*options, "--corrections", str(exceptions)]) == 0
    assert "known difference of the second reader: GET /pairs" in capsys.readouterr().out


# ---------------------------------------------------------------------- its blind spots, spelled so that it sees

TEXT = {"type": "string"}
BASE = {"type": "object", "required": ["rows"], "properties": {"id": {"type": "string"}}}
NULLABLE = {"type": "object", "nullable": True, "properties": {"id": {"type": "string"}}}


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "enum": ["a", "b"], "nullable": True},
        {"$ref": "#/components/schemas/Base", "nullable": True},
        ref("Nullable"),
        {"allOf": [ref("Base"), {"type": "object", "properties": {"rows": {"type": "integer"}}}]},
        {"allOf": [ref("Base")], "properties": {"more": {"type": "string"}}},
        {"allOf": [{"type": "string", "nullable": True}, {"description": "a text"}]},
        {"type": "object", "properties": {"a": {"type": "string"}}, "oneOf": [ref("Base"), ref("Other")]},
        {
            "allOf": [
                ref("Base"),
                {"oneOf": [{"type": "object", "properties": {"x": TEXT}}, ref("Other")]},
            ]
        },
        {"type": "object", "oneOf": [ref("Base"), ref("Other")], "nullable": True},
        {"type": "array", "prefixItems": [TEXT, TEXT], "items": False},
        {"allOf": [{"oneOf": [{"type": "null"}, ref("Base")]}, {"type": "object", "properties": {"x": TEXT}}]},
        {"type": "object", "title": "Base", "properties": {"title": {"type": "string"}}},
        {
            "type": "object",
            "properties": {"a": {"type": "string"}},
            "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
        },
    ],
    ids=lambda schema: json.dumps(schema)[:60],
)
def test_what_it_would_overlook_is_compared_all_the_same(schema: Json) -> None:
    other = {"type": "object", "properties": {"other": {"type": "boolean"}}}
    thing = {"type": "object", "properties": {"field": schema}}
    paths = {"/a": {"get": {"responses": answers(ref("Thing"))}}}
    raw = document(paths, {"Base": BASE, "Nullable": NULLABLE, "Other": other, "Thing": thing})
    assert both(raw) == ([], [])
    api = reader.read(read(raw, Path("none")))
    thing_read = next(one for one in api.models if one.name == "Thing")
    _flip_null(thing_read.fields[0].type)
    assert compare(api, read_again(read(raw, Path("none")), regenerate.CONFIG)).differences


def test_a_union_beside_a_type_is_no_class_of_its_own() -> None:
    shape = {"type": "object", "oneOf": [ref("A"), ref("B")]}
    schemas = {name: {"type": "object", "properties": {name: {"type": "string"}}} for name in "AB"}
    raw = document({"/a": {"get": {"responses": answers(ref("Shape"))}}}, {**schemas, "Shape": shape})
    (operation,) = reader.read(read(raw)).operations
    assert [one.model.name for one in operation.successes[0].type.variants if one.model] == ["A", "B"]
