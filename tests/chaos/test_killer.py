"""A shorter run of the killer, and that it would notice what it is there to notice."""

from __future__ import annotations

import os

import pytest

from tests.chaos.killer import kill_at_every_step, torment

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="runs are forked, and killed with SIGKILL"),
    # The harness forks from a process that may have threads of the test runner; its children touch none of them
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_run_that_is_killed_again_and_again_makes_each_write_once(seed: int) -> None:
    report = torment(keys=50, kills=12, seed=seed)
    assert (report.twice, report.lost, report.wrong) == ([], [], [])
    assert report.kills == 12


def test_a_write_that_is_killed_at_any_step_is_made_once() -> None:
    report = kill_at_every_step(seed=1)
    assert (report.twice, report.lost, report.wrong) == ([], [], [])
    assert report.kills >= 12


def test_without_the_store_writes_are_made_twice() -> None:
    report = torment(keys=20, kills=4, seed=1, with_store=False)
    assert report.twice
