"""Schemas of both dialects to types: one table, and what can't be read."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.codegen import normalizing, reader
from scripts.codegen.class_names import Place
from scripts.codegen.ir import Enum, Type
from scripts.codegen.python import decode, encode, narrow, wide
from scripts.codegen.references import References, UnsupportedSchemaError
from scripts.codegen.schemas import SchemaReader
from scripts.codegen.shapes import union
from tests.codegen.support import Json, answers, body, document

STRING = {"type": "string"}
A = {"$ref": "#/components/schemas/A"}
B = {"$ref": "#/components/schemas/B"}
SCHEMAS: Json = {
    "A": {"type": "object", "required": ["a"], "properties": {"a": STRING}},
    "B": {"type": "object", "properties": {"b": {"type": "integer"}}},
    "E": {"type": "string", "enum": ["x", "y"]},
    "NullableA": {"nullable": True, "allOf": [A]},
    "Loop": {"type": "array", "items": {"$ref": "#/components/schemas/Loop"}},
    "True": True,
    "Text": {"type": "string", "nullable": True},
    "Outer": {"type": "object", "$defs": {"Self": {"items": {"$ref": "#/components/schemas/Outer/$defs/Self"}}}},
}

TYPES: list[tuple[Any, str]] = [
    (None, "Any"),
    (True, "Any"),
    ({}, "Any"),
    (STRING, "str"),
    ({"type": "string", "format": "uuid"}, "str"),
    ({"type": "string", "format": "decimal"}, "Decimal"),
    ({"type": "string", "nullable": True, "format": "date"}, "_dt.date | None"),
    ({"type": ["string", "null"], "format": "date-time"}, "_dt.datetime | None"),
    ({"type": ["null"]}, "None"),
    ({"const": None}, "None"),
    ({"const": 1.5}, "float"),
    ({"const": [1]}, "Any"),
    ({"enum": [None]}, "None"),
    ({"enum": ["a", 1]}, "Any"),
    ({"type": "integer", "enum": ["a"]}, "int"),
    ({"type": "string", "enum": [1]}, "str"),
    ({"type": "boolean", "enum": [True]}, "bool"),
    ({"oneOf": [{"type": "null"}]}, "None"),
    ({"oneOf": [STRING]}, "str"),
    ({"anyOf": [{"type": "null"}, A]}, "A | None"),
    ({"oneOf": [A, B]}, "A | B"),
    ({"oneOf": [A, A]}, "A"),
    ({"oneOf": [A, {}]}, "Any"),
    ({"oneOf": [{"type": "integer"}, {"type": "number"}]}, "float"),
    ({"oneOf": [STRING, {"$ref": "#/components/schemas/E"}]}, "EModel"),
    ({"oneOf": [{"type": "integer"}, {"$ref": "#/components/schemas/E"}]}, "int | EModel"),
    ({"oneOf": [{"oneOf": [A, STRING]}, {"type": "boolean"}]}, "A | str | bool"),
    ({"allOf": [A]}, "A"),
    ({"allOf": [A], "nullable": True}, "A | None"),
    ({"allOf": [A, {"description": "words"}], "type": "object"}, "A"),
    ({"allOf": [{"type": "string"}], "description": "words"}, "str"),
    ({"allOf": [{"enum": ["x", "y"]}, {"enum": ["y", "z"]}, {"type": "string"}]}, "Role"),
    ({"allOf": [A, B]}, "OwnerRole"),
    ({"allOf": [A, {"type": "object", "required": ["b"]}, True]}, "OwnerRole"),
    ({"allOf": [{"allOf": [A]}, {"properties": {"c": STRING}}]}, "OwnerRole"),
    ({"allOf": [{"oneOf": [A, B]}, {"properties": {"c": STRING}}]}, "OwnerRoleVariant1 | OwnerRoleVariant2"),
    ({"allOf": [{"oneOf": [A, B]}, {"oneOf": [A, B]}]}, "OwnerRole | OwnerRole2 | OwnerRole3"),
    ({"$ref": "#/components/schemas/A", "nullable": True}, "A | None"),
    ({"$ref": "#/components/schemas/NullableA"}, "A | None"),
    ({"$ref": "#/components/schemas/Loop"}, "list[Any]"),
    ({"$ref": "#/components/schemas/True"}, "Any"),
    ({"$ref": "#/components/schemas/Text"}, "str | None"),
    ({"$ref": "#/components/schemas/A/properties/a"}, "str"),
    ({"type": "array"}, "list[Any]"),
    ({"type": "array", "items": False}, "list[Any]"),
    ({"prefixItems": [STRING, A], "items": False}, "list[str | A]"),
    ({"prefixItems": [STRING], "items": {"type": "integer"}}, "list[str | int]"),
    ({"type": "object"}, "dict[str, Any]"),
    ({"additionalProperties": {"type": "integer", "nullable": True}}, "dict[str, int | None]"),
    ({"type": ["object", "string"], "additionalProperties": A}, "dict[str, A] | str"),
    ({"type": "object", "properties": {"a": STRING}, "anyOf": [{"required": ["a"]}]}, "OwnerRole"),
    ({"type": "object", "properties": {"a": STRING}, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, "OwnerRole"),
]


def schemas_of(**more: Any) -> SchemaReader:
    return SchemaReader(document({}, {**SCHEMAS, **more}))


@pytest.mark.parametrize(("schema", "annotation"), TYPES)
def test_types(schema: Any, annotation: str) -> None:
    found = schemas_of()
    one = found.read(schema, Place("Owner", "role"))
    for enum in found.enums:
        enum.name = enum.name or "Role"
    assert narrow(one) == annotation


UNREADABLE: list[tuple[Any, str]] = [
    (False, "a schema that allows nothing"),
    ({"$ref": "other.json#/a"}, "reference to another document"),
    ({"$ref": "#/components/schemas/Gone"}, "points to nothing"),
    ({"$ref": "#/paths/0"}, "points to nothing"),
    ({"$ref": "#/components/schemas/Outer/$defs/Self"}, "contains itself"),
    ({"items": False, "prefixItems": [False]}, "allows nothing"),
]


@pytest.mark.parametrize(("schema", "reason"), UNREADABLE)
def test_what_cannot_be_read_says_why(schema: Any, reason: str) -> None:
    with pytest.raises(UnsupportedSchemaError, match=reason):
        schemas_of().read(schema, Place("Owner", "role"))


def test_references() -> None:
    references = References({"a": [{"b": 1}], "c": {"$ref": "#/d"}, "d": {"$ref": "#/c"}, "e/f": 2, "paths": {"/a": 7}})
    assert references.target("#/a/0/b") == 1
    assert references.target("#/e~1f") == 2
    assert references.target("#") is references.document
    assert references.path_item("/a") == {}
    assert references.path_item("/b") == {}
    with pytest.raises(UnsupportedSchemaError, match="refers to itself"):
        references.resolve({"$ref": "#/c"})


def test_a_model_that_cannot_be_read_takes_its_users_with_it() -> None:
    schemas = {
        "Bad": {"type": "object", "properties": {"a": {"$ref": "x.json"}, "b": {"$ref": "y.json"}}},
        "BadMap": {"type": "object", "properties": {"a": STRING}, "additionalProperties": {"$ref": "x.json"}},
        "Holder": {"type": "object", "properties": {"bad": {"$ref": "#/components/schemas/BadMap"}}},
        "Fine": {"type": "object", "properties": {"a": STRING}},
    }
    paths = {
        "/bad": {"get": {"responses": answers({"type": "array", "items": {"$ref": "#/components/schemas/Bad"}})}},
        "/holder": {"post": {"requestBody": body({"$ref": "#/components/schemas/Holder"}), "responses": {}}},
        "/fine": {"get": {"responses": answers({"$ref": "#/components/schemas/Fine"})}},
    }
    api = reader.read(document(paths, schemas))
    assert [one.key for one in api.operations] == ["GET /fine"]
    assert [one.name for one in api.models] == ["Fine"]
    assert [str(one) for one in api.losses] == [
        "GET /bad: operation: Bad.a: reference to another document: x.json",
        "POST /holder: operation: BadMap: reference to another document: x.json",
    ]


def test_a_discriminator_is_read_or_concluded() -> None:
    card = {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string", "enum": ["card"]}}}
    bank = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "bank"}}}
    either: Json = {"oneOf": [{"$ref": "#/components/schemas/Card"}, {"$ref": "#/components/schemas/Bank"}]}
    cases: list[tuple[Json, dict[str, str]]] = [
        (either, {"card": "Card", "bank": "Bank"}),
        (
            either | {"discriminator": {"propertyName": "kind"}},
            {"Card": "Card", "Bank": "Bank", "card": "Card", "bank": "Bank"},
        ),
        (
            either | {"discriminator": {"propertyName": "kind", "mapping": {"c": "Card", "x": "Gone", "e": "E"}}},
            {"c": "Card", "Bank": "Bank"},
        ),
        (either | {"discriminator": {"propertyName": ""}}, {"card": "Card", "bank": "Bank"}),
    ]
    for schema, expected in cases:
        components = {"Card": card, "Bank": bank, "E": {"type": "string", "enum": ["a"]}}
        paths = {"/a": {"get": {"responses": answers(schema)}}}
        (operation,) = reader.read(document(paths, components)).operations
        mapping = operation.successes[0].type.mapping
        assert {value: one.model.name for value, one in mapping.items() if one.model} == expected


def test_names_of_components_that_references_escape_are_found_as_any_other() -> None:
    base = {
        "type": "object",
        "properties": {"kind": STRING},
        "discriminator": {"propertyName": "kind"},
    }
    child = {"allOf": [{"$ref": "#/components/schemas/Base~1%3C%3E"}, {"properties": {"more": STRING}}]}
    components = {"Base/<>": base, "Child/%": child, "Sent/%": {"type": "object"}}
    reference = {"$ref": "#/components/schemas/Base~1%3C%3E"}
    sent = {"$ref": "#/components/schemas/Sent~1%25"}
    (operation,) = reader.read(
        document({"/a": {"post": {"requestBody": body(sent), "responses": answers(reference)}}}, components)
    ).operations
    found = operation.successes[0].type
    assert [one.model.name for one in found.variants if one.model is not None] == ["Base", "Child"]
    assert operation.body is not None
    assert operation.body.type.kind == "map", "it is only ever sent, and has no properties"


def test_variants_that_nothing_tells_apart_have_no_discriminator() -> None:
    for fields in ({"kind": STRING}, {"kind": {"type": "string", "enum": ["a"]}}):
        one = {"type": "object", "required": ["kind"], "properties": fields}
        schema = {"oneOf": [one | {"title": "One"}, one | {"title": "Two"}]}
        (operation,) = reader.read(document({"/a": {"get": {"responses": answers(schema)}}})).operations
        assert operation.successes[0].type.discriminator is None


def test_inline_variants_are_called_after_what_marks_them() -> None:
    found = schemas_of()
    found.read(
        {
            "oneOf": [
                {"title": "By card!", "properties": {"a": STRING}},
                {"properties": {"x": True, "type": {"enum": ["bank"]}}},
                {"properties": {"n": {"type": "integer", "enum": [1]}, "s": STRING}},
            ]
        },
        Place("Pay", "Request"),
    )
    assert [one.name for one in found.models] == ["PayRequestByCard", "PayRequestBank", "PayRequestVariant3"]


def test_one_shape_in_many_places_is_one_model() -> None:
    found = schemas_of()
    inner = {"type": "object", "properties": {"a": STRING}}
    first = found.read(inner, Place("One", "address"))
    assert found.read(dict(inner), Place("Two", "address")).model is first.model
    assert found.read(inner, Place("Two", "other")).model is not first.model


def test_a_union_of_nothing_is_none() -> None:
    assert union([]).kind == "none"
    assert union([Type("none"), Type("str")]).nullable


def test_expressions_for_nullable_values() -> None:
    enum = Enum(("a",), "Kind")
    one = Type("enum", True, enum=enum)
    assert decode(one, "value") == "None if value is None else KIND_VALUES[value]"
    assert encode(one, "value", "x", checked=False) == "None if value is None else encode_enum(value)"
    assert encode(Type("list", items=one), "value", "x", checked=False).startswith("[None if item is None")
    assert encode(Type("map", items=one), "value", "x", checked=False).startswith("{key: None if item is None")
    assert encode(Type("str", True), "value", "x", checked=False) == "value"
    assert encode(Type("str", True), "value", "x", checked=True) == 'None if value is None else encode_str(value, "x")'
    assert wide(Type("union", variants=(Type("decimal"), Type("str")))) == "Decimal | str | int"


# ---------------------------------------------------------------------- normalizing

NORMALIZED: list[tuple[Json, Any]] = [
    ({"type": "String"}, {"type": "string"}),
    ({"type": "datetime"}, {"type": "string", "format": "date-time"}),
    ({"type": "float", "format": "double"}, {"type": "number", "format": "double"}),
    ({"type": "whatever"}, {}),
    ({"type": 7}, {}),
    ({"type": ["string", "odd"]}, {}),
    ({"type": "Object", "allOf": [A]}, {"allOf": [A]}),
    ({"oneOf": A}, {"oneOf": [A]}),
    ({"properties": []}, {}),
    ({"required": []}, {}),
    ({"default": None, "title": None}, {"default": None}),
    ({"enum": [1, True, "1", 1]}, {"enum": [1, True, "1"]}),
    ({"$defs": {"a": {"type": "Any"}, "b": 7}}, {"$defs": {"a": {}, "b": 7}}),
]


@pytest.mark.parametrize(("schema", "normalized"), NORMALIZED)
def test_schemas_are_mended(schema: Json, normalized: Json) -> None:
    raw = document({}, {"S": schema})
    normalizing.normalize(raw)
    assert raw["components"]["schemas"]["S"] == normalized


def test_components_are_mended_and_references_left_alone() -> None:
    raw = document({"x-path": 7, "/a": {"$ref": "#/x"}})
    raw["info"] = None
    raw["components"] = {
        "schemas": None,
        "parameters": {"P": {"name": "a", "in": "query"}, "R": {"$ref": "#/components/parameters/P"}},
        "requestBodies": {"B": {}, "R": {"$ref": "#/components/requestBodies/B"}},
        "responses": {"O": {}, "R": {"$ref": "#/components/responses/O"}},
    }
    notes = normalizing.normalize(raw)
    assert raw["info"] == {"title": "API", "version": "0"}
    assert raw["components"] == {
        "parameters": {"P": {"name": "a", "in": "query", "schema": {}}, "R": {"$ref": "#/components/parameters/P"}},
        "requestBodies": {"B": {"content": {}}, "R": {"$ref": "#/components/requestBodies/B"}},
        "responses": {"O": {"description": ""}, "R": {"$ref": "#/components/responses/O"}},
    }
    assert len(notes) == 5


def test_path_parameters_that_are_referred_to_count_as_declared() -> None:
    paths = {
        "/a/{b}": {
            "get": {"parameters": [{"$ref": "#/components/parameters/B"}], "responses": {"x-note": 1, "200": {}}},
        },
        "/c/{d}": {"get": {"parameters": [{"$ref": "#/components/parameters/B"}], "responses": {"200": {}}}},
    }
    raw = document(paths)
    raw["components"]["parameters"] = {"B": {"name": "b", "in": "path", "required": True, "schema": STRING}}
    normalizing.normalize(raw)
    api = reader.read(raw)
    assert [[one.wire for one in operation.parameters] for operation in api.operations] == [["b"], ["d"]]
    assert any("path parameter d is not declared" in note for note in api.notes)


def test_styles_that_cannot_be_sent_are_losses_of_the_parameter() -> None:
    parameters = [{"name": "a", "in": "query", "style": "matrix", "schema": STRING, "minimum": 1}]
    bounded = [
        {"name": name, "in": "query", "schema": {"type": "integer", **bounds}}
        for name, bounds in (
            ("b", {"minimum": 1}),
            ("c", {"maximum": 5}),
            ("d", {"minimum": 1, "maximum": 5}),
            ("e", {"minimum": 0, "exclusiveMinimum": True, "maximum": 5}),
            ("f", {"exclusiveMinimum": 0, "minimum": -1, "exclusiveMaximum": 5}),
        )
    ]
    paths = {"/a": {"get": {"parameters": [*parameters, *bounded], "responses": {}}}}
    api = reader.read(document(paths))
    assert [str(one) for one in api.losses] == ["GET /a: parameter a: its style is matrix"]
    assert [one.bounds for one in api.operations[0].parameters] == [
        "at least 1",
        "at most 5",
        "1 to 5",
        "more than 0, at most 5",
        "more than 0, less than 5",
    ]


def test_a_union_in_a_union_keeps_its_discriminator() -> None:
    event = {"type": "object", "required": ["type"], "properties": {"type": STRING, "by": STRING}}
    mapping = {"opened": "#/components/schemas/Opened", "closed": "#/components/schemas/Closed"}
    variants = [{"$ref": target} for target in mapping.values()]
    inner = {"oneOf": variants, "discriminator": {"propertyName": "type", "mapping": mapping}}
    problem = {"type": "object", "required": ["code"], "properties": {"code": {"type": "string"}}}
    outer = {"oneOf": [problem, {"$ref": "#/components/schemas/Event"}]}
    schemas = {"Event": inner, "Opened": event, "Closed": event}
    found = SchemaReader({"components": {"schemas": schemas}}).read(outer, Place("Latest", "Response"))
    assert (found.discriminator, sorted(found.mapping)) == ("type", ["closed", "opened"])
    assert len(found.variants) == 3
