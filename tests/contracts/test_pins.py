"""Contract snapshots: what fails a user's contract test, and what doesn't."""

from __future__ import annotations

import copy
import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client import LedgerBee
from ledgerbee_client.contracts import alerts, compare
from ledgerbee_client.contracts.snapshots import compare_snapshots, snapshot
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.testing import pins
from ledgerbee_client.testing.pins import check_pins
from scripts.codegen.description import describe

Json = dict[str, Any]

# ---------------------------------------------------------------------- one operation of a small document

PATH = "/v1/orders/{id}"
BODY: Json = {
    "type": "object",
    "required": ["customer"],
    "properties": {
        "customer": {"type": "string", "maxLength": 40},
        "kind": {"type": "string", "enum": ["goods", "services"]},
        "note": {"type": "string", "nullable": True},
        "lines": {"type": "array", "items": {"$ref": "#/components/schemas/Line"}},
        "metadata": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}
LINE: Json = {
    "type": "object",
    "required": ["amount"],
    "properties": {"amount": {"type": "string", "format": "decimal"}},
}
ANSWER: Json = {
    "type": "object",
    "required": ["id", "lines"],
    "properties": {
        "id": {"type": "string"},
        "status": {"type": "string", "enum": ["open", "paid"]},
        "count": {"type": "integer"},
        "lines": {"type": "array", "items": {"$ref": "#/components/schemas/Line"}},
        "labels": {"type": "object", "additionalProperties": True},
    },
}
PARAMETERS: list[Json] = [
    {"in": "path", "name": "id", "required": True, "schema": {"type": "string"}},
    {"in": "query", "name": "sort", "required": False, "schema": {"type": "string", "enum": ["date", "name"]}},
]


def document(
    body: Json | None = BODY,
    answer: Json | None = ANSWER,
    parameters: list[Json] = PARAMETERS,
    schemas: Json | None = None,
    status: str = "201",
) -> Json:
    node: Json = {"parameters": parameters, "responses": {status: {"description": "made"}}}
    if body is not None:
        node["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    if answer is not None:
        node["responses"][status]["content"] = {"application/json": {"schema": answer}}
    return {
        "openapi": "3.0.0",
        "info": {"title": "Orders", "version": "1"},
        "paths": {PATH: {"post": node}},
        "components": {"schemas": schemas or {"Line": LINE}},
    }


def contract_of(raw: Json) -> Json:
    """The snapshot of the only operation of a document."""
    described = describe(raw)
    return snapshot(described["operations"][0], described["schemas"])


def contract(**parts: Any) -> Json:
    return contract_of(document(**parts))


def body_of(pinned: Json) -> Json:
    return pinned["body application/json"]


def response_of(pinned: Json) -> Json:
    return pinned["response 201 application/json"]


def edited(schema: Json, path: str, value: Any) -> Json:
    """A copy with one place set, or taken out where the value is None."""
    schema = copy.deepcopy(schema)
    *above, last = path.split("/")
    node: Any = schema
    for step in above:
        node = node[step]
    if value is None:
        del node[last]
    else:
        node[last] = value
    return schema


def said(old: Json, new: Json) -> list[str]:
    """The changes, for pins as they come out of a file."""
    found = [pins._line(change) for change in compare_snapshots(json.loads(pins._text(old)), new)]
    return [line.partition(". ")[0] for line in dict.fromkeys(found)]


# ---------------------------------------------------------------------- what is sent


@pytest.mark.unmeasured
@pytest.mark.parametrize(
    ("place", "value", "line"),
    [
        ("properties/note", None, "body note: removed"),
        ("properties/lines", None, "body lines: removed"),
        (
            "properties/lines/items",
            {"type": "object"},
            "body lines[]: an object of a class becomes a dict in Python; fields no longer listed: `amount`",
        ),
        ("properties/metadata/additionalProperties", False, "body metadata: restricted for fields that are not listed"),
        ("properties/lines/items", {"type": "integer"}, "body lines[]: type `object` → `integer`"),
        ("required", ["customer", "kind"], "body kind: now required"),
        ("properties/note/nullable", False, "body note: no longer null"),
        ("properties/kind/enum", ["goods"], "body kind: values removed: `services`"),
        ("properties/note/enum", ["x", "y"], "body note: now one of `x`, `y`"),
        ("properties/customer/type", "integer", "body customer: type `string` → `integer`"),
        ("properties/note/format", "date", "body note: type `string` → `string (date)`"),
        ("properties/customer/maxLength", 20, "body customer: `maxLength` `40` → `20`"),
        ("properties/customer/minLength", 1, "body customer: `minLength` none → `1`"),
        ("properties/customer/pattern", "^C", "body customer: `pattern` none → `^C`"),
        ("properties/lines/maxItems", 9, "body lines: `maxItems` none → `9`"),
        ("properties/metadata/additionalProperties/type", "number", "body metadata.*: type `string` → `number`"),
    ],
)
def test_what_breaks_a_sender_is_said_in_one_line(place: str, value: Any, line: str) -> None:
    assert said(contract(), contract(body=edited(BODY, place, value))) == [line]


@pytest.mark.unmeasured
@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("properties/more", {"type": "string"}),
        ("properties/more", {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}),
        ("required", []),
        ("properties/kind/enum", ["goods", "services", "rights"]),
        ("properties/kind/enum", None),
        ("properties/kind/nullable", True),
        ("properties/customer/maxLength", 80),
        ("properties/customer/maxLength", None),
        ("properties/customer/type", ["string", "integer"]),
        ("properties/customer/minLength", 0),
        ("properties/customer/format", "email"),
        ("properties/customer/deprecated", True),
        ("properties/customer/default", "C-1"),
        ("properties/metadata/additionalProperties", True),
        ("properties/customer/format", "uuid"),
        ("description", "Other words"),
        ("example", {"customer": "C-1"}),
        ("x-incomplete", True),
    ],
)
def test_what_a_sender_may_ignore_is_not_said(place: str, value: Any) -> None:
    assert said(contract(), contract(body=edited(BODY, place, value))) == []


