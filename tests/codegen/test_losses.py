"""What of a document the package can't express is a loss that names METHOD, path and part, never a plausible method."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.codegen.document import prepare
from scripts.codegen.ir import Operation
from tests.codegen.support import Json, answers, body, document, generate, named

STRING = {"type": "string"}
OBJECT = {"type": "object", "properties": {"a": STRING}}
FILE = {"type": "string", "format": "binary"}
OK = {"204": {"description": "ok"}}


def losses(operation: Json, path: str = "/a", version: str = "3.0.3", **extra: Any) -> list[str]:
    found = named(document({path: {"post": operation}}, version=version, **extra)).api.losses
    return [f"{one.what}: {one.why}" for one in found]


def only(operation: Json, path: str = "/a", version: str = "3.0.3", **extra: Any) -> Operation:
    api = named(document({path: {"post": operation}}, version=version, **extra)).api
    assert api.losses == []
    return api.operations[0]


def query(schema: Json, location: str = "query", **extra: Any) -> Json:
    return {"name": "p", "in": location, "schema": schema, "required": location == "path", **extra}


def contents(**media: Json) -> Json:
    """Content by type; `_` stands for the slash."""
    return {"content": {name.replace("_", "/", 1): {"schema": schema} for name, schema in media.items()}}


JSON, CSV, PDF = "application/json", "text/csv", "application/pdf"


# ---------------------------------------------------------------------- servers

ROOT = [{"url": "https://api.example.com/v1"}]


@pytest.mark.parametrize(
    "own", ["https://files.example.com", "https://api.example.com/v2", "/v2", "https://{region}.example.com/v1"]
)
def test_an_operation_with_a_server_of_its_own_is_lost(own: str) -> None:
    server = {"url": own, "variables": {"region": {"default": "eu"}}}
    (loss,) = losses({"servers": [server], "responses": OK}, servers=ROOT)
    assert loss.startswith("operation: it has a server of its own, ")
    raw = document({"/a": {"servers": [server], "get": {"responses": OK}, "put": {"responses": OK}}}, servers=ROOT)
    assert [one.operation for one in named(raw).api.losses] == ["GET /a", "PUT /a"]


@pytest.mark.parametrize(
    "own", ["https://api.example.com/v1", "https://api.example.com/v1/", "/v1", "https://{a}.example.com/v1"]
)
def test_a_server_that_is_of_the_document_is_none_of_its_own(own: str) -> None:
    server = {"url": own, "variables": {"a": {"default": "api"}}}
    assert losses({"servers": [server], "responses": OK}, servers=ROOT) == []


def test_variables_of_the_base_url_are_filled_in_and_said() -> None:
    servers = [{"url": "https://{region}.example.com", "variables": {"region": {"default": "eu"}}}]
    api = named(document({"/a": {"get": {"responses": OK}}}, servers=servers)).api
    assert api.server == "https://eu.example.com"
    assert api.notes == ["the base URL has a variable: region = 'eu'"]


# ---------------------------------------------------------------------- operations


@pytest.mark.parametrize("reference", ["parts/op.yaml", "#/components/x", "other.json#/paths/a"])
def test_a_reference_in_the_place_of_an_operation_is_lost(reference: str) -> None:
    assert losses({"$ref": reference}) == [f"operation: it is a reference to {reference}"]


def test_an_operation_that_only_redirects_is_lost_and_one_that_also_answers_is_not() -> None:
    redirect = {"302": {"description": "elsewhere"}, "404": {"description": "gone"}}
    assert losses({"responses": redirect}) == ["operation: it only redirects (302)"]
    assert losses({"responses": redirect | OK}) == []
    assert losses({"responses": redirect | {"default": {"description": "any"}}}) == []


# ---------------------------------------------------------------------- content types


def test_other_content_types_of_a_response_are_lost() -> None:
    responses = {
        "200": {"description": "ok", **contents(application_json=OBJECT, text_csv=STRING, application_pdf=FILE)}
    }
    assert losses({"responses": responses}) == [
        "response 200 text/csv: only application/json is read",
        "response 200 application/pdf: only application/json is read",
    ]


def test_other_content_types_of_a_body_are_lost_above_all_a_file() -> None:
    with_file = {"type": "object", "properties": {"a": STRING, "file": FILE}}
    request = contents(**{"application_json": OBJECT, "multipart_form-data": with_file})
    assert losses({"requestBody": request, "responses": OK}) == [
        "body multipart/form-data: only application/json can be sent"
    ]
    request = contents(**{"application_json": with_file, "multipart_form-data": with_file})
    assert losses({"requestBody": request, "responses": OK}) == [
        "body multipart/form-data: only application/json can be sent"
    ]


def test_the_same_schema_in_another_form_is_no_loss() -> None:
    request = contents(**{"application_json": OBJECT, "application_x-www-form-urlencoded": OBJECT, "text_json": OBJECT})
    responses = {"200": {"description": "ok", **contents(application_json=OBJECT, application_xml=OBJECT)}}
    operation = only({"requestBody": request, "responses": responses})
    assert operation.body is not None
    assert (operation.body.content_type, operation.successes[0].decoding) == ("application/json", "json")


@pytest.mark.parametrize(
    ("media", "schema", "sent", "encoding"),
    [
        ("*/*", OBJECT, "application/json", "json"),
        ("*/*", FILE, "application/octet-stream", "content"),
        ("application/*", OBJECT, "application/json", "json"),
        ("image/*", FILE, "application/octet-stream", "content"),
        ("text/*", STRING, "text/plain", "content"),
    ],
)
def test_a_pattern_of_content_types_is_sent_as_one_of_them(media: str, schema: Json, sent: str, encoding: str) -> None:
    found = only({"requestBody": body(schema, media), "responses": OK}).body
    assert found is not None
    assert (found.content_type, found.encoding) == (sent, encoding)


def test_parts_of_a_form_with_an_encoding_of_their_own_are_lost() -> None:
    schema = {"type": "object", "properties": {"file": FILE, "note": STRING, "meta": OBJECT}}
    media = {
        "schema": schema,
        "encoding": {
            "file": {"contentType": "image/png"},
            "meta": {"contentType": "application/json"},
            "note": {"contentType": "text/markdown"},
        },
    }
    request = {"content": {"multipart/form-data": media}}
    assert losses({"requestBody": request, "responses": OK}) == ["body part note: it has an encoding of its own"]


def test_a_file_may_be_said_by_its_content_type_alone() -> None:
    schema = {"type": "object", "properties": {"file": {"type": "string", "contentMediaType": "image/png"}}}
    found = only({"requestBody": body(schema, "multipart/form-data"), "responses": OK}, version="3.1.0").body
    assert found is not None
    assert found.type.model is not None
    assert found.type.model.fields[0].type.kind == "bytes"


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "contentMediaType": "text/html"},
        {"type": "string", "contentMediaType": "image/png", "contentEncoding": "base64"},
    ],
)
def test_texts_with_a_content_type_stay_texts(schema: Json) -> None:
    found = only({"responses": answers(schema)}, version="3.1.0")
    assert found.successes[0].type.kind == "str"


# ---------------------------------------------------------------------- parameters and forms

LIST_OF_OBJECTS = {"type": "array", "items": OBJECT}


@pytest.mark.parametrize(
    ("schema", "location", "why"),
    [
        (LIST_OF_OBJECTS, "query", "is a list of objects"),
        ({"type": "array", "items": {"type": "array", "items": STRING}}, "query", "is a list of lists"),
        ({"oneOf": [STRING, LIST_OF_OBJECTS]}, "query", "is a list of objects"),
        (OBJECT, "header", "is an object"),
        ({"type": "object", "additionalProperties": STRING}, "cookie", "is an object"),
    ],
)
def test_parameters_that_cannot_be_written_are_lost(schema: Json, location: str, why: str) -> None:
    parameters = [query(schema, location)]
    assert losses({"parameters": parameters, "responses": OK}) == [f"parameter p: it {why}"]
    parameters = [query(schema, location) | {"required": True}]
    assert losses({"parameters": parameters, "responses": OK}) == [f"operation: its {location} parameter p {why}"]


def test_an_object_in_a_path_loses_the_operation() -> None:
    parameters = [query(OBJECT, "path")]
    assert losses({"parameters": parameters, "responses": OK}, "/a/{p}") == [
        "operation: its path parameter p is an object"
    ]


def test_objects_in_a_query_and_whatever_is_sent_as_json_can_be_written() -> None:
    as_json = {"name": "q", "in": "header", "content": {"application/json": {"schema": LIST_OF_OBJECTS}}}
    deep = query(OBJECT, style="deepObject")
    assert len(only({"parameters": [deep, as_json], "responses": OK}).parameters) == 2


def test_a_form_with_a_list_of_objects_loses_the_operation() -> None:
    schema = {"type": "object", "properties": {"rows": LIST_OF_OBJECTS}}
    request = body(schema, "application/x-www-form-urlencoded")
    assert losses({"requestBody": request, "responses": OK}) == ["operation: its form has a list of objects, rows"]


# ---------------------------------------------------------------------- references in the place of something else


@pytest.mark.parametrize(
    ("operation", "what"),
    [
        ({"responses": {"$ref": "#/components/x"}}, "responses"),
        ({"responses": OK, "parameters": {"$ref": "#/components/x"}}, "parameters"),
        ({"responses": {"200": {"description": "ok", "content": {"$ref": "#/components/x"}}}}, "content"),
        ({"responses": {"200": {"description": "ok", "content": {JSON: {"$ref": "#/components/x"}}}}}, "content"),
        ({"responses": OK, "requestBody": {"content": {JSON: {"$ref": "#/components/x"}}}}, "content"),
        ({"responses": answers({"type": "object", "properties": {"$ref": "#/components/x"}})}, "properties"),
    ],
)
def test_a_reference_in_the_place_of_a_container_loses_the_operation(operation: Json, what: str) -> None:
    (loss,) = losses(operation)
    assert loss in (
        f"operation: its {what} are a reference, #/components/x",
        f"operation: its {what} is a reference, #/components/x",
    )


def test_parameters_of_a_path_that_are_a_reference_lose_all_its_operations() -> None:
    raw = document(
        {"/a": {"parameters": {"$ref": "#/components/x"}, "get": {"responses": OK}, "put": {"responses": OK}}}
    )
    assert [str(one) for one in named(raw).api.losses] == [
        f"{method} /a: operation: its parameters are a reference, #/components/x" for method in ("GET", "PUT")
    ]


def test_a_property_may_be_called_ref() -> None:
    (response,) = only({"responses": answers({"type": "object", "properties": {"$ref": STRING}})}).successes
    assert response.type.model is not None
    assert [one.wire for one in response.type.model.fields] == ["$ref"]


def test_a_security_requirement_without_a_list_of_scopes_is_a_note() -> None:
    schemes = {"key": {"type": "apiKey", "in": "header", "name": "x"}}
    raw = document({"/a": {"get": {"security": [{"key": None}], "responses": OK}}})
    raw["components"]["securitySchemes"] = schemes
    assert prepare(raw)[1] == ["a security requirement has no list of scopes: GET /a"]
    assert named(raw).api.operations[0].auth == ("api_key",)


# ---------------------------------------------------------------------- objects in queries


@pytest.mark.parametrize(
    ("inside", "style", "why"),
    [
        ({"rows": LIST_OF_OBJECTS}, {}, "holds a list of objects or lists, rows"),
        ({"rows": LIST_OF_OBJECTS}, {"style": "deepObject"}, "holds a list of objects or lists, rows"),
        ({"inner": OBJECT}, {}, "holds an object, inner"),
        ({"inner": OBJECT}, {"explode": False}, "holds an object, inner"),
        ({"names": {"type": "array", "items": STRING}}, {"explode": False}, "holds a list, names"),
    ],
)
def test_an_object_whose_fields_have_no_spelling_in_a_query_is_lost(inside: Json, style: Json, why: str) -> None:
    parameters = [query({"type": "object", "properties": inside}, **style)]
    assert losses({"parameters": parameters, "responses": OK}) == [f"parameter p: it {why}"]


def test_an_object_in_a_deep_object_and_a_list_in_an_exploded_one_can_be_written() -> None:
    deep = query({"type": "object", "properties": {"inner": OBJECT}}, style="deepObject")
    flat = query({"type": "object", "properties": {"names": {"type": "array", "items": STRING}}}) | {"name": "q"}
    assert len(only({"parameters": [deep, flat], "responses": OK}).parameters) == 2


# ---------------------------------------------------------------------- words of 3.1 that say what is allowed


def fields_of(schema: Json, version: str = "3.1.0") -> dict[str, tuple[str, bool]]:
    (response,) = only({"responses": answers(schema)}, version=version).successes
    assert response.type.model is not None
    found = {one.wire: (one.type.kind, one.required) for one in response.type.model.fields}
    more = response.type.model.additional
    return found | ({"*": (more.kind, False)} if more is not None else {})


def test_properties_under_conditions_are_optional_properties() -> None:
    kind = {"kind": {"type": "string"}}
    condition = {
        "if": {"properties": {"kind": {"const": "card"}}},
        "then": {"properties": {"number": STRING}, "required": ["number"]},
        "else": {"properties": {"iban": STRING, "kind": {"const": "bank"}}},
    }
    assert fields_of({"type": "object", "properties": kind, "required": ["kind"], **condition}) == {
        "kind": ("str", True),
        "number": ("str", False),
        "iban": ("str", False),
    }
    dependent = {"dependentSchemas": {"kind": {"properties": {"since": STRING | {"format": "date"}}}}}
    assert fields_of({"type": "object", "properties": kind, **dependent})["since"] == ("date", False)
    assert fields_of({"type": "object", "properties": kind, "dependentRequired": {"kind": ["other"]}}) == {
        "kind": ("str", False)
    }


def test_patterns_and_unevaluated_properties_are_further_properties() -> None:
    number, properties = {"type": "integer"}, {"a": STRING}
    for words in (
        {"patternProperties": {"^x-": number}},
        {"unevaluatedProperties": number},
        {"allOf": [OBJECT], "unevaluatedProperties": number},
    ):
        assert fields_of({"type": "object", "properties": properties, **words})["*"] == ("int", False)
    both = {"patternProperties": {"^x-": number, "^y-": STRING}}
    assert fields_of({"type": "object", "properties": properties, **both})["*"] == ("union", False)
    (response,) = only({"responses": answers({"type": "object", **both})}, version="3.1.0").successes
    assert (response.type.kind, response.type.items.kind if response.type.items else None) == ("map", "union")


@pytest.mark.parametrize("word", ["$dynamicRef", "$recursiveRef"])
def test_a_reference_that_depends_on_where_it_is_read_from_loses_the_operation(word: str) -> None:
    assert losses({"responses": answers({word: "#node"})}, version="3.1.0") == [f"operation: {word} #node"]
    held = {"type": "object", "properties": {"held": {word: "#node"}}}
    assert f"{word} #node" in losses({"responses": answers(held)}, version="3.1.0")[0]


# ---------------------------------------------------------------------- servers, files


def test_a_variable_of_the_base_url_without_a_value_is_said() -> None:
    api = named(document({"/a": {"get": {"responses": OK}}}, servers=[{"url": "https://{shop}.example.com"}])).api
    assert api.notes == ["the base URL has a variable: shop, without a value"]


@pytest.mark.slow
def test_a_part_that_may_be_a_file_or_a_text_takes_both() -> None:
    part = {"oneOf": [FILE, STRING]}
    schema = {
        "type": "object",
        "required": ["file"],
        "properties": {"file": part, "more": {"type": "array", "items": FILE}},
    }
    package = generate(
        document({"/a": {"post": {"requestBody": body(schema, "multipart/form-data"), "responses": OK}}}), "parts"
    )
    (op,) = package.result.api.operations
    build = package.module(f"api.{op.resource}.{op.module}").build_request
    assert build(body={"file": b"PDF", "more": [b"1"]}).files == [("file", ("file", b"PDF")), ("more", ("more", b"1"))]
    assert build(body={"file": "a text"}).files == [("file", (None, "a text"))]


# ---------------------------------------------------------------------- where pages are safe

NUMBER = {"type": "integer"}
ROWS = {"type": "array", "items": {"type": "object", "properties": {"id": STRING}}}


def paged(envelope: Json, path: str = "/rows", **page: Any) -> Any:
    parameters = [{"name": "page", "in": "query", "schema": NUMBER} | page]
    parameters += [{"name": "id", "in": "path", "required": True, "schema": STRING}] if "{" in path else []
    schema = {"type": "object", "properties": envelope}
    operation = {"parameters": parameters, "responses": answers(schema)}
    (found,) = named(document({path: {"get": operation}})).api.operations
    return found.pagination


def test_counters_one_level_down_are_found() -> None:
    meta = {"type": "object", "properties": {"currentPage": NUMBER, "totalPages": NUMBER, "total_count": NUMBER}}
    found = paged({"rows": ROWS, "meta": meta, "sum": {"type": "number"}})
    assert (found.items, found.total, found.page, found.total_pages) == (
        "rows",
        "meta.total_count",
        "meta.currentPage",
        "meta.totalPages",
    )
    assert paged({"data": ROWS, "meta": meta, "total": NUMBER}).total == "total"


@pytest.mark.parametrize(
    "page",
    [
        {"schema": {"type": "integer", "minimum": 0}},
        {"schema": {"type": "integer", "minimum": 0, "maximum": 50}},
        {"schema": {"type": "integer", "default": 0}},
        {"description": "The page index, from 0."},
        {"description": "Zero-based page number"},
        {"description": "Page (0-indexed)"},
    ],
)
def test_pages_from_zero_are_not_taken_for_pages_from_one(page: Json) -> None:
    assert paged({"data": ROWS, "total": NUMBER}, **page) is None


def test_items_objects_with_some_list_and_lists_by_token_are_not_paged() -> None:
    assert paged({"data": ROWS, "total": NUMBER}, "/rows/{id}") is None
    assert paged({"title": STRING, "tags": ROWS}, "/preview") is None
    token = {"name": "PageToken", "in": "query", "schema": STRING}
    page = {"name": "page", "in": "query", "schema": NUMBER}
    operation = {"parameters": [page, token], "responses": answers({"type": "object", "properties": {"data": ROWS}})}
    (found,) = named(document({"/rows": {"get": operation}})).api.operations
    assert (found.pagination, found.name) == (None, "list")
