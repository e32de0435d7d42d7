"""A scratch copy of the checkout, in which commands run with this interpreter and the copy's own package."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

from attrs import define

ROOT = Path(__file__).resolve().parents[2]
_LONGEST = 1800.0
_MYPY = ".mypy_cache"


class ScratchError(Exception):
    """The scratch copy can't be made, or isn't what runs."""


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=False)  # noqa: S603, S607
    if done.returncode:
        raise ScratchError(f"git {arguments[0]}: {done.stderr.decode().strip()}")
    return done.stdout.decode()


def head() -> str:
    """Name the commit that is checked out.

    Returns:
        Its hash.

    Raises:
        ScratchError: this is no git checkout.
    """
    return _git("rev-parse", "HEAD").strip()


@define
class Ran:
    """A command that has ended."""

    code: int
    output: str
    seconds: float

    @property
    def is_ok(self) -> bool:
        """Tell whether it succeeded."""
        return self.code == 0


@define
class Scratch:
    """A copy of the checkout."""

    root: Path

    @classmethod
    def copied(cls, root: Path) -> Scratch:
        """Copy what git tracks, or would track, of this checkout.

        Args:
            root: where to; must not exist.

        Returns:
            The copy, a git repository of its own whose only commit is the state before.

        Raises:
            ScratchError: this is no git checkout, or the copy's package is not the one that would be imported.
        """
        for name in filter(None, _git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")):
            if (ROOT / name).is_file():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, root / name)
        if (ROOT / _MYPY).is_dir():  # what the perturbation doesn't change is checked already
            shutil.copytree(ROOT / _MYPY, root / _MYPY)
        (root / ".venv").symlink_to(sys.prefix)  # where pyright looks for the libraries
        scratch = cls(root)
        scratch._commit()
        scratch.prove()
        return scratch

    def _commit(self) -> None:
        identity = ["-c", "user.name=rehearsal", "-c", "user.email=rehearsal@localhost"]
        for command in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-q", "-m", "Before"]):
            ran = self.run(["git", *command])
            if not ran.is_ok:
                raise ScratchError(f"git {command[0]}: {ran.output}")

    def prove(self) -> None:
        """Make sure that the copy's package is imported, although this environment has the original installed.

        Raises:
            ScratchError: another one is.
        """
        ran = self.python(
            "-c", "import ledgerbee_client, scripts; print(ledgerbee_client.__file__, scripts.__path__[0])"
        )
        folders = [Path(one) for one in ran.output.split()]
        if not ran.is_ok or len(folders) != 2 or not all(one.is_relative_to(self.root) for one in folders):
            raise ScratchError(f"not the package of {self.root} is imported, but: {ran.output.strip()}")

    def python(self, *arguments: str) -> Ran:
        """Run Python in the copy.

        Args:
            arguments: what follows `python`.

        Returns:
            How it went.
        """
        return self.run([sys.executable, *arguments])

    def run(self, command: list[str]) -> Ran:
        """Run a command in the copy.

        Args:
            command: program and arguments.

        Returns:
            How it went; a command that takes half an hour has failed.
        """
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("LEDGERBEE_", "GIT_"))}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # the tests start Python many times
        environment |= {"PYTHONPATH": str(self.root)}
        started = time.monotonic()
        with tempfile.TemporaryFile() as output:
            code = _run(command, self.root, environment, output)
            output.seek(0)
            return Ran(code, output.read().decode(errors="replace"), time.monotonic() - started)


def _run(command: list[str], folder: Path, environment: dict[str, str], output: IO[bytes]) -> int:
    """Run a command to its end, and then end what it has left running, as a test that fails may do.

    Into a file: who reads a pipe waits for the last process that holds it, which may be a server that nobody stops.
    """
    process = subprocess.Popen(  # noqa: S603  (our own commands)
        command,
        cwd=folder,
        env=environment,
        stdout=output,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(_LONGEST)
    except subprocess.TimeoutExpired:
        return 124
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
