"""Every write that isn't idempotent, its response lost: what settling says of it is never false."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ledgerbee_client import Applied, LedgerBee, NotApplied, RetryPolicy, Unsettled
from ledgerbee_client.errors import OutcomeUnknownError
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.testing import Cut, Fault, Sandbox, Twin
from tests.e2e.calls import Bearer, call
from tests.e2e.test_sandbox import good_request
from tests.sandbox.support import skip_unverified, works
from tests.shared.api import operations
from tests.shared.company import founded

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # v1 is settled, too

WRITES = sorted(one.name for one in OPERATIONS.values() if one.idempotency == "none")
SETTLED = [name for name in WRITES if (rule := OPERATIONS[name].settlement) is not None and rule.kind != "none"]
Verdict = Applied[Any] | NotApplied | Unsettled


def client_of(sandbox: Sandbox, name: str) -> LedgerBee:
    for_users = OPERATIONS[name].auth == ("user",)
    return LedgerBee(
        None if for_users else sandbox.api_key,
        auth=Bearer(sandbox.create_token()) if for_users else None,
        base_url="https://sandbox.ledgerbee.test/api",
        transport=sandbox.transport(),
        scope_check="off",
        retry=RetryPolicy(max_attempts=1),
        settle_after=0,
    )


async def settled(name: str, *faults: Fault) -> tuple[Verdict, int]:
    """The verdict on a write that was cut off, and how often it was applied."""
    rule = OPERATIONS[name].settlement
    skip_unverified(name, *(one for one in (rule and rule.lists, rule and rule.read) if one))
    async with Sandbox() as sandbox:
        company = await founded(sandbox)
        sandbox.clock.set(sandbox.clock.now() + timedelta(hours=1))  # what is there was made long before
        before = len(sandbox.writes)
        for fault in faults:
            sandbox.faults.add(fault, name, times=1)
        async with client_of(sandbox, name) as client:
            with pytest.raises(OutcomeUnknownError) as caught:
                await call(client, operations()[name], good_request(company, operations()[name]))
            applied = [one for one in sandbox.writes[before:] if one.operation == name and one.author != "someone else"]
            sandbox.faults.clear()
            return await client.settle(caught.value), len(applied)


@pytest.mark.parametrize("name", WRITES)
async def test_a_write_that_was_applied_is_never_said_not_to_be(name: str) -> None:
    verdict, applied = await settled(name, Cut("applied"))
    assert applied == 1
    assert not isinstance(verdict, NotApplied), verdict
    if isinstance(verdict, Applied):
        assert verdict.evidence
        assert verdict.found


@pytest.mark.parametrize("name", WRITES)
async def test_a_write_that_never_arrived_is_never_said_to_be_applied(name: str) -> None:
    verdict, applied = await settled(name, Cut("request"))
    assert applied == 0
    assert not isinstance(verdict, Applied), verdict


@pytest.mark.parametrize("name", WRITES)
async def test_two_that_look_alike_are_left_to_a_person(name: str) -> None:
    verdict, applied = await settled(name, Twin(), Cut("applied"))
    assert applied == 1
    assert not isinstance(verdict, NotApplied), verdict


@works(*SETTLED)
async def test_nearly_all_that_can_be_settled_in_the_sandbox_is() -> None:
    """The sandbox shows little of what isn't published, and what isn't shown proves nothing."""
    verdicts = {name: (await settled(name, Cut("applied")))[0] for name in SETTLED}
    doubtful = {name: one.reason for name, one in verdicts.items() if isinstance(one, Unsettled)}
    assert len(doubtful) <= len(SETTLED) // 5, doubtful
