"""Facts that documents lack: rules, exceptions, and what is concluded of scopes, pages and repeating."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scripts import regenerate
from scripts.codegen import corrections, docstrings, document, policies, reader
from scripts.codegen.corrections import CorrectionError, Corrections, Decimals
from scripts.codegen.ir import Api, Loss, Operation
from scripts.codegen.known import KnownLoss, sort_out
from tests.codegen.support import DOCUMENTS, Json, answers, named
from tests.codegen.support import document as openapi
from tests.shared.api import is_reconstruction, skip_gone

STRING = {"type": "string"}
NUMBER = {"type": "number"}


def apply(raw: Json, *entries: Json, decimals: Decimals | None = None) -> tuple[Json, list[str]]:
    return corrections.apply(raw, Corrections(list(entries), decimals=decimals or Decimals()))


def read(raw: Json, *entries: Json) -> Api:
    return reader.read(apply(document.prepare(raw)[0], *entries)[0])


def only(raw: Json, *entries: Json) -> Operation:
    (operation,) = read(raw, *entries).operations
    return operation


def operation(**fields: Any) -> Json:
    return {"tags": ["Things"], "summary": "A thing", "responses": {"200": {"description": "ok"}}} | fields


# ---------------------------------------------------------------------- counts


@pytest.mark.parametrize("name", ["page", "limit", "pageCount", "year", "accountNumber", "sortOrder", "paymentTerms"])
def test_counts_are_integers(name: str) -> None:
    schemas = {"A": {"type": "object", "properties": {name: dict(NUMBER)}}}
    corrected, _stale = apply(openapi({}, schemas))
    assert corrected["components"]["schemas"]["A"]["properties"][name]["type"] == "integer"


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("rate", NUMBER),
        ("amount", NUMBER),
        ("total", NUMBER),
        ("limit", {"type": "number", "example": 0.5}),
        ("limit", {"type": "number", "default": 1.5}),
        ("limit", {"type": "number", "examples": [1.5]}),
        ("size", {"type": "number", "multipleOf": 0.5}),
        ("page", STRING),
    ],
)
def test_other_numbers_stay(name: str, schema: Json) -> None:
    corrected, _stale = apply(openapi({}, {"A": {"type": "object", "properties": {name: dict(schema)}}}))
    assert corrected["components"]["schemas"]["A"]["properties"][name]["type"] == schema["type"]


def test_a_total_counts_beside_pages_and_is_an_amount_elsewhere() -> None:
    page = {"type": "object", "properties": {"total": dict(NUMBER), "page": dict(NUMBER), "data": {"type": "array"}}}
    invoice = {"type": "object", "properties": {"total": dict(NUMBER), "lines": {"type": "array"}}}
    corrected, _stale = apply(openapi({}, {"Page": page, "Invoice": invoice}))
    schemas = corrected["components"]["schemas"]
    assert schemas["Page"]["properties"]["total"]["type"] == "integer"
    assert schemas["Invoice"]["properties"]["total"]["type"] == "number"


def test_parameters_and_alternatives_are_corrected_too() -> None:
    parameters = [
        {"name": "page", "in": "query", "schema": {"type": ["number", "null"]}},
        {"name": "minAmount", "in": "query", "schema": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
    ]
    corrected, _stale = apply(openapi({"/a": {"get": operation(parameters=parameters)}}, version="3.1.0"))
    first, second = corrected["paths"]["/a"]["get"]["parameters"]
    assert first["schema"]["type"] == ["integer", "null"]
    assert second["schema"]["anyOf"][0]["format"] == "decimal"


def test_a_property_called_properties_or_name_confuses_nobody() -> None:
    inner = {
        "properties": {"type": "object", "properties": {"amount": dict(STRING)}},
        "name": dict(STRING),
        "in": dict(STRING),
    }
    corrected, _stale = apply(openapi({}, {"A": {"type": "object", "properties": inner | {"schema": dict(STRING)}}}))
    found = corrected["components"]["schemas"]["A"]["properties"]
    assert found["properties"]["properties"]["amount"]["format"] == "decimal"
    assert "format" not in found["name"]


# ---------------------------------------------------------------------- decimals

MONEY: list[tuple[str, Json, bool]] = [
    ("unitAmount", {}, True),
    ("flatFee", {"example": "10.00"}, True),
    ("subtotal", {"example": "-3"}, True),
    ("unit_price", {"nullable": True}, True),
    ("amount", {"type": ["string", "null"]}, True),
    ("balance", {"examples": ["1.00"]}, True),
    ("price", {"example": "price_123"}, False),
    ("amount", {"example": 10}, False),
    ("amount", {"examples": ["many"]}, False),
    ("amount", {"enum": ["low", "high"]}, False),
    ("amount", {"pattern": "[0-9]+"}, False),
    ("amount", {"format": "uuid"}, False),
    ("amount", {"type": "number"}, False),
    ("vatRate", {"example": "25.00"}, True),
    ("vatRate", {}, False),
    ("discount", {"example": "25"}, False),
    ("vat", {"example": "25.00"}, True),
    ("vat", {}, False),
    ("vatNumber", {}, False),
    ("vatNumber", {"example": "12345678"}, False),
    ("version", {"example": "1.10"}, False),
    ("phone", {"example": "45.12"}, False),
    ("amountType", {}, False),
    ("priceId", {}, False),
    ("currency", {}, False),
]


@pytest.mark.parametrize(("name", "schema", "expected"), MONEY)
def test_amounts_are_found_by_name_and_example(name: str, schema: Json, expected: bool) -> None:
    assert corrections.is_money(name, {"type": "string"} | schema) is expected


def test_vat_beside_an_amount_is_one() -> None:
    assert corrections.is_money("vat", STRING, ["vat", "total"])
    assert not corrections.is_money("vat", STRING, ["vat", "name"])


def test_a_person_may_know_better() -> None:
    properties = {"fineAmount": dict(STRING), "weight": dict(STRING)}
    raw = openapi({}, {"A": {"type": "object", "properties": properties}})
    corrected, stale = apply(raw, decimals=Decimals({"weight", "gone"}, {"fineAmount"}))
    found = corrected["components"]["schemas"]["A"]["properties"]
    assert found["weight"]["format"] == "decimal"
    assert "format" not in found["fineAmount"]
    assert stale == ["decimals: gone"]


def test_the_decimals_of_the_real_document() -> None:
    """All names that the rule takes for amounts: a new one is to be looked at."""
    raw = json.loads(regenerate.SCHEMA.read_text(encoding="utf-8"))
    corrected, _stale = apply(raw)
    found: set[str] = set()

    def collect(node: Any) -> None:
        if isinstance(node, list):
            for one in node:
                collect(one)
        elif isinstance(node, dict):
            for name, one in (node.get("properties") or {}).items():
                if isinstance(one, dict) and one.get("format") == "decimal":
                    found.add(name)
            for one in node.values():
                collect(one)

    collect(corrected["components"])
    assert {"unitAmount", "flatFee"} <= found
    assert not {"vatNumber", "phone", "version", "currency", "id"} & found
    assert not {name for name in found if name.lower().endswith(("id", "number", "code", "type"))}


def test_corrections_do_not_touch_the_document_that_they_are_given() -> None:
    raw = openapi({}, {"A": {"type": "object", "properties": {"amount": dict(STRING), "page": dict(NUMBER)}}})
    before = json.dumps(raw)
    apply(raw)
    assert json.dumps(raw) == before


# ---------------------------------------------------------------------- exceptions

ENTRY = {"operation": "POST /a", "tag": "Things", "summary": "A thing", "why": "test"}


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ({"/a": {"post": operation()}}, ["/a"]),
        ({"/a": {"post": operation(summary="Another")}}, ["/a"]),
        ({"/b": {"post": operation()}}, ["/b"]),
        ({"/a": {"get": operation()}}, []),
        ({"/b": {"post": operation(summary="Another")}}, []),
        ({"/b": {"post": operation(tags=["Others"])}}, []),
        # The path was a guess, and something else is there
        ({"/a": {"post": operation(summary="Another")}, "/b": {"post": operation()}}, ["/b"]),
        ({"/a": {"post": operation()}, "/b": {"post": operation()}}, ["/a"]),
        ({"/a": 7, "/b": {"$ref": "#/x-nothing"}, "/c": {"post": operation()}}, ["/c"]),
    ],
)
def test_an_exception_finds_its_operation(paths: Json, found: list[str]) -> None:
    raw = openapi(paths)
    targets = corrections.find_operations(raw, ENTRY)
    assert targets == [raw["paths"][path]["post"] for path in found]


def test_what_an_exception_sets() -> None:
    entry = ENTRY | {
        "idempotency": "natural",
        "licenses": ["pro"],
        "successor": "POST /b",
        "sunset": "2027-01-01",
        "read_back": "things.get",
    }
    got = only(openapi({"/a": {"post": operation()}}), entry)
    assert (got.idempotency, got.licenses, got.successor, got.sunset, got.read_back) == (
        "natural",
        ("pro",),
        "POST /b",
        "2027-01-01",
        "things.get",
    )


def test_what_the_document_says_stands_above_an_exception() -> None:
    raw = openapi({"/a": {"post": operation(**{"x-idempotency": "http"})}})
    assert only(raw, ENTRY | {"idempotency": "natural"}).idempotency == "http"


@pytest.mark.slow
def test_an_exception_that_matches_nothing_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exceptions = tmp_path / "corrections.yaml"
    exceptions.write_text(json.dumps({"operations": [ENTRY]}))
    options = ["--schema", str(DOCUMENTS / "nestjs.yaml"), "--output", str(tmp_path / "out")]
    options += ["--corrections", str(exceptions)]
    assert regenerate.main(options) == 0
    assert "stale correction, matches nothing: POST /a (Things, 'A thing')" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("entry", "path", "what", "is_covered"),
    [
        ("POST /a", "/a", "response 200 text/plain", True),
        ("POST /a: response 200 text/plain", "/a", "response 200 text/plain", True),
        ("POST /a: response 200 text/plain", "/a", "parameter x", False),
        ("POST /a", "/moved", "parameter x", False),
        (ENTRY | {"why": "x"}, "/moved", "parameter x", True),
        (ENTRY | {"why": "x", "part": "parameter x"}, "/moved", "parameter x", True),
        (ENTRY | {"why": "x", "part": "parameter x"}, "/moved", "parameter y", False),
    ],
)
def test_a_known_loss_finds_its_operation_as_other_exceptions_do(
    entry: str | Json, path: str, what: str, is_covered: bool
) -> None:
    raw = openapi({path: {"post": operation()}})
    losses = [Loss(f"POST {path}", what, "because")]
    accepted, others, unused = sort_out(losses, corrections.find_losses(raw, [KnownLoss.of(entry)]), KnownLoss.covers)
    assert (accepted, others) == ((losses, []) if is_covered else ([], losses))
    assert bool(unused) is not is_covered


def test_the_real_exceptions_are_all_alive() -> None:
    raw = json.loads(regenerate.SCHEMA.read_text(encoding="utf-8"))
    fixes = Corrections.load(regenerate.CORRECTIONS)
    skip_gone()
    assert corrections.apply(raw, fixes)[1] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: [", "is not valid YAML"),
        ("[1]", "must be a mapping"),
        ("losses: []", "unknown keys losses"),
        ("decimals: {some: []}", "unknown keys some"),
        ("known_losses: [{operation: GET /a}]", "known_losses: GET /a: an entry is a text, or needs operation and why"),
        ("known_losses: [{operation: GET /a, why: 1}]", "known_losses: GET /a: every part of an entry is a text"),
        ("known_losses: {GET /a: gone}", "known_losses must be a list"),
        ("decimals: [price]", "decimals must be a mapping"),
        ("operations: [GET /a]", "operations: an entry must be a mapping"),
        ("operations: {GET /a: {why: x}}", "operations must be a list"),
        ("operations: [{why: x, scopes: []}]", "operations: an entry needs 'operation'"),
        ("schemas: [A]", "schemas: an entry must be a mapping"),
        ("operations: [{operation: GET /a}]", "GET /a: there is no 'why'"),
        ("operations: [{operation: GET /a, why: x, idempotent: true}]", "unknown keys idempotent"),
        ("operations: [{operation: GET /a, why: x, idempotency: maybe}]", "idempotency is one of safe"),
        ("operations: [{operation: GET /a, why: x, licenses: pro}]", "licenses is a list"),
        ("operations: [{operation: GET /a, why: x, name: class}]", "name 'class' is no Python name"),
        ("operations: [{operation: GET /a, why: x, name: a b}]", "is no Python name"),
        ("operations: [{operation: GET /a, why: x, resource: _x}]", "is no Python name"),
    ],
)
def test_a_file_of_exceptions_with_a_mistake_is_an_error(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "corrections.yaml"
    path.write_text(text)
    with pytest.raises(CorrectionError, match=r"^corrections.yaml") as caught:
        Corrections.load(path)
    assert reason in str(caught.value)


def test_a_date_needs_no_quotes(tmp_path: Path) -> None:
    (tmp_path / "corrections.yaml").write_text("operations: [{operation: GET /a, why: x, sunset: 2027-01-01}]")
    assert Corrections.load(tmp_path / "corrections.yaml").operations[0]["sunset"] == "2027-01-01"


def test_an_empty_or_missing_file_of_exceptions_is_none(tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").write_text("# nothing\n")
    assert Corrections.load(tmp_path / "empty.yaml") == Corrections()
    assert Corrections.load(tmp_path / "none.yaml") == Corrections()


# ---------------------------------------------------------------------- credentials and repeating

SCHEMES: dict[str, Json] = {
    "key": {"type": "apiKey"},
    "machine": {"type": "oauth2", "flows": {"clientCredentials": {}}},
    "browser": {"type": "oauth2", "flows": {"authorizationCode": {}}},
    "bearer": {"type": "http", "scheme": "bearer"},
    "empty": {},
}


@pytest.mark.parametrize(
    ("requirements", "kinds"),
    [
        ([{"key": []}], ("api_key",)),
        ([{"key": []}, {"machine": ["a"]}], ("api_key", "oauth2")),
        ([{"browser": []}], ("user",)),
        ([{"bearer": []}, {"empty": []}, {"gone": []}], ("oauth2",)),
        ([], ()),
        ([{}], ()),
        (None, ("api_key", "oauth2", "user")),
    ],
)
def test_credentials(requirements: Any, kinds: tuple[str, ...]) -> None:
    assert policies.auth(requirements, SCHEMES) == kinds


KEY = {"name": "Idempotency-Key", "in": "header", "schema": STRING}


@pytest.mark.parametrize(
    ("method", "fields", "expected"),
    [
        ("get", {}, ("safe", None)),
        ("head", {}, ("safe", None)),
        ("get", {"parameters": [KEY]}, ("safe", "Idempotency-Key")),
        ("put", {}, ("http", None)),
        ("delete", {}, ("http", None)),
        ("post", {}, ("none", None)),
        ("patch", {}, ("none", None)),
        ("post", {"parameters": [KEY]}, ("key", "Idempotency-Key")),
        ("put", {"parameters": [KEY]}, ("key", "Idempotency-Key")),
        ("post", {"x-idempotency": "natural"}, ("natural", None)),
    ],
)
def test_what_may_be_repeated(method: str, fields: Json, expected: tuple[str, str | None]) -> None:
    got = only(openapi({"/a": {method: operation(**fields)}}))
    assert (got.idempotency, got.idempotency_header) == expected


# ---------------------------------------------------------------------- pages


def paged(query: list[Json], properties: Json, method: str = "get") -> Operation:
    parameters = [{"in": "query", "schema": NUMBER} | one for one in query]
    schema = {"type": "object", "properties": properties}
    return only(openapi({"/a": {method: operation(parameters=parameters, responses=answers(schema))}}))


ITEMS = {"type": "array", "items": {"type": "object", "properties": {"a": STRING}}}
PAGE = {"name": "page"}


def test_pages_are_found_by_parameter_and_envelope() -> None:
    fields = {"data": ITEMS, "total": NUMBER, "page": NUMBER, "limit": NUMBER, "totalPages": NUMBER}
    got = paged([PAGE, {"name": "pageSize"}], fields).pagination
    assert got is not None
    assert (got.page_parameter, got.limit_parameter, got.items) == ("page", "pageSize", "data")
    assert (got.total, got.page, got.limit, got.total_pages) == ("total", "page", "limit", "totalPages")


@pytest.mark.parametrize(
    ("query", "properties", "method"),
    [
        ([], {"data": ITEMS}, "get"),
        ([PAGE], {"data": ITEMS}, "post"),
        ([PAGE], {"one": ITEMS, "two": ITEMS}, "get"),
        ([PAGE], {"count": NUMBER}, "get"),
        ([{"name": "page", "schema": STRING}], {"data": ITEMS}, "get"),
        ([{"name": "page", "schema": {"type": "integer", "default": 0}}], {"data": ITEMS}, "get"),
        ([{"name": "page", "schema": {"type": "integer", "minimum": 0}}], {"data": ITEMS}, "get"),
    ],
)
def test_what_is_not_paged(query: list[Json], properties: Json, method: str) -> None:
    assert paged(query, properties, method).pagination is None


@pytest.mark.parametrize("above_zero", [{"minimum": 0, "exclusiveMinimum": True}, {"exclusiveMinimum": 0}])
def test_a_page_that_must_be_above_zero_counts_from_one(above_zero: Json) -> None:
    page = {"name": "page", "schema": {"type": "integer", **above_zero}}
    assert paged([page], {"data": ITEMS}).pagination is not None


@pytest.mark.parametrize(
    ("schema", "most", "default"),
    [
        ({"maximum": 100, "default": 25}, 100, 25),
        ({"maximum": 100}, 100, None),
        ({"default": 25.0}, None, 25),
        ({}, None, None),
        ({"maximum": 101, "exclusiveMaximum": True}, 100, None),
        ({"exclusiveMaximum": 100.5, "maximum": 500}, 100, None),
        ({"maximum": 0, "default": -1}, None, None),
        ({"default": 2.5}, None, None),
    ],
)
def test_the_largest_and_the_usual_limit_come_from_the_document(
    schema: Json, most: int | None, default: int | None
) -> None:
    got = paged([PAGE, {"name": "limit", "schema": {"type": "number"} | schema}], {"data": ITEMS}).pagination
    assert got is not None
    assert (got.max_limit, got.default_limit) == (most, default)


def test_of_several_lists_the_usual_one_is_paged() -> None:
    got = paged([PAGE], {"warnings": ITEMS, "items": ITEMS, "meta": {"type": "object"}}).pagination
    assert got is not None
    assert (got.items, got.total, got.page) == ("items", None, None)


def test_a_bare_list_or_no_answer_is_not_paged() -> None:
    parameters = [{"name": "page", "in": "query", "schema": NUMBER}]
    for responses in (answers(ITEMS), {"404": {"description": "no"}}):
        assert only(openapi({"/a": {"get": operation(parameters=parameters, responses=responses)}})).pagination is None


# ---------------------------------------------------------------------- reading back


@pytest.mark.slow
def test_a_write_is_read_back_with_the_item_or_the_list() -> None:
    operations = named(json.loads(regenerate.SCHEMA.read_text(encoding="utf-8"))).api.operations
    back = {one.python: one.read_back for one in operations}
    assert back["products.create"] == "products.list"
    assert back["products.update"] == "products.get"
    if is_reconstruction():  # the two paths show it, and are inferred
        assert back["invoices.send"] == "invoices.get"
    assert back["products.get"] is None
    assert back["meters.report"] == "meters.report"
    reads = {one.python for one in operations if one.http_method == "GET"} | {"meters.report"}
    assert {one for one in back.values() if one} <= reads


# ---------------------------------------------------------------------- texts


@pytest.mark.parametrize(
    "text",
    ['"""', 'ends in "', "ends in \\", "a\nb", "\x07\x00", "\\N{DIGIT ONE}", '"', '""', "ünï", "\u2028x", "{x}%s"],
)
def test_no_text_breaks_out_of_a_docstring(text: str) -> None:
    long = docstrings.docstring(f"{text}\n\n{text}", 4)
    for source in (docstrings.docstring(text, 4), long, f'"""{docstrings.docline(text)}"""'):
        assert isinstance(eval(source), str)


