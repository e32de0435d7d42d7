"""The rules of `ledgerbee verify`, over a small document: what is compared, put right, and asked for."""

from __future__ import annotations

import copy
from typing import Any

import httpx
import pytest

from ledgerbee_client._verify.amending import inferred, study
from ledgerbee_client._verify.answers import failed
from ledgerbee_client._verify.entries import as_yaml, corrections
from ledgerbee_client._verify.ids import NOBODY, IdBook
from ledgerbee_client._verify.looking import is_field_name, text_formats
from ledgerbee_client._verify.report import report_of
from ledgerbee_client._verify.schemas import Schemas
from ledgerbee_client._verify.tour import Visit, plan, tour
from ledgerbee_client.errors import (
    APIError,
    ConflictError,
    LedgerBeeError,
    LicenseRequiredError,
    NotFoundError,
    RateLimitError,
    RequestTimeoutError,
    ResponseDecodeError,
    ServerError,
)
from ledgerbee_client.generated.types import Operation

Json = dict[str, Any]
STRING: Json = {"type": "string"}
GET = Operation("things.get", "GET", "/v1/things/{id}", tag="Things", summary="Get a thing")
LIST = Operation("things.list", "GET", "/v1/things", tag="Things", summary="List things")


def document(thing: Json, *, components: Json | None = None, response: Json | None = None) -> Json:
    """A document whose one operation returns a thing, or what is given instead."""
    schema = response or {"$ref": "#/components/schemas/Thing"}
    node = {"responses": {"200": {"content": {"application/json": {"schema": schema}}}}}
    return {
        "paths": {GET.path: {"get": node}, LIST.path: {"get": copy.deepcopy(node)}},
        "components": {"schemas": {"Thing": thing, **(components or {})}},
    }


def thing(*required: str, **fields: Json) -> Json:
    return {"type": "object", "properties": fields, "required": list(required)}


def compared(raw: Json, *bodies: Any) -> tuple[set[tuple[str, str, str]], list[Json]]:
    """What differs (kind, place, what was found), and the entries for it."""
    found = study(raw, [(GET, list(bodies))])
    again = study(found.amended, [(GET, list(bodies))])
    assert not any(one.kind != "value" and one.place != "*" for one in again.differences.get(GET.name, ()))
    entries = corrections(raw, found, [GET], "test")
    differences = {(one.kind, one.place, one.found) for one in found.differences.get(GET.name, ())}
    return differences, [*entries.get("operations", ()), *entries.get("schemas", ())]


def entry(**parts: Any) -> Json:
    return {"schema": "Thing", **parts}


def without_why(entries: list[Json]) -> list[Json]:
    return [{key: value for key, value in one.items() if key != "why"} for one in entries]


# ---------------------------------------------------------------------- kinds


@pytest.mark.parametrize(
    ("documented", "value", "found", "corrected"),
    [
        (STRING, 1, "integer", {"type": "integer"}),
        (STRING, 1.5, "number", {"type": "number"}),
        (STRING, True, "boolean", {"type": "boolean"}),
        (STRING, None, "null", {"type": "string", "nullable": True}),
        (STRING, [1], "array", {"type": "array", "items": {"type": "integer"}}),
        (STRING, {"K-1": 1}, "object", {"type": "object", "additionalProperties": True}),
        ({"type": "integer"}, 1.5, "number", {"type": "number"}),
        ({"type": "number"}, "12.50", "string", STRING),
        ({"type": "string", "format": "decimal"}, "a lot", "string", STRING),
        ({"type": "string", "format": "date"}, "2026-01-31T09:00:00Z", "string (date-time)", "date-time"),
        ({"type": "string", "format": "date-time"}, "2026-01-31", "string (date)", "date"),
        ({"type": "string", "format": "date"}, "31.01.2026", "string", STRING),
        ({"type": "string", "format": "date"}, "2026-13-31", "string", STRING),
        ({"enum": ["a"], "type": "string"}, None, "null", {"enum": ["a", None], "type": "string", "nullable": True}),
        ({"format": "decimal"}, "many", "string", STRING),
        ({"$ref": "#/components/schemas/Other"}, None, "null", "reference"),
    ],
)
def test_a_value_of_another_kind_is_found_and_put_right(
    documented: Json, value: Any, found: str, corrected: Any
) -> None:
    raw = document(thing(a=documented), components={"Other": thing(b=STRING)})
    differences, entries = compared(raw, {"a": value})
    assert differences == {("kind", "a", found)}
    if corrected == "reference":
        corrected = {"allOf": [documented], "nullable": True}
    elif isinstance(corrected, str):
        corrected = {"type": "string", "format": corrected}
    assert without_why(entries) == [entry(property="a", type=corrected)]


