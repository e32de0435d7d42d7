"""Examples are plausible, valid and the same each time."""

from __future__ import annotations

from typing import Any

import pytest

from ledgerbee_client.testing.http.document import Success
from ledgerbee_client.testing.http.examples import build, build_success
from ledgerbee_client.testing.http.schemas import Schemas


def built(schema: dict[str, Any], name: str = "", **components: Any) -> Any:
    return build(Schemas({"components": {"schemas": components}}), schema, name)


@pytest.mark.parametrize(
    ("schema", "name", "expected"),
    [
        ({"type": "string", "example": "x"}, "", "x"),
        ({"type": "string", "default": "y"}, "", "y"),
        ({"const": 5}, "", 5),
        ({"type": "string", "enum": ["a", "b"]}, "", "a"),
        ({"oneOf": [{"type": "number"}, {"type": "string"}]}, "", 1),
        ({"type": ["null", "boolean"]}, "", True),
        ({"type": "null"}, "", None),
        ({"type": "integer", "minimum": 7}, "", 7),
        ({"type": "string", "format": "date"}, "", "2026-01-15"),
        ({"type": "string", "format": "decimal"}, "openingBalance", "100.00"),
        ({"type": "string"}, "city", "city"),
        ({"type": "string", "minLength": 6}, "city", "cityxx"),
        ({"type": "string", "maxLength": 2}, "city", "ci"),
        ({"type": "array", "minItems": 2, "items": {"type": "boolean"}}, "", [True, True]),
        (
            {"allOf": [{"properties": {"a": {"type": "number"}}}], "properties": {"b": {}}},
            "",
            {"a": 1, "b": "b"},
        ),
    ],
)
def test_a_value_is_built_from_the_schema(schema: dict[str, Any], name: str, expected: Any) -> None:
    assert built(schema, name) == expected


def test_a_schema_that_contains_itself_ends() -> None:
    node = {
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": {"type": "string"},
            "parent": {"$ref": "#/components/schemas/Node"},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
        },
    }
    assert built({"$ref": "#/components/schemas/Node"}, Node=node) == {
        "name": "name",
        "parent": {"name": "name"},
        "children": [],
    }


def test_a_documented_example_goes_before_the_schema_and_is_copied() -> None:
    example = {"a": [1]}
    schemas = Schemas({})
    answer = Success(200, "application/json", {"type": "object"}, example)
    body = build_success(schemas, answer)
    assert body == example
    assert body is not example
