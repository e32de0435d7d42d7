"""Where the document has other fields than a handler relies on, it steps back: nothing is imitated, nothing fails."""

from __future__ import annotations

import copy
import logging
from typing import Any

import pytest

from ledgerbee_client.generated.types import Operation, Pagination
from ledgerbee_client.testing import Document, Sandbox
from ledgerbee_client.testing.handlers import registry
from ledgerbee_client.testing.http.document import packaged
from ledgerbee_client.testing.http.lists import listed
from ledgerbee_client.testing.http.registry import Call, Registry, Reply
from ledgerbee_client.testing.http.relied import Relied, difference
from tests.sandbox.support import api_of, client_of, works
from tests.sandbox.watching import watched
from tests.shared.api import reconstruction_only

STRING = {"type": "string"}
OPERATION = Operation(name="things.create", method="POST", path="/v1/things")


def closed(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def api(body: dict[str, Any] | None, response: dict[str, Any] | None, **components: Any) -> Document:
    """An API of one operation that takes and gives this."""
    content = {"application/json": {"schema": response}} if response is not None else {}
    node: dict[str, Any] = {"responses": {"201": {"description": "", "content": content}}}
    node["parameters"] = [{"name": "search", "in": "query", "schema": STRING}]
    if body is not None:
        node["requestBody"] = {"content": {"application/json": {"schema": body}}}
    return api_of(OPERATION, node, schemas=components)


@pytest.mark.parametrize(
    ("body", "response", "relied", "reason"),
    [
        (closed(a=STRING), closed(b=STRING), Relied({"a": "string"}, {"b": "string"}, ("search",)), None),
        (None, None, Relied(), None),
        (closed(a=STRING), None, Relied(), None),
        ({**closed(a=STRING), "required": ["a"]}, None, Relied(), "the body needs a field a"),
        (None, None, Relied(query=("find",)), "there is no query parameter find"),
        (None, None, Relied({"a": "string"}), "it takes no body"),
        (closed(b=STRING), None, Relied({"a": "string"}), "the body has no field a"),
        ({**closed(b=STRING), "x-incomplete": True}, None, Relied({"a": "string"}), "the body has no field a"),
        ({**closed(b=STRING), "x-incomplete": True}, None, Relied({"a": "string?"}), None),
        (closed(a={"type": "number"}), None, Relied({"a": "string?"}), "the body: a can't be a string"),
        (closed(b=STRING), None, Relied({"a": "string?"}), "the body has no field a"),
        ({**closed(), "x-incomplete": True}, None, Relied({"a": "string"}), None),
        (
            None,
            {**closed(b=STRING), "additionalProperties": True},
            Relied(gives={"a": "string"}),
            "the response has no field a",
        ),
        ({**closed(b=STRING), "additionalProperties": False}, None, Relied({"a": "string"}), "the body has no field a"),
        (
            {**closed(b=STRING), "additionalProperties": STRING},
            None,
            Relied({"a": "string"}),
            "the body has no field a",
        ),
        (closed(a={"type": "number"}), None, Relied({"a": "string"}), "the body: a can't be a string"),
        (closed(a={"type": "integer"}), None, Relied({"a": "number"}), None),
        (closed(a={}), None, Relied({"a": "number|string|null"}), None),
        (closed(a={**STRING, "enum": ["x"]}), None, Relied({"a": "string"}), "the body: a has values of its own"),
        (closed(a={**STRING, "enum": ["x", "y"]}), None, Relied({"a": ("x",)}), None),
        (closed(a={**STRING, "enum": ["x"]}), None, Relied({"a": ("x", "y")}), "the body: a can't be y"),
        (closed(a={**STRING, "enum": ["x"]}), None, Relied({"a": ("x", None)}), "the body: a can't be null"),
        (closed(a={**STRING, "nullable": True}), None, Relied({"a": ("x", None)}), None),
        (closed(a={"type": ["string", "null"]}), None, Relied({"a": "string|null"}), None),
        (closed(a={"type": "number"}), None, Relied({"a": ("x",)}), "the body: a can't be a string"),
        (closed(a=closed(b=STRING)), None, Relied({"a": {"c": "string"}}), "the body: a has no field c"),
        (closed(a=STRING), None, Relied({"a": {"c": "string"}}), "the body: a is no plain object"),
        (closed(a=STRING), None, Relied({"a": [{"c": "string"}]}), "the body: a is no array"),
        (closed(a={"type": "array"}), None, Relied({"a": [{"c": "string"}]}), None),
        (
            closed(a={"type": "array", "items": closed(b=STRING)}),
            None,
            Relied({"a": [{"c": "string"}]}),
            "the body: a has no field c",
        ),
        ({"allOf": [closed(a=STRING), closed(b=STRING)]}, None, Relied({"a": "string", "b": "string"}), None),
        ({"allOf": [closed(a=STRING), closed(b=STRING)]}, None, Relied({"c": "string"}), "the body has no field c"),
        ({"oneOf": [closed(a=STRING)]}, None, Relied({"a": "string"}), "the body is no plain object"),
        (None, None, Relied(gives={"a": "string"}), "it returns nothing"),
        (None, {"type": "array", "items": closed(a=STRING)}, Relied(gives={"a": "string"}), None),
        (
            None,
            {**closed(a=STRING, b=STRING), "required": ["b"]},
            Relied(gives={"a": "string"}),
            "the response needs a field b",
        ),
    ],
)
def test_what_a_handler_relies_on_is_compared_with_the_document(
    body: dict[str, Any] | None, response: dict[str, Any] | None, relied: Relied, reason: str | None
) -> None:
    document = api(body, response)
    assert difference(document.schemas, document.routes["things.create"], relied) == reason


@reconstruction_only
def test_of_our_document_the_sandbox_knows_all_but_mcp() -> None:
    assert Sandbox().unverified == {"mcp.post": "the sandbox has no handler for it"}
    assert registry.handlers.keys() | {"mcp.post"} == packaged().routes.keys()


def other_document(name: str, field: str) -> Document:
    """Our document, in which a field of an operation's body has another name."""
    raw = copy.deepcopy(packaged().raw)
    document = Document(packaged().operations, raw)
    schema = document.schemas.resolve(document.routes[name].body_schema or {})
    schema["properties"] = {("other" if one == field else one): part for one, part in schema["properties"].items()}
    return document


@works("product_groups.create", "product_groups.get", "product_groups.list", "products.create")
async def test_a_handler_steps_back_and_so_does_what_works_with_its_records(caplog: pytest.LogCaptureFixture) -> None:
    document = other_document("product_groups.create", "number")
    with caplog.at_level(logging.WARNING):
        sandbox, _second = Sandbox(document=document), Sandbox(document=document)
    unverified = sandbox.unverified
    assert unverified["product_groups.create"] == "the body has no field number"
    others = {"product_groups.get", "invoices.create", "invoices.send", "quotes.convert"}
    for name in others - Sandbox().unverified.keys():
        assert unverified[name].startswith("it works with what product_groups.create makes, which has stepped back: ")
    assert "company.get" not in unverified
    (record,) = [one for one in caplog.records if one.name == "ledgerbee_client.testing"]
    assert "product_groups.create" in record.getMessage()
    async with client_of(sandbox, generic=True) as client:
        made = await client.call("product_groups.create", json={**GROUP, "other": "G1"})
        assert made.status_code == 201, made.text
        read = await client.call("product_groups.get", made.json()["id"])
        listed = await client.page("product_groups.list")
        product = await client.call("products.create", json=product_of(made.json()["id"]))
        orphan = await client.call("products.create", json=product_of("nothing"))
    assert read.json() == made.json()
    assert read.json()["name"] == GROUP["name"]
    assert known(*listed["data"]) == known(read.json())
    assert (product.status_code, product.json()["prices"][0]["vatRatesByZone"]) == (201, {})
    assert orphan.status_code == 400


def product_of(group_id: str) -> dict[str, Any]:
    price = {"unitAmount": "99.99"}
    return {"productNumber": "P1", "name": "x", "unit": "pcs", "productGroupId": group_id, "initialPrice": price}


GROUP = {
    "name": "Services",
    "domesticAccountId": "a1",
    "euAccountId": "a2",
    "abroadAccountId": "a3",
    "domesticWithoutVatAccountId": "a4",
}


def known(*groups: dict[str, Any]) -> list[dict[str, Any]]:
    """What these tests know of product groups: an element of a list may have further fields than the object alone."""
    return [{name: group[name] for name in ("id", *GROUP)} for group in groups]


def without_handlers() -> Sandbox:
    """A sandbox that knows of no operation."""
    return Sandbox(registry=Registry())


async def test_what_was_sent_is_stored_changed_given_back_and_deleted() -> None:
    sandbox = without_handlers()
    async with client_of(sandbox, generic=True) as client:
        first = (await client.call("product_groups.create", json=GROUP | {"number": "1"})).json()
        second = (await client.call("product_groups.create", json=GROUP | {"number": "2"})).json()
        changed = (await client.call("product_groups.update", first["id"], json={"name": "Goods"})).json()
        assert changed == first | {"name": "Goods"}
        assert (await client.call("product_groups.get", first["id"])).json() == changed
        assert known(*(await client.page("product_groups.list"))["data"]) == known(changed, second)
        assert (await client.call("product_groups.delete", first["id"])).status_code == 204
        page = await client.page("product_groups.list", params={"limit": "10", "page": "2"})
        assert (page["data"], page["total"], page.get("totalPages", 1)) == ([], 1, 1)
    assert first["id"] != second["id"]
    assert [write.resource_id for write in sandbox.writes] == [first["id"], second["id"], first["id"], first["id"]]
    assert set(sandbox.unverified) == set(packaged().routes)


async def test_an_id_of_another_form_than_documented_is_not_found() -> None:
    node: dict[str, Any] = {
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}],
        "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": {"type": "object"}}}}},
    }
    operation = Operation(name="things.get", method="GET", path="/v1/things/{id}", tag="Things")
    async with client_of(Sandbox(document=api_of(operation, node)), generic=True) as client:
        assert (await client.get("/v1/things/1")).status_code == 404
        assert (await client.get("/v1/things/0197a943-2325-7829-b835-b6c71a293065")).status_code == 200


