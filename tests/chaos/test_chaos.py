"""A shorter chaos run, and that the run would notice what it is there to notice."""

from __future__ import annotations

import pytest

from ledgerbee_client.testing import Sandbox
from tests.chaos.storm import Plan, Storm, storm


@pytest.mark.parametrize("seed", [1, 2])
async def test_nothing_is_applied_twice_and_nothing_acknowledged_is_missing(seed: int) -> None:
    report = await storm(Plan(writes=200, reads=200, tasks=25, seed=seed, patience=0.5))
    print(*report.lines(), sep="\n")
    assert report.violations == []
    assert report.writes.total() == 200
    assert report.reads.total() == 200
    assert report.writes["unknown"] > 0
    assert report.unknown_applied > 0
    assert report.writes["acknowledged"] > 100
    assert len(report.injected) >= 12


async def test_lies_are_noticed() -> None:
    async with Sandbox() as sandbox, sandbox.client() as client:
        run = Storm(Plan(writes=3, reads=0, tasks=1, seed=1), sandbox)
        for _ in range(2):
            await client.customers.create(name="w-000001", country_code="DK")
        await client.customers.create(name="w-000002", country_code="DK")
        run.outcomes = {"w-000000": "acknowledged", "w-000001": "acknowledged", "w-000002": "failed"}
        run.prove()
    assert run.report.violations == [
        "w-000000 was acknowledged and is missing",
        "w-000001 was applied 2 times; the caller: acknowledged",
        "w-000002 is said to have failed and was applied",
    ]
    assert "VIOLATED  3 times" in "\n".join(run.report.lines())
