"""What a document gives as examples is what the package sends and reads: ours, and the documents of these tests."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from tests.codegen.example_calls import Verdict, verdicts
from tests.codegen.support import Json, answers, body, document, generate
from tests.shared.api import corrected_document, operations

TEXT: Json = {"type": "string"}


def judged(raw: Json, name: str) -> list[Verdict]:
    package = generate(raw, name)
    return list(verdicts(raw, package.result.api, name))


class _Ours:
    """Our document, read and named as the package has it."""

    def __init__(self) -> None:
        self.operations = list(operations().values())


def test_every_example_of_our_document_is_sent_and_read_as_it_stands_there() -> None:
    found = list(verdicts(corrected_document(), _Ours(), "ledgerbee_client.generated"))  # type: ignore[arg-type]
    outcomes = Counter(one.outcome for one in found)
    assert {one.place: one.detail for one in found if one.outcome not in ("equal", "none")} == {}
    assert outcomes["equal"] > len(operations())


THING: Json = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": TEXT, "at": TEXT | {"format": "date-time"}, "amount": {"type": "number"}},
}
EXAMPLE = {"name": "a/b & c", "at": "2026-01-31T10:00:00+01:00", "amount": 1.50, "tags": ["x"]}
PARAMETERS = [
    {"name": "id", "in": "path", "required": True, "schema": TEXT, "example": "a/b ?"},
    {"name": "list", "in": "query", "schema": {"type": "array", "items": TEXT}, "example": ["x", "y z"]},
    {
        "name": "joined",
        "in": "query",
        "explode": False,
        "schema": {"type": "array", "items": TEXT},
        "example": ["x", "y"],
    },
    {"name": "deep", "in": "query", "style": "deepObject", "schema": {"type": "object"}, "example": {"a": 1, "b": "c"}},
    {"name": "X-Trace", "in": "header", "schema": {"type": "integer"}, "example": 7},
    {"name": "json", "in": "query", "content": {"application/json": {"schema": {}, "example": [1]}}},
]


def paths(example: Any, schema: Json = THING) -> Json:
    media = {"application/json": {"schema": schema, "example": example}}
    operation = {"parameters": PARAMETERS, "requestBody": {"required": True, "content": media}}
    return {"/things/{id}": {"put": {**operation, "responses": {"200": {"description": "ok", "content": media}}}}}


def test_styles_of_parameters_and_bodies_are_compared() -> None:
    known = THING | {"properties": {**THING["properties"], "tags": {"type": "array", "items": TEXT}}}
    assert [one.outcome for one in judged(document(paths(EXAMPLE, known)), "examples_equal")] == ["equal", "equal"]


@pytest.mark.slow
def test_what_contradicts_the_document_is_told_from_what_is_refused_without_a_reason_in_it() -> None:
    (request, response) = judged(document(paths({"name": 5})), "examples_contradicting")
    assert (request.outcome, response.outcome) == ("contradicts", "equal")
    (request, _response) = judged(document(paths(EXAMPLE)), "examples_undocumented")
    assert request.outcome == "undocumented"


@pytest.mark.slow
def test_a_request_that_differs_is_noticed() -> None:
    raw = document(paths({"name": "a"}))
    package = generate(raw, "examples_differing")
    other = json.loads(json.dumps(raw).replace("X-Trace", "X-Other").replace('"explode": false', '"explode": true'))
    (request, _response) = verdicts(other, package.result.api, "examples_differing")
    assert request.outcome == "different"
    assert request.detail.startswith("query: ")


@pytest.mark.slow
def test_a_body_without_an_example_is_not_judged() -> None:
    either = {"oneOf": [THING, TEXT]}
    raw = document({"/a": {"post": {"requestBody": body(either), "responses": answers(TEXT | {"example": "x"})}}})
    assert [one.outcome for one in judged(raw, "examples_none")] == ["none", "equal"]
