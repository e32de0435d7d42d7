"""Every operation of the document answers a minimal valid request as the document says."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest
from openapi_schema_validator import OAS30Validator
from sandbox_books import batch_bodies, build_books
from sandbox_subscribers import build_subscribers, subscriber_bodies
from sandbox_support import World, build_world, client_of

from ledgerbee_client.testing import Document, Sandbox
from ledgerbee_client.testing.document import Operation, packaged
from ledgerbee_client.testing.handlers import STATELESS, registry
from ledgerbee_client.testing.ids import fixed

DOCUMENT = packaged()
TEXTS = {
    "date": "2026-01-15",
    "date-time": "2026-01-15T09:00:00Z",
    "email": "anna@example.com",
    "decimal": "10.00",
}


def allow_null(node: Any) -> Any:
    """NestJS leaves null out of the enum of a nullable property; it is meant."""
    if isinstance(node, list):
        return [allow_null(one) for one in node]
    if not isinstance(node, dict):
        return node
    node = {name: allow_null(one) for name, one in node.items()}
    if node.get("nullable") and "enum" in node:
        node["enum"] = [*node["enum"], None]
    return node


COMPONENTS = allow_null(DOCUMENT.raw["components"])


def ids_by_tag(world: World) -> dict[str, str]:
    return {
        "Customers": world.customer["id"],
        "Product Groups": "",
        "Product Prices": world.price["id"],
        "Products": world.product["id"],
        "Invoices": world.invoice["id"],
        "Meters": fixed("meter/api-calls"),
    }


def ids_by_field(world: World) -> dict[str, Any]:
    return {
        "productGroupId": world.group["id"],
        "productId": world.product["id"],
        "priceId": world.price["id"],
        "customerId": world.customer["id"],
        "customerGroupId": fixed("customer-group/1"),
        "vendorGroupId": fixed("vendor-group/1"),
        "meterId": fixed("meter/api-calls"),
        "productNumber": "P002",
        "number": "PG002",
        "customerNumber": "C2",
        "domesticAccountId": fixed("account/1010"),
        "euAccountId": fixed("account/1020"),
        "abroadAccountId": fixed("account/1030"),
        "domesticWithoutVatAccountId": fixed("account/1040"),
        "unitAmount": "99.99",
    }


def value_of(schema: dict[str, Any], name: str, known: dict[str, Any]) -> Any:
    """A minimal value: what is required, probably required, or has an example."""
    schema = DOCUMENT.schemas.resolve(schema)
    if name in known:
        return known[name]
    if "example" in schema:
        return schema["example"]
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object":
        required = schema.get("required", ())
        return {
            field: value_of(one, field, known)
            for field, one in schema.get("properties", {}).items()
            if field in required or one.get("x-inferred-required") or "example" in one or field == "meterId"
        }
    if kind == "array":
        return [value_of(schema["items"], "", known) for _ in range(schema.get("minItems", 0))]
    formats = {
        "date": "2026-01-15",
        "date-time": "2026-01-15T09:00:00Z",
        "email": "anna@example.com",
        "decimal": "10.00",
    }
    plain = {
        "number": 1,
        "integer": 1,
        "boolean": True,
        "string": formats.get(schema.get("format", ""), "text"),
    }
    return plain.get(kind, "1")


def schema_text() -> str:
    return resources.files("ledgerbee_client.generated").joinpath("schema.json").read_text(encoding="utf-8")


def errors_of(schema: dict[str, Any], value: Any) -> list[str]:
    """By another validator than the sandbox's own."""
    validator = OAS30Validator({**schema, "components": COMPONENTS})
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


@pytest.mark.parametrize("operation", DOCUMENT.operations, ids=lambda operation: str(operation.key))
async def test_answers_a_minimal_request_as_documented(operation: Operation) -> None:
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        world = await build_world(client)
        books = await build_books(client, world) | await build_subscribers(sandbox, client, world)
        if operation.credentials == {"oauth"}:
            client.headers.pop("x-api-key")
            client.headers["authorization"] = f"Bearer {sandbox.create_token()}"
        path_id = ids_by_tag(world).get(operation.key.tag, "0197a943-2325-7829-b835-b6c71a293065")
        if operation.key.tag == "Product Groups":
            await client.delete(f"/v1/products/{world.product['id']}")
            path_id = world.group["id"]
        ids = iter(books.get(operation.key.summary, books.get(operation.key.tag, [path_id] * 2)))
        path = "/".join(next(ids) if part.startswith("{") else part for part in operation.path.split("/"))
        known = ids_by_field(world)
        query = {
            one.name: value_of(one.schema, one.name, known)
            for one in operation.parameters
            if one.location == "query" and one.required
        }
        headers = {one.name: "key-1" for one in operation.parameters if one.location == "header"}
        body = None if operation.body_schema is None else value_of(operation.body_schema, "", known)
        body = (batch_bodies(books) | subscriber_bodies(books)).get(operation.key.summary, body)
        before = len(sandbox.writes)

        response = await client.request(operation.method, path, params=query, headers=headers, json=body)

    answers = {answer.status: answer for answer in operation.answers}
    assert response.status_code in answers, response.text
    answer = answers[response.status_code]
    if answer.schema is None:
        assert response.content == b""
    elif answer.content_type == "application/pdf":
        assert response.headers["content-type"] == "application/pdf"
        assert response.content.startswith(b"%PDF-")
    else:
        assert errors_of(answer.schema, response.json()) == []
    assert len(sandbox.writes) - before == (operation.method != "GET")


def test_every_operation_has_a_handler_or_its_tag_is_listed_as_stateless() -> None:
    without = {operation.key.tag for operation in DOCUMENT.operations if operation.key not in registry.handlers}
    assert without == STATELESS
    assert not {key.tag for key in registry.handlers} & STATELESS


def test_there_are_135_operations() -> None:
    assert len(DOCUMENT.operations) == len(DOCUMENT.by_key) == 135


async def test_the_document_as_published_works_too() -> None:
    """Without the corrections: counts are `number`, amounts have no format."""
    raw = json.loads(schema_text())

    def undo(node: Any) -> None:
        if isinstance(node, dict):
            if node.get("format") == "decimal":
                del node["format"]
            if node.get("type") == "integer":
                node["type"] = "number"
            node = list(node.values())
        if isinstance(node, list):
            for child in node:
                undo(child)

    undo(raw["components"])
    undo(raw["paths"])
    sandbox = Sandbox(document=raw)
    async with client_of(sandbox) as client:
        world = await build_world(client)
        bad = await client.post("/v1/product-prices", json={"productId": world.product["id"], "unitAmount": "much"})
        page = await client.get("/v1/products", params={"page": 1.0})
    assert bad.json()["details"]["validationErrors"][0]["property"] == "unitAmount"
    assert page.json()["total"] == 1


async def test_a_document_with_other_paths_and_parameter_names_works_as_well() -> None:
    text = schema_text()
    text = text.replace("/v1/product-prices", "/v1/prices").replace("{priceId}", "{id}").replace("priceId", "id")
    document = Document(json.loads(text))
    sandbox = Sandbox(document=document)
    async with client_of(sandbox) as client:
        response = await client.post("/v1/prices/0/activate")
    assert response.status_code == 404
    assert response.json()["message"] == "Product price not found"
