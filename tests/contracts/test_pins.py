"""Pins: what fails a user's contract test, and what doesn't."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client import LedgerBee
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.types import Operation
from ledgerbee_client.testing import pins
from ledgerbee_client.testing.pins import check_pins
from ledgerbee_client.testing.pins.contract import contract_of
from ledgerbee_client.testing.pins.rules import changes
from scripts.report.document_diff import compare_documents
from scripts.report.model import Level
from scripts.report.openapi import Document

Json = dict[str, Any]

# ---------------------------------------------------------------------- one operation of a small document

OPERATION = Operation(name="orders.create", method="POST", path="/v1/orders/{id}", scopes=("a",), auth=("api_key",))
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
        "paths": {OPERATION.path: {"post": node}},
        "components": {"schemas": schemas or {"Line": LINE}},
    }


def contract(**parts: Any) -> Json:
    return contract_of(OPERATION, document(**parts))


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
    return list(changes(json.loads(pins._text(old)), new))


# ---------------------------------------------------------------------- what is sent


@pytest.mark.parametrize(
    ("place", "value", "line"),
    [
        ("properties/note", None, "body note: is gone"),
        ("properties/lines", None, "body lines: is gone"),
        ("properties/lines/items", {"type": "object"}, "body lines[].amount: is gone"),
        ("properties/metadata/additionalProperties", False, "body metadata.*: is gone"),
        ("properties/lines/items", {"type": "integer"}, "body lines[]: its type is integer, was object"),
        ("required", ["customer", "kind"], "body kind: is required now"),
        ("properties/note/nullable", False, "body note: may not be null any more"),
        ("properties/kind/enum", ["goods"], "body kind: doesn't take services any more"),
        ("properties/note/enum", ["x", "y"], "body note: takes only x, y now"),
        ("properties/customer/type", "integer", "body customer: its type is integer, was string"),
        ("properties/note/format", "date", "body note: its type is string (date), was string"),
        ("properties/customer/maxLength", 20, "body customer: its maxLength is 20, was 40"),
        ("properties/customer/minLength", 1, "body customer: its minLength is 1 now"),
        ("properties/customer/pattern", "^C", "body customer: its pattern is ^C now"),
        ("properties/lines/maxItems", 9, "body lines: its maxItems is 9 now"),
        ("properties/metadata/additionalProperties/type", "number", "body metadata.*: its type is number, was string"),
    ],
)
def test_what_breaks_a_sender_is_said_in_one_line(place: str, value: Any, line: str) -> None:
    assert said(contract(), contract(body=edited(BODY, place, value))) == [line]


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
        ("description", "Other words"),
        ("example", {"customer": "C-1"}),
        ("x-incomplete", True),
    ],
)
def test_what_a_sender_may_ignore_is_not_said(place: str, value: Any) -> None:
    assert said(contract(), contract(body=edited(BODY, place, value))) == []


def test_a_new_required_field_is_said() -> None:
    body = edited(BODY, "properties/due", {"type": "string"}) | {"required": ["customer", "due"]}
    assert said(contract(), contract(body=body)) == ["body due: is new and required"]


def test_a_body_that_comes_goes_or_is_required_is_said() -> None:
    without, optional = contract(body=None), document()
    optional["paths"][OPERATION.path]["post"]["requestBody"]["required"] = False
    assert said(without, contract()) == ["body: is new and required"]
    assert said(without, contract_of(OPERATION, optional)) == []
    assert said(contract(), without) == ["body: is gone"]
    assert said(contract_of(OPERATION, optional), contract()) == ["body: is required now"]


def test_fields_that_only_one_side_writes_are_no_part_of_the_other() -> None:
    mixed = edited(ANSWER, "properties/id/readOnly", True)
    mixed["properties"]["status"]["writeOnly"] = True
    both = contract(body=mixed, answer=mixed)
    assert {"id", "status"} & both["body"].keys() == {"status"}
    assert {"id", "status"} & both["response"].keys() == {"id"}


# ---------------------------------------------------------------------- what is read


@pytest.mark.parametrize(
    ("place", "value", "line"),
    [
        ("properties/status", None, "response status: is gone"),
        ("properties/lines/items", {"type": "object"}, "response lines[].amount: is gone"),
        ("required", ["lines"], "response id: may be missing now"),
        ("properties/id/nullable", True, "response id: may be null now"),
        ("properties/count/type", "number", "response count: its type is number, was integer"),
        ("properties/count/type", "string", "response count: its type is string, was integer"),
        ("properties/id/format", "uuid", "response id: its type is string (uuid), was string"),
        ("type", "array", "response: its type is array, was object"),
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
    assert said(before, after) == ["body a: its type is string, was any"]
    assert said(after, before) == ["response a: its type is any, was string"]


def test_another_success_status_is_the_same_answer() -> None:
    assert contract(status="200") == contract(status="201")


def test_an_answer_that_goes_or_has_another_content_type_is_said() -> None:
    pdf = document()
    pdf["paths"][OPERATION.path]["post"]["responses"]["201"]["content"] = {"application/pdf": {}}
    assert said(contract(), contract_of(OPERATION, pdf)) == [
        "response: its content type is application/pdf, was application/json"
    ]
    assert said(contract(), contract(answer=None)) == ["response: is gone"]


# ---------------------------------------------------------------------- the operation itself


@pytest.mark.parametrize(
    ("parameters", "lines"),
    [
        (PARAMETERS[:1], ["parameter query sort: is gone"]),
        ([PARAMETERS[0], {**PARAMETERS[1], "required": True}], ["parameter query sort: is required now"]),
        ([*PARAMETERS, {"in": "header", "name": "x-a", "required": True, "schema": {}}],
         ["parameter header x-a: is new and required"]),
        ([*PARAMETERS, {"in": "query", "name": "page", "schema": {"type": "integer"}}], []),
        ([PARAMETERS[0], edited(PARAMETERS[1], "schema/enum", ["date"])],
         ["parameter query sort: doesn't take name any more"]),
        ([{**PARAMETERS[0], "name": "orderId"}, PARAMETERS[1]], []),
    ],
)  # fmt: skip
def test_changes_of_parameters(parameters: list[Json], lines: list[str]) -> None:
    assert said(contract(), contract(parameters=parameters)) == lines


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ({}, {"method": "PUT"}, ["its method is PUT, was POST"]),
        ({}, {"path": "/v2/orders/{id}"}, ["its path is /v2/orders/{id}, was /v1/orders/{id}"]),
        ({}, {"path": "/v1/orders/{orderId}"}, []),
        ({"path_inferred": True}, {"path": "/v2/orders/{id}"}, []),
        ({}, {"scopes": ("a", "b")}, ["needs the scope b now"]),
        ({"scopes": ("a", "b")}, {}, []),
        ({"scopes_inferred": True}, {"scopes": ("z",)}, []),
        ({}, {"scopes": ("z",), "scopes_inferred": True}, []),
        ({"auth": ("api_key", "oauth2")}, {}, ["doesn't take the credential oauth2 any more"]),
        ({}, {"auth": ("api_key", "oauth2")}, []),
        ({}, {"deprecated": True}, ["is deprecated now"]),
        ({}, {"deprecated": True, "successor": "POST /v2/orders", "sunset": "2027-01-01"},
         ["is deprecated now; use POST /v2/orders; may stop working after 2027-01-01"]),
        ({"deprecated": True}, {"deprecated": True}, []),
        ({"deprecated": True}, {}, []),
    ],
)  # fmt: skip
def test_changes_of_the_operation(old: Json, new: Json, lines: list[str]) -> None:
    operations = [attrs.evolve(OPERATION, **old), attrs.evolve(OPERATION, **new)]
    before, after = (
        contract_of(
            one, {**document(), "paths": {one.path: {one.method.lower(): document()["paths"][OPERATION.path]["post"]}}}
        )
        for one in operations
    )
    assert said(before, after) == lines


# ---------------------------------------------------------------------- what is no contract


@pytest.fixture(scope="module")
def packaged() -> Json:
    return pins._document()


def everything(raw: Json) -> Json:
    return {name: contract_of(operation, raw) for name, operation in OPERATIONS.items()}


def renamed(node: Any) -> Any:
    """The document with other names of components and operations, without texts and marks, and in another order."""
    if isinstance(node, list):
        return [renamed(one) for one in node]
    if not isinstance(node, dict):
        return node.replace("/schemas/", "/schemas/Other") if isinstance(node, str) and node.startswith("#/") else node
    result = {}
    for key in reversed(node):
        value = node[key]
        is_text = key in ("description", "summary", "example", "examples", "operationId") and not isinstance(
            value, dict
        )
        if key == "schemas":
            result[key] = {f"Other{name}": renamed(one) for name, one in value.items()}
        elif key == "properties":
            result[key] = {name: renamed(value[name]) for name in reversed(value)}
        elif not is_text and not key.startswith("x-inferred"):
            result[key] = renamed(value)
    return result


def test_names_of_components_texts_marks_and_order_are_no_part_of_a_contract(packaged: Json) -> None:
    assert everything(renamed(packaged)) == everything(packaged)


def test_every_operation_of_the_document_can_be_pinned_and_agrees_with_itself(packaged: Json) -> None:
    contracts = everything(packaged)
    assert len(contracts) == len(OPERATIONS)
    written = json.loads(pins._text(contracts))
    assert written == contracts
    assert [line for name in contracts for line in changes(written[name], contracts[name])] == []


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
        {"anyOf": [LINE, LINE]},
        {"allOf": [{"type": "object", "required": ["amount"]}, {"properties": LINE["properties"]}]},
        {"properties": {"amount": {"allOf": [{"type": "string"}, {"format": "decimal"}]}}, "required": ["amount"]},
    ],
)
def test_references_and_compositions_are_read_as_what_they_stand_for(form: Json) -> None:
    assert contract(body=form)["body"] == contract(body=LINE)["body"]


def test_null_may_be_written_in_any_of_its_ways() -> None:
    forms = [
        {"type": "string", "nullable": True},
        {"type": ["string", "null"]},
        {"oneOf": [{"type": "string"}, {"type": "null"}]},
        {"allOf": [{"type": "string"}], "nullable": True},
    ]
    assert [contract(body=form)["body"]["$"] for form in forms] == [
        {"type": "string", "required": True, "nullable": True}
    ] * 4
    assert contract(body={"enum": ["a", None]})["body"]["$"]["enum"] == ["a"]


def test_alternatives_are_the_fields_of_all_and_what_all_require() -> None:
    card = {"properties": {"kind": {"const": "card"}, "number": {"type": "string"}}, "required": ["kind", "number"]}
    cash = {"properties": {"kind": {"const": "cash"}, "amount": {"type": "number"}}, "required": ["kind", "amount"]}
    both, one = contract(body={"oneOf": [card, cash]}), contract(body={"oneOf": [card]})
    assert both["body"]["kind"] == {"type": "string", "required": True, "enum": ["card", "cash"]}
    assert both["body"]["number"] == {"type": "string"}
    assert said(both, one) == [
        "body amount: is gone",
        "body kind: doesn't take cash any more",
        "body number: is required now",
    ]
    mixed = {"oneOf": [{"type": "string", "maxLength": 5}, {"type": "integer"}, {}]}
    assert contract(body=mixed)["body"]["$"] == {"type": "any", "required": True}


def test_bounds_of_either_version_of_openapi_are_the_same() -> None:
    old = {"type": "number", "minimum": 0, "exclusiveMinimum": True, "maximum": 9, "exclusiveMaximum": False}
    new = {"type": "number", "exclusiveMinimum": 0, "maximum": 9}
    assert contract(body=old)["body"] == contract(body=new)["body"]


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
    assert before["response"]["children[]"] == {"type": "object", "like": "$"}
    flat = contract(
        answer={**tree, "properties": {**tree["properties"], "children": {"type": "array", "items": tree}}},
        body=None,
        schemas={"Tree": tree},
    )
    assert said(before, flat) == said(flat, before) == []
    without = contract(answer=root, body=None, schemas={"Tree": edited(tree, "properties/name", None)})
    assert said(before, without) == ["response name: is gone"]


def test_names_with_dots_are_quoted() -> None:
    body = {"type": "object", "properties": {"a.b": {"type": "string"}, "æ": {"type": "string"}}}
    assert [*contract(body=body)["body"]] == ["$", '"a.b"', "æ"]


def test_several_successes_are_read_as_one() -> None:
    raw = document()
    node = raw["paths"][OPERATION.path]["post"]
    node["responses"]["200"] = {"content": {"application/json": {"schema": edited(ANSWER, "properties/count", None)}}}
    assert contract_of(OPERATION, raw)["response"] == contract()["response"]
    node["responses"]["204"] = {"description": "nothing"}
    assert said(contract(), contract_of(OPERATION, raw)) == ["response: may be missing now"]


def test_parameters_may_have_content_and_stand_beside_the_operations() -> None:
    raw = document(parameters=PARAMETERS[:1])
    filters = {"type": "object", "properties": {"name": {"type": "string"}}}
    raw["paths"][OPERATION.path]["parameters"] = [
        {"in": "query", "name": "filter", "content": {"application/json": {"schema": filters}}}
    ]
    assert contract_of(OPERATION, raw)["parameters"] == {
        "query filter": {"type": "object"},
        "query filter.name": {"type": "string"},
    }


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
    report = compare_documents(Document(before), Document(after))
    breaking = [change.text for change in report if change.level is Level.MAJOR]
    lines = list(changes(contract_of(OPERATION, before), contract_of(OPERATION, after)))
    assert bool(lines) == bool(breaking), (lines, breaking)


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
    for place in pinned["products.get"]["response"]:
        assert sum(line.strip().startswith(f'"{place}":') for line in lines) >= 1
    assert max(map(len, lines)) < 200


def test_all_that_changed_is_said_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_pins(path, ["products.get", "products.list", "invoices.pdf"], update=True)
    raw = copy.deepcopy(pins._document())
    del raw["components"]["schemas"]["ProductResponse"]["properties"]["unit"]
    monkeypatch.setattr(pins, "_document", lambda: raw)
    left = {name: one for name, one in OPERATIONS.items() if name != "invoices.pdf"}
    monkeypatch.setattr(pins, "OPERATIONS", left)
    assert failure(path, "products.get", "invoices.pdf", "products.delete").splitlines() == [
        "pins.json and the schema differ:",
        "  products.get: response unit: is gone",
        "  invoices.pdf: is gone",
        "  products.delete: isn't pinned yet",
        "  products.list: is pinned, but not used any more",
        "Accept with `pytest --update-ledgerbee-pins`.",
    ]


@pytest.mark.parametrize("text", ["", "[]", "[1", '{"products.get": 1}', '{"products.get": {}}'])
def test_a_file_of_something_else_is_refused(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"pins\.json is no file of pins"):
        check_pins(path, ["products.get"])


@pytest.mark.parametrize("update", [True, False])
def test_a_call_that_is_no_operation_is_refused(path: Path, update: bool) -> None:
    check_pins(path, ["products.get"], update=True)
    with pytest.raises(ValueError, match=r"unknown operation 'products\.fetch'"):
        check_pins(path, ["products.get", "products.fetch"], update=update)
