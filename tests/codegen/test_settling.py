"""How unknown outcomes are settled: the data, and what becomes of it with another document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scripts.codegen import settling
from scripts.codegen.corrections import CorrectionError
from scripts.codegen.ir import Api, Operation, Parameter, Type

ENTRY: dict[str, Any] = {
    "operation": "POST /v1/things",
    "tag": "Things",
    "summary": "Make a thing",
    "match": {"list": "things.list", "keys": ["number"], "filters": {"search": "number", "gone": "number"}},
    "why": "the number is unique",
}


def operation(python: str, method: str, path: str, **values: Any) -> Operation:
    resource, _, name = python.partition(".")
    made = Operation(method, path, "Things", values.pop("summary", name), "", None, **values)
    made.resource, made.name = resource, name
    return made


def api(path: str = "/v1/things") -> Api:
    search = Parameter("search", "search", "query", Type("str"), False, "form", True)
    operations = [
        operation("things.list", "GET", path, parameters=[search], idempotency="safe"),
        operation("things.create", "POST", path, summary="Make a thing"),
    ]
    return Api("Things", "1", "https://things.test", operations, [], [])


@pytest.mark.parametrize("path", ["/v1/things", "/v1/quite/otherwise"])
def test_a_rule_finds_its_operation_wherever_its_path_goes(path: str) -> None:
    document = api(path)
    assert settling.assign(document, [ENTRY]) == []
    assert document.operations[1].settlement == {
        "kind": "match",
        "lists": "things.list",
        "keys": ("number",),
        "filters": (("search", "number"),),  # the list doesn't take the other one
    }
    assert settling.missing(document) == []


def test_of_two_operations_called_alike_the_one_at_the_path_is_meant_and_else_neither() -> None:
    twins = api()
    twins.operations.insert(0, operation("things.copy", "POST", "/v1/things/copy", summary="Make a thing"))
    assert settling.assign(twins, [ENTRY]) == []
    assert settling.missing(twins) == ["things.copy"]
    moved = api("/v2/things")
    moved.operations.insert(0, operation("things.copy", "POST", "/v2/things/copy", summary="Make a thing"))
    assert settling.assign(moved, [ENTRY, {**ENTRY, "operation": "GET /v2/things", "summary": "list"}])
    assert settling.missing(moved) == ["things.copy", "things.create"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/v1/owners/{ownerId}/things/{kind}", "path.ownerId"),
        ("/v1/our/{ourOwner}/things/{kind}", "path.ourOwner"),
        ("/v1/things/{kind}", None),
    ],
)
def test_an_id_in_the_path_is_found_whatever_its_parameter_is_called(path: str, place: str | None) -> None:
    rule = {"read": "things.list", "id": "path.ownerId", "inside": "things", "keys": ["number"]}
    entry = {**ENTRY, "operation": "POST /v1/owners/{ownerId}/things/{kind}", "match": rule}
    document = api(path)
    stale = settling.assign(document, [entry])
    settlement = document.operations[1].settlement
    assert settlement is not None
    assert settlement.get("object_id") == place
    if place is None:
        assert settlement == {"kind": "none", "reason": "where the id stands in its path is not known"}
        assert stale == ["settling: things.create has no path.ownerId"]


def test_a_call_that_reads_and_is_gone_makes_it_impossible_and_is_said() -> None:
    document = api()
    document.operations[0].name = "search"
    (stale,) = settling.assign(document, [ENTRY])
    assert stale == "settling: things.create reads with things.list, which is not in the document"
    assert document.operations[1].settlement == {"kind": "none", "reason": "things.list is not in the document"}


def test_an_entry_that_matches_nothing_is_stale_and_those_of_another_api_are_no_matter() -> None:
    other = {**ENTRY, "operation": "POST /v1/others", "summary": "Make another"}
    (stale,) = settling.assign(api(), [ENTRY, other])
    assert stale == "settling: POST /v1/others (Things, 'Make another')"
    assert settling.assign(api(), [other]) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("operations: [", "is not valid YAML"),
        ("[]", "must hold a list under 'operations'"),
        ("operations: [{operation: POST /x, why: x}]", "one of match, state, none is needed"),
        ("operations: [{operation: POST /x, none: ''}]", "'none' must say why"),
        ("operations: [{operation: POST /x, match: {list: a, keys: [b]}}]", "there is no 'why'"),
        ("operations: [{operation: POST /x, match: {list: a}, why: x}]", "match needs 'keys' or 'compare'"),
        ("operations: [{operation: POST /x, match: {keys: [b]}, why: x}]", "match needs 'list'"),
        ("operations: [{operation: POST /x, state: {read: a}, why: x}]", "state needs 'read' and one of"),
        ("operations: [{operation: POST /x, match: {list: a, kyes: [b]}, why: x}]", "unknown keys kyes"),
        ("operations: [{operation: POST /x, none: x, whi: x}]", "unknown keys whi"),
        ("operations: [POST /x]", "an entry must be a mapping"),
        ("operations: [{none: x}]", "an entry needs 'operation'"),
        ("operations: [{operation: POST /x, match: [a], why: x}]", "match must be a mapping"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_the_reason(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "settling.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorrectionError, match=reason):
        settling.load(path)


def test_without_a_file_there_are_no_rules(tmp_path: Path) -> None:
    assert settling.load(tmp_path / "missing.yaml") == []


@pytest.mark.parametrize(
    ("rule", "cell", "advice"),
    [
        (
            {"kind": "match", "keys": ("number",), "compare": ("name",)},
            "by `number`, or all that was sent",
            "Pass `number`: then an unknown outcome can be settled with certainty.",
        ),
        ({"kind": "match", "compare": ("name",)}, "by all that was sent", ""),
        ({"kind": "state", "shows": "status"}, "by what the object shows", ""),
        ({"kind": "state", "gone": True}, "only while it is there: not applied", ""),
        (
            {"kind": "none", "reason": "it is secret"},
            "no: it is secret",
            "An unknown outcome can't be settled: it is secret.",
        ),
        (None, "unknown", ""),
    ],
)
def test_readers_are_told_what_helps(rule: dict[str, Any] | None, cell: str, advice: str) -> None:
    made = operation("things.create", "POST", "/v1/things", settlement=rule)
    assert settling.cell(made) == cell
    assert settling.advice(made) == advice


def test_what_can_be_repeated_needs_no_settling() -> None:
    assert settling.cell(operation("things.replace", "PUT", "/v1/things", idempotency="http")) == "not needed"
    assert settling.cell(operation("things.get", "GET", "/v1/things", idempotency="safe")) == ""
