"""The schema change report: what it finds, what it means for users, and how it is written down.

The prepared pairs are in ``tests/data/reports``. After a deliberate change of wording, write their pages anew
(``scripts/schema_report.py OLD NEW --current-version 0.4.1 --output expected.md``) and read the difference.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledgerbee_client.contracts import Level
from ledgerbee_client.contracts.text import cell, code, codes, plain
from scripts.report.markdown import shorten
from scripts.report.model import BUMPS, Entry, ReportError, Section, next_version
from scripts.schema_report import Report, build_report, main
from tests.contracts.support import (
    STRING,
    Json,
    document,
    json_body,
    object_of,
    operation,
    reading,
    sending,
    with_parameters,
)

PAIRS = Path(__file__).parent / "reports"


def kinds(report: Report) -> list[str]:
    return [change.kind for change in report.entries]


def only(report: Report) -> Entry:
    assert len(report.entries) == 1, report.markdown
    return report.entries[0]


# ---------------------------------------------------------------------- prepared pairs


@pytest.mark.parametrize(
    ("name", "bump"),
    [
        ("additive", "minor"),
        ("breaking", "major"),
        ("scopes-deprecation-security", "major"),
        ("moved-and-renamed", "minor"),
        ("same-content-3.1", "patch"),
    ],
)
def test_a_prepared_pair_gives_the_expected_page(name: str, bump: str) -> None:
    old, new = (json.loads((PAIRS / name / f"{side}.json").read_text("utf-8")) for side in ("old", "new"))
    report = build_report(old, new, current_version="0.4.1")
    assert report.markdown == (PAIRS / name / "expected.md").read_text("utf-8")
    assert report.bump == bump


@pytest.mark.parametrize("path", sorted(PAIRS.glob("*/*.json")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_document_compared_with_itself_has_no_changes(path: Path) -> None:
    document_ = json.loads(path.read_text("utf-8"))
    report = build_report(document_, copy.deepcopy(document_))
    assert report.is_empty
    assert report.bump == "none"
    assert "No changes." in report.markdown


def test_moved_and_renamed_operations_break_nothing() -> None:
    old, new = (json.loads((PAIRS / "moved-and-renamed" / f"{s}.json").read_text("utf-8")) for s in ("old", "new"))
    report = build_report(old, new)
    assert not [change for change in report.entries if change.level is Level.MAJOR]
    assert not {"operation-added", "operation-removed", "added", "removed"} & set(kinds(report))


# ---------------------------------------------------------------------- the rule table


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "nullable": True}, {"anyOf": [STRING, {"type": "null"}]}),
        ({"enum": ["a"]}, {"type": "string", "const": "a"}),
        ({"properties": {"a": STRING}}, object_of(a=STRING)),
        ({"oneOf": [STRING, {"type": "integer"}]}, {"type": ["integer", "string"]}),
        (
            {"allOf": [object_of(a=STRING), object_of(("b",), b=STRING)]},
            object_of(("b",), a=STRING, b=STRING),
        ),
        (
            {"type": "number", "maximum": 9, "exclusiveMaximum": True},
            {"type": "number", "exclusiveMaximum": 9},
        ),
        ({"type": "number", "maximum": 9, "exclusiveMaximum": False}, {"type": "number", "maximum": 9}),
        ({"type": "string", "minLength": 0}, STRING),
        ({"type": "object", "additionalProperties": True}, {"type": "object", "additionalProperties": {}}),
        ({"allOf": [{"enum": ["a", "b"]}, {"enum": ["b"]}]}, {"enum": ["b"]}),
    ],
)
def test_the_same_content_in_another_notation_is_a_note_that_names_the_place(old: Json, new: Json) -> None:
    report = build_report(sending(old), sending(new))
    assert kinds(report) == ["notation"]
    assert "`POST /v1/things`" in report.markdown
    assert report.bump == "patch"


# ---------------------------------------------------------------------- schemas


def test_a_place_is_dotted_through_references_and_arrays() -> None:
    lines = {"type": "array", "items": {"$ref": "#/components/schemas/Line"}}
    old = sending(object_of(lines=lines), Line=object_of(quantity=STRING))
    new = sending(object_of(lines=lines), Line=object_of(quantity={"type": "number"}))
    assert only(build_report(old, new)).uses[0].place == "lines[].quantity"


def test_a_change_in_a_shared_schema_is_said_once_with_its_operations() -> None:
    def shared(thing: Json) -> Json:
        answer = {"200": json_body({"$ref": "#/components/schemas/Thing"})}
        return document(
            {f"/v1/{n}": {"get": {"summary": str(n), "responses": answer}} for n in range(9)},
            {"Thing": thing},
        )

    report = build_report(shared(object_of(a=STRING)), shared(object_of(a=STRING, b=STRING)))
    assert len(only(report).operations) == 9
    assert "— `GET /v1/0`, `GET /v1/1`, `GET /v1/2` and 6 more" in report.markdown


def test_a_recursive_schema_is_compared_once() -> None:
    def tree(**fields: Json) -> Json:
        child = {"$ref": "#/components/schemas/Node"}
        return reading(child, Node=object_of((), children={"type": "array", "items": child}, **fields))

    assert "Response field `name` (schema `Node`): added" in build_report(tree(), tree(name=STRING)).markdown


def test_a_schema_that_is_recursive_through_all_of_comes_to_an_end() -> None:
    def forest(kind: Json) -> Json:
        both = {"allOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]}
        return reading(
            both,
            A=object_of(next={"$ref": "#/components/schemas/A"}, kind=kind),
            B=object_of(next={"$ref": "#/components/schemas/B"}),
        )

    report = build_report(forest(STRING), forest({"type": "boolean"}))
    assert report.bump == "major"


def test_a_renamed_schema_is_a_note_and_not_a_change_of_fields() -> None:
    old = reading({"$ref": "#/components/schemas/Old"}, Old=object_of(a=STRING))
    new = reading({"$ref": "#/components/schemas/New"}, New=object_of(a=STRING))
    change = only(build_report(old, new))
    assert (change.kind, change.section, change.level) == ("schema-renamed", Section.PYTHON, Level.PATCH)


def test_a_renamed_field_is_recognised() -> None:
    report = build_report(reading(object_of(a=STRING)), reading(object_of(b=STRING)))
    assert "perhaps renamed to `b`" in report.markdown


def test_two_fields_of_different_types_are_no_rename() -> None:
    report = build_report(reading(object_of(a=STRING)), reading(object_of(b={"type": "number"})))
    assert "renamed" not in report.markdown


def test_choices_are_compared_by_name_and_named_in_the_place() -> None:
    choice = {"oneOf": [{"$ref": "#/components/schemas/Card"}, {"$ref": "#/components/schemas/Bank"}]}
    old = reading(object_of(by=choice), Card=object_of(last4=STRING), Bank=object_of(iban=STRING))
    new = copy.deepcopy(old)
    new["components"]["schemas"]["Card"]["properties"]["last4"] = {"type": "number"}
    assert only(build_report(old, new)).uses[0].place == "by(Card).last4"


def test_the_only_choice_that_changed_is_compared_and_not_exchanged() -> None:
    old = reading({"oneOf": [object_of(a=STRING), object_of(b=STRING)]})
    new = reading({"oneOf": [object_of(a=STRING), object_of(b=STRING, c=STRING)]})
    assert only(build_report(old, new)).uses[0].place == "(object with b, c).c"


def test_notes_beside_a_reference_are_compared_where_they_stand() -> None:
    thing = {"$ref": "#/components/schemas/Thing"}
    old = reading(object_of(a=thing), Thing=object_of(x=STRING))
    new = reading(object_of(a={"nullable": True, "allOf": [thing]}), Thing=object_of(x=STRING))
    assert "Response field `a`: may now be null" in build_report(old, new).markdown


def test_a_schema_moved_into_a_component_is_no_change() -> None:
    old = reading(object_of(a=object_of(x=STRING)))
    new = reading(object_of(a={"$ref": "#/components/schemas/Thing"}), Thing=object_of(x=STRING))
    assert kinds(build_report(old, new)) == ["notation"]


def test_a_change_of_an_inference_says_so() -> None:
    old = reading(object_of(a={**STRING, "x-inferred": True}))
    report = build_report(old, reading(object_of(a={"type": "number"})))
    assert "type `string` → `number` (was inferred)" in report.markdown
    assert "marked as inferred: 1 → 0" in report.markdown


def test_boolean_schemas_are_understood() -> None:
    old = reading({"type": "object", "properties": {"a": True, "b": False}})
    new = reading({"type": "object", "properties": {"a": {}, "b": False}})
    assert kinds(build_report(old, new)) == ["notation"]


# ---------------------------------------------------------------------- operations


def test_an_operation_is_found_again_by_method_tag_and_summary() -> None:
    old = document({"/v1/a": {"get": {"summary": "Get", "tags": ["T"], "x-inferred-path": True}}})
    new = document({"/v1/b/c": {"get": {"summary": "Get", "tags": ["T"]}}})
    report = build_report(old, new)
    assert kinds(report) == ["operation-found", "mark-resolved"]
    assert report.bump == "patch"


def test_two_operations_with_one_summary_are_not_confused() -> None:
    get = {"get": {"summary": "Get", "tags": ["T"]}}
    report = build_report(document({"/a": get, "/b": get}), document({"/c": get, "/d": get}))
    assert [(change.kind, change.operations) for change in report.entries] == [
        ("operation-added", ("GET /c",)),
        ("operation-added", ("GET /d",)),
        ("operation-removed", ("GET /a",)),
        ("operation-removed", ("GET /b",)),
    ]
    assert "- Operations removed (2): `GET /a`, `GET /b`." in report.markdown
    assert report.markdown.count("| Get (no scope documented) |") == 2


def test_a_removed_operation_names_its_successor() -> None:
    text = "Gone soon: use `POST /v2/things`, please."
    old = document({"/v1/things": {"post": {"summary": "Create", "description": text, "deprecated": True}}})
    change = only(build_report(old, document()))
    assert change.action == "Use `POST /v2/things`."
    assert "was deprecated" in change.text


@pytest.mark.parametrize(
    ("fields", "successor"),
    [
        ({"x-successor": "POST /v2/things"}, "POST /v2/things"),
        ({"x-successor": {"method": "POST", "path": "/v2/things"}}, "POST /v2/things"),
        ({"summary": "Create (DEPRECATED — migrate to v2)"}, "v2"),
        ({"summary": "Create (DEPRECATED — use POST /api/v2/things)"}, "POST /api/v2/things"),
        ({"description": "Replaced by `things.create`."}, "things.create"),
        ({"description": "Old."}, ""),
    ],
)
def test_the_successor_is_read_from_the_mark_or_the_text(fields: Json, successor: str) -> None:
    report = build_report(operation(), operation(deprecated=True, **fields))
    action = next(change.action for change in report.entries if change.kind == "operation-deprecated")
    assert action == (f"Use `{successor}`." if successor else "No successor is documented.")


def test_an_operation_no_longer_deprecated_is_a_note() -> None:
    assert kinds(build_report(operation(deprecated=True), operation())) == ["operation-not-deprecated"]


def test_a_new_scope_breaks_unless_the_old_ones_were_inferred() -> None:
    text = "\n    Lists.\n\n    ## Required Scope\n\n    - `a-read`\n"
    more = f"{text}    - `b-read`\n\n    ## Notes\n\n    - `c-read`\n"
    documented = build_report(operation(description=text), operation(description=more))
    scopes = next(change for change in documented.entries if change.kind == "scope-added")
    assert (scopes.level, scopes.text) == (Level.MAJOR, "scopes: + `b-read`")
    inferred = build_report(operation(description=text, **{"x-inferred-scopes": True}), operation(description=more))
    assert inferred.bump == "patch"
    assert "scopes: inferred before, documented now" in "".join(change.text for change in inferred.entries)


def test_a_new_mark_is_reported() -> None:
    assert kinds(build_report(operation(), operation(**{"x-inferred": True, "x-inferred-parts": ["licence"]}))) == [
        "marks-on-fields",
        "mark-added",
    ]
    assert "All: marked as inferred now." in build_report(operation(), operation(**{"x-inferred": True})).markdown


def test_a_changed_tag_or_operation_id_concerns_only_python() -> None:
    report = build_report(operation(operationId="a"), operation(operationId="b", tags=["Others"]))
    assert {change.section for change in report.entries} == {Section.PYTHON}
    assert report.bump == "patch"


def test_descriptions_are_counted_on_one_line() -> None:
    old = operation(description="A", parameters=[{"in": "query", "name": "q"}], requestBody=json_body(STRING))
    new = copy.deepcopy(old)
    get = new["paths"]["/v1/things"]["get"]
    get["description"], get["responses"] = "B", {}
    get["parameters"][0]["description"] = get["requestBody"]["description"] = "C"
    report = build_report(old, new)
    assert report.bump == "patch"
    assert "3 changed texts. Suggested bump: **patch**." in report.markdown
    assert report.markdown.endswith("- 3 texts changed (descriptions, examples).\n")


def test_indentation_of_a_description_is_no_change() -> None:
    assert kinds(build_report(operation(description="A  b\n"), operation(description="\n    A b"))) == ["form"]


# ---------------------------------------------------------------------- parameters

Q: Json = {"name": "q"}
PARAMETER_CASES: list[tuple[str, list[Json], list[Json], list[str], str]] = [
    ("added", [], [Q], ["added"], "minor"),
    ("added, required", [], [{**Q, "required": True}], ["added-required"], "major"),
    ("removed", [Q], [], ["removed"], "major"),
    ("now required", [Q], [{**Q, "required": True}], ["required"], "major"),
    ("now optional", [{**Q, "required": True}], [Q], ["optional"], "minor"),
    ("type", [Q], [{**Q, "schema": {"type": "number"}}], ["type-changed"], "major"),
    ("default", [Q], [{**Q, "schema": {**STRING, "default": None}}], ["default"], "minor"),
    ("moved", [Q], [{**Q, "in": "header"}], ["parameter-moved"], "major"),
    ("deprecated", [Q], [{**Q, "deprecated": True}], ["deprecated"], "minor"),
    ("no longer deprecated", [{**Q, "deprecated": True}], [Q], ["not-deprecated"], "patch"),
    ("style", [Q], [{**Q, "style": "deepObject", "explode": True}], ["style"], "minor"),
    ("style said or implied", [Q], [{**Q, "style": "form", "explode": True}], ["notation"], "patch"),
    ("header in another case", [{"name": "X-A", "in": "header"}], [{"name": "x-a", "in": "header"}],
     ["notation"], "patch"),
    ("schema below content", [Q], [{**Q, "schema": None, **json_body({"type": "number"})}],
     ["type-changed", "style"], "major"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected", "bump"),
    [case[1:] for case in PARAMETER_CASES],
    ids=[case[0] for case in PARAMETER_CASES],
)
def test_a_changed_parameter(old: list[Json], new: list[Json], expected: list[str], bump: str) -> None:
    report = build_report(with_parameters(*old), with_parameters(*new))
    assert (kinds(report), report.bump) == (expected, bump)


def test_parameters_of_the_path_and_references_count_too() -> None:
    old = document({"/v1/things": {"get": {"parameters": [{"$ref": "#/components/parameters/Q"}]}}})
    old["components"]["parameters"] = {"Q": {"name": "q", "in": "query"}}
    new = document({"/v1/things": {"parameters": [{"name": "q", "in": "query", "required": True}], "get": {}}})
    assert kinds(build_report(old, new)) == ["required"]


def test_a_renamed_path_parameter_is_matched_by_its_position() -> None:
    def path(name: str) -> Json:
        parameter = {"name": name, "in": "path", "required": True, "schema": STRING}
        return document({f"/v1/things/{{{name}}}": {"get": {"parameters": [parameter]}}})

    assert kinds(build_report(path("id"), path("thingId"))) == ["path-parameter-renamed"]


# ---------------------------------------------------------------------- bodies, answers, the document


@pytest.mark.parametrize(
    ("old", "new", "kind", "bump"),
    [
        (None, json_body(STRING), "body-added", "minor"),
        (None, json_body(STRING, required=True), "body-added-required", "major"),
        (json_body(STRING), None, "body-removed", "major"),
        (json_body(STRING), json_body(STRING, required=True), "body-required", "major"),
        (json_body(STRING, required=True), json_body(STRING), "body-optional", "minor"),
        ({"content": {"a/b": {}, "c/d": {}}}, {"content": {"a/b": {}}}, "content-type-removed", "major"),
        ({"content": {"a/b": {}}}, {"content": {"a/b": {}, "c/d": {}}}, "content-type-added", "minor"),
        ({"content": {"a/b; charset=utf-8": {}}}, {"content": {"A/B": {}}}, "notation", "patch"),
    ],
)
def test_a_changed_request_body(old: Json | None, new: Json | None, kind: str, bump: str) -> None:
    report = build_report(operation(requestBody=old), operation(requestBody=new))
    assert (only(report).kind, report.bump) == (kind, bump)


@pytest.mark.parametrize(
    ("old", "new", "kind", "bump"),
    [
        ({}, {"200": {}}, "status-added", "minor"),
        ({}, {"409": {}}, "status-added", "patch"),
        ({"200": {}, "202": {}}, {"200": {}}, "status-removed", "major"),
        ({"409": {}}, {}, "status-removed", "patch"),
        ({"200": {}}, {"201": {}}, "status-changed", "patch"),
        ({"200": {"content": {"a/b": {}}}}, {"200": {}}, "content-removed", "major"),
        ({"400": {"content": {"a/b": {}}}}, {"400": {}}, "content-removed", "patch"),
        ({"200": {"description": "A"}}, {"200": {"description": "B"}}, "text", "patch"),
    ],
)
def test_a_changed_answer(old: Json, new: Json, kind: str, bump: str) -> None:
    report = build_report(operation(responses=old), operation(responses=new))
    assert (only(report).kind, report.bump) == (kind, bump)


def test_the_body_is_compared_across_a_changed_success_status() -> None:
    old = operation(responses={"200": json_body(STRING)})
    new = operation(responses={"201": json_body({"type": "number"})})
    assert sorted(kinds(build_report(old, new))) == ["status-changed", "type-changed"]


def secured(requirements: list[Json] | None, **schemes: Json) -> Json:
    made = operation() if requirements is None else operation(security=requirements)
    made["components"]["securitySchemes"] = schemes
    return made


KEY: Json = {"type": "apiKey", "name": "x-api-key", "in": "header"}
OIDC: Json = {"type": "openIdConnect", "openIdConnectUrl": "https://example.com"}


def test_the_name_of_a_security_scheme_is_no_change() -> None:
    assert kinds(build_report(secured([{"a": []}], a=KEY), secured([{"b": []}], b=KEY))) == ["notation"]


def test_a_removed_security_scheme_breaks_where_it_was_accepted() -> None:
    old = secured([{"a": []}, {"b": ["read"]}], a=KEY, b=OIDC)
    report = build_report(old, secured([{"a": []}], a=KEY))
    assert sorted(kinds(report)) == ["credential-refused", "scheme-removed"]
    assert "No longer accepts `openIdConnect read`" in report.markdown


def test_an_operation_that_needs_no_credential_any_more_is_compatible_for_who_has_one() -> None:
    report = build_report(secured([{"a": []}], a=KEY), secured([{"a": []}, {}], a=KEY))
    assert (only(report).text, report.bump) == ("needs no credential any more", "minor")


def test_versions_titles_and_servers_are_reported() -> None:
    old = document(info={"title": "A", "version": "1.0"})
    new = document(info={"title": "B", "version": "1.1"}, servers=[{"url": "https://example.com"}])
    assert sorted(kinds(build_report(old, new))) == ["api-version", "server", "text"]


# ---------------------------------------------------------------------- unusable documents


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ({"swagger": "2.0", "paths": {}}, "OpenAPI 3.0 or 3.1 is needed"),
        ({"openapi": "3.0.0"}, "has no 'paths'"),
        (reading({"$ref": "#/components/schemas/Missing"}), "#/components/schemas/Missing points to nothing"),
        (reading({"$ref": "other.json#/X"}), "reference to another document"),
        (operation(parameters=[{"$ref": "#/paths/~1v1~1things/get/parameters/0"}]), "refers to itself"),
    ],
)
def test_an_unusable_document_is_refused_with_the_reason(broken: Json, message: str) -> None:
    with pytest.raises(ReportError, match=message):
        build_report(broken, broken)


def test_a_schema_that_is_made_of_itself_is_what_else_it_says() -> None:
    def itself(**fields: Json) -> Json:
        return reading(
            {"$ref": "#/components/schemas/A"}, A={"allOf": [{"$ref": "#/components/schemas/A"}, object_of(**fields)]}
        )

    assert kinds(build_report(itself(b=STRING), itself(a=STRING, b=STRING))) == ["added"]


# ---------------------------------------------------------------------- Markdown and versions


@pytest.mark.parametrize(
    ("current", "bump", "expected"),
    [
        ("1.2.3", "major", "2.0.0"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "patch", "1.2.4"),
        ("1.2.3", "none", "1.2.3"),
        ("0.2.3", "major", "0.3.0"),
        ("0.2.3", "minor", "0.3.0"),
        ("0.2.3", "patch", "0.2.4"),
    ],
)
def test_the_next_version(current: str, bump: Any, expected: str) -> None:
    assert next_version(current, bump) == expected


def test_text_from_a_document_cannot_break_the_page() -> None:
    assert plain("a|b\n <b> *c* @d `e`") == r"a\|b &lt;b&gt; \*c\* &#64;d \`e\`"
    assert code("a`b\nc") == "`` a`b c ``"
    assert code("") == "` `"
    assert codes("abc", limit=2) == "`a`, `b` and 1 more"
    assert cell(r"`a|b` c\|d") == r"`a\|b` c\|d"


def test_a_pipe_in_a_path_stays_in_its_cell() -> None:
    report = build_report(document(), document({"/v1/a|b": {"get": {"summary": "x | y"}}}))
    row = report.markdown.splitlines()[-1]
    assert row == r"| `GET /v1/a\|b` | x \| y (no scope documented) |"
    assert len(re.findall(r"(?<!\\)\|", row)) == 3


def test_a_long_report_is_cut_after_a_whole_entry() -> None:
    paths = {f"/v1/{n}": {"get": {"summary": str(n)}} for n in range(200)}
    whole = build_report(document(paths), document()).markdown
    short = shorten(whole, 2000)
    assert len(short) <= 2000
    assert "cut. Run `make schema-report` for the rest._" in short
    kept = len(re.findall(r"^- Operation removed", short, re.MULTILINE))
    assert f"{200 - kept} entries cut" in short
    assert shorten(whole, len(whole)) == whole


# ---------------------------------------------------------------------- command line


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(reading(object_of(a=STRING))), encoding="utf-8")
    new.write_text(json.dumps(reading(object_of())), encoding="utf-8")
    return str(old), str(new)


def test_the_command_prints_the_report(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*files, "--current-version", "1.4.0"]) == 0
    assert "1.4.0 → **2.0.0**." in capsys.readouterr().out


def test_the_command_writes_a_file_of_limited_length(files: tuple[str, str], tmp_path: Path) -> None:
    output = tmp_path / "report.md"
    assert main([*files, "--output", str(output), "--limit", "100"]) == 0
    assert len(output.read_text("utf-8")) <= 100


def test_a_report_that_cannot_be_written_ends_with_code_2(files: tuple[str, str], tmp_path: Path) -> None:
    assert main([*files, "--output", str(tmp_path / "nowhere" / "report.md")]) == 2


def test_the_command_reads_a_revision(
    files: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        known = command[-1] == "HEAD~1:openapi/ledgerbee.json"
        text = Path(files[1]).read_text("utf-8")
        return subprocess.CompletedProcess(command, not known, text, "" if known else "fatal: bad\nrevision")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(shutil, "which", lambda _: "git")
    assert main([files[1], "git:HEAD~1"]) == 0
    assert "No changes." in capsys.readouterr().out
    assert main([files[1], "git:nowhere"]) == 2
    assert capsys.readouterr().err.endswith("at nowhere: fatal: bad revision\n")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert main([files[1], "git:HEAD~1"]) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [("{", "is no valid JSON"), ("[]", "is no OpenAPI document"), ("{}", "is no OpenAPI 3.0"), (None, "can't read")],
)
def test_unusable_input_ends_with_one_line_and_code_2(
    content: str | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "schema.json"
    if content is not None:
        source.write_text(content, encoding="utf-8")
    assert main([str(source), str(source)]) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("schema_report: ")
    assert message in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_an_unusable_version_ends_with_code_2(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*files, "--current-version", "one"]) == 2
    assert "X.Y.Z" in capsys.readouterr().err


# ---------------------------------------------------------------------- properties

NAMES = st.sampled_from(["id", "name", "lines", "a|b", "`odd`"])
REFERENCES = st.sampled_from(["A", "B", "C"]).map(lambda name: {"$ref": f"#/components/schemas/{name}"})


def objects(children: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    fields = st.dictionaries(NAMES, children, max_size=4)
    return st.builds(
        lambda properties, required: {
            "type": "object",
            "properties": properties,
            "required": sorted(required),
        },
        fields,
        st.sets(NAMES, max_size=2),
    )


SCHEMAS: st.SearchStrategy[Json] = st.recursive(
    st.sampled_from(
        [
            STRING,
            {"type": "number", "maximum": 3},
            {"enum": ["x", "y"]},
            {"type": "boolean", "nullable": True},
            {},
        ]
    )
    | REFERENCES,
    lambda children: (
        objects(children)
        | st.builds(lambda items: {"type": "array", "items": items}, children)
        | st.builds(lambda some: {"oneOf": some}, st.lists(children, min_size=2, max_size=3))
        | st.builds(lambda child: {"type": "object", "additionalProperties": child}, children)
        | st.builds(lambda a, b: {"allOf": [a, b]}, objects(children), objects(children))
    ),
    max_leaves=8,
)
COMPONENTS = st.fixed_dictionaries({name: objects(SCHEMAS) for name in "ABC"})


@st.composite
def documents(draw: st.DrawFn) -> Json:
    paths: Json = {}
    for path in draw(st.sets(st.sampled_from(["/v1/a", "/v1/b", "/v1/c/{id}"]))):
        answer = {"200": json_body(draw(objects(SCHEMAS)), description="ok")}
        body = {"requestBody": json_body(draw(SCHEMAS))} if draw(st.booleans()) else {}
        parameters = [{"name": "q", "in": "query", "schema": draw(SCHEMAS)}] if draw(st.booleans()) else []
        summary = draw(st.sampled_from(["Get", "List"]))
        paths[path] = {"get": {"summary": summary, "parameters": parameters, "responses": answer, **body}}
    return document(paths, draw(COMPONENTS))


PROPERTY = settings(max_examples=40, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def reordered(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: reordered(node[key]) for key in reversed(node)}
    return [reordered(item) for item in node] if isinstance(node, list) else node


@PROPERTY
@given(documents())
def test_no_document_differs_from_itself(made: Json) -> None:
    assert build_report(made, copy.deepcopy(made)).is_empty


@PROPERTY
@given(documents(), documents())
def test_the_report_depends_on_nothing_but_its_input(old: Json, new: Json) -> None:
    report = build_report(old, new)
    assert build_report(copy.deepcopy(old), copy.deepcopy(new)) == report
    assert report.bump in BUMPS


@PROPERTY
@given(documents())
def test_the_order_of_keys_changes_nothing(made: Json) -> None:
    assert build_report(made, reordered(made)).bump == "none"


@PROPERTY
@given(documents(), st.data())
def test_an_optional_field_more_in_an_answer_never_breaks(made: Json, data: st.DataObject) -> None:
    for path in made["paths"].values():
        path["get"]["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["id"] = STRING
    for path in made["paths"].values():
        path["get"]["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["id"] = STRING
    new = copy.deepcopy(made)
    for path in new["paths"].values():
        answer = path["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        answer["properties"]["brandNew"] = data.draw(SCHEMAS)
    assert build_report(made, new).bump in {"none", "minor"}
