"""The perturbations of `make rehearse`: each changes what it says, alike for the same seed, and leaves no mark."""

from __future__ import annotations

import copy
import json
import os
import time
from pathlib import Path
from typing import Any

import pytest

from scripts.codegen.document import prepare
from scripts.rehearsal import skips
from scripts.rehearsal.parts import is_name_inferred, objects, operations
from scripts.rehearsal.perturbations import PERTURBATIONS, perturbed
from scripts.rehearsal.scratch import Ran, Scratch
from scripts.rehearsal.steps import Step
from scripts.rehearsal.suites import SUITES, left_out, run_tests
from tests.shared.api import ROOT, reconstruction_only

pytestmark = reconstruction_only
SCHEMA = ROOT / "openapi" / "ledgerbee.json"
Json = dict[str, Any]


@pytest.fixture(scope="module")
def ours() -> Json:
    return json.loads(Path(SCHEMA).read_text(encoding="utf-8"))


def certain(document: Json) -> set[tuple[str, ...]]:
    return {(method, one["tags"][0], one["summary"]) for _path, method, one in operations(document)}


@pytest.mark.slow
@pytest.mark.parametrize("name", PERTURBATIONS)
def test_every_perturbed_document_is_valid_without_marks_and_the_same_for_the_same_seed(name: str, ours: Json) -> None:
    before = copy.deepcopy(ours)
    document = perturbed(ours, name, seed=3)
    assert ours == before
    assert json.dumps(document) == json.dumps(perturbed(ours, name, seed=3))
    assert document != perturbed(ours, name, seed=4)
    assert not [key for one in objects(document) for key in one if key.startswith(("x-inferred", "x-incomplete"))]
    prepare(document)  # valid


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", [name for name in PERTURBATIONS if name not in ("more", "fewer", "everything")])
def test_method_tag_and_summary_stay(name: str, ours: Json) -> None:
    assert certain(perturbed(ours, name)) == certain(ours)


def test_every_inferred_name_of_an_operation_is_another_and_what_is_printed_stays(ours: Json) -> None:
    document = perturbed(ours, "names")
    new = {(method, one["tags"][0], one["summary"]): (path, one) for path, method, one in operations(document)}
    for path, method, old in operations(ours):
        place, one = new[(method, old["tags"][0], old["summary"])]
        assert (place == path) is not old.get("x-inferred-path", False)
        assert (one["operationId"] == old["operationId"]) is not old.get("x-inferred-operation-id", False)
    names, inferred = ours["components"]["schemas"], 0
    for name, schema in names.items():
        inferred += bool(schema.get("x-inferred-name"))
        assert (name in document["components"]["schemas"]) is not schema.get("x-inferred-name", False)
    assert inferred > 100


def test_every_inferred_field_is_another(ours: Json) -> None:
    document = perturbed(ours, "fields")
    changed = 0
    for name, old in ours["components"]["schemas"].items():
        new = document["components"]["schemas"][name].get("properties", {})
        for field, part in old.get("properties", {}).items():
            if not is_name_inferred(part):
                assert field in new, f"{name}.{field}"
            changed += field not in new
    assert changed > 80


def test_an_envelope_has_another_array_or_counters_but_that_of_products_stays(ours: Json) -> None:
    document = perturbed(ours, "envelopes")
    old, new = ours["components"]["schemas"], document["components"]["schemas"]
    changed = [name for name in old if list(old[name].get("properties", {})) != list(new[name].get("properties", {}))]
    assert len(changed) >= 8
    assert "ListProductsResponse" not in changed
    nested = [name for name in changed if "meta" in new[name]["properties"]]
    fewer = [name for name in changed if "pageSize" in new[name]["properties"]]
    assert nested
    assert fewer


def test_no_body_is_open_when_bodies_are_closed(ours: Json) -> None:
    document = perturbed(ours, "closed")
    was_open = [name for name, schema in ours["components"]["schemas"].items() if schema.get("x-incomplete")]
    assert len(was_open) > 50
    for name in was_open:
        new = document["components"]["schemas"][name]
        assert new["properties"].keys() > ours["components"]["schemas"][name].get("properties", {}).keys()
        assert not new.get("additionalProperties")


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", [name for name in PERTURBATIONS if name not in ("closed", "everything")])
def test_what_is_open_stays_so_where_something_else_is_tried(name: str, ours: Json) -> None:
    before = sum(bool(one.get("x-incomplete") or one.get("additionalProperties")) for one in objects(ours))
    after = sum(bool(one.get("additionalProperties")) for one in objects(perturbed(ours, name)))
    assert 100 < before - 10 <= after <= before  # an operation that is removed takes its schemas along


def test_strings_whose_values_are_not_published_have_some(ours: Json) -> None:
    document = perturbed(ours, "enums")
    before = sum("enum" in one for one in objects(ours))
    assert sum("enum" in one for one in objects(document)) >= before + 8