def test_a_new_required_field_is_said() -> None:
    body = edited(BODY, "properties/due", {"type": "string"}) | {"required": ["customer", "due"]}
    assert said(contract(), contract(body=body)) == ["body due: added, required, `string`"]


def test_a_body_that_comes_goes_or_is_required_is_said() -> None:
    without, optional = contract(body=None), document()
    optional["paths"][PATH]["post"]["requestBody"]["required"] = False
    assert said(without, contract()) == ["body: body added, required"]
    assert said(without, contract_of(optional)) == []
    assert said(contract(), without) == ["body: body removed"]
    assert said(contract_of(optional), contract()) == ["body: request body now required"]


def test_fields_that_only_one_side_writes_are_no_part_of_the_other() -> None:
    mixed = edited(ANSWER, "properties/id/readOnly", True)
    mixed["properties"]["status"]["writeOnly"] = True
    both = contract(body=mixed, answer=mixed)
    assert {"id", "status"} & body_of(both).keys() == {"status"}
    assert {"id", "status"} & response_of(both).keys() == {"id"}


# ---------------------------------------------------------------------- what is read


@pytest.mark.parametrize(
    ("place", "value", "line"),
    [
        ("properties/status", None, "response status: removed"),
        (
            "properties/lines/items",
            {"type": "object"},
            "response lines[]: an object of a class becomes a dict in Python; fields no longer listed: `amount`",
        ),
        ("required", ["lines"], "response id: now optional"),
        ("properties/id/nullable", True, "response id: may now be null"),
        ("properties/count/type", "number", "response count: type `integer` → `number`"),
        ("properties/count/type", "string", "response count: type `integer` → `string`"),
        ("properties/id/format", "date", "response id: type `string` → `string (date)`"),
        ("type", "array", "response: type `object` → `array`"),
    ],
)
def test_what_breaks_a_reader_is_said_in_one_line(place: str, value: Any, line: str) -> None:
    assert said(contract(), contract(answer=edited(ANSWER, place, value))) == [line]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("properties/more", {"type": "string"}),
        ("required", ["id", "lines", "count"]),
        ("properties/status/enum", ["open", "paid", "late"]),
        ("properties/status/enum", ["open"]),
        ("properties/status/enum", None),
        ("properties/id/maxLength", 10),
        ("properties/labels/additionalProperties", False),
        ("properties/id/example", "7"),
    ],
)
def test_what_a_reader_may_ignore_is_not_said(place: str, value: Any) -> None:
    assert said(contract(), contract(answer=edited(ANSWER, place, value))) == []


