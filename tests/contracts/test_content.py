"""What an operation takes and gives beside its fields: content types, encodings, what moves, what callbacks bring."""

from __future__ import annotations

from typing import Any

import pytest

from ledgerbee_client.contracts.snapshots import compare_snapshots, snapshot
from scripts.codegen.description import describe, describe_both
from scripts.schema_report import build_report
from tests.contracts.support import STRING, Json, document, object_of

PASS = "Pass it in every call."
UPGRADE = "Upgrade: older releases send it in the old place. Raw requests must follow."
BYTES: Json = {"type": "string", "format": "binary"}


def posting(kind: str, schema: Json, *parameters: Json, **media: Any) -> Json:
    operation = {
        "summary": "Create",
        "tags": ["Things"],
        "parameters": list(parameters),
        "requestBody": {"content": {kind: {"schema": schema, **media}}},
        "responses": {},
    }
    return document({"/things": {"post": operation}})


def giving(kind: str, schema: Json) -> Json:
    response = {"description": "ok", "content": {kind: {"schema": schema}}}
    return document({"/things": {"get": {"summary": "List", "tags": ["Things"], "responses": {"200": response}}}})


def query(name: str, **more: Any) -> Json:
    return {"in": "query", "name": name, "schema": {"type": "string"}, **more}


def alarms(old: Json, new: Json) -> list[str]:
    """What somebody has to do, by the report; the contract snapshots must say the same."""
    report = build_report(old, new)
    before, after = describe(old), describe(new)
    pinned = [snapshot(one["operations"][0], one.get("schemas", {})) for one in (before, after)]
    assert {one.text for one in compare_snapshots(*pinned)} == {one.text for one in report.entries if one.action}
    return [line for line in report.markdown.splitlines() if line.startswith("- ") and ". **" in line]


def test_fields_are_compared_across_content_types_that_have_fields() -> None:
    form = "application/x-www-form-urlencoded"
    old = posting(form, object_of(a=STRING))
    new = posting("multipart/form-data", object_of(("file",), a=STRING, file=BYTES))
    assert alarms(old, new) == [
        "- Request field `file`: added, required, `string (binary)`. **Pass it in every call.**",
        f"- Content type of the body: `{form}` → `multipart/form-data`. **Send the new content type.**",
    ]


@pytest.mark.parametrize(
    ("old", "new", "sent", "read"),
    [
        ("*/*", "application/json", "major", "patch"),
        ("application/json", "*/*", "minor", "major"),
        ("application/pdf", "application/*", "minor", "major"),
        ("application/*", "text/plain", "major", "major"),
        ("application/json", "Application/JSON; charset=utf-8", "patch", "patch"),
    ],
)
def test_a_wildcard_takes_all_that_it_means(old: str, new: str, sent: str, read: str) -> None:
    assert build_report(posting(old, object_of(a=STRING)), posting(new, object_of(a=STRING))).bump == sent
    assert build_report(giving(old, object_of(a=STRING)), giving(new, object_of(a=STRING))).bump == read


def test_another_encoding_asks_for_an_upgrade() -> None:
    schema = object_of(meta=object_of(a=STRING), file=BYTES)
    old = posting("multipart/form-data", schema, encoding={"file": {"headers": {"X-A": {"schema": STRING}}}})
    new = posting("multipart/form-data", schema, encoding={"meta": {"style": "deepObject", "explode": True}})
    assert [line.partition(" **Upgrade")[0] for line in alarms(old, new)] == [
        "- Request field `meta`: encoded `explode on, style deepObject`, was by default.",
        "- Request field `file`: encoded by default, was `headers X-A`.",
    ]


