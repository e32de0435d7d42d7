"""Writes a response to a file, in its place only when it is complete."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ._decode import ensure_content, ensure_file

if TYPE_CHECKING:
    import httpx

    from .generated.types import Operation


class FileSink:
    """Takes a body into an open file.

    Args:
        operation: What is downloaded.
        file: Is written from its beginning.
        path: The name that it gets in the end, for messages.
    """

    def __init__(self, operation: Operation, file: IO[bytes], path: str | os.PathLike[str]) -> None:
        self._operation = operation
        self._file = file
        self._path = path
        self._head = b""

    def begin(self, response: httpx.Response) -> None:
        """See `_body.Sink`.

        Raises:
            ResponseDecodeError: It is a page or a message, not a file.
        """
        ensure_file(self._operation, response)
        self._file.seek(0)
        self._file.truncate()
        self._head = b""

    def write(self, chunk: bytes) -> None:
        """See `_body.Sink`."""
        with _named(self._operation, self._path):
            self._file.write(chunk)
        if len(self._head) < 1024:
            self._head += chunk[:1024]

    def end(self, response: httpx.Response) -> None:
        """Check what was written.

        Raises:
            ResponseDecodeError: It is nothing, or a page.
        """
        ensure_content(self._operation, response, self._head)


@contextmanager
def replacing(operation: Operation, path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """Open a file under another name, which takes the place of `path` when all went well.

    A link stays a link, and the permissions and the owner of a file that was there are kept. On any error nothing is
    left.

    Args:
        operation: What is downloaded, for messages.
        path: Where the file belongs.

    Raises:
        OSError: It can't be written.
    """
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    # All in this thread: what a cancelled task has left to another would still happen afterwards.
    with _named(operation, path, "nothing was sent"):
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "it is a directory: give the name of a file")
        if target.is_symlink() or (target.exists() and not target.is_file()):  # a link to itself; a device, a pipe
            raise OSError(errno.EINVAL, "it is not a regular file: give the name of one")
        if not target.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "there is no such folder: make it first")
        file = part.open("xb")
    try:
        with file:
            if target.exists():  # at once: what others may not read, they may not read meanwhile either
                _take_after(part, target)
            yield file
            with _named(operation, path):
                file.flush()
        with _named(operation, path):
            part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


@contextmanager
def _named(
    operation: Operation, path: str | os.PathLike[str], state: str = "nothing was left behind"
) -> Iterator[None]:
    """Have what the operating system refuses name the operation and the caller's path, not the file in between."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise type(error)(error.errno, f"{operation.name}: {reason}; {state}", os.fspath(path)) from None


def _take_after(part: Path, target: Path) -> None:
    before = target.stat()
    if hasattr(os, "chown") and (before.st_uid, before.st_gid) != (part.stat().st_uid, part.stat().st_gid):
        with suppress(PermissionError):  # only root may give files away
            os.chown(part, before.st_uid, before.st_gid)
    shutil.copymode(target, part)


__all__ = ["FileSink", "replacing"]