@pytest.mark.parametrize(
    ("documented", "value"),
    [
        (STRING, "x"),
        ({}, {"anything": 1}),
        ({"type": "number"}, 1),
        ({"type": "integer"}, 2.0),
        ({"type": "string", "format": "decimal"}, "1"),
        ({"type": "string", "format": "decimal"}, "1e3"),
        ({"type": "string", "format": "decimal", "nullable": True}, None),
        ({"format": "decimal"}, 1.5),
        ({"format": "decimal"}, "1.5"),
        ({"type": "string", "format": "uri"}, "x"),
        ({"type": "string", "format": "date-time"}, "2026-01-31T09:00:00.000Z"),
        ({"type": ["string", "null"]}, None),
        ({"enum": ["a", "b"]}, "b"),
        ({"enum": ["a", None]}, None),
        ({"oneOf": [STRING, {"type": "number"}]}, 1.5),
        ({"anyOf": [STRING, {"type": "null"}]}, None),
        ({"allOf": [{"$ref": "#/components/schemas/Other"}], "nullable": True}, None),
        ({"allOf": [{"$ref": "#/components/schemas/Other"}]}, {"b": "x"}),
        ({"type": "object", "additionalProperties": True}, {"K-1": 1}),
        ({"type": "object", "additionalProperties": STRING}, {"K-1": "x"}),
    ],
)
def test_what_is_documented_does_not_differ(documented: Json, value: Any) -> None:
    raw = document(thing(a=documented), components={"Other": thing("b", b=STRING)})
    assert compared(raw, {"a": value}) == (set(), [])


def test_a_field_that_is_now_this_and_now_that_becomes_a_union() -> None:
    differences, entries = compared(document(thing(a=STRING)), {"a": "x"}, {"a": 1}, {"a": 2.5}, {"a": None})
    assert differences == {("kind", "a", "integer"), ("kind", "a", "number"), ("kind", "a", "null")}
    wanted = {"oneOf": [STRING, {"type": "number"}], "nullable": True}
    assert without_why(entries) == [entry(property="a", type=wanted)]
    assert "documented as string, found integer and null and number" in entries[0]["why"]


def test_the_form_that_fits_best_is_looked_at() -> None:
    one = {"type": "object", "properties": {"a": STRING, "b": STRING}}
    other = {"type": "object", "properties": {"a": STRING, "c": {"type": "boolean"}}}
    raw = document({}, response={"oneOf": [one, other]})
    differences, _entries = compared(raw, {"a": "x", "c": "yes"})
    assert differences == {("kind", "c", "string")}


# ---------------------------------------------------------------------- fields


def test_a_field_that_is_missing_now_and_then_is_not_required() -> None:
    differences, entries = compared(document(thing("a", "b", a=STRING, b=STRING)), {"a": "x", "b": "y"}, {"a": "x"})
    assert differences == {("missing", "b", "")}
    assert without_why(entries) == [entry(property="b", required=False)]
    assert entries[0]["why"] == "test: missing 1 of 2 times"


def test_a_field_that_is_only_concluded_to_be_required_is_put_right_as_well() -> None:
    raw = document(thing(id={**STRING, "x-inferred-required": True}))
    differences, entries = compared(raw, {})
    assert differences == {("missing", "id", "")}
    assert without_why(entries) == [entry(property="id", required=False)]


