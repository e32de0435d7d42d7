"""Settling where several things go wrong at once: late writes, caches, twins, loose searches, clocks that are off."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import pytest

from ledgerbee_client import Applied, LedgerBee, NotApplied, RetryPolicy
from ledgerbee_client._settle.clock import Clock
from ledgerbee_client._settle.reading import Settler
from ledgerbee_client._settle.sent import Sent
from ledgerbee_client.errors import OutcomeUnknownError
from ledgerbee_client.testing import ClockSkew, Cut, Fault, Late, LooseSearch, Sandbox, Stale, Twin
from ledgerbee_client.testing.clock import START
from tests.sandbox.support import skip_unverified
from tests.shared.in_process import product_group

SETTLE_AFTER = 30.0
#: What becomes of the write, and whether it is applied in the end.
ENDS: dict[str, tuple[Fault, bool]] = {
    "applied": (Cut("applied"), True),
    "never arrived": (Cut("request"), False),
    "late": (Late(3), True),
    "very late": (Late(29), True),
    "late, cut off": (Late(10, None), True),
}


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A sandbox whose time stands still until settling waits."""
    async with Sandbox() as made:
        made.seed(products=3, customers=1)
        yield made


async def arguments(lb: LedgerBee, operation: str) -> dict[str, Any]:
    """What an operation takes, and that its unknown outcome is settled by."""
    skip_unverified(operation, operation.replace(".create", ".list"))
    if operation == "dimensions.create":
        return {"name": "Region", "is_unique": False}
    if operation == "products.create":
        group = await product_group(lb)
        return {"product_number": "P-1", "name": "Hosting", "unit": "pcs", "product_group_id": group}
    price = (await lb.products.get((await lb.products.list())[0].id or "")).prices[0]
    skip_unverified("customers.list")
    customer = (await lb.customers.list())[0]
    lines = [{"price_id": price.id, "quantity": 1}]
    return {"customer_id": customer.id, "date": "2026-01-31", "reference": "C-1001", "lines": lines}


async def settled(
    sandbox: Sandbox, operation: str, end: Fault, disturbances: list[Fault], host: float, later: float = 0.0
) -> Any:
    """The verdict on a write that was lost, on a machine whose clock is off by `host` seconds, so much later."""

    def passed() -> float:
        return (sandbox.clock.now() - START).total_seconds()

    async def wait(seconds: float) -> None:
        await sandbox.advance(seconds)

    async with sandbox.client(retry=RetryPolicy(max_attempts=1)) as lb:
        given = await arguments(lb, operation)
        await lb.dimensions.list()  # it is in the cache now
        resource, _, method = operation.partition(".")
        for fault in disturbances:
            sandbox.faults.add(fault, operation if isinstance(fault, Twin) else None)
        rule = sandbox.faults.add(end, operation, times=1)
        clock = Clock(lambda: sandbox.clock.now() + dt.timedelta(seconds=host), passed)
        at = clock.now()
        with pytest.raises(OutcomeUnknownError) as caught:
            await getattr(getattr(lb, resource), method)(**given)
        rule.remove()
        assert caught.value.sent is not None
        await sandbox.advance(later)
        sent = Sent(operation, at, {}, _body(caught.value))
        return await Settler(lb, sent, settle_after=SETTLE_AFTER, sleep=wait, clock=clock).settle()


def _body(error: OutcomeUnknownError) -> Any:
    return error.sent.json if error.sent is not None else None


#: How far the clock that dates responses is ahead of the one that dates objects, and our own of both.
CLOCKS = [(0.0, 0.0), (-60.0, 3600.0), (60.0, -60.0)]
OTHERS = [
    ("products.create", "nobody"),
    ("products.create", "a twin"),
    ("dimensions.create", "nobody"),
    ("invoices.create", "nobody"),
    ("invoices.create", "a twin"),
    ("invoices.create", "a later twin"),
]


@pytest.mark.parametrize(("skew", "host"), CLOCKS)
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(("operation", "others"), OTHERS)
async def test_no_combination_makes_a_verdict_false(
    sandbox: Sandbox, operation: str, others: str, end: str, skew: float, host: float
) -> None:
    fault, is_applied = ENDS[end]
    disturbances: list[Fault] = [LooseSearch(), Stale(), ClockSkew(skew)]
    if others != "nobody":
        disturbances.append(Twin(0.0 if others == "a twin" else 15.0))
    before = len(sandbox.writes)
    verdict = await settled(sandbox, operation, fault, disturbances, host)
    await sandbox.advance(SETTLE_AFTER)
    made = [one for one in sandbox.writes[before:] if one.operation == operation]
    ours = [one.resource_id for one in made if one.author != "someone else"]
    assert len(ours) == is_applied
    assert not (isinstance(verdict, NotApplied) and ours)
    if isinstance(verdict, Applied):
        # A twin that is made later, where the API takes it, can't have been seen
        assert [one["id"] for one in verdict.found] == ours or (len(made) > 1 and others == "a later twin")
    if len(made) == len(ours) and skew == 0:
        assert isinstance(verdict, Applied if is_applied else NotApplied), verdict


@pytest.mark.parametrize("host", [-3600.0, 3600.0])
@pytest.mark.parametrize("operation", ["products.create", "dimensions.create", "invoices.create"])
@pytest.mark.parametrize("end", ["applied", "never arrived"])
async def test_one_look_at_what_was_left_long_ago_is_enough_on_a_machine_whose_clock_is_off(
    sandbox: Sandbox, operation: str, end: str, host: float
) -> None:
    fault, is_applied = ENDS[end]
    verdict = await settled(sandbox, operation, fault, [], host, later=10 * SETTLE_AFTER)
    assert isinstance(verdict, Applied if is_applied else NotApplied), verdict
