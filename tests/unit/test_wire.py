"""JSON on the wire."""

from __future__ import annotations

import datetime as dt
import json
import math
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client import wire
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
