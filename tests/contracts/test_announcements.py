"""Texts that announce that something is removed: in which words, and of what."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.codegen.description.announcements import notice
from scripts.schema_report import build_report
from tests.contracts.support import STRING, Json, document, json_body


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("Old. This will soon be removed. Use b.", "This will soon be removed"),
        ("Lists.\n\nThis endpoint reaches end-of-life in June.", "This endpoint reaches end-of-life in June"),
        ("Lists. We plan to remove it in Q3.", "We plan to remove it in Q3"),
        ("Scheduled for removal.", "Scheduled for removal"),
        ("It will stop working after 1 May. Move on!", "It will stop working after 1 May"),
        ("**Deprecated.** Use b.", "**Deprecated.** Use b"),
        ("[DEPRECATED] The old way", "[DEPRECATED] The old way"),
        ("(deprecated) The old way", "(deprecated) The old way"),
        ("Deprecated - the old way", "Deprecated - the old way"),
        ("The flag has been deprecated in favour of b", "The flag has been deprecated in favour of b"),
        ("XML will no longer be accepted. JSON is.", "XML will no longer be accepted"),
        ("Superseded by b. More.", "Superseded by b"),
        ("Removed in the next version.", "Removed in the next version"),
        ("Support for v1 ends 2027-06-30.", "Support for v1 ends 2027-06-30"),
        ("No longer supported after May.", "No longer supported after May"),
    ],
)
def test_a_text_announces_in_many_words(text: str, announced: str) -> None:
    assert notice(text) == announced


@pytest.mark.parametrize(
    "text",
    [
        "Removes the item; it will be deleted permanently. Removed items are kept for 30 days.",
        "The status: active, deprecated, archived.",
        "Tags must be removed before.",
        "Drops what was not sent. Stops at the end. The life of a token is an hour.",
        "The customer supports it.",
        "",
        None,
        7,
    ],
)
def test_a_text_that_announces_nothing_is_left_alone(text: object) -> None:
    assert notice(text) == ""


def test_the_first_text_that_announces_something_counts() -> None:
    assert notice("A list", "It will be retired.", "It will be dropped.") == "It will be retired"


def api(at: str = "", text: str = "Old. It will be removed in May. Do hurry.") -> Json:
    """A document with a text at one place, or with none."""

    def with_text(node: Json, name: str) -> Json:
        return {**node, **({"description": text} if name == at else {})}

    operation: dict[str, Any] = {
        "summary": "Create (deprecated, will be removed in May)" if at == "summary" else "Create",
        "parameters": [with_text({"name": "q", "in": "query", "schema": STRING}, "parameter")],
        "requestBody": with_text(json_body({"$ref": "#/components/schemas/Thing"}), "body"),
        "responses": {
            "200": with_text({"headers": {"x-a": with_text({"schema": STRING}, "header")}}, "response"),
            "400": with_text({"content": {}}, "error"),
        },
        "callbacks": {"done": {"{$url}": {"post": with_text({"responses": {}}, "callback")}}},
    }
    made = document(
        {"/things": {"post": with_text(operation, "operation")}},
        {"Thing": with_text({"type": "object", "properties": {"a": with_text(dict(STRING), "field")}}, "schema")},
        openapi="3.1.0",
        webhooks={"thing.made": {"post": with_text({"requestBody": json_body(STRING), "responses": {}}, "webhook")}},
    )
    return {**made, "info": with_text({"title": "Things", "version": "1"}, "info")}


PLACES = ["summary", "operation", "parameter", "body", "response", "error", "header", "callback", "webhook", "schema"]
PLACES += ["field", "info"]


@pytest.mark.parametrize("place", PLACES)
def test_an_announcement_is_said_wherever_it_stands(place: str) -> None:
    report = build_report(api(), api(place))
    assert [one.kind for one in report.entries if one.kind != "text"] == ["announced"]
    assert "removed in May" in report.markdown
    assert report.bump == "patch"


@pytest.mark.parametrize("place", [one for one in PLACES if one != "summary"])
def test_a_text_that_changes_is_a_patch_wherever_it_stands(place: str) -> None:
    report = build_report(api(), api(place, "Another text."))
    assert [one.kind for one in report.entries] == ["text"]
    assert report.bump == "patch"


def test_an_operation_is_not_its_own_successor() -> None:
    text = "`POST /things` is deprecated. Use `POST /v2/things`."
    report = build_report(api(), api("operation", text))
    assert "Successor: none → `POST /v2/things`" in report.markdown
