"""Input is checked as strictly as the service does, and failures read like class-validator's."""

from __future__ import annotations

from typing import Any

import pytest

from ledgerbee_client.generated.types import Operation
from ledgerbee_client.testing import Document, Sandbox
from ledgerbee_client.testing.http.document import packaged
from ledgerbee_client.testing.http.errors import ServiceError
from ledgerbee_client.testing.http.registry import Registry
from ledgerbee_client.testing.http.validation import check_body, check_fields, explain
from tests.sandbox.support import api_of, client_of, constraints_of
from tests.shared.api import body_model, lacks
from tests.shared.company import GROUP, build_world


def document(
    body: dict[str, Any] | None = None,
    *,
    parameters: list[dict[str, Any]] | None = None,
    schemas: dict[str, Any] | None = None,
) -> Document:
    """A document with one POST operation."""
    node: dict[str, Any] = {
        "parameters": parameters or [],
        "responses": {"201": {"description": "", "content": {"application/json": {"schema": {"type": "object"}}}}},
    }
    if body is not None:
        node["requestBody"] = {"content": {"application/json": {"schema": body}}}
    return api_of(Operation(name="things.create", method="POST", path="/v1/things"), node, schemas=schemas or {})


def rules(schema: dict[str, Any], value: Any, **schemas: Any) -> dict[str, dict[str, str]]:
    found = document(schema, schemas=schemas).schemas
    return explain(found.request_errors(schema, value))


@pytest.mark.parametrize(
    ("schema", "value", "rule", "text"),
    [
        ({"type": "string"}, 1, "isString", "a must be a string"),
        ({"type": "number"}, "1", "isNumber", "a must be a number conforming to the specified constraints"),
        ({"type": "number"}, True, "isNumber", "a must be a number conforming to the specified constraints"),
        ({"type": "integer"}, 1.5, "isInt", "a must be an integer number"),
        ({"type": "boolean"}, "true", "isBoolean", "a must be a boolean value"),
        ({"type": "array", "items": {}}, {}, "isArray", "a must be an array"),
        ({"type": "object"}, [], "isObject", "a must be an object"),
        ({"type": ["null", "string"]}, 1, "isString", "a must be a string"),
        ({"type": "null"}, 1, "isEmpty", "a must be empty"),
        ({"type": "string"}, None, "isString", "a must be a string"),
        (
            {"enum": ["x", "y"], "type": "string"},
            "z",
            "isEnum",
            "a must be one of the following values: x, y",
        ),
        ({"enum": ["x"], "nullable": True}, "z", "isEnum", "a must be one of the following values: x"),
        ({"type": "number", "minimum": 1}, 0, "min", "a must not be less than 1"),
        ({"type": "number", "maximum": 9}, 10, "max", "a must not be greater than 9"),
        (
            {"type": "number", "minimum": 1, "exclusiveMinimum": True},
            1,
            "isGreaterThan",
            "a must be greater than 1",
        ),
        ({"type": "number", "exclusiveMaximum": 5}, 5, "isLessThan", "a must be less than 5"),
        ({"type": "number", "multipleOf": 2}, 3, "isDivisibleBy", "a must be divisible by 2"),
        (
            {"type": "string", "minLength": 2},
            "a",
            "minLength",
            "a must be longer than or equal to 2 characters",
        ),
        (
            {"type": "string", "maxLength": 1},
            "ab",
            "maxLength",
            "a must be shorter than or equal to 1 characters",
        ),
        ({"type": "array", "minItems": 1}, [], "arrayMinSize", "a must contain at least 1 elements"),
        ({"type": "array", "maxItems": 1}, [1, 2], "arrayMaxSize", "a must contain no more than 1 elements"),
        ({"type": "string", "pattern": "^x$"}, "y", "matches", "a must match ^x$ regular expression"),
        ({"format": "email"}, "anna", "isEmail", "a must be an email"),
        ({"format": "date"}, "2026-02-30", "isDateString", "a must be a valid ISO 8601 date string"),
        ({"format": "date"}, "2026-W03-4", "isDateString", "a must be a valid ISO 8601 date string"),
        ({"format": "date"}, "20260115", "isDateString", "a must be a valid ISO 8601 date string"),
        ({"format": "date-time"}, "2026-01-15", "isDateString", "a must be a valid ISO 8601 date string"),
        (
            {"format": "date-time"},
            "2026-01-15T25:00:00Z",
            "isDateString",
            "a must be a valid ISO 8601 date string",
        ),
        ({"format": "decimal"}, "1e3", "isDecimal", "a is not a valid decimal number."),
        ({"format": "uuid"}, "1", "isUuid", "a must be a UUID"),
        ({"format": "uri"}, "nowhere", "isUrl", "a must be a URL address"),
        ({"oneOf": [{"type": "string"}, {"type": "number"}]}, [], "oneOf", "a has an invalid value"),
    ],
)
def test_each_rule_has_class_validators_name_and_text(schema: dict[str, Any], value: Any, rule: str, text: str) -> None:
    assert rules({"type": "object", "properties": {"a": schema}}, {"a": value}) == {"a": {rule: text}}


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "string", "nullable": True}, None),
        ({"type": "string", "nullable": True, "enum": ["x"]}, None),
        ({"nullable": True, "allOf": [{"$ref": "#/components/schemas/Thing"}]}, None),
        ({"nullable": True}, None),
        ({"type": "number", "minimum": 1, "exclusiveMinimum": False}, 1),
        ({"format": "date-time"}, "2026-01-15T09:00:00.5+01:00"),
        ({"format": "date"}, 5),
        ({"format": "unheard-of"}, "x"),
        ({"type": "string", "example": 5, "x-anything": True}, "x"),
        (True, "anything"),
    ],
)
def test_what_the_schema_allows_passes(schema: dict[str, Any], value: Any) -> None:
    thing = {"type": "object", "properties": {"b": {"type": "string"}}}
    assert rules({"type": "object", "properties": {"a": schema}}, {"a": value}, Thing=thing) == {}


