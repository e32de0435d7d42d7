"""The checked-in OpenAPI document: complete, valid, and honest about what is inferred.

These are golden checks of the reconstruction. When the published document takes its place, those that rest on
an inference of ours (counts of marks, operationIds, names of security schemes, error responses) are skipped;
the others say what the published reference says and stay.
"""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator, FormatChecker  # type: ignore[import-untyped]
from openapi_spec_validator import OpenAPIV30SpecValidator

from scripts import schema_coverage
from tests.shared.api import is_reconstruction, reconstruction_only

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENAPI = Path(__file__).resolve().parents[2] / "openapi"

OPERATIONS_PER_TAG = {
    "Accounts": 1,
    "API Key": 1,
    "Company": 1,
    "Customers": 7,
    "Dimensions": 8,
    "Document Templates": 1,
    "Journal Categories": 1,
    "Journal Entries": 8,
    "MCP": 1,
    "Meters": 3,
    "Product Groups": 5,
    "Product Prices": 8,
    "Products": 5,
    "Projects": 9,
    "Subscriptions": 9,
    "VAT Codes": 1,
    "Webhook Endpoints": 7,
    "Portal SSO": 4,
    "Credit Notes": 6,
    "Payment Methods": 6,
    "Draft Journal Entries": 6,
    "Invoices": 6,
    "Order Confirmations": 7,
    "Portal Plans": 3,
    "Quotes": 7,
    "Vendors": 5,
    "Draft Journal Entries (v2)": 7,
    "Journal Entries (v2)": 2,
}
WITHOUT_SCOPES = {"Get current API key", "LedgerBee Developer MCP Server"}
JWKS = "/.well-known/portal-sso/{slug}/jwks.json"


def load() -> dict[str, Any]:
    document: dict[str, Any] = json.loads((OPENAPI / "ledgerbee.json").read_text(encoding="utf-8"))
    return document


DOCUMENT = load()
OPERATIONS: list[tuple[str, str, dict[str, Any]]] = [
    (method, path, operation) for path, item in DOCUMENT["paths"].items() for method, operation in item.items()
]
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]


def operation_at(method: str, path: str) -> dict[str, Any]:
    found: dict[str, Any] = DOCUMENT["paths"][path][method]
    return found


def scopes_in(description: str) -> list[str]:
    _, heading, rest = description.partition("## Required Scope")
    return re.findall(r"^\s*- `([^`]+)`\s*$", rest, flags=re.MULTILINE) if heading else []


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from nodes(child)
    elif isinstance(node, list):
        for child in node:
            yield from nodes(child)


def schemas() -> Iterator[dict[str, Any]]:
    """Every schema object of the document, nested ones included, and nothing that is an example."""

    def inside(schema: Any) -> Iterator[dict[str, Any]]:
        if not isinstance(schema, dict):
            return
        yield schema
        for child in schema.get("properties", {}).values():
            yield from inside(child)
        for key in ("items", "additionalProperties"):
            yield from inside(schema.get(key))
        for key in ("allOf", "anyOf", "oneOf"):
            for child in schema.get(key, []):
                yield from inside(child)

    for component in SCHEMAS.values():
        yield from inside(component)
    for _, _, operation in OPERATIONS:
        for parameter in operation["parameters"]:
            yield from inside(parameter["schema"])
        for owner in (operation.get("requestBody"), *operation["responses"].values()):
            for media in (owner or {}).get("content", {}).values():
                yield from inside(media["schema"])


def test_no_two_operations_have_one_operation_id() -> None:
    assert len({operation["operationId"] for _, _, operation in OPERATIONS}) == len(OPERATIONS)


@reconstruction_only
def test_there_are_135_operations() -> None:
    assert len(OPERATIONS) == 135


def test_the_document_is_valid_openapi() -> None:
    assert DOCUMENT["openapi"] == "3.0.0"
    assert [str(error) for error in OpenAPIV30SpecValidator(load()).iter_errors()] == []