def test_a_type_that_becomes_known_is_narrower_and_so_breaks_only_the_sender() -> None:
    unknown, known = {"properties": {"a": {}}}, {"properties": {"a": {"type": "string"}}}
    before, after = contract(body=unknown, answer=unknown), contract(body=known, answer=known)
    assert said(before, after) == ["body a: type `any` → `string`"]
    assert said(after, before) == ["response a: type `string` → `any`"]


def test_another_success_status_is_the_same_response() -> None:
    assert said(contract(status="200"), contract(status="201")) == []
    gone = contract(status="201", answer=edited(ANSWER, "properties/id", None))
    assert said(contract(status="200"), gone) == ["response id: removed"]


def test_a_response_that_goes_or_has_another_content_type_is_said() -> None:
    pdf = document()
    pdf["paths"][PATH]["post"]["responses"]["201"]["content"] = {"application/pdf": {}}
    assert said(contract(), contract_of(pdf)) == [
        "response: content type of the 201 response: `application/json` → `application/pdf`"
    ]
    assert said(contract(), contract(answer=None)) == [
        "response: the 201 response has no content any more, was `application/json`"
    ]


def test_errors_that_have_the_same_body_are_listed_once() -> None:
    raw = document()
    body = {"content": {"application/json": {"schema": LINE}}}
    raw["paths"][PATH]["post"]["responses"] |= {"400": body, "401": body, "429": {"description": "slow down"}}
    pinned = contract_of(raw)
    assert [key for key in pinned if key.startswith("error")] == ["error 400 401 application/json", "error 429"]
    gone = copy.deepcopy(raw)
    gone["paths"][PATH]["post"]["responses"]["401"] = {
        "content": {"application/json": {"schema": edited(LINE, "properties/amount", None)}}
    }
    assert said(pinned, contract_of(gone)) == [
        "error: an object of a class becomes a dict in Python; fields no longer listed: `amount`"
    ]


# ---------------------------------------------------------------------- the operation itself


@pytest.mark.parametrize(
    ("parameters", "lines"),
    [
        (PARAMETERS[:1], ["parameter query sort: removed"]),
        ([PARAMETERS[0], {**PARAMETERS[1], "required": True}], ["parameter query sort: now required"]),
        ([*PARAMETERS, {"in": "header", "name": "x-a", "required": True, "schema": {}}],
         ["parameter header x-a: added, required"]),
        ([*PARAMETERS, {"in": "query", "name": "page", "schema": {"type": "integer"}}], []),
        ([PARAMETERS[0], edited(PARAMETERS[1], "schema/enum", ["date"])],
         ["parameter query sort: values removed: `name`"]),
        ([{**PARAMETERS[0], "name": "orderId"}, PARAMETERS[1]], []),
    ],
)  # fmt: skip
def test_changes_of_parameters(parameters: list[Json], lines: list[str]) -> None:
    assert said(contract(), contract(parameters=parameters)) == lines


