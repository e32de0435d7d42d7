"""What happens in one run of the model: which writes, which faults, which other people. Drawn, or enumerated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")
#: Picks one of several: at random, by hypothesis, or one after the other.
Choose = Callable[[Sequence[T]], T]

#: Seconds until the server can no longer be working on a request.
SETTLE_AFTER = 20.0
LEASE = 3.0

#: What becomes of a request: see `Server`.
FAULTS = ("answered", "lost", "never", "late 1", "late 6", "late 18", "slow lost", "slow never", "refused", "unsent")
#: How a created object is recognized: see `world.RULES`.
RULES = ("reference", "everything", "listed", "cached", "inside", "sent")


@dataclass(frozen=True)
class Interruption:
    """A process is killed, or stands still, at its n-th step: before and after each call of the store and the API."""

    step: int
    #: None: it is killed.
    stands_still: float | None


@dataclass(frozen=True)
class Run:
    """One process that makes a write; whoever was killed is started again, without further interruptions."""

    start: float
    interruption: Interruption | None
    #: Its clock against the true time.
    clock: float


@dataclass(frozen=True)
class Write:
    """A write under a key, by one or two processes."""

    #: Writes of the same variant are equal in all that is sent.
    variant: int
    runs: tuple[Run, ...]
    #: What becomes of the first request, the second, ...; later ones are answered.
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Somebody:
    """Somebody else makes an object like ours."""

    at: float
    #: What it differs in; "nothing": a duplicate.
    differs: str
    variant: int


@dataclass(frozen=True)
class History:
    """All of it."""

    rule: str
    writes: tuple[Write, ...]
    others: tuple[Somebody, ...] = ()
    #: The clock that dates responses, against the true time; and the one that dates objects, against that.
    server_clock: float = 0.0
    database_clock: float = 0.0
    #: Requests that read and fail, by their number.
    failing_reads: frozenset[int] = field(default_factory=frozenset)
    loose_search: bool = False

    @property
    def has_duplicate(self) -> bool:
        """Whether somebody made, in the time of our attempts, what is equal in all that we send and is shown.

        Nobody can tell it from ours then: that may lead to a false *Applied*, but never to one that was made twice.
        """
        equal = ("nothing", "lines") if self.rule == "listed" else ("nothing",)
        return any(one.differs in equal and one.at > -200 for one in self.others)


def draw(choose: Choose) -> History:  # type: ignore[type-arg]
    """Draw a history."""
    rule = choose(RULES)
    writes = tuple(_write(choose) for _ in range(choose((1, 1, 2, 2, 3))))
    others = tuple(_somebody(choose) for _ in range(choose((0, 0, 1, 2))))
    return History(
        rule,
        writes,
        others,
        server_clock=choose((0.0, -60.0, 60.0, 3600.0)),
        database_clock=choose((0.0, 0.0, -60.0, 60.0)),
        failing_reads=frozenset(choose(((), (), (0,), (1, 2), (3,), tuple(range(40))))),
        loose_search=choose((False, True)),
    )


def _write(choose: Choose) -> Write:  # type: ignore[type-arg]
    runs = tuple(
        Run(choose((0.0, 0.0, 0.1, 2.0, 30.0)), _interruption(choose), choose((0.0, 0.0, -60.0, 60.0, 7200.0)))
        for _ in range(choose((1, 1, 2)))
    )
    return Write(choose((0, 0, 1)), runs, tuple(choose(FAULTS) for _ in range(choose((0, 1, 1, 2, 3)))))


def _interruption(choose: Choose) -> Interruption | None:  # type: ignore[type-arg]
    if choose((True, False)):
        return None
    return Interruption(choose(range(1, 13)), choose((None, None, 1.0, 5.0, 40.0)))


def _somebody(choose: Choose) -> Somebody:  # type: ignore[type-arg]
    return Somebody(
        choose((-3600.0, -300.0, -95.0, -30.0, -1.0, 0.05, 0.3, 5.0, 19.0, 25.0, 60.0)),
        choose(("reference", "notes", "lines", "customer", "nothing")),
        choose((0, 0, 1)),
    )


__all__ = [
    "FAULTS",
    "LEASE",
    "RULES",
    "SETTLE_AFTER",
    "Choose",
    "History",
    "Interruption",
    "Run",
    "Somebody",
    "Write",
    "draw",
]