def test_further_fields_are_added_with_what_they_hold() -> None:
    body = {
        "none": None,
        "empty": [],
        "day": "2026-01-31",
        "mixed": [1, "x", None],
        "known": {"a": "x"},
        "data": {"K-1": {"a": "x"}},
    }
    _differences, entries = compared(document(thing(a=STRING)), {"a": "x", **body})
    assert {one["property"]: one["add"] for one in entries} == {
        "none": {},
        "empty": {"type": "array", "items": {}},
        "day": {"type": "string", "format": "date"},
        "mixed": {"type": "array", "items": {"oneOf": [{"type": "integer"}, STRING], "nullable": True}},
        "known": {"type": "object", "properties": {"a": STRING}, "required": ["a"]},
        "data": {"type": "object", "additionalProperties": True},
    }


def test_names_that_are_data_are_neither_shown_nor_added() -> None:
    differences, entries = compared(document(thing(a=STRING)), {"a": "x", "K-100234": 1, "anna@example.com": 2})
    assert differences == {("unknown", "*", "integer")}
    assert entries == []
    raw = document(thing(a={"type": "object", "additionalProperties": STRING}))
    differences, entries = compared(raw, {"a": {"K-100234": 1}})
    assert differences == {("kind", "a.*", "integer")}
    assert "K-100234" not in as_yaml({"schemas": entries})


@pytest.mark.parametrize(
    ("name", "is_name"),
    [("unitPrice", True), ("address_line2", True), ("@type", False), ("a94f8b2", False), ("K1001", False), ("", False)],
)
def test_a_name_is_told_from_data_by_its_look(name: str, is_name: bool) -> None:
    assert is_field_name(name) is is_name


def test_an_open_object_of_which_fields_are_missing_is_compared_and_a_map_is_not() -> None:
    raw = document({"type": "object", "additionalProperties": True, "x-incomplete": True})
    assert compared(raw, {"a": 1})[0] == {("unknown", "a", "integer")}
    assert compared(document({"type": "object", "additionalProperties": True}), {"a": 1})[0] == set()


def test_a_field_inside_an_object_on_the_spot_is_put_right_with_the_whole() -> None:
    raw = document(thing(meta=thing("page", page={"type": "integer"})))
    _differences, entries = compared(raw, {"meta": {"page": "1"}})
    assert without_why(entries) == [
        entry(property="meta", type=thing("page", page=STRING)),
    ]


def test_a_field_of_a_part_of_an_object_is_put_right_with_the_whole() -> None:
    raw = document({"allOf": [thing(a=STRING)], "description": "A thing"})
    _differences, entries = compared(raw, {"a": 1})
    wanted = {"allOf": [thing(a={"type": "integer"})], "description": "A thing"}
    assert without_why(entries) == [entry(type=wanted)]


def test_an_optional_field_is_not_taken_for_another() -> None:
    differences, entries = compared(document(thing(reference=STRING)), {"ourReference": "x"})
    assert differences == {("unknown", "ourReference", "string")}
    assert "rename" not in entries[0]


def test_of_two_lists_that_are_empty_none_is_taken_for_another() -> None:
    raw = document(thing("a", a={"type": "array", "items": thing(b=STRING)}))
    assert "rename" not in compared(raw, {"x": [], "y": []})[1][0]
    assert compared(raw, {"x": []})[1][0]["rename"] == "x"


def test_an_unknown_field_that_is_of_another_kind_is_not_the_missing_one() -> None:
    _differences, entries = compared(document(thing("name", name=STRING)), {"theName": 1})
    assert not any("rename" in one for one in entries)
    _differences, entries = compared(document(thing("name", name=STRING)), {"theName": "x"})
    assert without_why(entries) == [entry(property="name", rename="theName")]
    _differences, entries = compared(document(thing("customerName", customerName=STRING)), {"costumerName": "x"})
    assert without_why(entries) == [entry(property="customerName", rename="costumerName")]


def test_an_enum_that_has_further_values_is_said_and_left_to_a_person() -> None:
    differences, entries = compared(document(thing(a={"type": "string", "enum": ["x"]})), {"a": "y"})
    assert differences == {("value", "a", "another")}
    assert entries == []