async def test_what_nobody_sent_is_an_example_with_the_id_that_was_asked_for() -> None:
    async with client_of(without_handlers(), generic=True) as client:
        product = (await client.call("products.get", "p-17")).json()
    assert product["id"] == "p-17"
    assert product["name"]


async def test_a_pdf_is_real_and_a_preview_is_watermarked() -> None:
    async with client_of(without_handlers(), generic=True) as client:
        plain = await client.call("quotes.pdf", "q1")
        preview = await client.call("quotes.pdf", "q1", params={"draft": "true"})
    assert plain.content.startswith(b"%PDF-")
    assert b"(DRAFT)" not in plain.content
    assert b"(DRAFT)" in preview.content


@pytest.mark.parametrize(
    ("pagination", "properties", "expected"),
    [
        (
            Pagination("page", "limit", "data", "total", "page", "limit", "totalPages"),
            {},
            {"total": 3, "totalPages": 2},
        ),
        (Pagination("page", "limit", "rows", "meta.total", None, None, None), {}, {"meta": {"total": 3}}),
        (
            Pagination("page", "limit", "rows", None, None, None, None),
            {
                "meta": closed(total={"type": "number"}, pageSize={"type": "number"}),
                "count": {"type": "number"},
                "total": {},
            },
            {"meta": {"total": 3, "pageSize": 2}, "count": 1, "total": 3},
        ),
        (None, {}, None),
    ],
)
async def test_a_list_comes_in_the_envelope_that_the_document_describes(
    pagination: Pagination | None, properties: dict[str, Any], expected: dict[str, Any] | None
) -> None:
    operation = Operation(name="things.list", method="GET", path="/v1/things", pagination=pagination)
    schema: dict[str, Any] = {"type": "object", "properties": properties, "required": list(properties)}
    parameters = [{"name": name, "in": "query", "schema": {"type": "integer"}} for name in ("page", "limit")]
    content = {"application/json": {"schema": schema}}
    node = {"parameters": parameters, "responses": {"200": {"description": "", "content": content}}}
    lists = Registry()

    @lists.handles("things.list")
    def things(call: Call) -> Reply:
        return listed(call, [{"id": one} for one in "abc"])

    async with client_of(Sandbox(document=api_of(operation, node), registry=lists)) as client:
        body = (await client.get("/v1/things?limit=2&page=2")).json()
    if pagination is None or expected is None:
        assert body == [{"id": "a"}, {"id": "b"}, {"id": "c"}]
    else:
        assert body[pagination.items] == [{"id": "c"}]
        assert expected.items() <= body.items()


@pytest.mark.parametrize(
    ("relied", "undeclared"),
    [
        (Relied({"a": "string"}, {"b": "string"}, ("search",)), None),
        (Relied({}, {"b": "string"}, ("search",)), "{'a'}"),
        (Relied({"a": "string"}, {}, ("search",)), "{'b'}"),
        (Relied({"a": "string"}, {"b": "string"}), "{'search'}"),
    ],
)
async def test_a_handler_that_relies_on_more_than_it_says_fails_its_tests(
    relied: Relied, undeclared: str | None
) -> None:
    def create(call: Call) -> Reply:
        return Reply({"b": f"{call.body['a']} {call.query.get('search')}"})

    own = Registry()
    own.handles("things.create")(watched("things.create", create, relied))
    async with client_of(Sandbox(document=api(closed(a=STRING), closed(b=STRING)), registry=own)) as client:
        call = client.post("/v1/things?search=x", json={"a": "1"})
        if undeclared is None:
            assert (await call).json() == {"b": "1 x"}
        else:
            with pytest.raises(AssertionError, match=undeclared):
                await call
