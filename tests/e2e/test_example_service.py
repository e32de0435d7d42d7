"""A user's own suite, run as a user runs it: another folder, another process, the plugin loaded by its entry point."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from invoicing import CALLS

from tests.sandbox.support import works
from tests.shared.api import reconstruction_only

ROOT = Path(__file__).parents[2]
SERVICE = ROOT / "tests" / "e2e" / "example_service"
PINS = "ledgerbee-pins.json"
PAGE = ROOT / "docs" / "contract-tests.md"
_INI = "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\nfilterwarnings = error\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project of a user's."""
    (tmp_path / "pytest.ini").write_text(_INI, "utf-8")
    return tmp_path


@pytest.fixture
def project(folder: Path) -> Path:
    """The project of the example."""
    for name in ("invoicing.py", "test_invoicing.py", "test_contract.py", PINS):
        shutil.copy(SERVICE / name, folder)
    return folder


def run_pytest(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "LEDGERBEE_", "COV_"))}
    # The plugin of schemathesis is no part of a user's environment, and slow to load.
    command = [sys.executable, "-m", "pytest", "-p", "no:schemathesis", *arguments]
    return subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True, check=False)


@works(*CALLS, "subscriptions.assign", "webhook_endpoints.create")
def test_the_suite_of_a_small_invoicing_service_passes(project: Path) -> None:
    done = run_pytest(project, "test_invoicing.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\b20 passed in ", done.stdout), done.stdout


@reconstruction_only
def test_the_pins_of_the_service_are_kept_and_can_be_written_anew(project: Path) -> None:
    assert run_pytest(project, "test_contract.py").returncode == 0
    pins = project / PINS
    committed = pins.read_bytes()
    pins.unlink()
    failed = run_pytest(project, "test_contract.py")
    assert failed.returncode == 1
    assert "--update-ledgerbee-pins" in failed.stdout
    assert "pins/__init__.py" not in failed.stdout  # the traceback ends in the user's test
    assert run_pytest(project, "test_contract.py", "--update-ledgerbee-pins").returncode == 0
    assert pins.read_bytes() == committed


@reconstruction_only
def test_a_change_fails_the_test_with_one_line_for_it(project: Path) -> None:
    pins = project / PINS
    pins.write_text(pins.read_text("utf-8").replace('"dueDate":', '"payBefore":'), "utf-8")
    failed = run_pytest(project, "test_contract.py")
    assert failed.returncode == 1
    lines = [line.removeprefix("E").strip() for line in failed.stdout.splitlines() if line.startswith("E  ")]
    assert any(line.startswith("invoices.create: body payBefore: removed") for line in lines)
    assert any(line.startswith("invoices.get: response payBefore: removed") for line in lines)


def test_the_test_on_the_page_about_contract_tests_works(folder: Path) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (block,) = [one for one in blocks if "def test_" in one]
    (folder / "test_contract.py").write_text(block, "utf-8")
    assert run_pytest(folder).returncode == 1
    assert run_pytest(folder, "--update-ledgerbee-pins").returncode == 0
    done = run_pytest(folder)
    assert (folder / PINS).exists()
    assert "1 passed" in done.stdout
