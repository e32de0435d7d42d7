"""What a report adds to a pull request: the next version, an entry in the changelog, and the reason of a failure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts import schema_report
from scripts.report.model import ReportError
from scripts.report.release import current_version, prepare
from scripts.schema_report import build_report, main
from tests.contracts.support import STRING, document, object_of, reading


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "ledgerbee_client").mkdir()
    (tmp_path / "ledgerbee_client" / "_version.py").write_text('"""Version."""\n\n__version__ = "1.4.2"\n', "utf-8")
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something.\n", "utf-8")
    return tmp_path


def test_version_and_changelog_follow_from_the_report(root: Path) -> None:
    report = build_report(reading(object_of(a=STRING)), reading(object_of()))
    assert prepare(root, report.entries) == "2.0.0"
    assert current_version(root) == "2.0.0"
    text = (root / "CHANGELOG.md").read_text("utf-8")
    assert "## [Unreleased]\n\n### The API's schema\n\n- Breaks (1) in 1 place: `GET /v1/things`.\n" in text
    assert text.endswith("### Added\n\n- Something.\n")


def test_a_change_without_headlines_refers_to_the_report(root: Path) -> None:
    report = build_report(reading(object_of(a=STRING)), reading(object_of(a=STRING, b=STRING)))
    assert prepare(root, report.entries) == "1.5.0"
    assert "see the report in the pull request" in (root / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["CHANGELOG.md", "ledgerbee_client/_version.py"])
def test_files_of_another_form_are_left_alone(root: Path, name: str) -> None:
    (root / name).write_text("something else\n", "utf-8")
    with pytest.raises(ReportError, match=name.rpartition("/")[2]):
        prepare(root, build_report(document(), reading(STRING)).entries)


def test_the_command_prepares_the_release(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema_report, "ROOT", root)
    old, new = root / "old.json", root / "new.json"
    old.write_text(json.dumps(reading(object_of(a=STRING))), "utf-8")
    new.write_text(json.dumps(reading(object_of(a=STRING, b=STRING))), "utf-8")
    assert main([str(old), str(new), "--release", "--output", str(root / "report.md")]) == 0
    assert current_version(root) == "1.5.0"
    assert "1.4.2 → **1.5.0**" in (root / "report.md").read_text("utf-8")


def test_the_reason_of_a_failure_stands_before_the_report(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reason, old = root / "reason.txt", root / "old.json"
    reason.write_text("working\n" * 2000 + "error: the package would lose:\n  GET /x: body\n", "utf-8")
    old.write_text(json.dumps(document()), "utf-8")
    assert main([str(old), str(old), "--reason", str(reason)]) == 0
    text = capsys.readouterr().out
    assert text.startswith("# The client was not regenerated\n")
    assert "GET /x: body\n```\n\n# Schema change report" in text
    assert len(text) < 6000
