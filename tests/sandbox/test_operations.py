"""Every operation of the document answers a minimal valid request as the document says."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest
from openapi_schema_validator import OAS30Validator

from ledgerbee_client.testing import Document, Sandbox
from ledgerbee_client.testing.http.document import Route, packaged
from ledgerbee_client.testing.ids import fixed
from tests.sandbox.support import client_of
from tests.shared.api import is_reconstruction
from tests.shared.company import GROUP, World, build_world, founded

DOCUMENT = packaged()
#: Operations whose bodies can't be made from the document: fields without a published name, or ids of what is there.
UNPUBLISHED = {
    "draft_journal_entries_v1.create_batch",
    "journal_entries.create_batch",
    "journal_entries.create_batch_v1",
    "journal_entries.reverse_batch",
    "portal_sso.mint_handoff",
    "portal_sso.provision",
    "subscriptions.assign",
    "subscriptions.cancel",
    "subscriptions.update",
    "webhook_endpoints.create",
    "webhook_endpoints.update",
}
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


def known_values(world: World) -> dict[str, Any]:
    """Values of fields that refer to something, or that must be new."""
    return {
        **{name: value for name, value in GROUP.items() if name.endswith("AccountId")},
        "productGroupId": world.group["id"],
        "productId": world.product["id"],
        "priceId": world.price["id"],
        "customerId": world.customer["id"],
        "customerGroupId": fixed("customer-group/1"),
        "vendorGroupId": fixed("vendor-group/1"),
        "meterId": fixed("meter/api-calls"),
        "productNumber": "P003",
        "number": "PG003",
        "customerNumber": "C2",
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
    plain = {
        "number": 1,
        "integer": 1,
        "boolean": True,
        "string": TEXTS.get(schema.get("format", ""), "text"),
    }
    return plain.get(kind, "1")


def schema_text() -> str:
    return resources.files("ledgerbee_client.generated").joinpath("schema.json").read_text(encoding="utf-8")


def errors_of(schema: dict[str, Any], value: Any) -> list[str]:
    """By another validator than the sandbox's own."""
    validator = OAS30Validator({**schema, "components": COMPONENTS})
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


@pytest.mark.parametrize("route", DOCUMENT.routes.values(), ids=DOCUMENT.routes)
async def test_answers_a_minimal_request_as_documented(route: Route) -> None:
    sandbox = Sandbox()
    operation = route.operation
    name = operation.name
    company = await founded(sandbox)
    async with client_of(sandbox) as client:
        if operation.auth == ("user",):
            client.headers.pop("x-api-key")
            client.headers["authorization"] = f"Bearer {sandbox.create_token()}"
        ids = iter(company.ids(name))
        path = "/".join(next(ids) if part.startswith("{") else part for part in operation.path.split("/"))
        known = known_values(company.world)
        query = {
            one.name: value_of(one.schema, one.name, known)
            for one in route.parameters
            if one.location == "query" and one.required
        }
        headers = {one.name: "key-1" for one in route.parameters if one.location == "header"}
        body = company.body(name) if name in UNPUBLISHED or not is_reconstruction() else None
        if body is None and route.body_schema is not None:
            body = value_of(route.body_schema, "", known)
            company.skip_unmade(name, body)
        before = len(sandbox.writes)

        response = await client.request(operation.method, path, params=query, headers=headers, json=body)

    answers = {answer.status: answer for answer in route.successes}
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
    sandbox = Sandbox(document=Document(DOCUMENT.operations, raw))
    async with client_of(sandbox) as client:
        world = await build_world(client)
        bad = await client.call("product_prices.create", json={"productId": world.product["id"], "unitAmount": "much"})
        page = await client.call("products.list", params={"page": 1.0})
    assert bad.json()["details"]["validationErrors"][0]["property"] == "unitAmount"
    assert page.json()["total"] == 1
