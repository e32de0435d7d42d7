"""Side by side: contenders take turns, round by round, so that what else the machine does meets them all alike."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Mapping

from attrs import asdict, field, frozen

#: What was measured, by size.
Curve = dict[int, float]


@frozen
class Row:
    """One line of the table.

    Attributes:
        what: what is measured.
        ours: median, in `unit`.
        peer: what it is compared with.
        theirs: the peer's median; None where there is no peer.
        unit: of both.
        ratio: median of the ratios of the rounds (ours to theirs).
        bar: what the ratio (or `ours`, where there is no peer) may be at most, or at least; None = for information.
        at_least: whether the bar is a lower bound.
        spread: the first and the third quartile of the rounds' ratios.
    """

    what: str
    ours: float
    unit: str
    peer: str = ""
    theirs: float | None = None
    ratio: float | None = None
    bar: float | None = None
    at_least: bool = False
    spread: tuple[float, float] | None = None

    @property
    def met(self) -> bool | None:
        """Whether the bar is met."""
        return self.within(1.0)

    def within(self, leniency: float) -> bool | None:
        """Whether a bar that is so many times as lenient is met; None without a bar."""
        if self.bar is None:
            return None
        value = round(self.ours if self.ratio is None else self.ratio, 2)  # as it is printed
        return value >= self.bar / leniency if self.at_least else value <= self.bar * leniency

    def as_json(self) -> dict[str, object]:
        return {**asdict(self), "met": self.met}


@frozen
class Times:
    """Seconds of each round, by contender."""

    rounds: Mapping[str, list[float]] = field(factory=dict)

    def median(self, name: str) -> float:
        return statistics.median(self.rounds[name])

    def ratios(self, ours: str, theirs: str) -> list[float]:
        return [mine / other for mine, other in zip(self.rounds[ours], self.rounds[theirs], strict=True)]

    def ratio(self, ours: str, theirs: str) -> float:
        return statistics.median(self.ratios(ours, theirs))

    def row(
        self,
        what: str,
        ours: str,
        theirs: str,
        *,
        scale: float = 1e6,
        unit: str = "µs",
        bar: float | None = None,
        rate: bool = False,
    ) -> Row:
        """A line that compares two contenders; with `rate`, their throughput, which must be at least the bar."""
        ratios = self.ratios(theirs, ours) if rate else self.ratios(ours, theirs)
        mine, other = (scale / self.median(name) if rate else scale * self.median(name) for name in (ours, theirs))
        spread = None
        if len(ratios) > 1:
            first, _, third = statistics.quantiles(ratios, n=4)
            spread = (first, third)
        return Row(what, mine, unit, theirs, other, statistics.median(ratios), bar, at_least=rate, spread=spread)


async def race(
    contenders: Mapping[str, Callable[[], Awaitable[object]]],
    rounds: int,
    calls: int,
    clock: Callable[[], float] = time.perf_counter,
) -> Times:
    """Seconds of a call, measured over several, in turns.

    With `time.process_time` as the clock: CPU time of this process, which is what a call costs whatever else runs.
    """
    for call in contenders.values():  # once before, to connect and to import
        await call()
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, call in contenders.items():
            gc.collect()
            started = clock()
            for _ in range(calls):
                await call()
            times[name].append((clock() - started) / calls)
    return Times(times)


def sprint(contenders: Mapping[str, Callable[[], object]], rounds: int, calls: int) -> Times:
    """The same for plain functions."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, call in contenders.items():
            gc.collect()
            started = time.perf_counter()
            for _ in range(calls):
                call()
            times[name].append((time.perf_counter() - started) / calls)
    return Times(times)


def interpreters(
    programs: Mapping[str, str], rounds: int, path: str = "", python: str | os.PathLike[str] = sys.executable
) -> Times:
    """What each of several programs prints (a number), each time from a fresh interpreter."""
    environment = {**os.environ, **({"PYTHONPATH": path} if path else {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else what was edited is compiled anew in every round
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(rounds + 1):
        for name, program in programs.items():
            command = [python, "-c", program]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
            times[name].append(float(done.stdout))
    return Times({name: values[1:] for name, values in times.items()})  # the first one fills caches
