"""The pause after a 429, shared by all calls with a credential, and the rate at which they go on.

`Pace` decides, by times that it is given; `Limiter` waits. A 429 pauses every call until the time that it names, or for
a backoff. What was allowed until then is the first guess of the rate; it rises quickly until the next refusal, and from
then on as in TCP CUBIC: slowly around the rate that was too high, then faster.
"""

from __future__ import annotations

import math
import time
from collections import deque
from typing import TYPE_CHECKING

import anyio

from ._locks import LoopLock

if TYPE_CHECKING:
    import httpx

    from .generated.types import Operation

#: Seconds that only grow. A variable, so that tests can put a virtual clock in its place.
monotonic = time.monotonic

#: After a refusal it goes on at this share of the rate that was too high.
_SHARE = 0.9
#: How fast the rate rises (per cubic second): from a guess, from what a burst was allowed, from what a rate was.
_FROM_GUESS, _FROM_BURST, _FROM_RATE = 0.1, 0.01, 0.002
#: Requests a second after a refusal of which too little is known; and the fewest.
_GUESS, _FEWEST = 10.0, 0.2
#: Responses from which a rate can be measured.
_ENOUGH = 5
#: No API limits by less than a second: that much of a burst says nothing.
_SHORTEST_WINDOW = 1.0
#: Seconds by which the pause that a refusal names may be longer than it must be: most name whole ones.
_ROUNDED = 1.0
#: Seconds by which requests may catch up with the rate when the loop was late, as it often is on a busy machine.
_CATCH_UP = 0.25
#: Seconds without a refusal after which there is no limit any more.
_FORGET = 60.0
#: How many responses are remembered.
_REMEMBERED = 1000
#: The longest pause where none is named, in seconds.
_LONGEST = 60.0


class Pace:
    """When requests may be sent: pure rules, in seconds of a clock that only grows."""

    def __init__(self) -> None:
        #: Nothing is sent before.
        self.resumes_at = -math.inf
        #: Requests a second that were too many; None = no limit is known.
        self.too_many: float | None = None
        self._growth = _FROM_GUESS
        self._next_at = -math.inf
        self.fruitless = 0  # pauses in a row after which nothing was allowed
        self._allowed: deque[float] = deque(maxlen=_REMEMBERED)  # since the last pause

    def delay(self, now: float) -> float:
        """Return the seconds until the next request may be sent."""
        if self.too_many is None:
            return 0.0
        if now - self.resumes_at > _FORGET:
            self.too_many = None
            return 0.0
        return max(self.resumes_at - now, self._next_at - now, 0.0)

    def take(self, now: float) -> None:
        """Count a request that is sent now."""
        if self.too_many is not None:
            self._next_at = max(self._next_at, now - _CATCH_UP) + 1.0 / self.rate(now)

    def rate(self, now: float) -> float:
        """Return the requests that are sent in a second."""
        if self.too_many is None:
            return math.inf
        plateau = math.cbrt((1.0 - _SHARE) / self._growth)
        since = max(now - self.resumes_at, 0.0)
        return max(self.too_many * (1.0 + self._growth * (since - plateau) ** 3), _FEWEST)

    def allowed(self, now: float) -> None:
        """Count a response that was no refusal."""
        self._allowed.append(now)
        self.fruitless = 0

    def refused(self, now: float, hint: float | None, backoff: float) -> None:
        """Pause after a refusal.

        Args:
            now: When it came.
            hint: Seconds that it asks to wait.
            backoff: Seconds to wait otherwise; doubled as long as that doesn't help.
        """
        longer = min(backoff * 2.0**self.fruitless, _LONGEST)
        # What a response names may be rounded down, or be over already
        pause = longer if hint is None else max(hint, longer / 16.0)
        self.fruitless += 1
        if hint is not None and hint <= 0:  # it may go on at once: this says nothing of a rate
            self.too_many = math.inf if self.too_many is None else self.too_many
            self.resumes_at = self._next_at = max(now + pause, self.resumes_at)
            return
        self._measure(now, now + pause)
        self.resumes_at = self._next_at = now + pause
        self._allowed.clear()

    def _measure(self, now: float, resumes_at: float) -> None:
        count = len(self._allowed)
        if self.too_many is None:
            # The best rate, until it may go on, of those that the responses would allow
            end = max(now, resumes_at - _ROUNDED)
            rates = [
                (count - index) / max(end - moment, _SHORTEST_WINDOW)
                for index, moment in enumerate(self._allowed)
                if count - index >= _ENOUGH
            ]
            self.too_many = max(rates, default=_GUESS)
            self._growth = _FROM_BURST if rates else _FROM_GUESS
            return
        current = self.rate(now)
        if count >= _ENOUGH:
            current = min(current, count / max(now - self.resumes_at, _SHORTEST_WINDOW))
        elif count > 0:
            current /= 2.0
        self.too_many = max(current, _FEWEST)
        self._growth = _FROM_RATE


