"""The decisions about repeating requests, as pure functions."""

from __future__ import annotations

import email.utils
import math
import time
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client._outcome import (
    NO_RETRIES,
    Outcome,
    RetryPolicy,
    may_repeat,
    outcome_of_error,
    outcome_of_status,
    retry_hint,
    wait_before_retry,
)
from tests.client.support import operation

seconds = st.floats(0, 1e6)
policies = st.builds(
    RetryPolicy,
    max_attempts=st.integers(1, 200),
    initial_delay=st.just(0.0) | st.floats(1e-6, 1e6),
    max_delay=seconds,
    deadline=st.none() | st.floats(0.001, 1e6),
)
hints = st.none() | st.floats(0, 1e7)

# ---------------------------------------------------------------------- what may be repeated

TABLE = [
    ("safe", Outcome.NOT_SENT, True),
    ("safe", Outcome.RATE_LIMITED, True),
    ("safe", Outcome.UNCERTAIN, True),
    ("http", Outcome.NOT_SENT, True),
    ("http", Outcome.RATE_LIMITED, True),
    ("http", Outcome.UNCERTAIN, True),
    ("natural", Outcome.NOT_SENT, True),
    ("natural", Outcome.RATE_LIMITED, True),
    ("natural", Outcome.UNCERTAIN, True),
    ("key", Outcome.NOT_SENT, True),
    ("key", Outcome.RATE_LIMITED, True),
    ("key", Outcome.UNCERTAIN, True),
    ("none", Outcome.NOT_SENT, True),
    ("none", Outcome.RATE_LIMITED, True),
    ("none", Outcome.UNCERTAIN, False),
]


@pytest.mark.parametrize(("idempotency", "outcome", "repeated"), TABLE)
def test_only_what_was_sent_and_is_not_idempotent_is_not_repeated(
    idempotency: Any, outcome: Outcome, repeated: bool
) -> None:
    assert may_repeat(operation(idempotency=idempotency), outcome) is repeated


def test_an_operation_of_which_nothing_is_known_is_not_repeated_once_it_was_sent() -> None:
    assert not may_repeat(operation(), Outcome.UNCERTAIN)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(429, Outcome.RATE_LIMITED)] + [(status, Outcome.UNCERTAIN) for status in (502, 503, 504)],
)
def test_a_status_that_is_no_answer_of_the_api_says_what_became_of_the_request(status: int, outcome: Outcome) -> None:
    assert outcome_of_status(status) is outcome


@pytest.mark.parametrize("status", [200, 201, 202, 204, 301, 302, 400, 401, 403, 404, 409, 410, 422, 500, 501, 505])
def test_every_other_status_goes_to_the_caller(status: int) -> None:
    assert outcome_of_status(status) is None


@pytest.mark.parametrize("kind", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError])
def test_without_a_connection_nothing_was_sent(kind: type[httpx.RequestError]) -> None:
    assert outcome_of_error(kind("")) is Outcome.NOT_SENT


@pytest.mark.parametrize(
    "kind",
    [
        httpx.ReadTimeout,
        httpx.WriteTimeout,
        httpx.ReadError,
        httpx.WriteError,
        httpx.CloseError,
        httpx.RemoteProtocolError,
        httpx.DecodingError,
        TimeoutError,
        httpx.LocalProtocolError,
        RuntimeError,
        OSError,
        ValueError,
    ],
)
def test_after_a_connection_anything_may_have_happened(kind: type[Exception]) -> None:
    assert outcome_of_error(kind("")) is Outcome.UNCERTAIN


# ---------------------------------------------------------------------- how long is waited


@given(policies, st.integers(1, 300), seconds, hints)
def test_a_wait_is_never_negative_nor_beyond_the_deadline_nor_after_the_last_attempt(
    policy: RetryPolicy, attempt: int, elapsed: float, hint: float | None
) -> None:
    wait = wait_before_retry(policy, attempt, elapsed, hint)
    if wait is None:
        return
    assert 0 <= wait < math.inf
    assert attempt < policy.max_attempts
    assert policy.deadline is None or elapsed + wait < policy.deadline


@given(policies, st.integers(1, 300), hints)
def test_the_jitter_is_drawn_from_zero_to_the_exponential_bound_and_the_hint_is_a_minimum(
    policy: RetryPolicy, attempt: int, hint: float | None
) -> None:
    bounds: list[tuple[float, float]] = []

    def highest(low: float, high: float) -> float:
        bounds.append((low, high))
        return high

    patient = RetryPolicy(
        max_attempts=400, initial_delay=policy.initial_delay, max_delay=policy.max_delay, deadline=None
    )
    wait = wait_before_retry(patient, attempt, 0.0, hint, highest)
    expected = min(policy.max_delay, policy.initial_delay * 2.0 ** (attempt - 1))
    assert bounds == [(0.0, pytest.approx(expected))]
    assert wait == pytest.approx(expected + (hint or 0.0))
    assert wait >= (hint or 0.0)


def test_the_waits_of_the_default_policy() -> None:
    policy = RetryPolicy()
    longest = [wait_before_retry(policy, attempt, 0.0, None, lambda _low, high: high) for attempt in range(1, 6)]
    assert longest == [0.5, 1.0, 2.0, None, None]


