"""The scripts of the workflow that looks for a new schema, run as they stand in it; `gh` only writes down its calls."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from scripts.release import git
from tests.contracts.support import STRING, object_of, reading

ROOT = Path(__file__).resolve().parents[2]
STEPS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".github/workflows/schema.yml").read_text("utf-8"))["jobs"][
    "update"
]["steps"]
GH = """#!/bin/sh
echo "$*" >> "$RUNNER_TEMP/gh.log"
case "$1 $2" in
  "pr create") exit "${PULL_REQUEST_EXISTS:-0}" ;;
  "pr list") echo "$PULL_REQUEST" ;;
  "issue list") echo "$ISSUE" ;;
esac
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What a runner has: a checkout with the scripts, in which the schema has lost a field, and a remote."""
    root, temp = tmp_path / "checkout", tmp_path / "temp"
    for folder in (root / "openapi", root / "docs", root / ".venv" / "bin", root / "ledgerbee_client", temp / "bin"):
        folder.mkdir(parents=True)
    python = root / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P "$@"\n', "utf-8")  # the scripts of this repository
    python.chmod(0o755)
    (root / ".gitignore").write_text(".venv\n__pycache__\n", "utf-8")
    (root / "docs" / "operations.md").write_text("operations\n", "utf-8")
    (root / "ledgerbee_client" / "_version.py").write_text('__version__ = "1.4.2"\n', "utf-8")
    (root / "CHANGELOG.md").write_text("## [Unreleased]\n", "utf-8")
    (root / "openapi" / "ledgerbee.json").write_text(json.dumps(reading(object_of(a=STRING, b=STRING))), "utf-8")
    (temp / "bin" / "gh").write_text(GH, "utf-8")
    (temp / "bin" / "gh").chmod(0o755)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "init", "--quiet", "--bare", "remote")
    git(root, "remote", "add", "origin", str(tmp_path / "remote"))
    git(root, "add", "--all")
    git(root, "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "Work")
    (temp / "old-schema.json").write_bytes((root / "openapi" / "ledgerbee.json").read_bytes())
    (root / "openapi" / "ledgerbee.json").write_text(json.dumps(reading(object_of(a=STRING))), "utf-8")
    return root


def run(name: str, checkout: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    step = next(one for one in STEPS if name in (one.get("id"), one.get("name")))
    temp = checkout.parent / "temp"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment |= {key: value for key, value in step.get("env", {}).items() if "${{" not in value}
    environment |= {
        "PATH": f"{temp / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(temp),
        "PYTHONPATH": str(ROOT),
    }
    environment |= {"GITHUB_OUTPUT": str(temp / "output"), "HOME": str(temp), **variables}
    environment = {key: value for key, value in environment.items() if value}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)


def calls(checkout: Path) -> list[str]:
    return (checkout.parent / "temp" / "gh.log").read_text("utf-8").splitlines()


def test_a_changed_schema_is_seen(checkout: Path) -> None:
    assert run("changed", checkout).returncode == 0
    git(checkout, "checkout", "--quiet", "--", "openapi")
    assert run("changed", checkout).returncode == 0
    assert (checkout.parent / "temp" / "output").read_text("utf-8") == "yes=true\nyes=false\n"


@pytest.mark.parametrize("exists", ["0", "1"])
def test_the_pull_request_holds_schema_version_and_changelog_and_its_text_is_the_report(
    checkout: Path, exists: str
) -> None:
    (checkout.parent / "temp" / "report.md").write_text("the report", "utf-8")
    (checkout / "ledgerbee_client" / "_version.py").write_text('__version__ = "2.0.0"\n', "utf-8")
    (checkout / "CHANGELOG.md").write_text("## [Unreleased]\n\n### The API's schema\n", "utf-8")
    done = run("Open or update the pull request", checkout, PULL_REQUEST_EXISTS=exists)
    assert done.returncode == 0, done.stderr
    pushed = git(checkout.parent / "remote", "show", "--name-only", "--format=%an", "schema-update").split()
    assert pushed == ["github-actions[bot]", "CHANGELOG.md", "ledgerbee_client/_version.py", "openapi/ledgerbee.json"]
    *_before, opened, started = calls(checkout)
    assert opened.startswith("pr create" if exists == "0" else "pr edit schema-update")
    assert "--body-file" in opened
    assert started == "workflow run ci.yml --ref schema-update"
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    assert "workflow_dispatch" in workflow[True]  # the key `on`, in YAML 1.1


def test_work_on_the_pull_request_is_not_lost_while_its_schema_is_the_published_one(checkout: Path) -> None:
    schema = checkout / "openapi" / "ledgerbee.json"
    assert run("Open or update the pull request", checkout).returncode == 0
    tip = git(checkout.parent / "remote", "rev-parse", "schema-update")
    content = schema.read_text("utf-8")
    git(checkout, "switch", "--quiet", "main")
    schema.write_text(content, "utf-8")
    done = run("Open or update the pull request", checkout, PULL_REQUEST="7")
    assert (done.returncode, "left alone" in done.stdout) == (0, True)
    assert git(checkout.parent / "remote", "rev-parse", "schema-update") == tip
    schema.write_text(content.replace("Get", "Fetch"), "utf-8")
    assert run("Open or update the pull request", checkout, PULL_REQUEST="7").returncode == 0
    assert git(checkout.parent / "remote", "rev-parse", "schema-update") != tip


@pytest.mark.unmeasured
@pytest.mark.parametrize(("issue", "call"), [("", "issue create --title The pub"), ("7", "issue edit 7 --body-file")])
def test_what_failed_becomes_an_issue_with_the_reason_and_the_report(checkout: Path, issue: str, call: str) -> None:
    (checkout.parent / "temp" / "reason.txt").write_text("error: the package would lose GET /x\n", "utf-8")
    done = run("Open or update the issue about what failed", checkout, ISSUE=issue)
    assert done.returncode == 1, done.stderr  # the run is red
    text = (checkout.parent / "temp" / "issue.md").read_text("utf-8")
    assert "# The client was not regenerated" in text
    assert "error: the package would lose GET /x" in text
    assert "Response field `b`: removed" in text
    assert calls(checkout)[-1].startswith(call)


def test_a_report_that_cannot_be_made_leaves_the_reason(checkout: Path) -> None:
    (checkout.parent / "temp" / "reason.txt").write_text("error: no valid JSON\n", "utf-8")
    (checkout / "openapi" / "ledgerbee.json").write_text("{", "utf-8")
    assert run("Open or update the issue about what failed", checkout, ISSUE="").returncode == 1
    assert (checkout.parent / "temp" / "issue.md").read_text("utf-8") == "error: no valid JSON\n"


# ---------------------------------------------------------------------- from the published document to the pull request


@pytest.fixture
def repository(checkout: Path) -> Path:
    """The same with all that a regeneration needs: this repository's scripts, and a package of one path of its API."""
    shutil.rmtree(checkout / "ledgerbee_client")
    for name in ("scripts", "openapi", "ledgerbee_client"):
        shutil.copytree(ROOT / name, checkout / name, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "pyproject.toml", "generator-config.yaml", "docs/operations.md", ".ci/constraints.txt"):
        (checkout / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, checkout / name)
    python = checkout / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")  # the scripts of the checkout
    (checkout / ".venv" / ".installed").touch()
    schema, names = checkout / "openapi" / "ledgerbee.json", checkout / "openapi" / "names.lock.json"
    document = json.loads(schema.read_text("utf-8"))
    path, item = next((path, item) for path, item in document["paths"].items() if "delete" in item and "get" in item)
    schema.write_text(json.dumps({**document, "paths": {path: item}}), "utf-8")
    names.unlink()
    assert run("regenerate", checkout, PYTHONPATH="").returncode == 0
    git(checkout, "add", "--all")
    git(checkout, "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "All")
    return checkout


@contextmanager
def published(document: dict[str, Any]) -> Iterator[str]:
    """Serve a document; give its URL."""
    content = json.dumps(document).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/schema.json"
        server.shutdown()


def take_over(repository: Path, document: dict[str, Any]) -> dict[str, int]:
    """Run the steps up to the regeneration; return their exit codes."""
    with published(document) as url:
        steps = ("Keep the present package and schema for the comparison", "fetch", "changed", "regenerate")
        return {one: run(one, repository, URL=url, PYTHONPATH="").returncode for one in steps}


@pytest.mark.unmeasured
def test_a_published_change_becomes_a_pull_request_with_version_changelog_and_report(repository: Path) -> None:
    document = json.loads((repository / "openapi" / "ledgerbee.json").read_text("utf-8"))
    [(path, item)] = document["paths"].items()
    del item["delete"]
    assert set(take_over(repository, document).values()) == {0}
    assert run("report", repository, PYTHONPATH="").returncode == 0
    done = run("Open or update the pull request", repository, PYTHONPATH="")
    assert done.returncode == 0, done.stderr

    remote = repository.parent / "remote"
    pushed = git(remote, "show", "--name-only", "--format=", "schema-update").split()
    assert {"CHANGELOG.md", "ledgerbee_client/_version.py", "docs/operations.md"} <= set(pushed)
    assert {"openapi/ledgerbee.json", "openapi/names.lock.json", "openapi/README.md"} <= set(pushed)
    assert git(repository, "status", "--porcelain") == ""  # nothing was left behind
    assert "### The API's schema\n\n- Operations removed (" in git(remote, "show", "schema-update:CHANGELOG.md")
    report = (repository.parent / "temp" / "report.md").read_text("utf-8")
    version = re.search(r"\d+\.\d+\.\d+ → \*\*(\d+\.\d+\.\d+)\*\*", report)
    assert version is not None
    assert f'"{version[1]}"' in git(remote, "show", "schema-update:ledgerbee_client/_version.py")
    assert f"`DELETE {path}`" in report
    assert "in Python): " in report  # both packages were compared


@pytest.mark.unmeasured
def test_a_document_of_which_no_package_can_be_made_becomes_an_issue(repository: Path) -> None:
    document = json.loads((repository / "openapi" / "ledgerbee.json").read_text("utf-8"))
    [(path, item)] = document["paths"].items()
    item["delete"]["requestBody"] = {"content": {"application/xml": {"schema": {}}}}
    codes = take_over(repository, document)
    assert (codes["fetch"], codes["regenerate"] == 0) == (0, False)
    assert run("Open or update the issue about what failed", repository, ISSUE="", PYTHONPATH="").returncode == 1
    text = (repository.parent / "temp" / "issue.md").read_text("utf-8")
    assert "# The client was not regenerated" in text
    assert f"DELETE {path}" in text
    assert "# Schema change report" in text
    assert git(repository, "status", "--porcelain", "ledgerbee_client") == ""
