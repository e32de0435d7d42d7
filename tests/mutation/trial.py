"""Makes a fault in a copy of the repository and runs the tests that concern it."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from attrs import define

from .faults import Fault

ROOT = Path(__file__).resolve().parents[2]
#: Seconds after which a test that hangs counts as having noticed. Those that are chosen take a few at most.
_HANGING = 120
_PYTEST = (
    *(sys.executable, "-m", "pytest", "-x", "-v", "-n", "0", "-m", "not slow", "--tb=line", "-p", "no:cacheprovider"),
    *("-o", f"faulthandler_timeout={_HANGING}", "-o", "faulthandler_exit_on_timeout=true"),
)
_FAILED = re.compile(r"^(?:FAILED|ERROR) (tests/.*?)(?: - .*)?$", re.MULTILINE)
_BEGUN = re.compile(r"^(tests/\S+::.*?) *(?:Timeout \(.*)?$", re.MULTILINE)


@define
class Result:
    """What became of a fault, and the test that noticed it, if one did."""

    fault: Fault
    noticed: str


class BrokenTestsError(Exception):
    """A test fails without any fault."""


@define
class Copy:
    """A copy of the repository, in which one fault at a time is made."""

    folder: Path

    @classmethod
    def make(cls, folder: Path) -> Copy:
        """Copies what git knows of, as it is now."""
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
        for name in filter(None, names):
            if (ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, folder / name)
        return cls(folder)

    def attempt(self, fault: Fault, tests: tuple[str, ...]) -> Result:
        """Makes the fault, runs the tests until the first one fails, and takes the fault back.

        Raises:
            BrokenTestsError: That test fails without the fault, too.
        """
        path = self.folder / fault.path
        source = path.read_bytes()
        path.write_bytes(fault.applied(source))
        try:
            noticed = self._first_failure(*(f"tests/{name}" for name in tests))
        finally:
            path.write_bytes(source)
        if noticed and self._first_failure(noticed):
            raise BrokenTestsError(f"{noticed} fails without any fault")
        return Result(fault, noticed)

    def _first_failure(self, *tests: str) -> str:
        """The test that failed or hangs, or the file that could not be imported; empty when all is well."""
        # The folder stands before the one that is installed, in the processes that tests start as well. Without
        # compiled modules, a fault of the same length in the same second is seen, too.
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"}
        with tempfile.TemporaryFile("w+") as output:
            process = subprocess.Popen(
                [*_PYTEST, *tests],
                cwd=self.folder,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            process.wait()
            with contextlib.suppress(ProcessLookupError):  # what the tests have left
                os.killpg(process.pid, signal.SIGKILL)
            output.seek(0)
            text = output.read()
        if process.returncode == 0:
            return ""
        found = _FAILED.findall(text) or _BEGUN.findall(text)[-1:]
        return str(found[0]) if found else tests[0]  # not even imported: the first file stands for all