def test_ten_operations_a_tag_and_scopes_are_more_or_five_operations_fewer(ours: Json) -> None:
    more = perturbed(ours, "more")
    assert len(certain(more) - certain(ours)) == 10
    assert {tag for _, tag, _ in certain(more) - certain(ours)} == {"Reports"}
    assert "reports-read" in json.dumps(more["components"]["securitySchemes"])
    fewer = perturbed(ours, "fewer")
    assert certain(fewer) < certain(ours)
    assert len(certain(ours) - certain(fewer)) == 5


# ---------------------------------------------------------------------- why tests were skipped


def test_skips_are_counted_by_kind_and_what_a_perturbation_can_not_cause_is_named() -> None:
    reasons = [
        "stepped back: products.list: the response has no field id",
        "stepped back: invoices.send: it works with what invoices.create makes",
        "other fields: quotes.get has no field lines of the response in the document",
        "needs openssl",
    ]
    counts = skips.counted(reasons)
    assert counts == {"stepped back": 2, "other fields": 1, "not on this machine": 1}
    assert skips.text_of(counts) == "4 skipped (2 stepped back, 1 other fields, 1 not on this machine)"
    assert skips.text_of(skips.counted([])) == "0 skipped"
    assert skips.unexpected("everything", counts) == []
    gone = skips.counted(["operation gone: x", "reconstruction only: y"])
    assert skips.unexpected("fewer", gone) == []
    assert skips.unexpected("names", gone) == ["operation gone"]
    assert skips.unexpected("names", counts) == ["stepped back"]
    assert skips.unexpected("everything", skips.counted(["flaky"])) == ["without a known reason"]


def test_a_rehearsal_fails_when_a_test_fails_or_is_skipped_without_a_reason(tmp_path: Path) -> None:
    report = tmp_path / "copy-fast-tests.xml"
    scratch = Reporting(tmp_path / "copy", report)
    scratch.says('<testcase name="a"/><testcase name="b"><skipped message="operation gone: x"/></testcase>')
    assert (result := outcome(scratch, "fewer")).is_ok
    assert result.text == "1 passed, 0 failed, 1 skipped (1 operation gone)"
    assert not (result := outcome(scratch, "names")).is_ok
    assert result.text.endswith("; no reason to skip: operation gone")
    scratch.says('<testcase name="a"><failure/><error/></testcase>', code=1)
    assert not (result := outcome(scratch, "fields")).is_ok
    assert result.text == "0 passed, 1 failed, 0 skipped"
    scratch.says(None, code=124)  # what an earlier run has left says nothing of this one
    assert outcome(scratch, "fields").text == "not run"


def test_a_command_has_ended_although_something_that_it_started_still_runs(tmp_path: Path) -> None:
    sleeper = "import time; print('up', flush=True); time.sleep(600)"
    leaving = f"""
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", {sleeper!r}], stdout=subprocess.PIPE)
print(child.pid, child.stdout.readline())
sys.exit(3)
"""
    ran = Scratch(tmp_path).python("-c", leaving)
    assert (ran.code, ran.is_ok) == (3, False)
    pid, _, word = ran.output.partition(" ")
    assert word == "b'up\\n'\n"
    assert ran.seconds < 300
    assert is_over(int(pid))


def is_over(pid: int) -> bool:
    """Whether a process has ended, or is about to: it was sent a signal that it can't catch."""
    for _ in range(1000):
        try:
            os.kill(pid, 0)
            if "(zombie)" in Path(f"/proc/{pid}/status").read_text("utf-8"):
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.01)
    return False


class Reporting(Scratch):
    """A copy whose tests say what they are told to."""

    def __init__(self, root: Path, report: Path) -> None:
        super().__init__(root)
        self.report = report
        self.cases: str | None = None
        self.code = 0

    def says(self, cases: str | None, code: int = 0) -> None:
        self.cases = cases
        self.code = code

    def run(self, command: list[str]) -> Ran:
        if self.cases is not None:
            self.report.write_text(f"<testsuites><testsuite>{self.cases}</testsuite></testsuites>", encoding="utf-8")
        return Ran(self.code, "", 1.0)


def outcome(scratch: Scratch, perturbation: str) -> Step:
    return run_tests(scratch, perturbation, "fast tests", full=True)


@pytest.mark.parametrize("name", SUITES)
def test_only_a_full_rehearsal_runs_what_holds_whatever_the_document_says(name: str, tmp_path: Path) -> None:
    suite = SUITES[name]
    files = left_out(ROOT, suite)
    assert files
    assert all(any(file.is_relative_to(folder) for folder in suite.folders) for file in files)
    with pytest.raises(LookupError, match=suite.full_only[0]):
        left_out(tmp_path, suite)
