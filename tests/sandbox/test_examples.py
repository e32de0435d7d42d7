"""Operations without state answer with plausible, valid, deterministic examples."""

from __future__ import annotations

from typing import Any

import pytest

from ledgerbee_client.testing import Sandbox
from ledgerbee_client.testing.http.document import Success
from ledgerbee_client.testing.http.examples import build, build_success
from ledgerbee_client.testing.http.registry import Registry
from ledgerbee_client.testing.http.schemas import Schemas
from tests.sandbox.support import client_of


def without_handlers() -> Sandbox:
    """A sandbox in which no operation has state."""
    return Sandbox(registry=Registry())


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
        ({"type": "string"}, "openingBalance", "100.00"),
        ({}, "unitPrice", "100.00"),
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


async def test_the_id_that_was_asked_for_comes_back() -> None:
    async with client_of(without_handlers()) as client:
        assert (await client.get("/v1/projects/p-17")).json()["id"] == "p-17"


async def test_what_was_sent_comes_back_with_a_new_id_each_time() -> None:
    sandbox = without_handlers()
    async with client_of(sandbox) as client:
        body = {"name": "Colour", "isUnique": False}
        first = (await client.post("/v1/dimensions", json=body)).json()
        second = (await client.post("/v1/dimensions", json=body)).json()
    assert (first["name"], first["isUnique"]) == ("Colour", False)
    assert first["id"] != second["id"]
    assert [write.resource_id for write in sandbox.writes] == [first["id"], second["id"]]


async def test_a_page_says_what_page_it_is_and_ends() -> None:
    async with client_of(without_handlers()) as client:
        first = (await client.get("/v1/quotes?limit=10")).json()
        second = (await client.get("/v1/quotes?page=2")).json()
    assert (len(first["data"]), first["total"], first["limit"], first["totalPages"]) == (1, 1, 10, 1)
    assert (second["data"], second["page"]) == ([], 2)


async def test_a_delete_is_recorded_with_its_id() -> None:
    sandbox = without_handlers()
    async with client_of(sandbox) as client:
        assert (await client.delete("/v1/dimensions/d1")).status_code == 204
    assert sandbox.writes[0].resource_id == "d1"


async def test_a_pdf_is_real_and_a_preview_is_watermarked() -> None:
    async with client_of(without_handlers()) as client:
        plain = await client.get("/v1/quotes/q1/pdf")
        preview = await client.get("/v1/quotes/q1/pdf", params={"draft": "true"})
    assert plain.content.startswith(b"%PDF-")
    assert b"(DRAFT)" not in plain.content
    assert b"(DRAFT)" in preview.content
