"""Where a response ends, compared with what h11 finds."""

from __future__ import annotations

import itertools

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client._transport.framing import Framing

Headers = list[tuple[bytes, bytes]]


def read_by_h11(method: str, received: bytes) -> tuple[int, Headers, bool]:
    """Status, headers, and whether the bytes are exactly one response."""
    reader = h11.Connection(h11.CLIENT)
    reader.send(h11.Request(method=method, target="/", headers=[("host", "x")]))
    reader.send(h11.EndOfMessage())
    reader.receive_data(received)
    status, headers = 0, []
    while not isinstance(event := reader.next_event(), h11.EndOfMessage | type):
        if isinstance(event, h11.Response):
            status, headers = event.status_code, event.headers.raw_items()
    return status, headers, isinstance(event, h11.EndOfMessage) and reader.trailing_data == (b"", False)


def read_by_us(method: str, pieces: list[bytes], status: int, headers: Headers) -> bool:
    framing = Framing()
    head_is_read = False
    received = b""
    for piece in pieces:
        received += piece
        framing.receive(piece)
        if not head_is_read and read_by_h11(method, received)[0]:
            framing.begin(method.encode(), status, headers)
            head_is_read = True
    return framing.is_over


bodies = st.binary(max_size=40)
interims = st.sampled_from([b"", b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n" * 2])
extras = st.sampled_from([b"", b"", b"\r\n", b"x", b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", b"0\r\n\r\n"])


@st.composite
def sized(draw: st.DrawFn) -> bytes:
    body = draw(bodies)
    return b"HTTP/1.1 200 OK\r\nX: y\r\nContent-Length: %d\r\n\r\n" % len(body) + body


@st.composite
def chunked(draw: st.DrawFn) -> bytes:
    chunks = [chunk for chunk in draw(st.lists(bodies, max_size=5)) if chunk]
    extension = draw(st.sampled_from([b"", b";name=value"]))
    parts = [b"%x%b\r\n%b\r\n" % (len(chunk), extension, chunk) for chunk in chunks]
    trailers = draw(st.sampled_from([b"", b"Checksum: 1\r\n"]))
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n" + b"".join(parts) + b"0\r\n" + trailers + b"\r\n"


empty = st.sampled_from([b"HTTP/1.1 204 No Content\r\n\r\n", b"HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n"])


@given(
    response=st.one_of(sized(), chunked(), empty), interim=interims, extra=extras, cuts=st.lists(st.integers(0, 300))
)
def test_a_response_ends_where_h11_says_however_it_is_received(
    response: bytes, interim: bytes, extra: bytes, cuts: list[int]
) -> None:
    received = interim + response + extra
    borders = sorted({0, len(received), *(cut for cut in cuts if cut < len(received))})
    pieces = [received[start:end] for start, end in itertools.pairwise(borders)]
    status, headers, is_over = read_by_h11("GET", received)
    assert is_over == (not extra)
    assert read_by_us("GET", pieces, status, headers) == is_over


@given(response=st.one_of(sized(), chunked()), missing=st.integers(1, 500))
def test_what_is_cut_off_is_not_over(response: bytes, missing: int) -> None:
    head = response.index(b"\r\n\r\n") + 4
    if len(response) - missing < head:
        return
    status, headers, _ = read_by_h11("GET", response)
    assert not read_by_us("GET", [response[:-missing]], status, headers)


@given(response=sized(), extra=extras)
def test_the_response_to_a_head_request_has_no_body(response: bytes, extra: bytes) -> None:
    head = response[: response.index(b"\r\n\r\n") + 4]
    status, headers, is_over = read_by_h11("HEAD", head + extra)
    assert read_by_us("HEAD", [head + extra], status, headers) == is_over


@pytest.mark.parametrize(
    ("received", "headers"),
    [
        (b"HTTP/1.0 200 OK\r\n\r\nuntil it closes", []),
        (b"HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n{}", [(b"content-length", b"two")]),
        (b"HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", [(b"content-length", b"2")]),  # h11 puts up with it
        (b"HTTP/1.1 200 OK\r\nTE: x\r\n\r\nzz\r\nx\r\n0\r\n\r\n", [(b"Transfer-Encoding", b"chunked")]),
    ],
    ids=["no length", "no number", "bare line feeds", "no size of a chunk"],
)
def test_what_is_not_certain_is_not_over(received: bytes, headers: Headers) -> None:
    framing = Framing()
    framing.receive(received)
    framing.begin(b"GET", 200, headers)
    assert not framing.is_over
    framing.receive(b"0\r\n\r\n")
    assert not framing.is_over


def test_before_anything_was_received_nothing_is_over() -> None:
    assert not Framing().is_over