SCOPES = "## Required Scope\n\n- `a`\n"
KEY: Json = {"security": [{"key": []}]}
EITHER: Json = {"security": [{"key": []}, {"oauth": []}]}


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ({}, {"description": SCOPES}, ["scopes: + `a`"]),
        ({"description": SCOPES}, {"description": SCOPES + "- `b`\n"}, ["scopes: + `b`"]),
        ({"description": SCOPES + "- `b`\n"}, {"description": SCOPES}, []),
        ({"description": SCOPES, "x-inferred-scopes": True}, {"description": SCOPES + "- `b`\n"}, []),
        ({"description": SCOPES}, {"description": SCOPES + "- `b`\n", "x-inferred-scopes": True}, []),
        (EITHER, KEY, ["no longer accepts `OAuth 2.0 (clientCredentials)`"]),
        (KEY, EITHER, []),
        ({"security": []}, KEY, ["a credential is needed now: `x-api-key (header)`"]),
        ({}, {"deprecated": True}, ["now deprecated"]),
        ({}, {"deprecated": True, "x-successor": "POST /v2/orders", "x-sunset": "2027-01-01"},
         ["now deprecated; may stop working after 2027-01-01"]),
        ({"deprecated": True}, {"deprecated": True}, []),
        ({"deprecated": True, "x-sunset": "2027-12-31"}, {"deprecated": True, "x-sunset": "2027-01-31"},
         ["sunset moved: `2027-12-31` → `2027-01-31`"]),
        ({"deprecated": True}, {}, []),
        ({"x-idempotency": "key"}, {}, ["idempotency `key` → `none`: the client's retries follow it"]),
        ({}, {"x-idempotency": "key"}, []),
        ({}, {"servers": [{"url": "https://files.example.com"}]},
         ["security: server of the operation: that of the document → `https://files.example.com`"]),
    ],
)  # fmt: skip
def test_changes_of_the_operation(old: Json, new: Json, lines: list[str]) -> None:
    before, after = document(), document()
    for raw, fields in ((before, old), (after, new)):
        raw["paths"][PATH]["post"] |= fields
        raw["components"]["securitySchemes"] = {
            "key": {"type": "apiKey", "in": "header", "name": "x-api-key"},
            "oauth": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "https://example.com"}}},
        }
    assert said(contract_of(before), contract_of(after)) == [line.removeprefix("security: ") for line in lines]


@pytest.mark.parametrize(
    ("path", "inferred", "says"),
    [("/v2/orders/{id}", False, True), ("/v1/orders/{orderId}", False, False), ("/v2/orders/{id}", True, False)],
)
def test_a_documented_path_that_moves_is_said(path: str, inferred: bool, says: bool) -> None:
    before, after = document(), document()
    before["paths"][PATH]["post"]["x-inferred-path"] = inferred
    after["paths"] = {path: after["paths"][PATH]}
    assert bool(said(contract_of(before), contract_of(after))) is says


# ---------------------------------------------------------------------- what is no contract


@pytest.fixture(scope="module")
def packaged() -> Json:
    text = resources.files("ledgerbee_client.generated").joinpath("schema.json").read_text(encoding="utf-8")
    return json.loads(text)


def everything(raw: Json) -> Json:
    described = describe(raw)
    operations = {(one["method"], one["path"]): one for one in described["operations"]}
    return {
        name: snapshot(operations[operation.method, operation.path], described["schemas"])
        for name, operation in OPERATIONS.items()
    }


def renamed(node: Any) -> Any:
    """The document with other names of components and operations, without texts, and in another order."""
    if isinstance(node, list):
        return [renamed(one) for one in node]
    if not isinstance(node, dict):
        return node.replace("/schemas/", "/schemas/Other") if isinstance(node, str) and node.startswith("#/") else node
    result = {}
    for key in reversed(node):
        value = node[key]
        is_text = key in ("summary", "example", "examples", "operationId") and not isinstance(value, dict)
        if key == "schemas":
            result[key] = {f"Other{name}": renamed(one) for name, one in value.items()}
        elif key == "properties":
            result[key] = {name: renamed(value[name]) for name in reversed(value)}
        elif not is_text:
            result[key] = renamed(value)
    return result


@pytest.mark.unmeasured
def test_names_of_components_texts_and_order_are_no_part_of_a_contract(packaged: Json) -> None:
    assert everything(renamed(packaged)) == everything(packaged)


