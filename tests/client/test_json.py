"""JSON on the wire."""

from __future__ import annotations

import datetime as dt
import json
import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client import _json as wire
from ledgerbee_client.generated.decoding import parse_decimal
from ledgerbee_client.models import ProductType

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@pytest.mark.slow
@given(json_values)
def test_what_json_holds_comes_back_as_it_was(value: object) -> None:
    try:
        content = wire.dumps(value)
    except UnicodeEncodeError:  # half of a surrogate pair is no character
        return
    assert wire.loads(content) == value
    assert json.loads(content) == value


def test_a_body_is_compact_and_in_utf_8() -> None:
    assert wire.dumps({"name": "Ærø", "lines": [1, 2]}) == '{"name":"Ærø","lines":[1,2]}'.encode()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("10.00"), '"10.00"'),
        (Decimal("1E+3"), '"1000"'),
        (Decimal("-0.00000001"), '"-0.00000001"'),
        (dt.date(2026, 11, 22), '"2026-11-22"'),
        (dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC), '"2026-11-22T12:00:00+00:00"'),
        (UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
        (next(iter(ProductType)), f'"{next(iter(ProductType)).value}"'),
        ({"a": [Decimal("1.50")]}, '{"a":["1.50"]}'),
    ],
)
def test_what_json_lacks_is_written_as_the_api_does(value: object, written: str) -> None:
    assert wire.dumps(value).decode() == written


@pytest.mark.parametrize(
    "value",
    [math.nan, math.inf, Decimal("NaN"), dt.datetime(2026, 11, 22), object(), b"bytes", "\ud800"],  # noqa: DTZ001
)
def test_what_can_not_be_sent_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        wire.dumps({"field": value})


@pytest.mark.parametrize("content", [b"", b"{", b"<html>", b"\xff\xfe\xfd", b"{'a': 1}", b"1 2"])
def test_what_is_no_json_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):
        wire.loads(content)


@pytest.mark.parametrize("text", ["1e99999999999999999999", "-1e-99999999999999999999"])
def test_a_number_beyond_every_decimal_fails_only_where_it_is_read(text: str) -> None:
    number = wire.loads(f'{{"amount": {text}}}'.encode())["amount"]
    with pytest.raises(ValueError, match="is not a decimal number"):
        parse_decimal(number)


# ---------------------------------------------------------------------- with the extra `speed`, and without


@contextmanager
def without_msgspec() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "msgspec.json", None)
        wire._reader.cache_clear()
        yield
    wire._reader.cache_clear()


def outcome(content: bytes) -> str:
    """What is read, or how it is refused, digit for digit."""
    try:
        return repr(wire.loads(content))
    except (ValueError, RecursionError) as error:
        return f"{type(error).__name__}: {error}"


def same_with_and_without(content: bytes) -> bool:
    fast = outcome(content)
    with without_msgspec():
        return outcome(content) == fast


def test_msgspec_reads_where_it_is_installed() -> None:
    assert wire._reader() is not wire._read
    with without_msgspec():
        assert wire._reader() is wire._read
    assert wire._reader() is not wire._read


@pytest.mark.parametrize(
    "text",
    [
        "123456789012345678901234567890",
        "18446744073709551616",
        "-9223372036854775809",
        "9007199254740993.0",
        "0.1000000000000000055511151231257827",
        "-0.0",
        "5e-324",
        "1e400",
        "1e99999999999999999999",
        "-1e-99999999999999999999",
        "1" * 5000,
        "NaN",
        "Infinity",
        '"\\ud800"',
        '{"a": 1, "a": 2}',
        '{"\\ud83d\\ude00": "\\u0000"}',
        '"\x01"',
        "1\x00",
        "\ufeff{}",
        "01",
        "[1,]",
        "null null",
        "[" * 100_000,
    ],
)
def test_odd_bodies_read_the_same_with_and_without_msgspec(text: str) -> None:
    assert same_with_and_without(text.encode())
    assert same_with_and_without(text.encode("utf-16"))


@pytest.mark.slow
@given(json_values, st.booleans())
def test_every_body_reads_the_same_with_and_without_msgspec(value: object, escaped: bool) -> None:
    assert same_with_and_without(json.dumps(value, ensure_ascii=escaped).encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=30) | st.text(alphabet='0123456789.eE+-"\\u{}[]:, tfn', max_size=30).map(str.encode))
def test_garbage_is_refused_the_same_with_and_without_msgspec(content: bytes) -> None:
    assert same_with_and_without(content)


@given(st.from_regex(r"-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?", fullmatch=True))
def test_every_number_reads_the_same_with_and_without_msgspec(number: str) -> None:
    assert same_with_and_without(number.encode())