class Limiter:
    """Lets calls wait for their turn after a 429.

    Attributes:
        pauses: How many there were: what had its turn before the last one has to wait again.
    """

    def __init__(self) -> None:
        self._pace = Pace()
        self._lock = LoopLock()
        self._response: httpx.Response | None = None  # the last refusal
        self.pauses = 0

    @property
    def is_limiting(self) -> bool:
        """Whether there is anything to wait for."""
        return self._pace.too_many is not None

    def left(self) -> float:
        """Return the seconds until the pause is over."""
        return max(self._pace.resumes_at - monotonic(), 0.0)

    @property
    def fruitless(self) -> int:
        """How many pauses there were in a row after which nothing was allowed."""
        return self._pace.fruitless

    def allowed(self) -> None:
        """Count a response that was no refusal."""
        self._pace.allowed(monotonic())

    def refused(self, response: httpx.Response, pauses: int, hint: float | None, backoff: float) -> None:
        """Pause all calls after a 429.

        Args:
            response: The 429.
            pauses: How many there had been when its request was sent: what was sent before the last one was refused for
                the same reason.
            hint: Seconds that the response asks to wait.
            backoff: Seconds to wait otherwise; 0 = no pause.
        """
        if pauses == self.pauses and (hint is not None or backoff > 0):
            self._pace.refused(monotonic(), hint, backoff)
            self._response = response
            self.pauses += 1

    async def turn(self, operation: Operation, left: float | None) -> None:
        """Wait until a request may be sent, those that came first first.

        Args:
            operation: What is called.
            left: Seconds until the deadline of the call.

        Raises:
            RateLimitError: At once if that is too late for the pause, else when it is; nothing was sent.
        """
        pace = self._pace
        if pace.too_many is None:
            return
        until = math.inf if left is None else monotonic() + left
        if pace.resumes_at >= until:
            raise self._too_late(operation)
        # It ends before the deadline does, so that it is known that nothing was sent
        with anyio.move_on_after(None if left is None else 0.95 * left) as scope:
            async with self._lock:
                now = monotonic()
                while (wait := pace.delay(now)) > 0:
                    if now + wait >= until:
                        raise self._too_late(operation)
                    await anyio.sleep(wait)
                    now = max(monotonic(), now + wait)
                pace.take(now)
        if scope.cancelled_caught:
            raise self._too_late(operation)

    async def pause(self, operation: Operation, left: float | None) -> None:
        """Wait until the pause is over, and no longer: for what is requested one at a time anyway.

        Args:
            operation: What is called.
            left: Seconds until the deadline of the call.

        Raises:
            RateLimitError: At once if that is too late; nothing was sent.
        """
        now = monotonic()
        until = math.inf if left is None else now + left
        while (wait := self._pace.resumes_at - now) > 0:
            if self._pace.resumes_at >= until:
                raise self._too_late(operation)
            await anyio.sleep(wait)
            now = max(monotonic(), now + wait)

    def _too_late(self, operation: Operation) -> Exception:
        assert self._response is not None
        from ._failures import rate_limited  # where something fails

        return rate_limited(self._response, operation, self.left())


def seconds_left() -> float | None:
    """Seconds until the deadline of the running call; None if it has none."""
    deadline = anyio.current_effective_deadline()
    return None if deadline == math.inf else deadline - anyio.current_time()


__all__ = ["Limiter", "Pace", "seconds_left"]