def test_the_fields_of_an_open_body_are_those_of_every_part_of_an_all_of() -> None:
    parts = {"A": {"properties": {"a": {"type": "string"}}}, "B": {"properties": {"b": {"type": "string"}}}}
    schemas = document({}, schemas=parts).schemas
    both = {"allOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]}
    with pytest.raises(ServiceError) as refused:
        check_fields(schemas, both, {"a": "x", "b": 1})
    assert "b must be a string" in refused.value.summary


def test_places_are_dot_paths_with_indices() -> None:
    line = {"type": "object", "required": ["b"], "properties": {"b": {"type": "number"}}}
    schema = {"type": "object", "properties": {"lines": {"type": "array", "items": line}}}
    assert rules(schema, {"lines": [{"b": 1}, {"b": "x"}, {"c": 1}]}) == {
        "lines.1.b": {"isNumber": "b must be a number conforming to the specified constraints"},
        "lines.2.b": {"isDefined": "b should not be null or undefined"},
        "lines.2.c": {"whitelistValidation": "property c should not exist"},
    }


@pytest.mark.parametrize(
    "mark",
    [{"x-incomplete": True}, {"additionalProperties": True}, {"additionalProperties": {"type": "number"}}],
)
def test_an_open_or_incomplete_schema_takes_unknown_fields(mark: dict[str, Any]) -> None:
    assert rules({"type": "object", "properties": {"a": {}}, **mark}, {"b": 1}) == {}
    assert rules({"type": "object"}, {"b": 1}) == {}


def test_a_composed_schema_is_closed_as_a_whole() -> None:
    parts: dict[str, Any] = {
        "A": {"type": "object", "properties": {"a": {"type": "string"}}},
        "B": {"type": "object", "properties": {"b": {"type": "string"}}},
    }
    schema: dict[str, Any] = {"allOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]}
    assert rules(schema, {"a": "1", "b": "2"}, **parts) == {}
    assert rules(schema, {"a": "1", "c": "2"}, **parts) == {"c": {"whitelistValidation": "property c should not exist"}}
    parts["B"]["x-incomplete"] = True
    assert rules(schema, {"a": "1", "c": "2"}, **parts) == {}
    schema = {"properties": {"z": {}}, "allOf": [{"$ref": "#/components/schemas/A"}]}
    assert rules(schema, {"a": "1", "z": "2"}, **parts) == {}
    assert list(rules(schema, {"q": "1"}, **parts)) == ["q"]


def test_answers_are_open() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    assert list(document(schema).schemas.response_errors(schema, {"b": 1})) == []


def test_what_the_client_may_send_as_null_is_taken() -> None:
    document = packaged()
    nullable = {
        (name, field.wire)
        for name in document.routes
        if (model := body_model(name)) is not None
        for field in model.fields
        if field.takes_null
    }
    assert nullable
    for name, field in nullable:
        assert f"{field} must" not in refusal(document, name, {field: None}), name


def test_null_is_refused_where_no_response_is_known_to_show_it() -> None:
    if reason := lacks("products.create", body=["name"]):
        pytest.skip(reason)
    assert "name must be a string" in refusal(packaged(), "products.create", {"name": None})


def refusal(document: Document, name: str, body: Any) -> str:
    """What is said of a body that is refused, else nothing."""
    try:
        check_body(document.schemas, document.routes[name], body, sent=True)
    except ServiceError as error:
        return error.summary
    return ""


async def test_a_bad_body_names_every_failing_field() -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        body = {
            "name": 3,
            "surprise": 1,
            "productNumber": "P1",
            "initialPrice": {"tiers": [{"fromQuantity": "a"}]},
        }
        response = await client.call("products.create", json=body)
    assert constraints_of(response) == {
        "name": {"isString": "name must be a string"},
        "surprise": {"whitelistValidation": "property surprise should not exist"},
        "unit": {"isDefined": "unit should not be null or undefined"},
        "productGroupId": {"isDefined": "productGroupId should not be null or undefined"},
        "initialPrice.tiers.0.fromQuantity": {
            "isNumber": "fromQuantity must be a number conforming to the specified constraints"
        },
    }
    assert response.json()["message"] == "Bad Request Exception"
    assert sandbox.writes == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("page=0", {"page": {"min": "page must not be less than 1"}}),
        ("limit=101", {"limit": {"max": "limit must not be greater than 100"}}),
        ("limit=ten", {"limit": {"isInt": "limit must be an integer number"}}),
        ("limit=9999999999999999999", {"limit": {"isInt": "limit must be an integer number"}}),
        ("page=1&page=2", {"page": {"isInt": "page must be an integer number"}}),
        (
            "sortOrder=up",
            {"sortOrder": {"isEnum": "sortOrder must be one of the following values: ASC, DESC"}},
        ),
        ("pages=1", {"pages": {"whitelistValidation": "property pages should not exist"}}),
    ],
)
async def test_query_parameters_are_checked_too(query: str, expected: dict[str, Any]) -> None:
    async with client_of(Sandbox()) as client:
        response = await client.call("products.list", params=f"{query}")
    found = constraints_of(response)
    assert {name: {rule: found[name][rule] for rule in rules} for name, rules in expected.items()} == expected