# ---------------------------------------------------------------------- schemas


def schema_corrected(*entries: Json) -> tuple[Json, list[str]]:
    raw = openapi(
        {"/a": {"get": operation(responses=answers({"$ref": "#/components/schemas/Old~1Name"}))}},
        {
            "Old/Name": {
                "type": "object",
                "required": ["id"],
                "properties": {"id": {"type": "number", "description": "the id"}, "self": {"$ref": "#/x"}},
            },
            "Union": {"oneOf": [], "discriminator": {"propertyName": "k", "mapping": {"a": "Old/Name"}}},
        },
    )
    return corrections.apply(raw, Corrections(schemas=list(entries)))


def test_schemas_are_renamed_wherever_they_are_meant() -> None:
    got, stale = schema_corrected({"schema": "Old/Name", "rename": "New", "why": "x"})
    assert stale == []
    assert list(got["components"]["schemas"]) == ["New", "Union"]
    content = got["paths"]["/a"]["get"]["responses"]["200"]["content"]["application/json"]
    assert content["schema"] == {"$ref": "#/components/schemas/New"}
    assert got["components"]["schemas"]["Union"]["discriminator"]["mapping"] == {"a": "#/components/schemas/New"}


def test_a_renamed_schema_is_found_however_its_references_are_spelled() -> None:
    schemas: Json = {
        "Page<Item>": {
            "type": "object",
            "properties": {"mapping": {"items": {"$ref": "#/components/schemas/Page%3CItem%3E"}}},
        },
        "Other": {"$ref": "#/components/schemas/Page<Item>/properties/mapping"},
    }
    entry = {"schema": "Page<Item>", "rename": "ItemPage", "why": "x"}
    got, _ = corrections.apply(openapi({}, schemas), Corrections(schemas=[entry]))
    found = got["components"]["schemas"]
    assert found["ItemPage"]["properties"]["mapping"] == {"items": {"$ref": "#/components/schemas/ItemPage"}}
    assert found["Other"] == {"$ref": "#/components/schemas/ItemPage/properties/mapping"}


