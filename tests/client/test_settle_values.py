"""Whether a value that was sent is the one that is shown: forms, likeness, time."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client._settle.values import ABSENT, Likeness, compare, compare_growing, compare_key, made_at, normalized

EQUAL, NOT_SHOWN, ALIKE, DIFFERENT, DISTINCT = Likeness

_ID = "0197a943-2325-7829-b835-b6c71a293065"
_OTHER_ID = "0197a943-2325-7829-b835-b6c71a293066"


@pytest.mark.parametrize(
    ("sent", "shown", "expected"),
    [
        ("Web Hosting", "Web Hosting", EQUAL),
        ("Web Hosting", " web  hosting ", ALIKE),
        ("Web Hosting", "Web", DIFFERENT),
        (None, ABSENT, EQUAL),
        ("x", ABSENT, NOT_SHOWN),
        ("x", None, DIFFERENT),
        (None, "x", DIFFERENT),
        (None, None, EQUAL),
        # numbers are equal in every form, text that only looks like a number is not
        (10, "10.00", EQUAL),
        ("10", "10.00", EQUAL),
        (Decimal("10.10"), "10.1", EQUAL),
        (2, 2.0, EQUAL),
        (2, 3, DIFFERENT),
        ("007", "7", ALIKE),
        ("1e5", "100000.0", EQUAL),
        (True, 1, DIFFERENT),
        (True, True, EQUAL),
        # moments and days
        ("2026-11-01", "2026-11-01T00:00:00.000Z", EQUAL),
        ("2026-11-01", "2026-11-02T00:00:00.000Z", DIFFERENT),
        ("2026-11-01T10:00:00Z", "2026-11-01T11:00:00+01:00", EQUAL),
        ("2026-11-01T10:00:00Z", "2026-11-01T10:00:01Z", DIFFERENT),
        # ids
        (_ID, _ID.upper(), EQUAL),
        (_ID, _OTHER_ID, DISTINCT),
        # structures: what was sent must be there, more may be
        ({"a": 1}, {"a": 1, "b": 2}, EQUAL),
        ({"a": 1, "b": 2}, {"a": 1}, EQUAL),
        ({"a": 1}, {}, NOT_SHOWN),
        ({}, {"a": 1}, EQUAL),
        ({"a": 1}, {"a": 2}, DIFFERENT),
        ([1, 2], [1, 2], EQUAL),
        ([1, 2], [2, 1], ALIKE),
        ([1, 2], [1], DIFFERENT),
        ([{"priceId": _ID}], [{"priceId": _OTHER_ID, "total": "1"}], DISTINCT),
        ([{"priceId": _ID, "quantity": 1}], [{"priceId": _ID, "quantity": 2}], DIFFERENT),
        ({"a": 1}, "a", DIFFERENT),
    ],
)
def test_values_are_compared_by_what_they_mean(sent: Any, shown: Any, expected: Likeness) -> None:
    assert compare(sent, shown) is expected


@pytest.mark.parametrize(
    ("sent", "shown", "expected"),
    [
        ([{"amount": "10"}], [{"amount": "-10.00", "side": "x"}, {"amount": "10.00"}], EQUAL),  # the other leg
        ([{"amount": "10"}, {"amount": "10"}], [{"amount": "10.00"}], DIFFERENT),
        ([{"amount": "10"}], [{"amount": "11.00"}], DIFFERENT),
        ([], [{"amount": "11.00"}], EQUAL),
        ([{"amount": "10"}], ABSENT, NOT_SHOWN),
    ],
)
def test_of_a_list_that_the_api_completes_each_that_was_sent_must_be_there(
    sent: Any, shown: Any, expected: Likeness
) -> None:
    assert compare_growing(sent, shown) is expected


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3)))
def test_every_value_is_equal_to_itself(value: Any) -> None:
    assert compare(value, value) is EQUAL


@pytest.mark.parametrize(
    ("sent", "shown", "expected"),
    [
        ("P-1", "P-1", EQUAL),
        ("P-1", "p-1", ALIKE),
        ("P-1", "P-10", DIFFERENT),
        ("1.0", "1.00", DIFFERENT),
        ("P-1", ABSENT, NOT_SHOWN),
        ("P-1", None, NOT_SHOWN),
    ],
)
def test_what_identifies_is_compared_to_the_letter(sent: str, shown: Any, expected: Likeness) -> None:
    assert compare_key(sent, shown) is expected


def test_normalized_text_has_one_form() -> None:
    assert normalized("  Ærø \u00a0Havn ") == normalized("ærø havn")


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ({"createdAt": "2026-11-01T10:00:00.500Z", "id": _ID}, dt.datetime(2026, 11, 1, 10, 0, 0, 500_000, dt.UTC)),
        ({"createdAt": "2026-11-01T10:00:00", "id": "x"}, None),  # without an offset it is no moment
        ({"createdAt": 5, "id": _ID}, dt.datetime(2025, 6, 25, 22, 43, 58, 885_000, dt.UTC)),  # the id tells it
        ({"id": "d9428888-122b-4e1d-8d27-3f3a1c4c6a11"}, None),  # an id of version 4 doesn't
        ({"id": 5}, None),
        ({"id": "nonsense"}, None),
        ({"id": "ffffffff-ffff-7fff-bfff-ffffffffffff"}, None),  # beyond what a date can be
        ({}, None),
    ],
)
def test_an_object_shows_when_it_was_made(shown: dict[str, Any], expected: dt.datetime | None) -> None:
    assert made_at(shown) == expected


def test_when_an_object_changed_is_told_by_its_own_field_only() -> None:
    shown = {"createdAt": "2026-11-01T10:00:00Z", "id": _ID}
    changed = shown | {"updatedAt": "2026-11-02T10:00:00Z"}
    assert made_at(shown, "updatedAt") is None
    assert made_at(changed, "updatedAt") == dt.datetime(2026, 11, 2, 10, tzinfo=dt.UTC)
