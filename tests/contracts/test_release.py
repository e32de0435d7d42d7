"""What a report adds to a pull request (version, changelog, reason of a failure), and the command that releases."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from scripts import package_check, schema_report
from scripts import release as release_command
from scripts.release import git, release
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


# ---------------------------------------------------------------------- the command that releases


@pytest.fixture
def repository(root: Path) -> Path:
    """A repository with one release, v1.4.2, whose schema has since lost a field."""
    schema = root / schema_report.SCHEMA
    schema.parent.mkdir()
    schema.write_text(json.dumps(reading(object_of(a=STRING, b=STRING))), "utf-8")
    git(root, "init", "--quiet", "--initial-branch", "main")
    for key, value in (("user.name", "A"), ("user.email", "a@example.com"), ("commit.gpgsign", "false")):
        git(root, "config", key, value)
    commit(root)
    git(root, "tag", "v1.4.2")
    schema.write_text(json.dumps(reading(object_of(a=STRING))), "utf-8")
    commit(root)
    return root


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Work")


def test_one_command_moves_the_version_dates_the_changelog_commits_and_tags(repository: Path) -> None:
    assert release(repository, "2.1.0") == "2.1.0"
    assert current_version(repository) == "2.1.0"
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "cat-file", "-t", "v2.1.0") == "tag"
    assert git(repository, "rev-parse", "v2.1.0^{commit}") == git(repository, "rev-parse", "HEAD")
    text = (repository / "CHANGELOG.md").read_text("utf-8")
    heading, day, rest = text.partition("## [Unreleased]\n\n## [2.1.0] - ")[2].partition("\n\n")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", heading)
    assert day
    assert rest.startswith("### The API's schema\n\n- Breaks (1) in 1 place: `GET /v1/things`.\n\n### Added\n")


def test_without_a_version_the_changes_of_the_schema_say_which(repository: Path) -> None:
    assert release(repository, None) == "2.0.0"
    (repository / "CHANGELOG.md").write_text(
        "## [Unreleased]\n\n- A fix.\n\n## [2.0.0] - 2026-01-01\n\n- All.\n", "utf-8"
    )
    commit(repository)
    with pytest.raises(ReportError, match=r"v2\.0\.0 is released already; name the next version"):
        release(repository, None)
    assert release(repository, "2.0.1") == "2.0.1"
    text = (repository / "CHANGELOG.md").read_text("utf-8")
    assert "- A fix.\n\n## [2.0.0] - 2026-01-01\n\n- All.\n" in text


def test_what_the_pull_request_has_written_is_not_written_again(repository: Path) -> None:
    report = build_report(reading(object_of(a=STRING, b=STRING)), reading(object_of(a=STRING)))
    assert prepare(repository, report.entries) == "2.0.0"
    commit(repository)
    assert release(repository, None) == "2.0.0"
    assert (repository / "CHANGELOG.md").read_text("utf-8").count("### The API's schema") == 1


@pytest.mark.parametrize(
    ("version", "reason"),
    [
        ("1.5.0", r"1\.5\.0 is too small: the schema has changes that ask for a major release, so 2\.0\.0 or later"),
        ("1.4.2", r"v1\.4\.2 is released already"),
        ("2.0", r"not a version of the form X\.Y\.Z: '2\.0'"),
    ],
)
def test_a_version_that_cannot_be_released_changes_nothing(repository: Path, version: str, reason: str) -> None:
    before = git(repository, "rev-parse", "HEAD")
    with pytest.raises(ReportError, match=reason):
        release(repository, version)
    assert git(repository, "rev-parse", "HEAD") == before
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "tag", "--list") == "v1.4.2"


def test_a_work_tree_with_changes_and_an_empty_changelog_are_refused(repository: Path) -> None:
    (repository / "new.txt").write_text("a", "utf-8")
    with pytest.raises(ReportError, match="the work tree has changes"):
        release(repository, "2.0.0")
    git(repository, "tag", "--force", "v1.4.2")  # the schema is as it was released
    (repository / "CHANGELOG.md").write_text("# Changelog\n\n## [Unreleased]\n\n## [1.4.2] - 2026-01-01\n", "utf-8")
    commit(repository)
    with pytest.raises(ReportError, match="write what users have to know"):
        release(repository, "1.5.0")


def test_the_first_release_needs_no_report(repository: Path) -> None:
    git(repository, "tag", "--delete", "v1.4.2")
    assert release(repository, None) == "1.4.2"


def test_the_release_command_says_what_to_do_next(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release_command, "ROOT", repository)
    assert release_command.main(["1.0.0"]) == 1
    assert capsys.readouterr().err.startswith("release: 1.0.0 is too small")
    assert release_command.main([]) == 0
    assert "git push --atomic origin HEAD v2.0.0" in capsys.readouterr().out


def test_the_package_check_finds_what_it_runs() -> None:
    assert {path.name for path in package_check.USES.glob("use_*.py")} == {"use_client.py", "use_plugin.py"}