@pytest.mark.unmeasured
def test_every_operation_of_the_document_can_be_pinned_and_agrees_with_itself(packaged: Json) -> None:
    contracts = everything(packaged)
    assert len(contracts) == len(OPERATIONS)
    written = json.loads(pins._text(contracts))
    assert written == contracts
    assert [line for name in contracts for line in compare_snapshots(written[name], contracts[name])] == []
    assert contracts == {name: pins._contract(name) for name in OPERATIONS}


@pytest.mark.unmeasured
def test_a_pin_holds_nothing_that_is_inferred_or_only_for_people(packaged: Json) -> None:
    contracts = everything(packaged)
    text = pins._text(contracts)
    assert [word for word in ("x-inferred", "$ref", "#/components", '"description": "') if word in text] == []
    for name, operation in OPERATIONS.items():
        assert ("path" in contracts[name]) != operation.path_inferred
        assert ("scopes" in contracts[name]) != operation.scopes_inferred


# ---------------------------------------------------------------------- one schema, written in several ways


@pytest.mark.parametrize(
    "form",
    [
        {"$ref": "#/components/schemas/Line"},
        {"allOf": [{"$ref": "#/components/schemas/Line"}]},
        {"oneOf": [{"$ref": "#/components/schemas/Line"}]},
        {"allOf": [{"type": "object", "required": ["amount"]}, {"properties": LINE["properties"]}]},
        {"properties": {"amount": {"allOf": [{"type": "string"}, {"format": "decimal"}]}}, "required": ["amount"]},
    ],
)
def test_references_and_compositions_are_read_as_what_they_stand_for(form: Json) -> None:
    assert body_of(contract(body=form)) == body_of(contract(body=LINE))


def test_null_may_be_written_in_any_of_its_ways() -> None:
    forms = [
        {"type": "string", "nullable": True},
        {"type": ["string", "null"]},
        {"oneOf": [{"type": "string"}, {"type": "null"}]},
        {"allOf": [{"type": "string"}], "nullable": True},
    ]
    assert [body_of(contract(body=form))["$"] for form in forms] == [{"type": "string", "nullable": True}] * 4
    assert body_of(contract(body={"enum": ["a", None]}))["$"]["enum"] == ["a"]


CARD: Json = {
    "type": "object",
    "properties": {"kind": {"const": "card"}, "number": {"type": "string"}},
    "required": ["kind", "number"],
}
CASH: Json = {
    "type": "object",
    "properties": {"kind": {"const": "cash"}, "amount": {"type": "number"}},
    "required": ["kind", "amount"],
}


def test_forms_of_a_union_are_named_by_the_constant_that_tells_them_apart() -> None:
    both = contract(body={"oneOf": [CARD, CASH]})
    assert [*body_of(both)] == ["$", "(card)", "(card).kind", "(card).number", "(cash)", "(cash).amount", "(cash).kind"]
    assert said(both, contract(body={"oneOf": [CASH, CARD]})) == []
    transfer = {"type": "object", "properties": {"kind": {"const": "transfer"}}, "required": ["kind"]}
    assert said(both, contract(body={"oneOf": [transfer, CASH, CARD]})) == []
    assert said(both, contract(body={"oneOf": [CASH, transfer]})) == ["body: form removed: `card`"]
    edited_card = edited(CARD, "properties/number/type", "integer")
    assert said(both, contract(body={"oneOf": [CASH, edited_card]})) == [
        "body (card).number: type `string` → `integer`"
    ]


def test_bounds_of_either_version_of_openapi_are_the_same() -> None:
    old = {"type": "number", "minimum": 0, "exclusiveMinimum": True, "maximum": 9, "exclusiveMaximum": False}
    new = {"type": "number", "exclusiveMinimum": 0, "maximum": 9}
    assert body_of(contract(body=old)) == body_of(contract(body=new))


