"""Compressed bodies: whole ones are decoded, in whatever pieces they come; those that end early are errors."""

from __future__ import annotations

import gzip
import sys
import zlib
from typing import TYPE_CHECKING

import anyio
import brotli
import httpx
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client import _bodies as bodies

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 50 + b"%%EOF"


def raw_deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


ENCODERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("X-GZip", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "deflate without a header": ("deflate", raw_deflate),
    "brotli": ("br", brotli.compress),
    "zstandard": ("zstd", zstandard.ZstdCompressor().compress),
    "two, one over the other": ("deflate, identity, gzip", lambda data: gzip.compress(zlib.compress(data))),
}
each_encoding = pytest.mark.parametrize(("name", "encode"), ENCODERS.values(), ids=ENCODERS)


class Pieces(httpx.AsyncByteStream):
    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = pieces
        self.closed = False
        self.finished = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            for piece in self.pieces:
                yield piece
        finally:
            self.finished = True

    async def aclose(self) -> None:
        self.closed = True


def response(name: str, pieces: list[bytes]) -> httpx.Response:
    length = str(sum(map(len, pieces)))
    made = httpx.Response(200, headers={"Content-Encoding": name, "Content-Length": length}, stream=Pieces(pieces))
    bodies.decode(made)
    return made


def read(name: str, pieces: list[bytes]) -> bytes:
    async def main() -> bytes:
        return await response(name, pieces).aread()

    return anyio.run(main)


@each_encoding
def test_a_whole_body_is_decoded_in_whatever_pieces_it_comes(name: str, encode: Callable[[bytes], bytes]) -> None:
    encoded = encode(PDF)
    for size in (1, 2, 7, len(encoded)):
        assert read(name, [encoded[start : start + size] for start in range(0, len(encoded), size)]) == PDF


@each_encoding
def test_a_body_that_is_cut_off_is_an_error_wherever_it_is_cut(name: str, encode: Callable[[bytes], bytes]) -> None:
    encoded = encode(b"%PDF-1.7 small" * 3)
    for length in range(1, len(encoded)):
        with pytest.raises(httpx.DecodingError, match=r"cut off|no valid"):
            read(name, [encoded[:length]])


@each_encoding
def test_an_empty_body_has_nothing_to_be_decoded(name: str, encode: object) -> None:
    assert read(name, []) == b""
    assert read(name, [b""]) == b""


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_is_not_encoded_as_it_says_is_an_error(name: str) -> None:
    with pytest.raises(httpx.DecodingError, match=rf"no valid {name}"):
        read(name, [b"this is plain text, and not short either"])


@given(st.lists(st.binary(max_size=50), min_size=1, max_size=4), st.integers(1, 30))
def test_gzip_may_have_several_members(contents: list[bytes], size: int) -> None:
    encoded = b"".join(gzip.compress(content) for content in contents)
    pieces = [encoded[start : start + size] for start in range(0, len(encoded), size)]
    assert read("gzip", [*pieces, b"\0" * 7]) == b"".join(contents)
    with pytest.raises(httpx.DecodingError):
        read("gzip", [encoded[:-1]])
    with pytest.raises(httpx.DecodingError):
        read("gzip", [encoded, b"what is this"])


def test_zstandard_may_have_several_frames() -> None:
    encode = ENCODERS["zstandard"][1]
    assert read("zstd", [encode(b"one") + encode(b"two")]) == b"onetwo"


async def test_the_headers_say_afterwards_what_the_body_is() -> None:
    made = response("gzip", [gzip.compress(PDF)])
    assert "content-encoding" not in made.headers
    assert "content-length" not in made.headers
    bodies.decode(made)  # once more does no harm
    assert await made.aread() == PDF


async def test_what_is_not_known_as_an_encoding_stays_as_it_is() -> None:
    assert await response("utf-8", [b"{}"]).aread() == b"{}"
    plain = httpx.Response(200, stream=Pieces([b"{}"]))
    bodies.decode(plain)
    assert await plain.aread() == b"{}"


async def test_a_body_that_was_read_already_stays_as_it_is() -> None:
    made = httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=gzip.compress(PDF))
    bodies.decode(made)
    assert made.content == PDF
    assert made.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    ("name", "packages"),
    [("br", ["brotli", "brotlicffi"]), ("zstd", ["compression.zstd", "backports.zstd", "zstandard"])],
)
async def test_an_encoding_that_cannot_be_decoded_here_is_an_error_and_not_a_pdf(
    monkeypatch: pytest.MonkeyPatch, name: str, packages: list[str]
) -> None:
    for package in packages:
        monkeypatch.setitem(sys.modules, package, None)  # type: ignore[arg-type]
    with pytest.raises(httpx.DecodingError, match=f"encoded as {name}, and no package"):
        await response(name, [b"x"]).aread()


async def test_breaking_off_closes_what_is_below() -> None:
    encoded = gzip.compress(PDF)
    made = response("gzip", [encoded[:2000], encoded[2000:]])
    stream = made.stream
    async for _ in stream:  # type: ignore[union-attr]
        break
    await made.aclose()
    below = stream._stream  # type: ignore[union-attr]
    assert below.closed
    assert below.finished
