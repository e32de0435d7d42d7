"""Files that are downloaded: written beside their place, checked, and moved into it when they are complete."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import httpx

from .generated.errors import DecodeError

#: Bytes of a file in which a PDF must say that it is one.
_HEAD = 1024


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of another one when the block ends well; otherwise nothing is left of it.

    A symbolic link stays, and what it leads to is replaced. The permissions of a file that was there stay too.

    Raises:
        OSError: It can't be written.
    """
    target = path.resolve() if path.is_symlink() else path
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    # All in this thread: what a cancelled task has left to another would still happen afterwards.
    file = part.open("x+b")
    try:
        with file:
            yield file
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def ensure_binary(response: httpx.Response, head: bytes) -> None:
    """Check that a success holds a file, such as a PDF, and not a page that is shown in its place.

    Args:
        response: Its status and headers.
        head: The beginning of its body.

    Raises:
        DecodeError: It doesn't.
    """
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not head:
        raise DecodeError("the body is empty")
    if kind in _PAGES or kind.endswith("+json") or (not kind and head.lstrip()[:1] in (b"<", b"{")):
        raise DecodeError(f"the body is not a file, but {kind or 'text'}")
    if kind == "application/pdf" and b"%PDF" not in head[:_HEAD]:
        raise DecodeError("the body is not a PDF, though it is said to be one")


_PAGES = frozenset({"text/html", "application/xhtml+xml", "application/json"})

__all__ = ["ensure_binary", "replacing"]