def test_the_document_has_the_form_of_the_published_one() -> None:
    assert list(DOCUMENT) == ["openapi", "paths", "info", "tags", "servers", "components"]
    assert DOCUMENT["info"]["title"] == "LedgerBee Public API"
    assert DOCUMENT["info"]["version"] == "1.0"
    assert DOCUMENT["servers"] == [{"url": "https://api.ledgerbee.com/api"}]
    for _, path, operation in OPERATIONS:
        assert not path.startswith("/api")
        assert isinstance(operation["parameters"], list)
        assert operation["description"].startswith("\n")
        assert operation["description"].endswith("\n")


def test_the_file_is_formatted_deterministically() -> None:
    text = (OPENAPI / "ledgerbee.json").read_text(encoding="utf-8")
    assert text == json.dumps(DOCUMENT, indent=2, ensure_ascii=False) + "\n"


@reconstruction_only
def test_every_tag_has_the_operations_of_the_reference() -> None:
    counted = Counter(operation["tags"][0] for _, _, operation in OPERATIONS)
    assert counted == OPERATIONS_PER_TAG
    assert all(len(operation["tags"]) == 1 for _, _, operation in OPERATIONS)
    assert {tag["name"] for tag in DOCUMENT["tags"]} == set(OPERATIONS_PER_TAG)


def test_the_two_printed_operation_ids_are_as_printed() -> None:
    assert operation_at("get", JWKS)["operationId"] == "PublicPortalSsoJwksController_getJwks"
    accounts = operation_at("get", "/v1/accounts")
    assert accounts["operationId"] == "PublicAccountsController_getAccounts_v1"
    assert "x-inferred-operation-id" not in accounts


@reconstruction_only
def test_operation_ids_follow_the_pattern_and_the_version_of_the_path() -> None:
    for _, path, operation in OPERATIONS:
        version = re.match(r"/(v\d)/", path)
        ending = f"_{version[1]}" if version else ""
        assert re.fullmatch(r"Public[A-Za-z]+Controller_[a-z][A-Za-z]*" + ending, operation["operationId"])


@reconstruction_only
def test_scopes_can_be_read_from_the_description() -> None:
    known = set(DOCUMENT["components"]["securitySchemes"]["oauth2"]["flows"]["clientCredentials"]["scopes"])
    for _, path, operation in OPERATIONS:
        scopes = scopes_in(operation["description"])
        if path == JWKS or operation["summary"] in WITHOUT_SCOPES:
            assert "Required Scope" not in operation["description"]
        else:
            assert scopes, operation["summary"]
        assert set(scopes) <= known


@reconstruction_only
def test_the_marks_of_inference_are_as_many_as_the_facts_have() -> None:
    confidence = Counter(operation.get("x-path-confidence") for _, _, operation in OPERATIONS)
    assert confidence == {None: 55, "high": 20, "medium": 51, "low": 9}
    assert sum("x-inferred-path" in operation for _, _, operation in OPERATIONS) == 80
    assert sum("x-inferred-scopes" in operation for _, _, operation in OPERATIONS) == 62
    assert sum("x-inferred-operation-id" in operation for _, _, operation in OPERATIONS) == 133


def test_required_lists_hold_only_what_is_documented() -> None:
    for schema in schemas():
        properties = schema.get("properties", {})
        assert set(schema.get("required", [])) <= set(properties)
        for name in schema.get("required", []):
            assert "x-inferred-required" not in properties[name]
            assert "required" not in properties[name].get("x-inferred-parts", [])
    for _, _, operation in OPERATIONS:
        for parameter in operation["parameters"]:
            assert not (parameter["required"] and "x-inferred-required" in parameter)


@reconstruction_only
def test_marks_stand_only_where_the_legend_has_them() -> None:
    for node in nodes(DOCUMENT):
        assert node.get("x-inferred", True) is True
        if "x-inferred-parts" in node:
            assert node["x-inferred"] is True
            assert node["x-inferred-parts"]
        if "$ref" in node:
            assert list(node) == ["$ref"]  # OpenAPI 3.0 ignores whatever stands beside a reference