def test_another_style_of_a_parameter_asks_for_an_upgrade() -> None:
    body = object_of(a=STRING)
    old, new = (posting("application/json", body, query("ids", style=one)) for one in ("form", "pipeDelimited"))
    assert len(alarms(old, new)) == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            posting("application/json", object_of(a=STRING), query("dry")),
            posting("application/json", object_of(("dry",), a=STRING, dry={"type": "boolean"})),
            [
                f"- Query parameter `dry`: moved to the body, where it is required. **{PASS} {UPGRADE}**",
                "- Request field `dry`: type `string` → `boolean`. **Pass the new type.**",
            ],
        ),
        (
            posting("application/json", object_of(a=STRING, dry={"type": "boolean"})),
            posting("application/json", object_of(a=STRING), query("dry")),
            [
                "- Query parameter `dry`: type `boolean` → `string`. **Pass the new type.**",
                f"- Request field `dry`: moved to the query. **{UPGRADE}**",
            ],
        ),
        (
            posting("application/json", object_of(a=STRING), query("x-tenant")),
            posting("application/json", object_of(a=STRING), query("x-tenant", **{"in": "header"})),
            [f"- Query parameter `x-tenant`: moved to the headers. **{UPGRADE}**"],
        ),
    ],
)
def test_what_moves_is_said_with_what_else_became_of_it(old: Json, new: Json, said: list[str]) -> None:
    assert alarms(old, new) == said


def test_headers_of_a_callback_are_in_the_snapshot_of_its_operation() -> None:
    def made(*parameters: Json) -> Json:
        old = posting("application/json", object_of(url=STRING))
        callback = {"post": {"parameters": list(parameters), "responses": {}}}
        old["paths"]["/things"]["post"]["callbacks"] = {"done": {"{$request.body#/url}": callback}}
        return old

    signature = query("X-Signature", **{"in": "header"})
    assert alarms(made(signature), made()) == ["- Webhook field `header x-signature`: removed. **Stop reading it.**"]


def test_a_callback_by_another_method_still_goes_to_its_address() -> None:
    def made(method: str) -> Json:
        old = posting("application/json", object_of(url=STRING))
        old["paths"]["/things"]["post"]["callbacks"] = {"done": {"{$url}": {method: {"responses": {}}}}}
        return old

    assert alarms(made("post"), made("put")) == ["- Is sent as `PUT`, was `POST`. **Accept the new method.**"]


def test_two_documents_described_together_are_as_each_is_alone() -> None:
    thing = {"$ref": "#/components/schemas/Thing"}
    schemas = {
        "Thing": {"allOf": [{"$ref": "#/components/schemas/Base"}, object_of(parts={"type": "array", "items": thing})]},
        "Base": object_of(id=STRING, kind={"$ref": "#/components/schemas/Kind"}),
        "Kind": {"type": "string", "enum": ["a", "b"]},
        "Other": object_of(thing=thing, more=STRING),
        "Inner": object_of(a={"$ref": "#/components/schemas/Other/properties/more"}),
        "Both": {"allOf": [object_of(a={"$ref": "#/components/schemas/Kind"}), object_of(a=thing)]},
    }
    uses = object_of(**{name.lower(): {"$ref": f"#/components/schemas/{name}"} for name in ("Thing", "Other", "Both")})
    old, new = giving("application/json", uses), giving("application/json", uses)
    old["components"]["schemas"] = schemas
    for name in schemas:
        new["components"]["schemas"] = {**schemas, name: {**schemas[name], "minProperties": 1}}
        apart = describe(old, texts=True, beside=new), describe(new, texts=True, beside=old)
        assert describe_both(old, new) == apart


def test_a_schema_that_becomes_two_is_named_with_both() -> None:
    thing = object_of(("id",), id=STRING)

    def made(sent: str, read: str) -> Json:
        one = posting("application/json", {"$ref": f"#/components/schemas/{sent}"})
        response = {
            "description": "",
            "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{read}"}}},
        }
        one["paths"]["/things"]["post"]["responses"] = {"200": response}
        one["components"]["schemas"] = {sent: thing, read: thing}
        return one

    report = build_report(made("Thing", "Thing"), made("ThingIn", "ThingOut"))
    assert "schema `Thing` is now called `ThingIn` and `ThingOut`" in report.markdown.replace("Schema", "schema")
    assert report.bump == "patch"
