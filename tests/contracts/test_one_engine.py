"""The change report and a user's contract snapshot say the same: one table of cases, both sides."""

from __future__ import annotations

import json

import pytest

from ledgerbee_client.contracts import Change, alerts, compare
from ledgerbee_client.contracts.snapshots import compare_snapshots, snapshot
from scripts.codegen.description import describe
from scripts.schema_report import build_report
from tests.contracts.rule_cases import COMPONENTS, RULE_CASES
from tests.contracts.support import Json, reading, sending

CASES = [(case[0], side, *case[1:]) for case in RULE_CASES for side in ("sent", "read")]


def said(changes: list[Change]) -> set[tuple[str, str, str, str]]:
    """What a service has to know of, whoever says it."""
    return {
        (one.part.value, one.place, one.text.removesuffix(" (was inferred)"), one.action)
        for one in changes
        if alerts(one.kind, one.level)
    }


def pinned(document: Json) -> Json:
    described = describe(document)
    written = json.dumps(snapshot(described["operations"][0], described["schemas"]))
    return json.loads(written)


@pytest.mark.parametrize(
    ("side", "old", "new", "sent", "read"), [case[1:] for case in CASES], ids=[f"{c[0]}, {c[1]}" for c in CASES]
)
def test_report_and_snapshot_agree_on_each_case(side: str, old: Json, new: Json, sent: str, read: str) -> None:
    within = sending if side == "sent" else reading
    before, after = within(old, **COMPONENTS), within(new, **COMPONENTS)
    found = said(compare(describe(before), describe(after)))
    assert said(compare_snapshots(pinned(before), pinned(after))) == found
    expected = sent if side == "sent" else read
    assert bool(found) == (expected == "major")
    assert build_report(before, after).bump == expected


def test_a_component_without_fields_was_a_class_and_stays_one() -> None:
    thing = {"$ref": "#/components/schemas/Thing"}
    before = reading(thing, Thing={"type": "object"})
    after = reading(thing, Thing={"type": "object", "properties": {"a": {"type": "string"}}})
    assert build_report(before, after).bump == "minor"
    assert compare_snapshots(pinned(before), pinned(after)) == []