def test_what_has_no_json_is_not_compared() -> None:
    raw = document(thing())
    raw["paths"][GET.path]["get"]["responses"] = {"200": {"content": {"application/pdf": {}}}, "404": {}}
    assert compared(raw, {"a": 1}) == (set(), [])
    assert Schemas(raw).response(GET) is None


def test_numbers_and_whole_numbers_are_numbers() -> None:
    assert inferred([1, 2.5], Schemas({})) == {"type": "number"}
    assert text_formats("x") == ()


def test_texts_that_yaml_takes_for_something_else_are_quoted() -> None:
    text = as_yaml({"schemas": [{"schema": "A: b", "property": "c", "why": "no: 'yes'"}]})
    assert text == 'schemas:\n  - schema: "A: b"\n    property: c\n    why: "no: \'yes\'"\n'
    assert as_yaml({}) == ""


# ---------------------------------------------------------------------- answers


def response(status: int, **body: Any) -> httpx.Response:
    return httpx.Response(status, json=body, request=httpx.Request("GET", "https://api.ledgerbee.test/api/v1/x"))


def not_found(**body: Any) -> NotFoundError:
    return NotFoundError(response(404, **body))


@pytest.mark.parametrize(
    ("error", "path", "part"),
    [
        (not_found(message="Cannot GET /v1/x", path="/v1/x"), "unknown_route", "no such path"),
        (not_found(message="Invoice not found", path="/v1/x"), "exists", "own 'not found'"),
        (not_found(message="<html>"), "unclear", "check base_url"),
        (ConflictError(response(409, code="CONFLICT")), "exists", "refused the call"),
        (APIError(response(418)), "unclear", "refused the call"),
        (ServerError(response(500, code="INTERNAL")), "unclear", "the API failed"),
        (RateLimitError(response(429)), "unclear", "too many requests"),
        (RequestTimeoutError("slow"), "unclear", "no response (RequestTimeoutError)"),
        (ResponseDecodeError("x", response=response(200)), "exists", "not what the document says"),
        (ResponseDecodeError("x"), "exists", "not what the document says"),
    ],
)
def test_what_an_error_says_of_the_path(error: LedgerBeeError, path: str, part: str) -> None:
    answer = failed(error, has_id=True)
    assert answer.path == path
    assert part in answer.note


def test_not_found_says_nothing_of_a_path_without_an_id() -> None:
    error = not_found(message="Customer not found", path="/v1/x", code="CUSTOMER_NOT_FOUND")
    assert failed(error, has_id=False).path == "unclear"
    probed = failed(error, has_id=True, is_probe=True)
    assert (probed.path, probed.code) == ("exists", "CUSTOMER_NOT_FOUND")


def test_nothing_that_could_be_a_value_is_taken_over_from_an_error() -> None:
    assert failed(ConflictError(response(409, code="Invoice 0197a943 of Anna")), has_id=True).code is None
    details = {"licenseKey": "0197a943-2325"}
    refused = LicenseRequiredError(response(403, code="LICENSE.REQUIRED", details=details))
    assert failed(refused, has_id=True).license == "not named"


def test_an_id_comes_from_the_list_of_the_resource_where_paths_begin_otherwise() -> None:
    book = IdBook()
    book.add(Operation(name="products.list", method="GET", path="/v1/goods"), {"data": [{"key": 7, "id": "p1"}]})
    assert book.fill("/v1/things/{thingId}/{otherId}", "products.get") == (f"/v1/things/p1/{NOBODY}", False)
    assert book.fill("/v1/things/{thingId}", "products.get") == ("/v1/things/p1", True)
    assert book.fill("/v1/things/{slug}", "products.get") == (f"/v1/things/{NOBODY}", False)
    assert book.fill("/v1/things/{thingId}", "accounts.get") == (f"/v1/things/{NOBODY}", False)