def test_a_schema_that_comes_back_to_itself_ends_where_it_does() -> None:
    tree: Json = {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
        },
    }
    root = {"$ref": "#/components/schemas/Tree"}
    before = contract(answer=root, body=None, schemas={"Tree": tree})
    assert response_of(before)["children[]"] == {"type": "object", "like": "$"}
    flat = contract(
        answer={**tree, "properties": {**tree["properties"], "children": {"type": "array", "items": tree}}},
        body=None,
        schemas={"Tree": tree},
    )
    assert said(before, flat) == said(flat, before) == []
    without = contract(answer=root, body=None, schemas={"Tree": edited(tree, "properties/name", None)})
    assert said(before, without)[0] == "response name: removed"


@pytest.mark.parametrize("name", ["a.b", "æ", "a b", "x[]", "(form)", "*", "$", 'a"b', "a\\b", "$ref"])
def test_any_name_of_a_field_is_written_and_read_again(name: str) -> None:
    inner = {"type": "object", "required": [name], "properties": {name: {"type": "string"}}}
    body = {"type": "object", "properties": {name: inner}}
    changed = copy.deepcopy(body)
    changed["properties"][name]["properties"][name]["type"] = "integer"
    assert said(contract(body=body), contract(body=body)) == []
    assert len(said(contract(body=body), contract(body=changed))) == 1


def test_parameters_may_have_content_and_stand_beside_the_operations() -> None:
    raw = document(parameters=PARAMETERS[:1])
    filters = {"type": "object", "properties": {"name": {"type": "string"}}}
    raw["paths"][PATH]["parameters"] = [
        {"in": "query", "name": "filter", "content": {"application/json": {"schema": filters}}}
    ]
    pinned = contract_of(raw)["parameters"]
    assert pinned["query filter"] == {
        "$": {"type": "object", "style": "application/json"},
        "name": {"type": "string"},
    }


def test_parameters_whose_names_look_like_places_are_parameters() -> None:
    names = ["filter", "filter[name]", "page.size"]
    parameters = [*PARAMETERS[:1], *({"in": "query", "name": name, "schema": {"type": "string"}} for name in names)]
    changed = copy.deepcopy(parameters)
    for one in changed[1:]:
        one["schema"]["type"] = "integer"
    assert said(contract(parameters=parameters), contract(parameters=parameters)) == []
    assert len(said(contract(parameters=parameters), contract(parameters=changed))) == 3


# ---------------------------------------------------------------------- the same idea of breaking as the report's


TEXTS = st.fixed_dictionaries(
    {"type": st.just("string")},
    optional={
        "nullable": st.booleans(),
        "format": st.sampled_from(["date", "date-time", "email"]),
        "enum": st.lists(st.sampled_from("abc"), min_size=1, unique=True),
        "maxLength": st.integers(5, 7),
    },
)
LEAVES = TEXTS | st.fixed_dictionaries({"type": st.sampled_from(["integer", "number", "boolean"])})


LIMITS: list[Json] = [{"nullable": True}, {"nullable": False}, {"maxLength": 6}, {"enum": ["a"]}, {"type": "number"}]


def objects(depth: int) -> st.SearchStrategy[Json]:
    below = LEAVES
    if depth:
        arrays = st.fixed_dictionaries({"type": st.just("array"), "items": objects(depth - 1)})
        below = LEAVES | objects(depth - 1) | arrays
    return st.dictionaries(st.sampled_from("pqr"), below, min_size=1).flatmap(
        lambda properties: st.fixed_dictionaries(
            {
                "type": st.just("object"),
                "properties": st.just(properties),
                "required": st.lists(st.sampled_from(sorted(properties)), unique=True),
            }
        )
    )