def test_a_wait_that_would_reach_the_deadline_is_not_begun() -> None:
    policy = RetryPolicy(deadline=10, initial_delay=0)
    assert wait_before_retry(policy, 1, 4.0, 5.9) == 5.9
    assert wait_before_retry(policy, 1, 4.0, 6.0) is None
    assert wait_before_retry(policy, 1, 10.0, None) is None


def test_a_single_attempt_is_never_followed_by_another() -> None:
    assert wait_before_retry(NO_RETRIES, 1, 0.0, 0.0) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"max_attempts": 0},
        {"initial_delay": -1},
        {"initial_delay": math.nan},
        {"max_delay": -0.1},
        {"max_delay": math.inf},
        {"deadline": 0},
        {"deadline": -5},
        {"deadline": math.nan},
    ],
)
def test_a_policy_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        RetryPolicy(**wrong)


# ---------------------------------------------------------------------- what the server asks for

NOON = 1795348800.0  # 2026-11-22 12:00:00 UTC
DATE = "Sun, 22 Nov 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "hint"),
    [
        ({}, None),
        ({"retry-after": "0"}, 0),
        ({"retry-after": "30"}, 30),
        ({"retry-after": " 1.5 "}, 1.5),
        ({"retry-after": "Sun, 22 Nov 2026 12:00:20 GMT"}, 20),
        ({"retry-after": "Sunday, 22-Nov-26 12:00:20 GMT"}, 20),
        ({"retry-after": "Sun Nov 22 12:00:20 2026"}, 20),
        ({"retry-after": "Sun, 22 Nov 2026 11:59:00 GMT"}, 0),
        ({"retry-after": "30", "x-rate-limit-reset": str(NOON + 50)}, 30),
        ({"retry-after": "soon", "x-rate-limit-reset": str(NOON + 50)}, 50),
        ({"x-rate-limit-reset": str(NOON + 50)}, 50),
        ({"x-rate-limit-reset": str(NOON - 50)}, 0),
        ({"x-rate-limit-reset": "later"}, None),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "Sun, 22 Nov 99999999999 12:00:20 GMT"}, None),
    ],
)
def test_the_wait_that_headers_ask_for(headers: dict[str, str], hint: float | None) -> None:
    assert retry_hint(headers, NOON) == hint


@pytest.mark.parametrize("here", [NOON - 86400, NOON, NOON + 86400])
def test_moments_count_from_the_date_of_the_answer_and_not_from_our_clock(here: float) -> None:
    assert retry_hint({"date": DATE, "retry-after": "Sun, 22 Nov 2026 12:00:20 GMT"}, here) == 20
    assert retry_hint({"date": DATE, "x-rate-limit-reset": str(NOON + 60)}, here) == 60


@pytest.mark.parametrize(("ahead", "hint"), [(-0.5, 20.5), (0, 20), (1.4, 18.6), (1.6, 20), (2, 20), (-0.6, 20)])
def test_a_clock_that_may_agree_with_the_date_is_more_exact_than_the_date(ahead: float, hint: float) -> None:
    found = retry_hint({"date": DATE, "retry-after": "Sun, 22 Nov 2026 12:00:20 GMT"}, NOON + ahead)
    assert found == pytest.approx(hint)


def test_a_date_that_can_not_be_read_is_replaced_by_our_clock() -> None:
    assert retry_hint({"date": "yesterday", "x-rate-limit-reset": str(NOON + 60)}, NOON) == 60


def test_the_reset_of_the_rate_limit_counts_on_a_429_only() -> None:
    headers = {"x-rate-limit-reset": str(NOON + 60)}
    assert retry_hint(headers, NOON, rate_limited=False) is None
    assert retry_hint({**headers, "retry-after": "3"}, NOON, rate_limited=False) == 3


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs a time zone that can be set")
def test_a_date_without_a_zone_is_utc_wherever_the_client_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Kolkata")
        time.tzset()
        assert retry_hint({"date": "Sun Nov 22 12:00:00 2026", "retry-after": "Sun Nov 22 12:00:20 2026"}, 0) == 20
        assert retry_hint({"retry-after": "Sun Nov 22 12:00:20 2026"}, NOON) == 20
    time.tzset()


@given(st.floats(0, 1e15), st.one_of(st.none(), st.text(), st.floats().map(str), st.datetimes().map(str)))
def test_whatever_the_headers_hold_the_hint_is_a_finite_wait(now: float, text: str | None) -> None:
    for name in ("retry-after", "x-rate-limit-reset", "date"):
        headers = {"retry-after": DATE} if name == "date" else {}
        hint = retry_hint({**headers, **({name: text} if text is not None else {})}, now)
        assert hint is None or 0 <= hint <= 366 * 86400


@given(st.integers(0, 4_000_000_000), st.integers(0, 100_000))
def test_an_http_date_asks_for_its_distance_from_the_date_of_the_answer(date: int, distance: int) -> None:
    def http(moment: float) -> str:
        return email.utils.formatdate(moment, usegmt=True)

    headers = {"date": http(date or 1), "retry-after": http((date or 1) + distance)}
    assert retry_hint(headers, 0.0) == distance