def test_properties_are_retyped_and_required_or_not_and_keep_what_is_said_of_them() -> None:
    entry = {"schema": "Old/Name", "property": "id", "type": {"type": "string"}, "required": False, "why": "x"}
    got, stale = schema_corrected(entry, {**entry, "property": "self", "type": {"$ref": "#/y"}, "required": True})
    schema = got["components"]["schemas"]["Old/Name"]
    assert stale == []
    # What a person wrote wins over a rule: that an id is always there, for one.
    expected = {"type": "string", "description": "the id", "x-corrected": True, "x-inferred-required": False}
    assert schema["properties"] == {"id": expected, "self": {"$ref": "#/y"}}
    assert schema["required"] == ["self"]
    only_one, _ = schema_corrected({"schema": "Old/Name", "property": "id", "required": False, "why": "x"})
    assert "required" not in only_one["components"]["schemas"]["Old/Name"]


def test_properties_are_renamed_and_added() -> None:
    got, stale = schema_corrected(
        {"schema": "Old/Name", "property": "id", "rename": "key", "why": "x"},
        {"schema": "Old/Name", "property": "unitPrice", "add": {"type": "string"}, "required": True, "why": "x"},
        {"schema": "Old/Name", "property": "self", "add": {"type": "string"}, "why": "x"},
    )
    schema = got["components"]["schemas"]["Old/Name"]
    assert stale == ["schema Old/Name, property self"]  # it is there: nothing is to be added any more
    assert list(schema["properties"]) == ["key", "self", "unitPrice"]
    assert schema["properties"]["unitPrice"]["format"] == "decimal"  # the rules hold for what is added
    assert {"key", "unitPrice"} <= {*schema["required"]}
    with pytest.raises(CorrectionError, match="there is a property self already"):
        schema_corrected({"schema": "Old/Name", "property": "id", "rename": "self", "why": "x"})


