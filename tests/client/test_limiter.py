"""The pause after a 429 and the rate after it: as pure rules, and with whole clients in virtual time."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
import trio
import trio.testing
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client import LedgerBee, OAuthClientCredentials, RetryPolicy, _limiter, _pipeline
from ledgerbee_client._channel import TransportChannel
from ledgerbee_client._limiter import Limiter, Pace
from ledgerbee_client.errors import APIError, RateLimitError
from tests.client.support import operation, response
from tests.shared.cases import in_turn
from tests.shared.secrets_check import API_KEY

# ---------------------------------------------------------------------- the rules


def test_without_a_refusal_nothing_waits() -> None:
    pace = Pace()
    for now in range(1000):
        assert pace.delay(now) == 0
        pace.take(now)
        pace.allowed(now)
    assert pace.rate(0) == math.inf


def test_a_refusal_pauses_until_the_time_that_it_names() -> None:
    pace = Pace()
    pace.refused(100.0, hint=7.0, backoff=0.5)
    assert pace.delay(100.0) == pytest.approx(7.0)
    assert pace.delay(106.0) == pytest.approx(1.0)
    assert pace.delay(107.0) == 0


def test_pauses_that_help_nothing_grow_and_one_that_helps_starts_again() -> None:
    pace, now, pauses = Pace(), 0.0, []
    for _ in range(10):
        pace.refused(now, hint=None, backoff=1.0)
        pauses.append(pace.resumes_at - now)
        now = pace.resumes_at
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    pace.allowed(now)
    pace.refused(now, hint=None, backoff=1.0)
    assert pace.resumes_at - now == 1


def test_a_hint_that_is_over_already_still_pauses() -> None:
    pace = Pace()
    pace.refused(0.0, hint=0.0, backoff=1.0)
    assert 0 < pace.delay(0.0) <= 0.1


def test_what_was_allowed_until_a_refusal_is_the_first_guess_and_the_rate_rises_from_there() -> None:
    pace = Pace()
    for index in range(100):
        pace.allowed(index / 1000)
    pace.refused(0.1, hint=0.9, backoff=0.5)
    assert pace.rate(1.0) == pytest.approx(90, rel=0.02)
    assert pace.rate(3.0) == pytest.approx(100, rel=0.02)
    assert pace.rate(10.0) > 200
    assert pace.delay(1.0 + 61.0) == 0
    assert pace.rate(1.0 + 61.0) == math.inf


@pytest.mark.parametrize(("named", "rate"), [(1.0, 100), (5.0, 100 / 4.3)])
def test_a_pause_that_is_named_in_whole_seconds_is_taken_to_be_rounded_up(named: float, rate: float) -> None:
    pace = Pace()
    for index in range(100):
        pace.allowed(0.3 * index / 100)
    pace.refused(0.3, hint=named, backoff=0.5)
    assert pace.too_many == pytest.approx(rate)


def test_what_was_allowed_within_less_than_a_second_is_no_higher_rate_for_that() -> None:
    pace = Pace()
    pace.refused(0.0, hint=1.0, backoff=0.5)
    for index in range(50):
        pace.allowed(1.0 + index / 100)
    pace.too_many = 200.0
    pace.refused(1.5, hint=1.0, backoff=0.5)
    assert pace.too_many == pytest.approx(50)


def test_from_a_guess_the_rate_rises_sooner_than_from_what_was_measured() -> None:
    guessed, measured = Pace(), Pace()
    for index in range(10):
        measured.allowed(index / 1000)
    for pace in (guessed, measured):
        pace.refused(0.1, hint=1.0, backoff=0.5)
    assert guessed.too_many == measured.too_many
    assert guessed.rate(5.0) > 2 * measured.rate(5.0)


@given(
    st.lists(
        st.tuples(st.floats(0, 30), st.sampled_from(["allowed", "refused", "take"]), st.none() | st.floats(0, 100)),
        max_size=60,
    )
)
def test_whatever_happens_the_wait_is_bounded_and_the_rate_positive(events: list[tuple[float, str, Any]]) -> None:
    pace, now = Pace(), 0.0
    for later, what, hint in events:
        now += later
        if what == "refused":
            pace.refused(now, hint, 0.5)
        elif what == "take":
            now += pace.delay(now)
            assert pace.delay(now) < 1e-6
            pace.take(now)
        else:
            pace.allowed(now)
        assert pace.rate(now) > 0
        assert 0 <= pace.delay(now) <= 105


# ---------------------------------------------------------------------- servers in virtual time


class FixedWindow:
    """So many requests in each second of the clock."""

    def __init__(self, offset: float, limit: int = 100) -> None:
        self.offset, self.limit = offset, limit
        self.window, self.count = -1, 0

    def ask(self, now: float) -> float | None:
        """Seconds until the next window, or None if it is allowed."""
        window = math.floor(now + self.offset)
        if window != self.window:
            self.window, self.count = window, 0
        self.count += 1
        return None if self.count <= self.limit else window + 1 - self.offset - now


class SlidingWindow:
    """So many requests in any second."""

    def __init__(self, _offset: float, limit: int = 100) -> None:
        self.limit = limit
        self.taken: deque[float] = deque()

    def ask(self, now: float) -> float | None:
        while self.taken and self.taken[0] <= now - 1:
            self.taken.popleft()
        if len(self.taken) >= self.limit:
            return self.taken[0] + 1 - now
        self.taken.append(now)
        return None


class Bucket:
    """A token bucket that holds as much as a second gives."""

    def __init__(self, _offset: float, limit: int = 100) -> None:
        self.limit = self.tokens = float(limit)
        self.at = 0.0

    def ask(self, now: float) -> float | None:
        self.tokens = min(self.limit, self.tokens + (now - self.at) * self.limit)
        self.at = now
        if self.tokens < 1:
            return (1 - self.tokens) / self.limit
        self.tokens -= 1
        return None


class Server:
    """Answers in process, after a while of virtual time, and counts."""

    def __init__(self, rule: Any, tell: str, latency: float, epoch: float = 1_700_000_000.0) -> None:
        self.rule, self.tell, self.latency, self.epoch = rule, tell, latency, epoch
        self.requests = self.refused = 0

    async def answer(self, _request: httpx.Request) -> httpx.Response:
        await anyio.sleep(self.latency / 2)
        now = trio.current_time()
        wait = self.rule.ask(now)
        self.requests += 1
        await anyio.sleep(self.latency / 2)
        if wait is None:
            return httpx.Response(200, json={"id": "1"})
        self.refused += 1
        headers: dict[str, str] = {}
        if self.tell == "Retry-After":
            headers["retry-after"] = str(math.ceil(wait))
        elif self.tell == "X-Rate-Limit-Reset":
            headers["x-rate-limit-reset"] = str(math.ceil(round(self.epoch + now + wait, 3)))
        return httpx.Response(429, headers=headers)


def virtually(main: Callable[[], Any], epoch: float = 1_700_000_000.0) -> float:
    """Runs on a clock that jumps whenever all wait; returns the seconds of its time."""
    took: list[float] = []

    async def timed() -> None:
        began = trio.current_time()
        await main()
        took.append(trio.current_time() - began)

    with pytest.MonkeyPatch.context() as patch:
        for module in (_limiter, _pipeline):
            patch.setattr(module, "monotonic", trio.current_time)
        patch.setattr("ledgerbee_client._attempt.time.time", lambda: epoch + trio.current_time())
        trio.run(timed, clock=trio.testing.MockClock(autojump_threshold=0))
    return took[0]


def over(server: Server, **options: Any) -> LedgerBee:
    lb = LedgerBee(API_KEY, scope_check="off", transport=httpx.MockTransport(server.answer), **options)
    lb._attempts._channel = TransportChannel(
        lambda: httpx.MockTransport(server.answer), slots=100
    )  # as over real connections
    return lb


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tell", "rule", "latency"),
    in_turn(["Retry-After", "X-Rate-Limit-Reset", "nothing"], [FixedWindow, SlidingWindow, Bucket], [0.002, 0.05]),
)
def test_a_thousand_calls_at_once_against_a_hundred_a_second_all_succeed(tell: str, rule: Any, latency: float) -> None:
    server = Server(rule(0.0), tell, latency)
    found: list[object] = []

    async def main() -> None:
        async with over(server) as lb, anyio.create_task_group() as group:

            async def call() -> None:
                found.append((await lb.request("GET", "/v1/things")).parsed)

            for _ in range(1000):
                group.start_soon(call)

    seconds = virtually(main)
    assert found == [{"id": "1"}] * 1000
    told = tell != "nothing"
    assert seconds <= 10 * (1.3 if told else 2.0), seconds
    assert server.refused <= server.requests * (0.15 if told else 0.25), (server.refused, server.requests)


def test_copies_of_a_client_and_clients_of_one_credential_share_the_pause() -> None:
    server = Server(FixedWindow(0.0, limit=1), "Retry-After", 0.01)
    credential = OAuthClientCredentials("id", "secret")
    assert credential.limiter is credential.limiter

    async def main() -> None:
        async with over(server) as lb:
            copy = lb.with_options(timeout=1)
            await lb.request("GET", "/v1/a")
            await lb.request("GET", "/v1/b")  # refused, and repeated
            assert server.requests == 3
            before = trio.current_time()
            await copy.request("GET", "/v1/c")
            assert trio.current_time() > before + 0.05  # its turn

    virtually(main)


def test_a_call_that_cant_wait_for_the_pause_of_another_fails_at_once_and_says_when() -> None:
    server = Server(FixedWindow(0.0, limit=0), "Retry-After", 0.01)

    async def main() -> None:
        async with over(server, retry=RetryPolicy(max_attempts=1)) as lb:
            with pytest.raises(RateLimitError):
                await lb.request("GET", "/v1/a")
            began = trio.current_time()
            with pytest.raises(RateLimitError) as caught:
                await lb.with_options(retry=RetryPolicy(deadline=0.5)).quotes.send("q1")
            assert trio.current_time() == began
            assert server.requests == 1
            assert caught.value.operation == "quotes.send"
            assert caught.value.retry_at is not None
            assert caught.value.applied is False
            assert "This one was not sent" in caught.value.__notes__[0]

    virtually(main)


def test_waiting_for_the_pause_of_another_costs_no_attempt() -> None:
    server = Server(FixedWindow(0.0, limit=1), "Retry-After", 0.01)
    done: list[object] = []

    async def main() -> None:
        async with over(server) as lb, anyio.create_task_group() as group:
            patient = lb.with_options(retry=RetryPolicy(max_attempts=1))
            await lb.request("GET", "/v1/a")
            with pytest.raises(RateLimitError):
                await patient.request("GET", "/v1/b")

            async def call() -> None:
                done.append(await patient.request("GET", "/v1/c"))

            group.start_soon(call)

    virtually(main)
    assert len(done) == 1


def test_a_turn_that_does_not_come_in_time_is_a_rate_limit_too() -> None:
    server = Server(FixedWindow(0.0, limit=3), "nothing", 0.01)
    ends: list[object] = []

    async def main() -> None:
        async with (
            over(server, retry=RetryPolicy(deadline=5.0, max_attempts=100)) as lb,
            anyio.create_task_group() as group,
        ):

            async def call() -> None:
                try:
                    ends.append(await lb.request("GET", "/v1/things"))
                except RateLimitError as error:
                    ends.append(error)

            for _ in range(100):
                group.start_soon(call)

    assert virtually(main) < 6
    failed = [end for end in ends if isinstance(end, RateLimitError)]
    assert len(ends) == 100
    assert 60 < len(failed) < 97


async def test_a_policy_without_delays_waits_for_nothing_that_is_not_named() -> None:
    limiter = Limiter()
    limiter.refused(response(429), 0, None, 0.0)
    assert (limiter.pauses, limiter.left()) == (0, 0.0)
    await limiter.turn(operation(), 0.001)


async def test_what_was_sent_before_a_pause_does_not_prolong_it() -> None:
    limiter = Limiter()
    limiter.refused(response(429), 0, 1.0, 0.5)
    before = limiter.left()
    limiter.refused(response(429), 0, 50.0, 0.5)
    assert limiter.left() <= before
    assert limiter.pauses == 1
    with pytest.raises(APIError):
        await limiter.turn(operation(), 0.5)
