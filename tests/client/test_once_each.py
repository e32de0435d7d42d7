"""`LedgerBee.once_each`: many items, each once, in order, a bounded number at a time, and what became of each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest

from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client.errors import BadRequestError, IdempotencyKeyReuseError, UnsettledError
from ledgerbee_client.once import Once
from ledgerbee_client.testing import Cut, Late, Latency, Sandbox, Status, SystemClock
from tests.shared.in_process import product_group


@pytest.fixture
async def lb(sandbox: Sandbox, tmp_path: Path) -> AsyncIterator[LedgerBee]:
    once = RetryPolicy(max_attempts=1)
    async with sandbox.client(retry=once, settle_after=0.1, idempotency_store=tmp_path / "x.sqlite") as client:
        yield client


@pytest.fixture
def group(sandbox: Sandbox) -> str:
    """The id of the group of what is seeded."""
    (found,) = sandbox.state.product_groups
    return str(found["id"])


async def run(lb: LedgerBee, group: str, numbers: list[str], **options: Any) -> Any:
    async def make(number: str, once: Once) -> str:
        group_id = "nonsense" if number.startswith("bad") else group
        made = await once(lb.products.create, product_number=number, name="x", unit="pcs", product_group_id=group_id)
        return made.product_number

    return await lb.once_each(numbers, key=lambda number: f"p/{number}", call=make, **options)


async def test_each_item_is_done_once_and_its_result_stands_in_its_place(
    lb: LedgerBee, sandbox: Sandbox, group: str
) -> None:
    numbers = [f"N{index}" for index in range(20)]
    first = await run(lb, group, numbers)
    assert [one.result for one in first] == numbers
    assert (first.is_complete, len(first), first[3].key, first.stopped) == (True, 20, "p/N3", None)
    again = await run(lb, group, numbers)
    assert [one.result for one in again.done] == numbers
    assert len(sandbox.writes) == 20


async def test_what_fails_is_said_item_by_item_and_the_others_go_on(
    lb: LedgerBee, sandbox: Sandbox, group: str
) -> None:
    sandbox.faults.add(Cut("request"), "products.create", times=1)
    with sandbox.faults.add(Status(500), "products.list"):
        first = await run(lb, group, ["N0", "bad", "N1"], limit=1)
    assert [one.state for one in first] == ["unsettled", "refused", "done"]
    assert isinstance(first.unsettled[0].error, UnsettledError)
    assert isinstance(first.refused[0].error, BadRequestError)
    assert not first.is_complete
    again = await run(lb, group, ["N0", "N1"])
    assert again.is_complete
    assert len(sandbox.writes) == 2


async def test_a_run_in_which_most_fails_stops_and_says_so(lb: LedgerBee, group: str) -> None:
    numbers = [f"bad{index}" for index in range(30)]
    stopped = await run(lb, group, numbers, limit=1)
    assert stopped.stopped is not None
    assert "10 of 10 items failed, lately with products.create: 400" in stopped.stopped
    assert len(stopped.not_started) == 20
    assert len((await run(lb, group, numbers, stop_at=None)).refused) == 30


async def test_no_more_than_the_limit_are_in_flight_and_they_begin_in_order(lb: LedgerBee) -> None:
    begun: list[int] = []
    in_flight = most = 0

    async def call(item: int, _once: Once) -> int:
        nonlocal in_flight, most
        begun.append(item)
        in_flight += 1
        most = max(most, in_flight)
        await anyio.sleep(0.001)
        in_flight -= 1
        return item

    async def items() -> AsyncIterator[int]:
        for number in range(20):
            yield number

    done = await lb.once_each(items(), key=str, call=call, limit=3)
    assert begun == list(range(20))
    assert most == 3
    assert [one.result for one in done] == begun


async def test_the_run_of_nothing_is_complete(lb: LedgerBee, group: str) -> None:
    assert (await run(lb, group, [])).is_complete


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"limit": 0}, "limit must be 1 or more, not 0"),
        ({"stop_at": 0}, "stop_at must be a share of errors above 0 and up to 1, not 0"),
        ({"stop_at": 5}, "stop_at must be a share of errors"),
    ],
)
async def test_options_out_of_range_are_refused(lb: LedgerBee, options: dict[str, Any], text: str, group: str) -> None:
    with pytest.raises(ValueError, match=text):
        await run(lb, group, ["N1"], **options)


async def test_two_items_with_one_key_are_refused_before_anything_is_sent(
    lb: LedgerBee, sandbox: Sandbox, group: str
) -> None:
    with pytest.raises(ValueError, match="two items have the key 'p/N1'; each needs its own"):
        await run(lb, group, ["N0", "N1", "N1"])
    assert sandbox.writes == []


async def test_what_call_itself_raises_is_neither_refused_nor_unsettled(lb: LedgerBee, sandbox: Sandbox) -> None:
    """After a write that was applied, `refused` would be false: it would say that the key is free."""
    group = await product_group(lb)
    arguments: dict[str, Any] = {"name": "x", "unit": "pcs", "product_group_id": group}
    is_mended = False

    async def make(number: str, once: Once) -> str:
        if number == "before":
            raise KeyError("no such customer in our own table")
        made = await once(lb.products.create, product_number=number, **arguments)
        if number == "after" and not is_mended:
            raise ValueError("can't be printed")
        if number == "twice":
            await once(lb.products.create, product_number="other", **arguments)
        return made.product_number

    first = await lb.once_each(["before", "after", "twice", "good"], key=str, call=make, stop_at=None)
    assert [one.state for one in first] == ["failed", "failed", "failed", "done"]
    assert [type(one.error) for one in first.failed] == [KeyError, ValueError, IdempotencyKeyReuseError]
    is_mended = True
    assert (await lb.once_each(["after"], key=str, call=make)).is_complete
    assert len(sandbox.writes) == 3


async def test_arguments_that_can_not_be_sent_are_refused(lb: LedgerBee, sandbox: Sandbox) -> None:
    async def make(_number: str, once: Once) -> Any:
        return await once(lb.products.create, product_number="P", nonsense=1)  # type: ignore[call-arg]

    run_of_one = await lb.once_each(["a"], key=str, call=make)
    assert isinstance(run_of_one.refused[0].error, TypeError)
    assert sandbox.writes == []


async def test_items_may_come_from_any_iterable_and_are_taken_once(lb: LedgerBee) -> None:
    taken: list[int] = []

    def generate() -> Iterator[int]:
        for number in range(5):
            taken.append(number)
            yield number

    async def call(item: int, _once: Once) -> int:
        return item

    for items in (generate(), (number for number in range(5)), {0: "", 1: "", 2: "", 3: "", 4: ""}, range(5)):
        assert [one.result for one in await lb.once_each(items, key=str, call=call)] == [0, 1, 2, 3, 4]
    assert taken == [0, 1, 2, 3, 4]


async def test_what_a_source_of_items_raises_is_raised_before_anything_is_sent(lb: LedgerBee, sandbox: Sandbox) -> None:
    async def broken() -> AsyncIterator[str]:
        yield "N0"
        raise OSError("the file ends here")

    async def call(item: str, _once: Once) -> str:
        return item

    with pytest.raises(OSError, match="the file ends here"):
        await lb.once_each(broken(), key=str, call=call)
    assert sandbox.writes == []


async def test_a_run_that_stops_lets_those_in_flight_end(lb: LedgerBee) -> None:
    ended: list[int] = []

    async def call(item: int, _once: Once) -> int:
        await anyio.sleep(0.05 if item == 0 else 0.0)
        if item:
            raise OSError("no")
        ended.append(item)
        return item

    stopped = await lb.once_each(range(50), key=str, call=call, limit=4)
    assert ended == [0]
    assert stopped[0].state == "done"
    assert stopped.stopped is not None
    assert stopped.not_started
    assert len(stopped) == 50


async def test_a_cancelled_run_leaves_nothing_behind_that_holds_a_key(lb: LedgerBee, sandbox: Sandbox) -> None:
    group = await product_group(lb)
    sandbox.faults.add(Latency(0.2), "products.create", times=4)

    async def make(number: str, once: Once) -> str:
        made = await once(lb.products.create, product_number=number, name="x", unit="pcs", product_group_id=group)
        return made.product_number

    lb._safeguards = lb._safeguards._replace(lease=600)
    numbers = [f"N{index}" for index in range(8)]
    with anyio.move_on_after(0.1) as scope:
        await lb.once_each(numbers, key=str, call=make, limit=4)
    assert scope.cancelled_caught
    with anyio.fail_after(60):  # shorter than a lease
        assert (await lb.once_each(numbers, key=str, call=make)).is_complete
    assert len(sandbox.writes) == 8


def test_a_run_works_on_trio(tmp_path: Path) -> None:
    async def whole() -> int:
        async with Sandbox(clock=SystemClock()) as sandbox:
            sandbox.seed(products=1)
            sandbox.faults.add(Late(0.05), "products.create", times=2)
            async with sandbox.client(settle_after=0.2, idempotency_store=tmp_path / "x.sqlite") as lb:
                numbers = [f"N{index}" for index in range(10)]
                (group,) = sandbox.state.product_groups
                assert (await run(lb, group["id"], numbers, limit=4)).is_complete
                assert (await run(lb, group["id"], numbers)).is_complete
            return len(sandbox.writes)

    assert anyio.run(whole, backend="trio") == 10
