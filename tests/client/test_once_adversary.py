"""The shortest programs that could make a write twice, or lose one."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import anyio
import pytest

from ledgerbee_client import Applied, LedgerBee, RetryPolicy, SQLiteStore, Unsettled
from ledgerbee_client._once.results import kept
from ledgerbee_client._once.writing import Guarded
from ledgerbee_client.errors import (
    AuthenticationError,
    IdempotencyStoreError,
    LedgerBeeError,
    OutcomeUnknownError,
    ServerError,
    UnsettledError,
)
from ledgerbee_client.generated.decoding import read_number
from ledgerbee_client.once import Intent, Record, Result
from ledgerbee_client.testing import Cut, Late, Latency, Sandbox, Status
from tests.sandbox.support import works
from tests.shared.entries import entry
from tests.shared.in_process import product_group

DIGITS = read_number("12345678901234567.89")
ONCE = RetryPolicy(max_attempts=1)


@pytest.fixture
async def lb(sandbox: Sandbox, store: SQLiteStore) -> AsyncIterator[LedgerBee]:
    async with sandbox.client(retry=ONCE, settle_after=0.3, idempotency_store=store) as client:
        yield client


async def product(lb: LedgerBee, key: str = "k", number: str = "P-1", group: str = "") -> str:
    group = group or await product_group(lb)
    made = await lb.once(
        key, lb.products.create, product_number=number, name="Hosting", unit="pcs", product_group_id=group
    )
    return made.id or ""


def applied(sandbox: Sandbox, operation: str = "products.create") -> list[str | None]:
    return [one.resource_id for one in sandbox.writes if one.operation == operation]


# ---------------------------------------------------------------------- equal writes


@works("journal_entries.create", "journal_entries.list")
async def test_of_two_equal_writes_one_is_never_taken_for_the_other(lb: LedgerBee, sandbox: Sandbox) -> None:
    """Both are meant; the second never arrives, and what is there was made by the first."""
    same = {name: value for name, value in entry("").items() if name != "reference"}
    first = await lb.once("first", lb.journal_entries.create, **same)
    sandbox.faults.add(Cut("request"), "journal_entries.create", times=1)
    second = await lb.once("second", lb.journal_entries.create, **same)
    assert first.id != second.id
    assert applied(sandbox, "journal_entries.create") == [first.id, second.id]


@works("journal_entries.create", "journal_entries.list")
async def test_of_two_equal_writes_that_are_both_lost_none_is_guessed(lb: LedgerBee, sandbox: Sandbox) -> None:
    same = {name: value for name, value in entry("").items() if name != "reference"}
    sandbox.faults.add(Cut("applied"), "journal_entries.create", times=1)
    sandbox.faults.add(Cut("request"), "journal_entries.create", times=1)

    async def attempt(key: str) -> object:
        try:
            return await lb.once(key, lb.journal_entries.create, **same)
        except UnsettledError as error:
            return error

    ends = await asyncio.gather(attempt("first"), attempt("second"))
    assert len(applied(sandbox, "journal_entries.create")) == 1
    assert all(isinstance(one, UnsettledError) for one in ends)
    assert "another write whose outcome isn't known either" in str(ends[0])


@works("journal_entries.create", "journal_entries.list")
async def test_what_a_person_has_decided_is_known_to_the_others(
    lb: LedgerBee, sandbox: Sandbox, store: SQLiteStore
) -> None:
    same = {name: value for name, value in entry("").items() if name != "reference"}
    made = await lb.journal_entries.create(**same)
    await store.claim("first", Intent("journal_entries.create", (), (), {"x": 1}), "me", 60)
    await store.finish("first", "me", Result(200, json.dumps({"id": made.id}).encode(), settled=True))
    sandbox.faults.add(Cut("request"), "journal_entries.create", times=1)
    second = await lb.once("second", lb.journal_entries.create, **same)
    assert second.id != made.id


# ---------------------------------------------------------------------- leases


class Stalling(SQLiteStore):
    """Its process stands still: nothing is renewed, and the answer to a claim is late."""

    async def renew(self, key: str, owner: str, lease: float, /) -> bool:
        await anyio.sleep(3600)
        return await super().renew(key, owner, lease)


async def test_a_lease_that_runs_out_while_the_call_is_out_loses_neither_result(
    sandbox: Sandbox, store: SQLiteStore, tmp_path: Path
) -> None:
    stalling = Stalling(tmp_path / "billing.sqlite", synchronous="NORMAL")
    async with sandbox.client(retry=ONCE, settle_after=0.6, idempotency_store=store) as lb:
        group = await product_group(lb)
        sandbox.faults.add(Latency(0.4), "products.create", times=1)
        slow = type(lb.products)(Guarded(lb, stalling, "k", settle_after=0.6, lease=0.1))  # type: ignore[arg-type]
        arguments: dict[str, Any] = {"name": "Hosting", "unit": "pcs", "product_group_id": group}
        ends: list[Any] = []

        async def first() -> None:
            ends.append(await slow.create(product_number="P-1", **arguments))

        async with anyio.create_task_group() as group_of_two:
            group_of_two.start_soon(first)
            await anyio.sleep(0.2)
            ends.append(await product(lb))
    await stalling.aclose()
    assert len(applied(sandbox)) == 1
    assert {getattr(one, "id", one) for one in ends} == {*applied(sandbox)}


class Sleeping(SQLiteStore):
    """The answer to a claim comes when the lease has run out, as if the machine had slept."""

    async def claim(self, key: str, intent: Intent, owner: str, lease: float, /) -> Record:
        record = await super().claim(key, intent, owner, lease)
        await anyio.sleep(2 * lease)
        return record


async def test_who_slept_through_its_lease_asks_again_before_it_sends(sandbox: Sandbox, tmp_path: Path) -> None:
    sleeping = Sleeping(tmp_path / "billing.sqlite", synchronous="NORMAL")
    async with sandbox.client(retry=ONCE) as lb:
        create = type(lb.products)(Guarded(lb, sleeping, "k", settle_after=0.2, lease=0.1)).create  # type: ignore[arg-type]
        group = await product_group(lb)
        arguments: dict[str, Any] = {"name": "Hosting", "unit": "pcs", "product_group_id": group}
        assert (await create(product_number="P-1", **arguments)).product_number == "P-1"  # nobody else had the key
        await sleeping.aclose()
        taken = Guarded(lb, sleeping, "other", settle_after=0.2, lease=0.1)  # type: ignore[arg-type]
        other = SQLiteStore(tmp_path / "billing.sqlite", synchronous="NORMAL")

        async def take_over() -> None:
            await anyio.sleep(0.15)
            body = {"productNumber": "P-2", "name": "Hosting", "unit": "pcs", "productGroupId": group}
            assert (await other.claim("other", Intent("products.create", (), (), body), "you", 60)).owner == "you"

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(take_over)
            with pytest.raises(UnsettledError, match="the lease on the key was lost"):
                await type(lb.products)(taken).create(product_number="P-2", **arguments)
    await sleeping.aclose()
    await other.aclose()
    assert len(applied(sandbox)) == 1


async def test_a_store_that_can_not_let_go_of_a_key_hides_no_error(
    sandbox: Sandbox, store: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_arguments: Any) -> None:
        raise IdempotencyStoreError("the disk is full")

    monkeypatch.setattr(store, "leave", fail)
    async with sandbox.client(retry=ONCE, settle_after=0, idempotency_store=store) as lb:
        group = await product_group(lb)
        sandbox.faults.add(Cut("applied"), "products.create")
        sandbox.faults.add(Status(500), "products.list")
        with pytest.raises(UnsettledError):
            await product(lb, group=group)


# ---------------------------------------------------------------------- credentials


async def test_a_token_that_is_refused_in_the_middle_makes_no_second_write(
    sandbox: Sandbox, store: SQLiteStore
) -> None:
    async with sandbox.client(oauth=True, retry=ONCE, settle_after=0.2, idempotency_store=store) as lb:
        group = await product_group(lb)
        sandbox.clock.advance(dt.timedelta(hours=2))  # the token is over, and its holder doesn't know
        sandbox.faults.add(Cut("applied"), "products.create", times=1)
        arguments: dict[str, Any] = {"name": "x", "unit": "pcs", "product_group_id": group}
        assert (await lb.once("k", lb.products.create, product_number="P-1", **arguments)).id
        assert next(one.status for one in sandbox.requests if one.operation == "products.create") == 401
    assert len(applied(sandbox)) == 1


@pytest.mark.parametrize("status", [400, 503])
async def test_without_a_token_nothing_was_sent_and_the_key_is_free(
    sandbox: Sandbox, store: SQLiteStore, status: int
) -> None:
    async with sandbox.client(
        oauth=True, retry=ONCE, settle_after=60, idempotency_store=store, scope_check="off"
    ) as lb:
        group = await product_group(lb)
        sandbox.faults.add(Status(401), "products.create", times=1)
        sandbox.faults.add(Status(status), "POST /v1/auth/token", times=1)
        arguments: dict[str, Any] = {"name": "x", "unit": "pcs", "product_group_id": group}
        with pytest.raises((AuthenticationError, ServerError)) as caught:
            await lb.once("k", lb.products.create, product_number="P-1", **arguments)
        assert caught.value.applied is False
        assert await store.find("k") is None
        sandbox.faults.clear()
        assert (await lb.once("k", lb.products.create, product_number="P-1", **arguments)).id
    assert len(applied(sandbox)) == 1


# ---------------------------------------------------------------------- what reads don't show


@works("product_prices.create")
@pytest.mark.parametrize("shown", [{}, {"prices": None}, {"prices": ["x"]}, []])
async def test_a_read_that_does_not_show_what_is_looked_for_is_no_proof_of_absence(
    lb: LedgerBee, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, shown: Any
) -> None:
    listed = (await lb.products.list())[0]
    sandbox.faults.add(Cut("applied"), "product_prices.create", times=1)
    with pytest.raises(OutcomeUnknownError) as caught:
        await lb.product_prices.create(
            product_id=listed.id or "", billing_period_type="one_time", pricing_model="flat_rate", unit_amount="10.00"
        )
    execute = lb.execute

    async def bare(operation: Any, *arguments: Any) -> Any:
        response = await execute(operation, *arguments)
        if operation.name == "products.get":
            response.parsed = shown
        return response

    monkeypatch.setattr(lb, "execute", bare)
    verdict = await lb.settle(caught.value, settle_after=0)
    assert isinstance(verdict, Unsettled)
    assert "products.get" in verdict.reason
    monkeypatch.undo()
    assert isinstance(await lb.settle(caught.value, settle_after=0), Applied)


@works("customers.list", "quotes.create", "quotes.send", "quotes.convert", "invoices.get")
async def test_a_conversion_that_was_lost_returns_what_it_has_made(lb: LedgerBee, sandbox: Sandbox) -> None:
    sandbox.seed(customers=1)
    customer = (await lb.customers.list())[0]
    price = (await lb.products.get((await lb.products.list())[0].id or "")).prices[0]
    lines = [{"price_id": price.id, "quantity": 1}]
    quote = await lb.quotes.create(customer_id=customer.id or "", date="2026-11-30", lines=lines)
    await lb.quotes.send(quote.id or "", delivery_type="Manual")
    sandbox.faults.add(Cut("applied"), "quotes.convert", times=1)
    made: Any = await lb.once("c", lb.quotes.convert, quote.id or "", target="invoice")
    number = made["id"] if isinstance(made, dict) else made.id
    assert number != quote.id
    assert (await lb.invoices.get(number)).id == number


# ---------------------------------------------------------------------- later versions


async def test_a_result_that_an_earlier_version_has_kept_is_returned_by_the_models_of_today(
    lb: LedgerBee, sandbox: Sandbox, store: SQLiteStore, tmp_path: Path
) -> None:
    """As it stood in the file: arguments in another order, numbers written otherwise, a field that is gone."""
    made = await lb.products.get((await lb.products.list())[0].id or "")
    body = (
        '{"format":1,"route":"POST /some/older/path","body":{"name":"Hosting","unit":"pcs","productNumber":"P-1",'
        f'"productGroupId":"{made.product_group_id}"}},"operation":"products.create","path":[],"query":[]}}'
    )
    await store.find("x")  # makes the file
    with sqlite3.connect(tmp_path / "billing.sqlite") as db:
        content = json.dumps({**made.to_dict(), "aFieldOfThen": 1}).encode()
        db.execute(
            "INSERT INTO writes (key, intent, sent_at, owner, held_until, status, content, finished_at) "
            "VALUES ('k', ?, 1, '', 1, 201, ?, 1)",
            (body, content),
        )
    db.close()
    again = await lb.once(
        "k",
        lb.products.create,
        product_number="P-1",
        name="Hosting",
        unit="pcs",
        product_group_id=made.product_group_id or "",
    )
    assert (again.id, again.name) == (made.id, made.name)
    assert applied(sandbox) == []


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (Intent("a.b", body={"n": 2}), Intent("a.b", body={"n": 2.0}), True),
        (Intent("a.b", body={"n": 1}), Intent("a.b", body={"n": True}), False),
        (Intent("a.b", body={"n": DIGITS}), Intent("a.b", body={"n": DIGITS}), True),
        (Intent("a.b", body={"n": DIGITS}), Intent("a.b", body={"n": read_number("12345678901234567.88")}), False),
        (Intent("a.b", body={"x": 1, "y": [2]}), Intent("a.b", body={"y": [2], "x": 1}), True),
        (Intent("a.b", body={"x": [1, 2]}), Intent("a.b", body={"x": [2, 1]}), False),
        (Intent("a.b", ("1",)), Intent("a.b", ("2",)), False),
        (Intent("a.b", (), (("q", "1"),)), Intent("a.b", (), (("q", "2"),)), False),
        (Intent("a.b", route="POST /x"), Intent("new.name", route="POST /x"), True),
        (Intent("a.b", route="POST /x"), Intent("a.b", route="POST /moved"), True),
        (Intent("a.b"), Intent("new.name"), False),
    ],
)
def test_writes_are_the_same_when_the_same_would_be_sent(one: Intent, other: Intent, is_same: bool) -> None:
    assert one.is_same(other) is is_same
    assert Intent.load(one.dump()).is_same(other) is is_same


def test_a_response_without_its_secrets_keeps_every_digit() -> None:
    content = b'{"secret":"s","amount":12345678901234567.89,"rows":[{"token":"t","n":1.5}]}'
    assert kept(200, content).content == b'{"amount":12345678901234567.89,"rows":[{"n":1.5}]}'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"format":2}', "of a later version of this package"),
        ("{", "can't be read: is it damaged"),
        ('{"format":1}', "can't be read: is it damaged"),
    ],
)
def test_a_write_that_can_not_be_read_is_an_error_of_the_store(text: str, reason: str) -> None:
    with pytest.raises(IdempotencyStoreError, match=reason):
        Intent.load(text)


# ---------------------------------------------------------------------- giving up


async def test_a_run_that_is_cancelled_makes_each_write_once_when_it_is_started_again(
    lb: LedgerBee, sandbox: Sandbox
) -> None:
    group = await product_group(lb)
    sandbox.faults.add(Late(0.1), "products.create", probability=0.3)

    async def make(number: str, once: Any) -> str:
        made = await once(lb.products.create, product_number=number, name="x", unit="pcs", product_group_id=group)
        return str(made.id)

    numbers = [f"N{index}" for index in range(30)]
    for seconds in (0.0, 0.02, 0.05, 0.1, 0.2):
        with anyio.move_on_after(seconds):
            await lb.once_each(numbers, key=str, call=make)
    sandbox.faults.clear()
    done = await lb.once_each(numbers, key=str, call=make)
    assert done.is_complete, [one.error for one in done.unsettled]
    assert sorted(str(one.result) for one in done) == sorted(str(one) for one in applied(sandbox))
    assert len(applied(sandbox)) == 30


async def test_a_callback_that_raises_after_the_write_loses_nothing(sandbox: Sandbox, store: SQLiteStore) -> None:
    def refuse(_deviation: Any) -> None:
        raise ValueError("not in my log")

    def raising(_event: Any) -> None:
        raise ValueError("not in mine either")

    retry = RetryPolicy(max_attempts=2, initial_delay=0.0, on_retry=raising)
    async with sandbox.client(
        retry=retry, settle_after=0.2, idempotency_store=store, on_deviation=refuse, scope_check="off"
    ) as lb:
        sandbox.faults.add(Status(429), "products.create", times=1)
        with pytest.raises((ValueError, LedgerBeeError)):
            await product(lb)
        assert await product(lb)
    assert len(applied(sandbox)) == 1
