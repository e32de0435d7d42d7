"""Where a response ends in what its connection receives.

httpcore2 hands what comes after a response to the next request as its response. Nothing public says whether something
came. So this counts along. It may be wrong in one direction only: whenever it isn't certain, the connection is not used
again.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

_BLANK_LINE = b"\r\n\r\n"
_NO_BODY = frozenset({204, 304})


class Framing:
    """Counts off one response."""

    __slots__ = ("_chunks", "_head", "_left")

    def __init__(self) -> None:
        self._head: bytes | None = b""  # all that was received, until it is known what it is
        self._left = -1  # bytes of the body that have still to come; negative: too many came, or it can't be known
        self._chunks: _Chunks | None = None

    def receive(self, data: bytes) -> None:
        """Count what was received."""
        if self._head is not None:
            self._head += data
        elif self._chunks is not None:
            self._chunks.receive(data)
        else:
            self._left -= len(data)

    def begin(self, method: bytes, status: int, headers: Sequence[tuple[bytes, bytes]]) -> None:
        """Take note of the head of the response, now that all of it was received."""
        body = self._head or b""
        self._head = None
        while True:
            head, blank, body = body.partition(_BLANK_LINE)
            if not blank:
                return
            if not head.startswith((b"HTTP/1.1 1", b"HTTP/1.0 1")):  # an interim response, such as 103
                break
        if method == b"HEAD" or status in _NO_BODY:
            self._left = -len(body)
            return
        length = None
        for name, value in headers:
            name = name.lower()
            if name == b"transfer-encoding":
                self._chunks = _Chunks()
                self._chunks.receive(body)
                return
            if name == b"content-length":
                length = value
        if length is not None and length.isdigit():
            self._left = int(length) - len(body)

    @property
    def is_over(self) -> bool:
        """Whether the response was received whole, and not one byte more."""
        return self._left == 0 if self._chunks is None else self._chunks.is_over


class _Chunks:
    """Counts off a chunked body."""

    __slots__ = ("_buffer", "_in_trailers", "_over", "_skip")

    def __init__(self) -> None:
        self._buffer = b""
        self._skip = 0  # bytes of the current chunk, with its line break, that have still to come
        self._in_trailers = False
        self._over = False

    def receive(self, data: bytes) -> None:
        """Count what was received."""
        self._buffer += data
        while self._step():
            pass

    def _step(self) -> bool:
        """Take a line, or what there is of a chunk. False if there is nothing more to take."""
        if self._skip:
            taken = min(self._skip, len(self._buffer))
            self._buffer = self._buffer[taken:]
            self._skip -= taken
            return bool(self._buffer)
        line, end, rest = self._buffer.partition(b"\r\n")
        if self._over or not end:
            return False
        self._buffer = rest
        if self._in_trailers:
            self._over = not line
        else:
            size = _size(line)
            self._in_trailers = size == 0
            self._skip = size + 2 if size else 0
        return True

    @property
    def is_over(self) -> bool:
        """Whether the body was received whole, and not one byte more."""
        return self._over and not self._buffer


def _size(line: bytes) -> int:
    """Read the size of a chunk; one that can't be read never ends."""
    try:
        return int(line.partition(b";")[0], 16)
    except ValueError:
        return sys.maxsize


__all__ = ["Framing"]
