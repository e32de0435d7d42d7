"""Side by side: contenders take turns, round by round, so that what else the machine does meets them all alike."""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Literal, TypeVar

from attrs import asdict, evolve, field, frozen

T = TypeVar("T")

#: What was measured, by size.
Curve = dict[int, float]


@frozen
class Cost:
    """Seconds of a call, or of whatever was measured.

    Attributes:
        wall: by the clock on the wall.
        user: of the CPU, in this process.
        system: of the CPU, in the kernel for this process.
    """

    wall: float
    user: float
    system: float

    @property
    def cpu(self) -> float:
        return self.user + self.system

    @classmethod
    def now(cls) -> Cost:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        return cls(time.perf_counter(), usage.ru_utime, usage.ru_stime)

    def since(self, began: Cost, calls: int = 1) -> Cost:
        return Cost(
            (self.wall - began.wall) / calls, (self.user - began.user) / calls, (self.system - began.system) / calls
        )


Clock = Literal["CPU", "wall"]


@frozen
class Row:
    """One line of the table.

    Attributes:
        what: what is measured.
        ours: median, in `unit`.
        unit: of both.
        peer: what it is compared with.
        theirs: the peer's median; None where there is no peer.
        ratio: median of the ratios of the rounds (ours to theirs).
        bar: what the ratio (or `ours`, where there is no peer) may be at most, or at least; None = for information.
        at_least: whether the bar is a lower bound.
        spread: the first and the third quartile of the rounds' ratios (or of `ours`, where there is no peer).
        clock: what was measured by; empty where nothing was timed.
        costs: medians of wall, user and system time, by contender, in `unit`.
        missing: why it was not measured; empty when it was.
    """

    what: str
    ours: float | None
    unit: str
    peer: str = ""
    theirs: float | None = None
    ratio: float | None = None
    bar: float | None = None
    at_least: bool = False
    spread: tuple[float, float] | None = None
    clock: str = ""
    costs: Mapping[str, Mapping[str, float]] = field(factory=dict)
    missing: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the bar is met."""
        return self.within(1.0)

    def within(self, leniency: float) -> bool | None:
        """Whether the bar is met by so much leniency; None without a bar."""
        value = self.ours if self.ratio is None else self.ratio
        if self.bar is None or value is None:
            return None
        value = round(value, 2)  # as it is printed
        return value >= self.bar / leniency if self.at_least else value <= self.bar * leniency

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "met": self.met}


def several(what: str, values: Sequence[float], unit: str, bar: float | None = None, **more: Any) -> Row:
    """A line about something that was measured several times, without a peer."""
    return Row(what, statistics.median(values), unit, bar=bar, spread=quartiles(values), **more)


def not_measured(what: str, why: str) -> Row:
    """A line that says that something is missing."""
    return Row(what, None, "", missing=why)


def quartiles(values: Sequence[float]) -> tuple[float, float] | None:
    if len(values) < 2:
        return None
    first, _, third = statistics.quantiles(values, n=4, method="inclusive")
    return first, third


@frozen
class Times:
    """The costs of each round, by contender."""

    rounds: Mapping[str, list[Cost]] = field(factory=dict)
    clock: Clock = "wall"

    def by(self, clock: Clock) -> Times:
        """The same, judged by another clock."""
        return evolve(self, clock=clock)

    def seconds(self, name: str) -> list[float]:
        return [one.cpu if self.clock == "CPU" else one.wall for one in self.rounds[name]]

    def median(self, name: str) -> float:
        return statistics.median(self.seconds(name))

    def ratios(self, ours: str, theirs: str) -> list[float]:
        return [mine / other for mine, other in zip(self.seconds(ours), self.seconds(theirs), strict=True)]

    def ratio(self, ours: str, theirs: str) -> float:
        return statistics.median(self.ratios(ours, theirs))

    def costs(self, name: str, scale: float) -> dict[str, float]:
        rounds = self.rounds[name]
        return {
            kind: scale * statistics.median(getattr(one, kind) for one in rounds) for kind in ("wall", "user", "system")
        }

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
        return Row(
            what,
            mine,
            unit,
            theirs,
            other,
            statistics.median(ratios),
            bar,
            at_least=rate,
            spread=quartiles(ratios),
            clock=self.clock,
            costs={} if rate else {name: self.costs(name, scale) for name in (ours, theirs)},
        )


async def race(
    contenders: Mapping[str, Callable[[], Awaitable[object]]], rounds: int, calls: int, clock: Clock = "wall"
) -> Times:
    """The costs of a call, measured over several, in turns; every second round in the opposite order.

    CPU time of this process is what a call costs whatever else runs.
    """
    for call in contenders.values():  # once before, to connect and to import
        await call()
    times: dict[str, list[Cost]] = {name: [] for name in contenders}
    for name, call in _rounds(contenders, rounds):
        began = Cost.now()
        for _ in range(calls):
            await call()
        times[name].append(Cost.now().since(began, calls))
    return Times(times, clock)


@contextmanager
def _little_garbage() -> Iterator[None]:
    """What is there already is not looked at whenever garbage is collected."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def sprint(contenders: Mapping[str, Callable[[], object]], rounds: int, calls: int) -> Times:
    """The same for plain functions."""
    times: dict[str, list[Cost]] = {name: [] for name in contenders}
    for name, call in _rounds(contenders, rounds):
        began = Cost.now()
        for _ in range(calls):
            call()
        times[name].append(Cost.now().since(began, calls))
    return Times(times, "CPU")


def _rounds(contenders: Mapping[str, T], rounds: int) -> Iterator[tuple[str, T]]:
    """Whose turn it is, with no garbage of whoever came before."""
    with _little_garbage():
        for number in range(rounds):
            for name, call in _in_turn(contenders, number):
                gc.collect()
                yield name, call


def _in_turn(contenders: Mapping[str, T], number: int) -> Iterable[tuple[str, T]]:
    return list(contenders.items())[:: -1 if number % 2 else 1]


#: Put before and after a program that is to be measured: it prints what it cost.
BEGIN = "import time, resource; _wall, _used = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)\n"
END = """
_now = resource.getrusage(resource.RUSAGE_SELF)
print(time.perf_counter() - _wall, _now.ru_utime - _used.ru_utime, _now.ru_stime - _used.ru_stime)
"""


def interpreters(
    programs: Mapping[str, str], rounds: int, path: str = "", python: str | os.PathLike[str] = sys.executable
) -> Times:
    """What each of several programs prints, each time from a fresh interpreter: a number, or the costs of `END`."""
    environment = {**os.environ, **({"PYTHONPATH": path} if path else {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else what was edited is compiled anew in every round
    times: dict[str, list[Cost]] = {name: [] for name in programs}
    for number in range(rounds + 1):
        for name, program in _in_turn(programs, number):
            command = [python, "-c", program]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
            printed = [float(value) for value in done.stdout.split()]
            times[name].append(Cost(*printed) if len(printed) == 3 else Cost(printed[0], 0.0, 0.0))
    return Times({name: values[1:] for name, values in times.items()})  # the first one fills caches
