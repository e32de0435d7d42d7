"""Bodies of responses: read whole or piece by piece, and decompressed.

httpx's own decoders take a compressed body that ends early for a complete one, and the first of several gzip members
for all of them; these don't.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any, Protocol

import httpx

from .generated.errors import DecodeError

#: What `Accept-Encoding` says: the codings that are read here.
ACCEPTED_CODINGS = "gzip, deflate"


class Sink(Protocol):
    """Takes the body of a success piece by piece. It can't await: nothing is in flight while it works."""

    def begin(self, response: httpx.Response) -> None:
        """Begin, or begin again: an attempt before this one may have been broken off."""
        ...

    def write(self, chunk: bytes) -> None:
        """Take the next piece."""
        ...


async def read(response: httpx.Response) -> httpx.Response:
    """Read a body whole, and return a response that has it decompressed.

    Args:
        response: The response, unread.

    Raises:
        DecodeError: The body can't be decompressed. The response has none then.
    """
    codings = _codings(response)
    if not codings or response.is_stream_consumed:
        await response.aread()
        return response
    raw = b"".join([chunk async for chunk in response.aiter_raw()])
    chain = _Decompression(codings)
    return _with_content(response, chain.feed(raw) + chain.finish())


async def feed(response: httpx.Response, write: Callable[[bytes], None]) -> None:
    """Read a body piece by piece.

    Args:
        response: The response, unread.
        write: Takes the pieces.

    Raises:
        DecodeError: The body can't be decompressed.
    """
    codings = _codings(response)
    if not codings or response.is_stream_consumed:
        async for chunk in response.aiter_bytes():
            write(chunk)
        return
    chain = _Decompression(codings)
    async for chunk in response.aiter_raw():
        write(chain.feed(chunk))
    write(chain.finish())


def without_body(response: httpx.Response) -> httpx.Response:
    """Return a response without its body, which couldn't be read."""
    return _with_content(response, b"")


def _with_content(response: httpx.Response, content: bytes) -> httpx.Response:
    headers = response.headers.copy()
    for name in ("content-encoding", "content-length", "transfer-encoding"):
        headers.pop(name, None)
    whole = httpx.Response(
        response.status_code,
        headers=headers,
        content=content,
        request=response.request,
        extensions=response.extensions,
    )
    whole.elapsed = response.elapsed
    return whole


def _codings(response: httpx.Response) -> list[str]:
    value = b",".join(content for name, content in response.headers.raw if name.lower() == b"content-encoding")
    if not value:
        return []
    return [
        one
        for one in (part.strip().lower() for part in value.decode("latin-1").split(","))
        if one not in ("", "identity")
    ]


class _Decompression:
    """Undoes the codings of a body, the last one first.

    Raises:
        DecodeError: A coding is unknown.
    """

    def __init__(self, codings: list[str]) -> None:
        self._layers = [_Layer(coding) for coding in reversed(codings)]

    def feed(self, data: bytes) -> bytes:
        """Return what the next piece holds."""
        for layer in self._layers:
            data = layer.feed(data)
        return data

    def finish(self) -> bytes:
        """Return what is left.

        Raises:
            DecodeError: The end is missing.
        """
        for layer in self._layers:
            layer.finish()
        return b""


class _Layer:
    """One coding: gzip (any number of members), or deflate (with or without zlib's frame around it)."""

    def __init__(self, coding: str) -> None:
        self._coding = coding.removeprefix("x-")
        if self._coding not in ("gzip", "deflate"):
            raise DecodeError(f"has the content coding {coding!r}, which was not asked for")
        self._inner: Any = None
        self._started = False

    def feed(self, data: bytes) -> bytes:
        found = []
        while data:
            if self._inner is None:
                self._inner = self._next(data)
            try:
                found.append(self._inner.decompress(data))
            except zlib.error as error:
                raise DecodeError(f"is not valid {self._coding} ({error})") from None
            self._started = True
            data = self._inner.unused_data
            if self._inner.eof:
                self._inner = None
                if self._coding == "deflate":
                    break
                data = data.lstrip(b"\0")  # members may be padded
        return b"".join(found)

    def finish(self) -> None:
        if self._inner is not None:
            raise DecodeError(f"ends early: the {self._coding} data is truncated")

    def _next(self, data: bytes) -> Any:
        if self._coding == "gzip":
            return zlib.decompressobj(zlib.MAX_WBITS | 16)
        framed = data[0] & 0x0F == 8 and (len(data) < 2 or (data[0] << 8 | data[1]) % 31 == 0)
        return zlib.decompressobj() if framed else zlib.decompressobj(-zlib.MAX_WBITS)


__all__ = ["ACCEPTED_CODINGS", "Sink", "feed", "read", "without_body"]