def test_a_license_that_is_not_documented_is_an_entry() -> None:
    answer = failed(
        LicenseRequiredError(response(403, code="LICENSE.REQUIRED", details={"licenseKey": "Projects"})), has_id=True
    )
    known = Operation("a.b", "GET", "/v1/ab", licenses=("Projects",))
    visits = [Visit(LIST, answer), Visit(known, answer)]
    operations = {one.operation.name: one.operation for one in visits}
    report = report_of(document(thing()), visits, operations, None, base_url="x", client="1", date="2026-01-31")
    (entry,) = report.entries["operations"]
    assert (entry["operation"], entry["licenses"]) == ("GET /v1/things", ["Projects"])


# ---------------------------------------------------------------------- ids


@pytest.mark.parametrize(
    ("body", "path", "filled"),
    [
        ([{"id": "a"}], "/v1/things/{id}", "/v1/things/a"),
        ({"data": [{"id": 7}]}, "/v1/things/{thingId}/parts", "/v1/things/7/parts"),
        ({"meta": {"page": 1}, "list": {"things": [{"id": "a"}]}}, "/v1/things/{id}", "/v1/things/a"),
        ([{"name": "x", "thingId": "a"}], "/v1/things/{id}", "/v1/things/a"),
        ([{"prices": [{"id": "p"}]}], "/v1/thing-prices/{priceId}", "/v1/thing-prices/p"),
        ([{"id": "a", "companyId": "c"}], "/v1/companies/{id}", "/v1/companies/c"),
        ([{"part": {"id": "p"}}], "/v1/parts/{id}", "/v1/parts/p"),
    ],
)
def test_ids_come_from_lists_and_from_fields(body: Any, path: str, filled: str) -> None:
    book = IdBook()
    book.add(LIST, body)
    assert book.fill(path) == (filled, True)


def test_an_id_that_is_not_known_is_one_that_nobody_has() -> None:
    book = IdBook()
    book.add(LIST, [])
    book.add(GET, {"data": ["a"], "flag": True})
    assert book.fill("/v1/things/{id}") == (f"/v1/things/{NOBODY}", False)


# ---------------------------------------------------------------------- the tour


class Silent:
    """A client whose API has stopped answering."""

    def __init__(self) -> None:
        self.called: list[tuple[str, list[tuple[str, str]]]] = []

    async def execute(self, operation: Operation, request: Any, _decode: Any) -> Any:
        self.called.append((operation.name, request.query))
        if len(self.called) > 1:
            raise RequestTimeoutError("slow")
        return type("Response", (), {"parsed": [], "status_code": 200})


async def test_after_three_calls_without_an_answer_the_rest_is_left_out() -> None:
    operations = {f"things.{name}": Operation(f"things.{name}", "GET", f"/v1/{name}") for name in "abcdefg"}
    silent = Silent()
    visits = await tour(silent, document(thing()), operations, "api_key")  # type: ignore[arg-type]
    assert [one.answer.path for one in visits] == ["confirmed", *["unclear"] * 3, *["not_tried"] * 3]
    assert len(silent.called) == 4
    assert visits[-1].answer.note == "the API had stopped answering"


async def test_what_must_be_asked_for_is_asked_for_with_something_that_nobody_has() -> None:
    raw = document(thing())
    raw["components"]["parameters"] = {"P": {"name": "at", "in": "query", "required": True, "schema": STRING}}
    raw["paths"][LIST.path]["get"]["parameters"] = [
        {"$ref": "#/components/parameters/P"},
        {"name": "page", "in": "query", "required": True, "schema": {"type": "integer"}},
        {"name": "sort", "in": "query", "schema": STRING},
    ]
    silent = Silent()
    await tour(silent, raw, {LIST.name: LIST}, "api_key")  # type: ignore[arg-type]
    assert silent.called == [("things.list", [("at", NOBODY), ("page", "1")])]
    post = Operation("things.create", "POST", "/v1/things")
    other = Operation("things.other", "GET", "/v1/things/other")
    in_order = plan(raw, {one.name: one for one in (post, GET, LIST, other)})
    assert [one.name for one in in_order] == ["things.other", "things.list", "things.get"]