def test_properties_are_removed() -> None:
    got, stale = schema_corrected({"schema": "Old/Name", "property": "id", "remove": True, "why": "x"})
    schema = got["components"]["schemas"]["Old/Name"]
    assert stale == []
    assert "id" not in schema["properties"]
    assert "id" not in schema.get("required", ())


def test_no_rule_changes_what_a_person_wrote() -> None:
    fields = {"amount": {"type": "string"}, "page": {"type": "number"}, "total": {"type": "number"}}
    entries = [
        {"schema": "A", "property": "amount", "type": {"type": "string"}, "why": "x"},
        {"schema": "A", "property": "page", "type": {"type": "number"}, "why": "x"},
    ]
    raw = openapi({}, {"A": {"type": "object", "properties": fields}})
    got, _ = corrections.apply(raw, Corrections(schemas=entries))
    properties = got["components"]["schemas"]["A"]["properties"]
    assert properties["amount"] == {"type": "string", "x-corrected": True}
    assert properties["page"] == {"type": "number", "x-corrected": True}


def test_the_response_and_the_scopes_of_an_operation_are_corrected() -> None:
    wanted = {"type": "object", "properties": {"rows": {"type": "array", "items": STRING}}, "required": ["rows"]}
    raw = openapi({"/a": {"get": operation(responses=answers({"type": "array", "items": STRING}))}})
    entry = {"operation": "GET /a", "response": wanted, "scopes": ["a-read"], "why": "x"}
    one = only(raw, entry)
    assert one.successes[0].type is not None
    assert one.successes[0].type.kind == "model"
    assert one.scopes == ("a-read",)
    assert not one.scopes_inferred
    nothing = openapi({"/a": {"get": operation(responses={"204": {"description": "ok"}})}})
    assert apply(nothing, entry)[1] == ["response of GET /a"]