def test_path_parameters_match_the_path() -> None:
    for _, path, operation in OPERATIONS:
        declared = [parameter for parameter in operation["parameters"] if parameter["in"] == "path"]
        assert {parameter["name"] for parameter in declared} == set(re.findall(r"{(\w+)}", path))
        assert all(parameter["required"] for parameter in declared)


@reconstruction_only
def test_security_follows_the_kind_of_credential() -> None:
    by_summary = {operation["summary"]: operation["security"] for _, _, operation in OPERATIONS}
    assert operation_at("get", JWKS)["security"] == []
    assert by_summary["LedgerBee Developer MCP Server"] == [{"oauth2-authorization-code": []}]
    key_only = {summary for summary, security in by_summary.items() if security == [{"x-api-key": []}]}
    assert key_only == {
        "Get current API key",
        "Mint a customer-portal SSO handoff reference",
        "Provision a customer + grant portal access (partner JIT provisioning)",
        "Revoke (force-refresh) a user's customer-portal sessions",
    }
    assert sum(security == [{"x-api-key": []}, {"oauth2": []}] for security in by_summary.values()) == 135 - 6


@reconstruction_only
def test_every_authenticated_operation_has_its_error_responses() -> None:
    for _, path, operation in OPERATIONS:
        if path == JWKS:
            assert set(operation["responses"]) == {"200"}
            continue
        assert {"401", "403"} <= set(operation["responses"])
        if operation["parameters"] or "requestBody" in operation:
            assert "400" in operation["responses"]
        for status in {"400", "401", "403", "404"} & set(operation["responses"]):
            content = operation["responses"][status]["content"]["application/json"]
            assert content["schema"] == {"$ref": "#/components/schemas/ErrorResponse"}


@reconstruction_only
def test_pdfs_are_binary_and_the_usage_report_needs_its_key() -> None:
    pdfs = [
        response["content"]["application/pdf"]["schema"]
        for _, _, operation in OPERATIONS
        for response in operation["responses"].values()
        if "application/pdf" in response.get("content", {})
    ]
    assert pdfs == [{"type": "string", "format": "binary"}] * 4
    report = operation_at("post", "/v1/meters/report")
    assert [(p["name"], p["in"], p["required"]) for p in report["parameters"]] == [
        ("x-api-idempotency-key", "header", True)
    ]
    assert {"200", "202"} <= set(report["responses"])


@reconstruction_only
def test_deprecated_operations_name_their_successor() -> None:
    deprecated = [operation for _, _, operation in OPERATIONS if operation.get("deprecated")]
    assert len(deprecated) == 8
    for operation in deprecated:
        method, path = operation["x-successor"].split(" ")
        assert path in DOCUMENT["paths"]
        assert method.lower() in DOCUMENT["paths"][path]
        assert f"`{operation['x-successor']}`" in operation["description"]
    assert {operation.get("x-sunset") for operation in deprecated} == {None, "2026-11-08"}


@reconstruction_only
def test_decimals_and_counts_are_written_as_the_published_document_writes_them() -> None:
    assert all(schema.get("format") != "decimal" for schema in schemas())
    assert all(schema.get("type") != "integer" for schema in schemas())


def test_the_parameters_of_list_products_are_those_of_the_reference() -> None:
    parameters = {p["name"]: p for p in operation_at("get", "/v1/products")["parameters"]}
    assert list(parameters) == ["page", "limit", "search", "productGroupId", "sortBy", "sortOrder"]
    assert all(p["in"] == "query" and not p["required"] and "x-inferred" not in p for p in parameters.values())
    assert parameters["page"]["schema"] == {"minimum": 1, "default": 1, "type": "number"}
    assert parameters["limit"]["schema"] == {"minimum": 1, "maximum": 100, "default": 25, "type": "number"}
    assert parameters["search"]["example"] == "Hosting"
    assert parameters["productGroupId"]["schema"] == {"type": "string"}
    assert parameters["sortBy"]["schema"] == {
        "enum": ["productNumber", "name", "createdAt"],
        "default": "createdAt",
        "type": "string",
    }
    assert parameters["sortOrder"]["schema"] == {"enum": ["ASC", "DESC"], "default": "DESC", "type": "string"}


