"""The model checker: no verdict is false, nothing is made twice; and it would notice if it were otherwise."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ledgerbee_client._once import lease, writing
from ledgerbee_client._settle import reading, rules
from ledgerbee_client._settle.rules import Judgement, Proof
from ledgerbee_client.once import Record
from tests.chaos.model import world
from tests.chaos.model.__main__ import main
from tests.chaos.model.check import Player, play
from tests.chaos.model.history import FAULTS, RULES, History, Interruption, Run, Somebody, Write, draw
from tests.chaos.model.store import MemoryStore


@pytest.fixture
def player() -> Iterator[Player]:
    made = Player()
    yield made
    made.loop.close()


@settings(max_examples=200)
@given(st.data())
def test_no_verdict_is_false_and_nothing_is_made_twice_in_any_history(data: st.DataObject) -> None:
    history = draw(lambda options: data.draw(st.sampled_from(list(options))))
    assert play(history) == []


@pytest.mark.parametrize("rule", RULES)
def test_one_write_with_every_fault_killed_or_stopped_at_every_step(player: Player, rule: str) -> None:
    stops = [None, *(Interruption(step, still) for step in range(1, 13) for still in (None, 40.0))]
    for fault, stop in itertools.product(FAULTS, stops):
        history = History(rule, (Write(0, (Run(0.0, stop, 0.0),), (fault,)),))
        assert player.falsehoods(history) == [], history
    assert player.ends["done"] > len(FAULTS) * len(stops) * 0.7  # and most of it is settled, not left to a person


def test_many_histories_are_played_by_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--runs", "200", "--seed", "7"]) == 0
    assert "false     0" in capsys.readouterr().out


# ---------------------------------------------------------------------- seeded faults


def _takes_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two that fit: the first is taken."""
    judge = rules.judge

    def first(findings: Any) -> Judgement:
        found = judge(findings)
        return Judgement(Proof.APPLIED, found.objects[:1]) if found.proof is Proof.DOUBT and found.objects else found

    monkeypatch.setattr(reading, "judge", first)


def _does_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Absence counts as proof at once."""
    verdict = reading.Settler._verdict

    async def at_once(self: Any, *arguments: Any, **options: Any) -> Any:
        return await verdict(self, *arguments, **{**options, "is_over": True})

    monkeypatch.setattr(reading.Settler, "_verdict", at_once)


def _trusts_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What seems to be made before the attempt is another's, whatever the clocks are."""
    monkeypatch.setattr(rules, "CLOCK_DOUBT", dt.timedelta(seconds=2))


def _ignores_ages(monkeypatch: pytest.MonkeyPatch) -> None:
    """An object may be of any age."""
    monkeypatch.setattr(rules.Window, "age", lambda _self, _moment: rules.Age.SINCE)


def _forgets_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five seconds of a cache are not waited for."""
    hasty = {name: rule._replace(stale=0.0) for name, rule in world.RULES.items()}
    monkeypatch.setattr(world, "RULES", hasty)
    monkeypatch.setattr(world, "CACHES", {"cached": 5.0})


def _sends_what_was_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """An intent that was left behind is sent again without settling."""
    claim = MemoryStore.claim

    async def unsuspecting(self: Any, *arguments: Any) -> Record:
        return evolve(await claim(self, *arguments), left=False)

    monkeypatch.setattr(MemoryStore, "claim", unsuspecting)


def _knows_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """What other keys have made is not looked at."""

    async def nothing(_self: Any, _seconds: float) -> list[Record]:
        return []

    monkeypatch.setattr(MemoryStore, "recent", nothing)


def _outlives_its_lease(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that stood still goes on as if nothing had been."""
    monkeypatch.setattr(lease.Lease, "is_running", True)


def _believes_late_ages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ages are counted from when they are used, not from when they were told."""

    async def now(self: Any, record: Record) -> Any:
        began = self.guard.clock.passed() - record.sent_ago
        return await self._settled(self._sent(began), self.guard.settle_after)

    monkeypatch.setattr(writing._Write, "_settled_later", now)


def _takes_unknown_for_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown outcome frees the key."""
    monkeypatch.setattr(writing, "is_refusal", lambda _error: True)


#: An older object like ours, and a write that never arrived.
_OLDER = History("everything", (Write(0, (Run(0.0, None, 0.0),), ("never",)),), (Somebody(-3600.0, "nothing", 0),))
#: It stands still between taking its key and sending, for longer than another waits before it sends.
_STANDS_STILL = History("everything", (Write(0, (Run(0.0, Interruption(3, 40.0), 0.0), Run(0.0, None, 0.0)), ()),))
#: It stands still when it has taken over a key, and the database's clock is behind.
_TAKES_OVER = History(
    "reference",
    (Write(0, (Run(0.0, None, 0.0), Run(30.0, Interruption(2, 40.0), 0.0)), ("lost",)),),
    database_clock=-60.0,
    failing_reads=frozenset(range(3)),
)


@pytest.mark.parametrize(
    ("seeded", "history"),
    [
        (_takes_the_first, None),
        (_does_not_wait, None),
        (_trusts_clocks, None),
        (_ignores_ages, _OLDER),
        (_forgets_the_cache, None),
        (_sends_what_was_left, None),
        (_knows_no_others, None),
        (_outlives_its_lease, _STANDS_STILL),
        (_believes_late_ages, _TAKES_OVER),
        (_takes_unknown_for_refused, None),
    ],
)
def test_a_fault_in_the_rules_is_noticed(
    player: Player,
    monkeypatch: pytest.MonkeyPatch,
    seeded: Callable[[pytest.MonkeyPatch], None],
    history: History | None,
) -> None:
    chance = random.Random(1)
    histories = [history] if history is not None else [draw(chance.choice) for _ in range(500)]
    seeded(monkeypatch)
    assert any(player.falsehoods(one) for one in histories), seeded.__doc__
    monkeypatch.undo()
    assert not any(player.falsehoods(one) for one in histories[:20])