def nodes(schema: Json) -> list[Json]:
    """A schema and all below it."""
    below = [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]
    return [schema, *(node for one in below for node in nodes(one))]


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Json, Json]:
    """A schema, and the same with one change or two, either of them first."""
    old = draw(objects(2))
    new = copy.deepcopy(old)
    for _ in range(draw(st.integers(1, 2))):
        parents = [node for node in nodes(new) if node.get("properties")]
        parent = draw(st.sampled_from(parents))
        name = draw(st.sampled_from(sorted(parent["properties"])))
        match draw(st.sampled_from(["required", "gone", "come", "other", "limits"])):
            case "required":
                parent["required"] = sorted({*parent["required"]} ^ {name})
            case "gone":
                del parent["properties"][name]
                parent["required"] = sorted({*parent["required"]} - {name})
            case "come":
                parent["properties"]["s"] = draw(LEAVES | objects(1))
                parent["required"] = sorted({*parent["required"], *draw(st.sampled_from(["", "s"]))})
            case "other":
                parent["properties"][name] = draw(LEAVES | objects(1))
            case "limits":
                parent["properties"][name] |= draw(st.sampled_from(LIMITS))
        if not parents[0]["properties"]:
            break
    return (old, new) if draw(st.booleans()) else (new, old)


@given(pair=pairs(), sent=st.booleans())
def test_what_fails_a_pin_is_what_the_report_to_maintainers_calls_breaking(pair: tuple[Json, Json], sent: bool) -> None:
    parts = [{"body": one, "answer": None} if sent else {"body": None, "answer": one} for one in pair]
    before, after = (document(**one) for one in parts)
    breaking = {
        (change.place, change.text)
        for change in compare(describe(before), describe(after))
        if alerts(change.kind, change.level)
    }
    found = {(change.place, change.text) for change in compare_snapshots(contract_of(before), contract_of(after))}
    assert found == breaking


# ---------------------------------------------------------------------- the file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pins.json"


def failure(path: Path, *calls: str) -> str:
    with pytest.raises(AssertionError) as caught:
        check_pins(path, calls)
    return str(caught.value)


def test_without_a_file_the_check_fails_and_says_how_to_write_it(path: Path) -> None:
    assert "pytest --update-ledgerbee-pins" in failure(path, "products.get")
    assert not path.exists()


def test_a_file_that_was_written_passes_and_is_not_touched(path: Path) -> None:
    check_pins(path, ["products.get", "invoices.send"], update=True)
    written = path.read_bytes()
    check_pins(path, ["invoices.send", "products.get"])
    check_pins(str(path), ["invoices.send", "products.get"])
    assert path.read_bytes() == written
    check_pins(path, ["invoices.send", "products.get", "invoices.send"], update=True)
    assert path.read_bytes() == written


async def test_methods_of_a_client_are_as_good_as_names(path: Path) -> None:
    async with LedgerBee("lb_key") as lb:
        check_pins(path, [lb.products.get, lb.invoices.pdf_to_file], update=True)
        check_pins(path, ["products.get", "invoices.pdf"])


def test_the_file_has_one_line_for_each_field(path: Path) -> None:
    check_pins(path, ["products.get", "api_key.get"], update=True)
    pinned = json.loads(path.read_text("utf-8"))
    assert list(pinned) == ["api_key.get", "products.get"]
    lines = path.read_text("utf-8").splitlines()
    for place in pinned["products.get"]["response 200 application/json"]:
        assert sum(line.strip().startswith(f'"{place}":') for line in lines) >= 1
    assert max(map(len, lines)) < 200


def test_all_that_changed_is_said_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_pins(path, ["products.get", "products.list", "invoices.pdf"], update=True)
    described = copy.deepcopy(pins._description())
    del described["schemas"]["ProductResponse"]["properties"]["unit"]
    monkeypatch.setattr(pins, "_description", lambda: described)
    left = {name: one for name, one in OPERATIONS.items() if name != "invoices.pdf"}
    monkeypatch.setattr(pins, "OPERATIONS", left)
    assert failure(path, "products.get", "invoices.pdf", "products.delete").splitlines() == [
        "pins.json and the schema differ:",
        "  products.get: response unit: removed. Stop reading it.",
        "  invoices.pdf: is gone",
        "  products.delete: isn't pinned yet",
        "  products.list: is pinned, but not used any more",
        "Accept with `pytest --update-ledgerbee-pins`.",
    ]