def test_a_whole_schema_is_retyped() -> None:
    got, _ = schema_corrected({"schema": "Union", "type": {"type": "string"}, "why": "x"})
    assert got["components"]["schemas"]["Union"] == {"type": "string", "x-corrected": True}


def test_corrections_of_schemas_that_match_nothing_are_stale_and_names_are_not_taken_twice() -> None:
    _, stale = schema_corrected(
        {"schema": "Gone", "rename": "New", "why": "x"},
        {"schema": "Old/Name", "property": "gone", "required": True, "why": "x"},
    )
    assert stale == ["schema Gone", "schema Old/Name, property gone"]
    with pytest.raises(CorrectionError, match="there is a schema Union already"):
        schema_corrected({"schema": "Old/Name", "rename": "Union", "why": "x"})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("schemas: [{schema: A, rename: B}]", "there is no 'why'"),
        ("schemas: [{schema: A, why: x}]", "one of rename, type, required"),
        ("schemas: [{schema: A, property: b, rename: 1, why: x}]", "rename is a text"),
        ("schemas: [{schema: A, add: {}, why: x}]", "add is the schema of a property"),
        ("schemas: [{schema: A, property: b, add: string, why: x}]", "add is the schema of a property"),
        ("schemas: [{schema: A, property: b, add: {}, rename: c, why: x}]", "neither renamed nor retyped"),
        ("schemas: [{schema: A, remove: true, why: x}]", "remove is for a property, and alone"),
        ("schemas: [{schema: A, property: b, remove: true, type: {}, why: x}]", "remove is for a property, and alone"),
        ("operations: [{operation: GET /a, scopes: a-read, why: x}]", "scopes is a list"),
        ("operations: [{operation: GET /a, response: array, why: x}]", "response is a schema"),
        ("schemas: [{schema: A, required: true, why: x}]", "for a property"),
        ("schemas: [{schema: A, type: string, why: x}]", "type is a schema"),
        ("schemas: [{schema: A, renam: B, why: x}]", "unknown keys renam"),
        ("known_differences: [{place: a, what: b}]", "exactly place, what, why"),
    ],
)
def test_entries_for_schemas_and_differences_are_checked(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "corrections.yaml"
    path.write_text(text)
    with pytest.raises(CorrectionError, match=problem):
        Corrections.load(path)
