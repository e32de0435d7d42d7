"""Decompresses the bodies of responses, and refuses those that end early.

httpx's own decoders don't look for the end of a gzip, deflate or brotli stream, and read only the first member of a
gzip stream: half a PDF would pass for a whole one.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from importlib import import_module
from typing import Any, Protocol

import httpx


def decode(response: httpx.Response) -> None:
    """Have the body of a response decompressed here, when it is read, and not by httpx.

    Reading it raises `httpx.DecodingError` when it is cut off, damaged, or of an encoding that can't be decoded here.
    The headers of the response say afterwards what the body is then: not encoded. A body that was read already stays as
    it is.
    """
    if response.is_stream_consumed or response.is_closed or not isinstance(response.stream, httpx.AsyncByteStream):
        return
    names = [name.strip().lower() for name in response.headers.get("content-encoding", "").split(",")]
    known = [name for name in names if name in _ENCODINGS]
    if known:
        response.stream = _Decoded(response.stream, known[::-1])
        del response.headers["content-encoding"]
        response.headers.pop("content-length", None)


class _Decoded(httpx.AsyncByteStream):
    """A body, decompressed. Not a generator: what breaks it off needn't close it."""

    def __init__(self, stream: httpx.AsyncByteStream, names: Sequence[str]) -> None:
        self._stream = stream
        self._names = names
        self._pieces: AsyncIterator[bytes] | None = None
        self._decoders: list[_Decoder] = []
        self._at_end = False

    def __aiter__(self) -> AsyncIterator[bytes]:
        self._pieces = aiter(self._stream)
        self._decoders = [_Decoder(name) for name in self._names]
        return self

    async def __anext__(self) -> bytes:
        assert self._pieces is not None
        async for piece in self._pieces:
            for decoder in self._decoders:
                piece = decoder.decode(piece)
            if piece:
                return piece
        for decoder in self._decoders:
            decoder.finish()
        raise StopAsyncIteration

    async def aclose(self) -> None:
        try:
            await close(self._pieces)
        finally:
            await self._stream.aclose()


async def close(pieces: AsyncIterator[bytes] | None) -> None:
    """Close what iterates over a body, if it is a generator: else that would be left to the garbage collector."""
    if isinstance(pieces, AsyncGenerator):
        await pieces.aclose()


class _Decompressor(Protocol):
    """What zlib and zstandard agree on."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, /) -> bytes: ...


class _Decoder:
    """Decodes one encoding. A body may have several streams of it, one after the other (RFC 1952, RFC 8878)."""

    def __init__(self, name: str) -> None:
        self._name = name
        try:
            self._start, self._error = _ENCODINGS[name]()
        except ImportError:
            message = f"the body is encoded as {name}, and no package that decodes it is installed"
            raise httpx.DecodingError(message) from None
        self._stream: _Decompressor | None = None
        self._begun = False

    def decode(self, data: bytes) -> bytes:
        """Decode a piece.

        Raises:
            httpx.DecodingError: It is damaged.
        """
        decoded: list[bytes] = []
        try:
            while data:
                if self._stream is None:
                    if self._begun and not data.strip(b"\0"):  # gzip may be padded with zeros
                        break
                    self._stream = self._start()
                    self._begun = True
                decoded.append(self._stream.decompress(data))
                if not self._stream.eof:
                    break
                data = self._stream.unused_data
                self._stream = None
        except self._error as error:
            raise httpx.DecodingError(f"the body is no valid {self._name}: {error}") from None
        return b"".join(decoded)

    def finish(self) -> None:
        """Check that the end was reached; a body may be empty.

        Raises:
            httpx.DecodingError: It was cut off.
        """
        if self._stream is not None:
            raise httpx.DecodingError(f"the body ends in the middle of its {self._name}: it was cut off")


class _Deflate:
    """A stream of 'deflate', which is meant to have zlib's header, and often has none."""

    def __init__(self) -> None:
        self._head = b""
        self._inner: _Decompressor | None = None

    @property
    def eof(self) -> bool:
        return self._inner is not None and self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return b"" if self._inner is None else self._inner.unused_data

    def decompress(self, data: bytes, /) -> bytes:
        if self._inner is None:
            self._head += data
            if len(self._head) < 2:
                return b""
            has_header = self._head[0] & 0x0F == 8 and int.from_bytes(self._head[:2], "big") % 31 == 0  # RFC 1950
            self._inner = zlib.decompressobj(zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)
            data = self._head
        return self._inner.decompress(data)


class _Brotli:
    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self._process = getattr(inner, "process", None) or inner.decompress  # of brotli, of brotlicffi

    unused_data = b""

    @property
    def eof(self) -> bool:
        return bool(self._inner.is_finished())

    def decompress(self, data: bytes, /) -> bytes:
        return bytes(self._process(data))


_Start = tuple[Callable[[], _Decompressor], type[Exception]]


def _gzip() -> _Start:
    return (lambda: zlib.decompressobj(zlib.MAX_WBITS | 16)), zlib.error


def _deflate() -> _Start:
    return _Deflate, zlib.error


def _brotli() -> _Start:
    package = _first_of("brotli", "brotlicffi")
    return (lambda: _Brotli(package.Decompressor())), package.error


def _zstd() -> _Start:
    package = _first_of("compression.zstd", "backports.zstd", "zstandard")
    if package.__name__ == "zstandard":
        return (lambda: package.ZstdDecompressor().decompressobj()), package.ZstdError
    return package.ZstdDecompressor, package.ZstdError


def _first_of(*names: str) -> Any:
    for name in names[:-1]:
        try:
            return import_module(name)
        except ImportError:
            continue
    return import_module(names[-1])


_ENCODINGS: dict[str, Callable[[], _Start]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}

__all__ = ["close", "decode"]