@pytest.mark.parametrize("text", ["", "[]", "[1", '{"products.get": 1}', '{"products.get": {}}'])
def test_a_file_of_something_else_is_refused(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"pins\.json is not a file of contract snapshots"):
        check_pins(path, ["products.get"])


@pytest.mark.parametrize("update", [True, False])
def test_a_call_that_is_no_operation_is_refused(path: Path, update: bool) -> None:
    check_pins(path, ["products.get"], update=True)
    with pytest.raises(ValueError, match=r"unknown operation 'products\.fetch'"):
        check_pins(path, ["products.get", "products.fetch"], update=update)


# ---------------------------------------------------------------------- snapshots that another release wrote

LATER_FACTS = ("needs", "class", "unknown")


def as_written_before_formats(pinned: Json) -> Json:
    """The snapshot as releases wrote it that knew of no format: no callbacks, no enums of responses, no `needs`."""
    found: Json = {}
    for key, lines in pinned.items():
        if key == "format" or key.startswith("callback "):
            continue
        if isinstance(lines, dict) and "$" in lines:
            left_out = {*LATER_FACTS, *(["enum"] if key.startswith(("response", "error")) else [])}
            lines = {
                place: {name: one for name, one in entry.items() if name not in left_out}
                for place, entry in lines.items()
            }
        found[key] = lines
    return found


def with_later_facts() -> Json:
    """A document that says something of each kind that old snapshots don't hold."""
    bare: Json = {"type": "object"}
    due: Json = {"type": "object", "required": ["due"], "properties": {"bare": {"$ref": "#/components/schemas/Bare"}}}
    raw = document(body=due, answer={**ANSWER, "required": ["id", "due"]}, schemas={"Line": LINE, "Bare": bare})
    hook = {"post": {"requestBody": {"content": {"application/json": {"schema": ANSWER}}}, "responses": {}}}
    raw["paths"][PATH]["post"]["callbacks"] = {"done": {"{$request.body#/url}": hook}}
    return copy.deepcopy(raw)


def test_what_an_old_snapshot_does_not_know_fails_no_contract_test() -> None:
    now = contract_of(with_later_facts())
    old = as_written_before_formats(now)
    assert old != now
    assert said(old, now) == []


def test_fields_listed_of_a_component_fail_no_old_snapshot_which_does_not_know_that_it_was_a_class() -> None:
    old = as_written_before_formats(contract_of(with_later_facts()))
    raw = with_later_facts()
    raw["components"]["schemas"]["Bare"] = {
        "type": "object",
        "properties": {"a": {"type": "string"}},
        "required": ["a"],
    }
    assert said(old, contract_of(raw)) == []


def test_what_an_old_snapshot_knows_still_fails_the_contract_test() -> None:
    raw = with_later_facts()
    answer = raw["paths"][PATH]["post"]["responses"]["201"]["content"]["application/json"]["schema"]
    del answer["properties"]["count"]
    old = as_written_before_formats(contract_of(with_later_facts()))
    assert said(old, contract_of(raw)) == ["response count: removed"]


def test_required_fields_beside_items_are_no_part_of_an_array() -> None:
    assert said(contract(), contract(answer=edited(ANSWER, "properties/lines/required", ["amount"]))) == []


def test_a_snapshot_of_a_newer_release_is_refused_with_what_to_do(path: Path) -> None:
    check_pins(path, ["products.get"], update=True)
    pinned = json.loads(path.read_text("utf-8"))
    pinned["products.get"]["format"] += 1
    path.write_text(json.dumps(pinned), "utf-8")
    with pytest.raises(ValueError, match=r"a newer release wrote it, in format 3.*write it anew with `pytest"):
        check_pins(path, ["products.get"])


def test_a_snapshot_from_before_the_one_engine_is_refused_with_what_to_do(path: Path) -> None:
    first = {"products.get": {"method": "GET", "path": "/v1/products/{id}", "parameters": []}}
    path.write_text(json.dumps(first), "utf-8")
    with pytest.raises(ValueError, match="write it anew with `pytest --update-ledgerbee-pins`"):
        check_pins(path, ["products.get"])