async def test_an_operation_without_query_parameters_ignores_them() -> None:
    async with client_of(Sandbox()) as client:
        assert (await client.call("company.get", params="verbose=1")).status_code == 200


async def test_a_boolean_parameter_is_true_or_false() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        assert (await client.call("invoices.pdf", world.invoice["id"], params={"draft": "false"})).status_code == 200
        assert constraints_of(await client.call("invoices.pdf", world.invoice["id"], params={"draft": "yes"})) == {
            "draft": {"isBoolean": "draft must be a boolean value"}
        }


async def test_metadata_takes_pairs_and_at_most_ten() -> None:
    async with client_of(Sandbox()) as client:
        eleven = {f"metadata[k{number}]": "v" for number in range(11)}
        assert constraints_of(await client.call("customers.list", params=eleven)) == {
            "metadata": {"maxPairs": "metadata must have at most 10 pairs"}
        }
        assert constraints_of(await client.call("customers.list", params="metadata=x")) == {
            "metadata": {"isObject": "metadata must be an object"}
        }
        assert list(constraints_of(await client.call("customers.list", params="other[a]=x"))) == ["other[a]"]


async def test_array_number_and_header_parameters_of_other_documents() -> None:
    parameters = [
        {"name": "tags", "in": "query", "schema": {"type": "array", "items": {"type": "integer"}}},
        {"name": "ratio", "in": "query", "required": True, "schema": {"type": "number"}},
        {"name": "x-count", "in": "header", "schema": {"type": "integer"}},
    ]
    sandbox = Sandbox(document=document(parameters=parameters), registry=Registry())
    async with client_of(sandbox) as client:
        good = await client.post("/v1/things?tags=1&tags=2&ratio=1.5", headers={"x-count": "3"})
        bad_query = await client.post("/v1/things?tags=1&tags=b")
        bad_header = await client.post("/v1/things?ratio=1", headers={"x-count": "many"})
    assert good.status_code == 201
    assert constraints_of(bad_query) == {
        "tags.1": {"isInt": "1 must be an integer number"},
        "ratio": {"isDefined": "ratio should not be null or undefined"},
    }
    assert list(constraints_of(bad_header)) == ["x-count"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"name": ', "Malformed JSON"),
        (b"[" * 100_000, "Malformed JSON"),
        (b'{"name": NaN}', "NaN is not JSON"),
        (b'{"name": 1e999}', "out of range"),
        (b'{"name": "\\ud800"}', "Malformed JSON"),
        (b"\xff\xfe\xff", "Malformed JSON"),
    ],
)
async def test_what_is_no_json_is_a_400(content: bytes, message: str) -> None:
    async with client_of(Sandbox()) as client:
        response = await client.call(
            "product_groups.create", content=content, headers={"content-type": "application/json"}
        )
    assert response.status_code == 400
    assert message in response.json()["message"]


async def test_a_body_that_is_no_object_or_missing_or_of_another_type_is_a_400() -> None:
    async with client_of(Sandbox()) as client:
        assert constraints_of(await client.call("product_groups.create", json=[GROUP])) == {
            "": {"isObject": "body must be an object"}
        }
        assert constraints_of(await client.call("product_groups.create")) == {
            "": {"isNotEmpty": "body should not be empty"}
        }
        assert "euAccountId" in constraints_of(await client.call("product_groups.create", data={"number": "1"}))


async def test_an_optional_body_may_be_left_out() -> None:
    async with client_of(Sandbox()) as client:
        world = await build_world(client)
        assert (await client.call("product_prices.disable", world.price["id"])).status_code == 200
