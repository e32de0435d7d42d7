"""Bodies of responses: compressed, cut off, of another kind than expected."""

from __future__ import annotations

import datetime as dt
import gzip
import os
import zlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledgerbee_client._body import feed, read
from ledgerbee_client._decode import is_json
from ledgerbee_client.errors import APIError, ResponseDecodeError
from ledgerbee_client.generated.errors import DecodeError
from tests.shared.in_process import client, files

PDF = b"%PDF-1.7\n" + os.urandom(50_000) + b"%%EOF"


class Pieces(httpx.AsyncByteStream):
    def __init__(self, content: bytes, size: int = 7000) -> None:
        self._content, self._size = content, size

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for start in range(0, len(self._content), self._size):
            yield self._content[start : start + self._size]


def response(coding: str, content: bytes, status: int = 200, size: int = 7000, **headers: str) -> httpx.Response:
    request = httpx.Request("GET", "https://api.example/api/v1/x")
    found = httpx.Response(
        status, headers={"content-encoding": coding, **headers}, stream=Pieces(content, size), request=request
    )

    found.elapsed = dt.timedelta(0)
    return found


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


CODED = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "GZIP": gzip.compress,
    "deflate": zlib.compress,
    "deflate, gzip": lambda data: gzip.compress(zlib.compress(data)),
    "identity": bytes,
}


@given(st.binary(max_size=2000), st.sampled_from(sorted(CODED)), st.integers(1, 3000))
@settings(max_examples=60, deadline=None)
async def test_a_coded_body_comes_out_as_it_went_in(data: bytes, coding: str, size: int) -> None:
    coded = CODED[coding](data)
    assert (await read(response(coding, coded, size=size))).content == data
    pieces: list[bytes] = []
    await feed(response(coding, coded, size=size), pieces.append)
    assert b"".join(pieces) == data


async def test_deflate_without_its_frame_and_gzip_in_members_are_read_whole() -> None:
    assert (await read(response("deflate", raw_deflate(PDF)))).content == PDF
    members = gzip.compress(PDF[:1000]) + gzip.compress(PDF[1000:]) + b"\0\0"
    assert (await read(response("gzip", members))).content == PDF


@given(st.sampled_from(["gzip", "deflate", "deflate, gzip"]), st.floats(0.01, 0.99))
@settings(max_examples=40, deadline=None)
async def test_a_coded_body_that_ends_early_is_an_error(coding: str, share: float) -> None:
    coded = CODED[coding](PDF)
    with pytest.raises(DecodeError, match="ends early"):
        await read(response(coding, coded[: int(len(coded) * share)]))


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, br"])
async def test_a_coding_that_was_not_asked_for_is_an_error(coding: str) -> None:
    with pytest.raises(DecodeError, match="was not asked for"):
        await read(response(coding, b"\x28\xb5\x2f\xfd"))


async def test_the_headers_of_what_was_decompressed_speak_of_what_is_there() -> None:
    found = await read(response("gzip", gzip.compress(b"{}"), 201, **{"x-trace": "1", "content-length": "22"}))
    assert (found.status_code, found.headers["x-trace"], found.content) == (201, "1", b"{}")
    assert "content-encoding" not in found.headers


# ---------------------------------------------------------------------- in a client


def answering(status: int, content: bytes, **headers: str) -> Any:
    fields = {name.replace("_", "-"): value for name, value in headers.items()}

    def answer(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers=fields, stream=Pieces(content))

    return answer


NO_FILES = {
    "a login page": answering(200, b"<html>please sign in</html>", content_type="text/html; charset=utf-8"),
    "a page in capitals": answering(200, b"<html>", content_type="TEXT/HTML"),
    "JSON": answering(200, b'{"status": "pending"}', content_type="application/json"),
    "a problem": answering(200, b"{}", content_type="application/problem+json"),
    "202 JSON": answering(202, b"{}", content_type="application/json"),
    "nothing": answering(200, b"", content_type="application/pdf"),
    "204": answering(204, b""),
    "half of it": answering(200, gzip.compress(PDF)[:9000], content_type="application/pdf", content_encoding="gzip"),
}


@pytest.mark.parametrize("what", NO_FILES)
async def test_what_is_no_file_never_takes_the_place_of_one(what: str, tmp_path: Path) -> None:
    target = tmp_path / "invoice.pdf"
    target.write_bytes(b"%PDF the good one")
    async with client(NO_FILES[what]) as lb:
        with pytest.raises(ResponseDecodeError) as caught:
            await lb.invoices.pdf_to_file("i1", target)
        assert caught.value.applied is False
        with pytest.raises(ResponseDecodeError):
            await lb.invoices.pdf("i1")
    assert target.read_bytes() == b"%PDF the good one"
    assert files(tmp_path) == ["invoice.pdf"]


async def test_a_link_stays_a_link_and_permissions_stay_as_they_are(tmp_path: Path) -> None:
    real = tmp_path / "real.pdf"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link.pdf"
    link.symlink_to(real)
    async with client(answering(200, PDF, content_type="application/octet-stream")) as lb:
        assert await lb.invoices.pdf_to_file("i1", link) == link
    assert link.is_symlink()
    assert real.read_bytes() == PDF
    assert real.stat().st_mode & 0o777 == 0o640


async def test_a_directory_is_refused_before_anything_is_sent(tmp_path: Path) -> None:
    def never(_request: httpx.Request) -> httpx.Response:
        raise AssertionError("nothing may be sent")

    async with client(never) as lb:
        with pytest.raises(IsADirectoryError, match="give the name of a file"):
            await lb.invoices.pdf_to_file("i1", tmp_path)


async def test_an_error_response_whose_body_is_cut_off_is_still_that_error() -> None:
    cut = gzip.compress(b'{"code": "X"}' * 100)[:40]
    async with client(answering(400, cut, content_encoding="gzip", content_type="application/json")) as lb:
        with pytest.raises(APIError, match=r"400: Bad Request \(empty body\)"):
            await lb.company.get()


async def test_a_write_whose_response_is_cut_off_says_that_it_was_done() -> None:
    cut = gzip.compress(b"{}" * 100)[:20]
    async with client(answering(201, cut, content_encoding="gzip")) as lb:
        with pytest.raises(ResponseDecodeError, match="the write was done, don't send it again") as caught:
            await lb.quotes.send("q1")
    assert caught.value.applied is True


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("application/json", True),
        ("Application/JSON; charset=utf-8", True),
        ("application/hal+json", True),
        ("text/json", True),
        ("application/jsonlines", False),
        ("text/html", False),
        ("", False),
    ],
)
def test_json_is_known_in_any_spelling(kind: str, expected: bool) -> None:
    assert is_json(httpx.Response(200, headers={"content-type": kind})) is expected
