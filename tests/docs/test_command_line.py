"""Every line of `docs/command-line.md` runs as it stands there, in a shell, against a sandbox on a port."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledgerbee_client import SQLiteStore
from ledgerbee_client._cli.arguments import SHORT_HELP, parser
from ledgerbee_client._once.records import Intent
from ledgerbee_client.testing import Sandbox
from tests.sandbox.support import without_steps_back
from tests.shared.served import served

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
TEXT = PAGE.read_text(encoding="utf-8")
LINES = [
    line
    for block in re.findall(r"^```sh\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if line.startswith("ledgerbee ")
]
#: What the sandbox holds is more than its document says in places.
MAY_BE_1 = ("ledgerbee verify",)

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="there is no shell")


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of a shell: the command, a key of a sandbox, a home of its own."""
    folder = tmp_path_factory.mktemp("shell")
    command = folder / "bin" / "ledgerbee"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ledgerbee_client "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    for one in (".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions"):
        (folder / one).mkdir(parents=True)
    asyncio.run(leave_to_decide(folder / "billing.sqlite"))
    sandbox = Sandbox()
    sandbox.seed_company()
    with served(sandbox) as url:
        yield {
            **os.environ,
            "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(PAGE.parents[1]),
            "HOME": str(folder),
            "LEDGERBEE_API_KEY": sandbox.api_key,
            "LEDGERBEE_BASE_URL": url,
        }


async def leave_to_decide(path: Path) -> None:
    store = SQLiteStore(path, synchronous="NORMAL")
    for key in ("send/1", "send/2"):
        await store.claim(key, Intent("invoices.send", ("0197a943",), (), {"deliveryType": "Email"}), "me", 60)
        await store.leave(key, "me", json.dumps({"reason": "two look alike", "candidates": ["0197a943"]}))
    await store.aclose()


@pytest.mark.slow
@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith("ledgerbee sandbox")])
def test_the_line_works(line: str, shell: dict[str, str]) -> None:
    done = subprocess.run(
        ["sh", "-c", line], env=shell, cwd=shell["HOME"], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode in ((0, 1) if line.startswith(MAY_BE_1) else (0,)), done.stderr
    assert done.stderr == ""
    if "--json" in line and ">" not in line:
        json.loads(done.stdout)
    target = re.search(r"> (\S+)$", line)
    if target is not None:
        written = Path(shell["HOME"]) / target[1].removeprefix("~/")
        assert written.stat().st_size > 0


@pytest.mark.slow
@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("ledgerbee sandbox")])
def test_the_sandbox_starts_as_the_line_says(line: str, shell: dict[str, str]) -> None:
    free = line.replace("--port 8080", "--port 0")
    process = subprocess.Popen(
        ["sh", "-c", f"exec {free}"], env=shell, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate(timeout=60)
    assert "http://127.0.0.1:" in first, err
    assert (process.returncode, without_steps_back(err)) == (0, "")


def test_the_page_has_every_command_and_every_option() -> None:
    """And the help that is shown without arguments has every command."""
    (commands,) = [action for action in parser(complete=True)._actions if action.dest == "==SUPPRESS=="][-1:]
    assert isinstance(commands.choices, dict)
    for name, one in commands.choices.items():
        assert f"ledgerbee {name}" in TEXT
        assert name in SHORT_HELP
        for action in one._actions:
            for option in action.option_strings:
                if option not in ("-h", "--help", "--enforce-inferred-scopes"):
                    assert option in TEXT, f"{name} {option}"


def test_every_exit_status_is_documented() -> None:
    from ledgerbee_client import __main__

    statuses = re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)
    assert statuses == ["0", "1", "2", "130", "141"]
    for status in statuses:
        assert status in (__main__.__doc__ or "")
