"""`make demo`, run as a user runs it: the sums that it prints agree, and it fails when one doesn't."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from docs.demo.needs import what_is_missing
from ledgerbee_client.testing import Sandbox
from scripts.rehearsal.skips import STEPPED_BACK
from tests.sandbox.support import without_steps_back

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "docs" / "demo"
pytestmark = pytest.mark.slow
whole_month = pytest.mark.skipif(
    bool(what_is_missing(Sandbox())),
    reason=f"{STEPPED_BACK}: the demo's month needs operations that the sandbox doesn't imitate here",
)
#: Runs the demo's month, its books one metered call ahead of what was reported.
CHEATING = """
from docs.demo import __main__ as demo
from docs.demo.service import Service as service
demo.show_no_drift = lambda: None
honest = service.report_calls
async def cheat(self, customer, day, calls):
    await honest(self, customer, day, calls)
    self.books.usage[f"api-calls/{customer.number}/{day}"] += day.day == 31 and customer.number == "K-01"
service.report_calls = cheat
demo.main()
"""


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LEDGERBEE_")}
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        cwd=ROOT,
        env=kept | {"PYTHONIOENCODING": "utf-8", "COLUMNS": "100", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def rows(output: str) -> dict[str, tuple[set[Decimal], int, str]]:
    """The printed sums by their name: the different numbers, how many there are, and the mark."""
    found = {}
    for line in re.findall(r"^│(.*)│$", output, re.MULTILINE):
        name, *numbers, mark = (cell.strip() for cell in line.split("│"))
        given = [Decimal(one.replace(",", "")) for one in numbers if one]
        found[f"{len(found)} {name}"] = (set(given), len(given), mark)
    return found


@pytest.fixture(scope="module")
def done() -> subprocess.CompletedProcess[str]:
    return run("-m", "docs.demo")


@whole_month
def test_the_demo_ends_well_and_every_sum_that_it_prints_agrees(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, done.stdout + done.stderr
    assert without_steps_back(done.stderr) == ""
    printed = rows(done.stdout)
    assert 10 <= len(printed) <= 15
    for name, (different, count, mark) in printed.items():
        assert (len(different), mark) == (1, "✓"), name
        assert count >= 2, name
        assert different != {0}, name
    assert len(done.stdout.splitlines()) <= 50


@whole_month
def test_the_faults_make_the_client_repeat_and_settle(done: subprocess.CompletedProcess[str]) -> None:
    [found] = re.findall(
        r"(\d+) requests, (\d+) of them went wrong\s+"
        r"(\d+) were repeated by the client\s+(\d+) were writes with an unknown outcome, which the client settled:\s+"
        r"(\d+) had been applied, (\d+) were sent again",
        done.stdout,
    )
    assert all(int(number) > 0 for number in found)


@whole_month
def test_the_run_is_killed_in_the_middle_and_goes_on(done: subprocess.CompletedProcess[str]) -> None:
    [writes] = re.findall(r"it was killed after (\d+) writes; started again, it goes on", done.stdout)
    assert 10 < int(writes) < 48


@whole_month
def test_the_demo_fails_when_a_sum_is_wrong() -> None:
    cheated = run("-c", CHEATING)
    assert cheated.returncode == 1, cheated.stdout + cheated.stderr
    assert "the sums don't agree" in cheated.stderr
    wrong = [name for name, (_, _, mark) in rows(cheated.stdout).items() if mark == "✗"]
    assert [name.partition(" ")[2] for name in wrong] == ["calls"]


@pytest.fixture
def sums(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("sums_of_the_demo", DEMO / "sums.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)  # for dataclasses
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("ours", "api", "sandbox", "agrees"),
    [
        (1, 1, 1, True),
        (1, 1, None, True),
        (1, None, 1, True),
        (Decimal("10.00"), Decimal("10.0"), None, True),
        (1, 2, 1, False),
        (1, 1, 2, False),
        (2, 1, 1, False),
        (Decimal("10.00"), Decimal("10.01"), None, False),
        (1, None, None, False),
        (0, 0, 0, True),
    ],
)
def test_a_row_agrees_when_all_who_know_it_say_the_same_and_there_are_two(
    sums: ModuleType, ours: object, api: object, sandbox: object, agrees: bool
) -> None:
    row = sums.Row("a sum", ours, api, sandbox)
    assert row.agrees is agrees
    assert sums.all_agree([sums.Row("another", 1, 1, 1), row]) is agrees


def test_no_rows_are_no_agreement(sums: ModuleType) -> None:
    assert sums.all_agree([]) is False
