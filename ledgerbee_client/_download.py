"""Files that are downloaded: written beside their place, and moved into it when they are complete."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


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


__all__ = ["replacing"]
