"""The page on performance says what was measured, and nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks import page


def row(what: str = "a call", **more: Any) -> dict[str, Any]:
    known = {"ours": 1.0, "unit": "µs", "peer": "httpx", "theirs": 2.0, "ratio": 0.5, "bar": 0.85, "at_least": False}
    known |= {"spread": [0.4, 0.6], "clock": "CPU", "costs": {}, "missing": "", "met": True}
    return {"what": what, **known, **more}


def figures(*rows: dict[str, Any], load: float = 0.1, **parts: Any) -> dict[str, Any]:
    about = {"date": "2026-01-02", "python": "3.11.7", "cores": 2, "load": load, "seconds": 1}
    return {"parts": {"calls": {"rows": list(rows), **about}, **parts}}


def test_page_figures_and_plots_are_in_step() -> None:
    assert page.problems() == []


def test_a_figure_that_changes_is_noticed_and_so_is_a_plot(tmp_path: Path) -> None:
    folder = tmp_path / "performance"
    shutil.copytree(page.FOLDER, folder)
    written = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    bars = [one for part in written["parts"].values() for one in part.get("rows", ()) if one["ratio"] is not None]
    bars[0]["ratio"] += 1
    written["parts"]["growth"]["curves"]["page-size"] = {"x": {"1": 2.0}}
    (folder / "figures.json").write_text(json.dumps(written), encoding="utf-8")
    text, plot = page.problems(page.PAGE, folder)
    assert "performance.md" in text
    assert "page-size.svg" in plot


def test_a_budget_that_is_missed_is_said_to_be() -> None:
    shown = page.render(figures(row("a call"), row("a crowd", ratio=1.94, bar=2.5, at_least=True, met=False)))
    assert "1 of 2 budgets are met. **Missed:** a crowd." in shown
    assert "| a crowd | httpx, CPU | ≥ 2.5 | 1.94 | 0.40 to 0.60 | **missed** |" in shown
    assert "| a call | httpx, CPU | ≤ 0.85 | 0.50 | 0.40 to 0.60 | met |" in shown


def test_a_peer_that_is_missing_is_named_with_the_reason() -> None:
    missing = row("get: openai", ours=None, ratio=None, bar=None, met=None, spread=None, missing="it is not there")
    assert "openai was not measured: it is not there." in page.render(figures(row(), missing))


def test_a_value_without_a_peer_has_its_unit() -> None:
    one = row("once", peer="", theirs=None, ratio=None, ours=0.5, unit="ms", bar=1.0, clock="wall")
    assert "| once | wall | ≤ 1 ms | 0.50 ms | 0.40 to 0.60 | met |" in page.render(figures(one))


@pytest.mark.parametrize(("load", "said"), [(0.5, False), (8.0, True)])
def test_a_machine_that_did_other_work_is_said_to_have(load: float, said: bool) -> None:
    assert ("did other work" in page.render(figures(row(), load=load))) is said


def test_wall_and_cpu_time_are_shown_for_each_client() -> None:
    costs = {"ours": {"wall": 3.0, "user": 1.0, "system": 0.5}, "raw httpx": {"wall": 6.0, "user": 2.0, "system": 1.0}}
    shown = page.render(figures(row("a call", costs=costs)))
    assert "| a call | this client | 3 µs | 1 µs | 0.5 µs |" in shown
    assert "| a call | raw httpx | 6 µs | 2 µs | 1 µs |" in shown


def test_the_command_fails_when_they_are_out_of_step(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert page.main(["--check"]) == 0
    template = tmp_path / "performance.md"
    template.write_text("other prose", encoding="utf-8")
    monkeypatch.setattr(page, "TEMPLATE", template)
    assert page.main(["--check"]) == 1
    assert "run make bench-page" in capsys.readouterr().out