def test_the_schemas_of_products_are_those_of_the_reference() -> None:
    create, update, answer = (
        SCHEMAS[name] for name in ("CreateProductRequest", "UpdateProductRequest", "ProductResponse")
    )
    assert create["required"] == ["productNumber", "name", "unit", "productGroupId"]
    assert list(create["properties"]) == [
        *create["required"],
        "description",
        "isActive",
        "productType",
        "initialPrice",
    ]
    assert create["properties"]["isActive"]["default"] is True
    assert create["properties"]["productType"]["enum"] == ["goods", "services"]
    assert create["properties"]["productType"]["default"] == "services"
    assert "required" not in update
    assert list(update["properties"]) == [
        "productNumber",
        "name",
        "description",
        "unit",
        "productGroupId",
        "isActive",
        "productType",
    ]
    assert all("default" not in schema for schema in update["properties"].values())
    assert answer["required"] == [
        "id",
        "productNumber",
        "name",
        "unit",
        "productGroupId",
        "productType",
        "isActive",
        "isArchived",
        "isLocked",
        "createdAt",
        "updatedAt",
    ]
    assert list(answer["properties"]) == [*answer["required"], "description", "prices"]
    assert [name for name, schema in answer["properties"].items() if schema.get("nullable")] == ["description"]
    assert answer["properties"]["createdAt"]["format"] == "date-time"
    assert answer["properties"]["createdAt"]["example"] == "2024-01-15T10:30:00Z"
    assert answer["properties"]["prices"]["items"] == {"$ref": "#/components/schemas/ProductPriceResponse"}
    envelope = SCHEMAS["ListProductsResponse"]
    assert envelope["required"] == ["data", "total", "page", "limit", "totalPages"]
    assert "prices" not in SCHEMAS["ProductListItem"]["properties"]


def test_the_answers_of_products_are_described_as_in_the_reference() -> None:
    created = operation_at("post", "/v1/products")["responses"]["201"]
    assert created["description"] == "Product created successfully"
    assert created["content"]["application/json"]["example"]["prices"][0]["unitAmount"] == "99.99"
    item = DOCUMENT["paths"]["/v1/products/{productId}"]
    assert list(item) == ["get", "delete", "patch"]
    assert item["get"]["responses"]["200"]["description"] == "Product details, including its prices"
    assert item["patch"]["responses"]["200"]["description"] == "Product updated successfully"
    deleted = [response for status, response in item["delete"]["responses"].items() if status < "300"]
    assert [response["description"] for response in deleted] == ["Product deleted successfully"]
    assert "content" not in deleted[0]


def as_json_schema(schema: Any) -> Any:
    """The schema with OpenAPI 3.0's `nullable` said in JSON Schema, its references left to the validator."""
    if isinstance(schema, list):
        return [as_json_schema(child) for child in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: as_json_schema(value) for key, value in schema.items() if key not in {"example", "nullable"}}
    if schema.get("nullable"):
        return {"anyOf": [{"type": "null"}, result]}
    return result


def examples() -> Iterator[tuple[str, Any, Any]]:
    for name, component in SCHEMAS.items():
        for key, schema in component.get("properties", {}).items():
            if "example" in schema:
                yield f"{name}.{key}", schema, schema["example"]
    for method, path, operation in OPERATIONS:
        for parameter in operation["parameters"]:
            if "example" in parameter:
                yield f"{method} {path} {parameter['name']}", parameter["schema"], parameter["example"]
        for kind, owner in (("request", operation.get("requestBody")), *operation["responses"].items()):
            for media in (owner or {}).get("content", {}).values():
                if "example" in media:
                    yield f"{method} {path} {kind}", media["schema"], media["example"]


def property_names_are_kept(schema: Any) -> Any:
    """`as_json_schema`, for components: a property may itself be called `example` or `nullable`."""
    converted = as_json_schema({key: value for key, value in schema.items() if key != "properties"})
    if "properties" in schema:
        converted["properties"] = {name: as_json_schema(child) for name, child in schema["properties"].items()}
    return converted


