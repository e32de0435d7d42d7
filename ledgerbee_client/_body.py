"""Bodies of responses: read whole or piece by piece, decompressed, and decoded to what an operation returns.

httpx's own decoders take a compressed body that ends early for a complete one, and the first of several gzip members
for all of them; these don't.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import httpx

from . import _json
from ._failures import undecodable
from .generated.errors import DecodeError

if TYPE_CHECKING:
    from .generated.types import Operation, ResponseKind

T = TypeVar("T")

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


# ---------------------------------------------------------------------- reading


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
    value = response.headers.get("content-encoding")
    if not value:
        return []
    return [one for one in (part.strip().lower() for part in value.split(",")) if one not in ("", "identity")]


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


# ---------------------------------------------------------------------- decoding


def decoded(operation: Operation, response: httpx.Response, kind: ResponseKind, decode: Callable[[Any], T]) -> T:
    """Return what a response holds.

    Args:
        operation: What was called.
        response: The response, its body read.
        kind: What the body is.
        decode: Makes the result of it.

    Raises:
        ResponseDecodeError: The body is not what it should be.
    """
    value: Any
    if kind == "json":
        try:
            value = _json.loads(response.content)
        except (ValueError, RecursionError):
            raise undecodable(_not_json(response), operation, response) from None
    elif kind == "bytes":
        ensure_file(operation, response)
        value = response.content
        ensure_not_empty(operation, response, len(value))
    else:
        value = response.text if kind == "text" else None
    try:
        return decode(value)
    except DecodeError as error:
        raise undecodable(error, operation, response) from None
    except (TypeError, ValueError, AttributeError) as error:
        raise undecodable(DecodeError(str(error)), operation, response) from None


def ensure_file(operation: Operation, response: httpx.Response) -> None:
    """Refuse a page or a message where a file should be: a login page, or 'still being made'.

    Raises:
        ResponseDecodeError: That is what it is.
    """
    kind = media_type(response)
    if kind in ("text/html", "application/xhtml+xml") or is_json(response):
        raise undecodable(DecodeError(f"is {kind}, not a file"), operation, response)


def ensure_not_empty(operation: Operation, response: httpx.Response, size: int) -> None:
    """Refuse nothing where a file should be.

    Raises:
        ResponseDecodeError: There is nothing.
    """
    if size == 0:
        raise undecodable(DecodeError("is empty"), operation, response)


def media_type(response: httpx.Response) -> str:
    """Return the media type, in lower case and without parameters; empty if there is none."""
    value: str = response.headers.get("content-type", "")
    return value.partition(";")[0].strip().lower()


def is_json(response: httpx.Response) -> bool:
    """Whether a response says that its body is JSON."""
    kind = media_type(response)
    return kind == "application/json" or kind.endswith(("+json", "/json"))


def _not_json(response: httpx.Response) -> DecodeError:
    if not response.content:
        return DecodeError("is empty")
    kind = media_type(response) or "of unknown type"
    return DecodeError(f"is not valid JSON ({kind}, {len(response.content)} bytes)")


__all__ = [
    "ACCEPTED_CODINGS",
    "Sink",
    "decoded",
    "ensure_file",
    "ensure_not_empty",
    "feed",
    "is_json",
    "media_type",
    "read",
    "without_body",
]
