"""Writes a response to a file, in its place only when it is complete."""

from __future__ import annotations

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
    """

    def __init__(self, operation: Operation, file: IO[bytes]) -> None:
        self._operation = operation
        self._file = file
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
def replacing(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """Open a file under another name, which takes the place of `path` when all went well.

    A link stays a link, and the permissions and the owner of a file that was there are kept. On any error nothing is
    left.

    Args:
        path: Where the file belongs.

    Raises:
        OSError: It can't be written.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(f"{os.fspath(path)} is a directory; give the name of a file")
    if target.is_symlink() or (target.exists() and not target.is_file()):  # a link to itself; a device, a pipe
        raise OSError(f"{os.fspath(path)} is not a regular file, and would be replaced by one; give the name of a file")
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    # All in this thread: what a cancelled task has left to another would still happen afterwards.
    file = part.open("xb")
    try:
        with file:
            if target.exists():  # at once: what others may not read, they may not read meanwhile either
                _take_after(part, target)
            yield file
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _take_after(part: Path, target: Path) -> None:
    before = target.stat()
    if hasattr(os, "chown") and (before.st_uid, before.st_gid) != (part.stat().st_uid, part.stat().st_gid):
        with suppress(PermissionError):  # only root may give files away
            os.chown(part, before.st_uid, before.st_gid)
    shutil.copymode(target, part)


__all__ = ["FileSink", "replacing"]