def test_every_example_is_valid_against_its_schema() -> None:
    components = {"schemas": {name: property_names_are_kept(schema) for name, schema in SCHEMAS.items()}}
    checked = 0
    for place, schema, example in examples():
        whole = {"components": components, "allOf": [as_json_schema(schema)]}
        errors = Draft7Validator(whole, format_checker=FormatChecker()).iter_errors(example)
        assert [error.message for error in errors] == [], place
        checked += 1
    assert not is_reconstruction() or checked > 80


@reconstruction_only
def test_no_component_is_left_over() -> None:
    text = json.dumps(DOCUMENT)
    unused = {name for name in SCHEMAS if f'"#/components/schemas/{name}"' not in text}
    # Published as a schema, or known in shape, but held by a property whose name is unknown.
    assert unused == {"RateLimitTierResponse", "HandoffMembershipInput"}


def test_the_readme_has_the_coverage_of_the_document() -> None:
    readme = (OPENAPI / "README.md").read_text(encoding="utf-8")
    assert schema_coverage.merge(readme, schema_coverage.table(DOCUMENT)) == readme


@reconstruction_only
def test_coverage_counts_documented_and_inferred() -> None:
    rows = {row.tag: row for row in schema_coverage.measure(DOCUMENT)}
    assert list(rows) == list(OPERATIONS_PER_TAG)
    products = rows["Products"]
    assert (products.operations, products.paths.two, products.scopes.two) == (5, "5 / 0", "5 / 0")
    assert (products.parameters.three, products.shapes, products.complete) == ("9 / 0 / 0", 9, 9)
    assert rows["Payment Methods"].paths.two == "0 / 6"
    assert rows["Company"].response.three == "4 / 9 / 0"
    assert "| **all** | 135 | 55 / 80 | 73 / 62 |" in schema_coverage.table(DOCUMENT)


def test_coverage_of_a_document_without_marks_is_all_documented() -> None:
    plain = copy.deepcopy(DOCUMENT)
    for node in nodes(plain):
        for key in [key for key in node if key.startswith("x-inferred") or key == "x-incomplete"]:
            del node[key]
    text = schema_coverage.table(plain)
    count = len(OPERATIONS)
    assert f"| **all** | {count} | {count} / 0 | {count} / 0 |" in text
    assert "everything in it is as published" in text
    assert all(row.complete == row.shapes for row in schema_coverage.measure(plain))


def test_the_coverage_command_prints_checks_and_updates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n\n{schema_coverage.BEGIN}\nold\n{schema_coverage.END}\nafter\n", encoding="utf-8")
    assert schema_coverage.main(["--check", "--readme", str(readme)]) == 1
    assert "out of step" in capsys.readouterr().err
    assert schema_coverage.main(["--update", "--readme", str(readme)]) == 0
    assert schema_coverage.main(["--check", "--readme", str(readme)]) == 0
    text = readme.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert f"{schema_coverage.BEGIN}\nold\n" not in text
    assert schema_coverage.main([]) == 0
    assert capsys.readouterr().out in text


def test_the_coverage_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = tmp_path / "README.md"
    assert schema_coverage.main(["--update", "--readme", str(readme)]) == 1
    readme.write_text("no markers\n", encoding="utf-8")
    assert schema_coverage.main(["--update", "--readme", str(readme)]) == 1
    assert "lacks the markers" in capsys.readouterr().err
    broken = tmp_path / "broken.json"
    broken.write_text("[]", encoding="utf-8")
    assert schema_coverage.main([str(broken)]) == 1
    assert "not a JSON object" in capsys.readouterr().err
    broken.write_text('{"paths": {"/a": {"get": {"parameters": [{"$ref": "#/nowhere"}]}}}}', encoding="utf-8")
    assert schema_coverage.main([str(broken)]) == 1
    assert "dangling reference #/nowhere" in capsys.readouterr().err
