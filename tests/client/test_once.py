"""`LedgerBee.once`: each write once, whatever becomes of its response, its process, and others with the same key."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import anyio
import pytest

from ledgerbee_client import LedgerBee, RetryPolicy, SQLiteStore
from ledgerbee_client._once.records import Intent, Result
from ledgerbee_client._once.writing import Guarded
from ledgerbee_client.errors import (
    BadRequestError,
    ConfigurationError,
    IdempotencyKeyReuseError,
    IdempotencyStoreError,
    NotFoundError,
    OutcomeUnknownError,
    ResponseDecodeError,
    UnsettledError,
)
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.models import ProductResponse
from ledgerbee_client.testing import Cut, Fault, Garbage, Late, Sandbox, Status, Twin
from tests.sandbox.support import works
from tests.shared.entries import entry

ONCE = RetryPolicy(max_attempts=1)


@pytest.fixture
async def lb(sandbox: Sandbox, store: SQLiteStore) -> AsyncIterator[LedgerBee]:
    async with sandbox.client(retry=ONCE, settle_after=0.2, idempotency_store=store) as client:
        yield client


async def product(lb: LedgerBee, key: str = "k", number: str = "P-1", **changes: Any) -> ProductResponse:
    group = (await lb.products.list(limit=1)).items[0].product_group_id
    arguments: dict[str, Any] = {"name": "Hosting", "unit": "pcs", "product_group_id": group, **changes}
    return await lb.once(key, lb.products.create, product_number=number, **arguments)


def applied(sandbox: Sandbox) -> int:
    """How many writes were applied."""
    return len(sandbox.writes)


async def test_the_same_key_again_returns_the_same_result_without_a_request(lb: LedgerBee, sandbox: Sandbox) -> None:
    first = await product(lb)
    sandbox.faults.add(Status(500), "products.create")
    assert await product(lb) == first
    assert applied(sandbox) == 1


@pytest.mark.unmeasured
@pytest.mark.parametrize("fault", [Cut("applied"), Cut("request"), Cut("connect"), Cut("body"), Late(0.1), Status(504)])
async def test_whatever_becomes_of_the_response_the_write_is_made_once(
    lb: LedgerBee, sandbox: Sandbox, fault: Fault
) -> None:
    sandbox.faults.add(fault, "products.create", times=1)
    if fault == Cut("connect"):  # nothing was sent: the caller is told, and the key is free
        with pytest.raises(Exception, match="nothing was sent"):
            await product(lb)
    first = await product(lb)
    assert first.product_number == "P-1"
    assert await product(lb) == first
    assert applied(sandbox) == 1


async def test_other_arguments_under_a_key_are_refused_before_anything_is_sent(lb: LedgerBee, sandbox: Sandbox) -> None:
    await product(lb)
    requests = len(sandbox.requests)
    with pytest.raises(
        IdempotencyKeyReuseError, match="the key 'k' was used with other arguments; nothing was sent"
    ) as e:
        await product(lb, number="P-2")
    assert (e.value.key, e.value.began, e.value.operation) == ("k", "products.create", "products.create")
    with pytest.raises(IdempotencyKeyReuseError, match=r"the key 'k' was used by products\.create"):
        await lb.once("k", lb.products.delete, "0197a943-2325-7829-b835-b6c71a293065")
    assert not [one for one in list(sandbox.requests)[requests:] if one.method != "GET"]


async def test_arguments_are_compared_by_what_would_be_sent(lb: LedgerBee, sandbox: Sandbox) -> None:
    price = {"billing_period_type": "one_time", "pricing_model": "flat_rate", "unit_amount": "10.00"}
    wire = {"billingPeriodType": "one_time", "pricingModel": "flat_rate", "unitAmount": "10.00"}
    first = await product(lb, initial_price=price)
    assert await product(lb, initial_price=wire) == first
    assert applied(sandbox) == 1


async def test_a_refusal_frees_the_key(lb: LedgerBee, sandbox: Sandbox) -> None:
    with pytest.raises(BadRequestError):
        await product(lb, product_group_id="nonsense")
    assert (await product(lb)).product_number == "P-1"
    assert applied(sandbox) == 1


async def test_of_many_tasks_with_one_key_one_sends_and_all_have_its_result(lb: LedgerBee, sandbox: Sandbox) -> None:
    results = await asyncio.gather(*(product(lb) for _ in range(20)))
    assert {one.id for one in results} == {results[0].id}
    assert applied(sandbox) == 1


async def test_an_intent_that_was_left_behind_is_settled_and_then_sent_or_not(
    lb: LedgerBee, sandbox: Sandbox, store: SQLiteStore
) -> None:
    group = (await lb.products.list(limit=1)).items[0].product_group_id
    body = {"productNumber": "P-1", "name": "Hosting", "unit": "pcs", "productGroupId": group}
    await store.claim("sent", Intent("products.create", body=body), "killed", 0.0)
    await lb.products.create(product_number="P-1", name="Hosting", unit="pcs", product_group_id=group)
    await store.claim("not sent", Intent("products.create", body={**body, "productNumber": "P-2"}), "killed", 0.0)
    assert (await product(lb, "sent")).product_number == "P-1"
    assert applied(sandbox) == 1
    assert (await product(lb, "not sent", "P-2")).product_number == "P-2"
    assert applied(sandbox) == 2


@pytest.mark.unmeasured
async def test_what_can_not_be_told_is_left_to_a_person_who_decides(
    lb: LedgerBee, sandbox: Sandbox, store: SQLiteStore
) -> None:
    entry: dict[str, Any] = {"name": "Region", "is_unique": False}
    sandbox.faults.add(Status(500), "dimensions.list")
    sandbox.faults.add(Cut("request"), "dimensions.create", times=1)
    with pytest.raises(UnsettledError, match="under the key 'k': it can't be told whether it was applied") as caught:
        await lb.once("k", lb.dimensions.create, **entry)
    assert isinstance(caught.value, OutcomeUnknownError)
    assert caught.value.verdict is not None
    assert caught.value.key == "k"
    (left,) = await store.pending()
    assert json.loads(left.note or "{}")["reason"].startswith("reading failed: ServerError")
    with pytest.raises(UnsettledError):  # it isn't sent again by itself
        await lb.once("k", lb.dimensions.create, **entry)
    assert applied(sandbox) == 0
    assert await store.release("k", None)  # a person has looked, and it is not there
    assert (await lb.once("k", lb.dimensions.create, **entry)).name == "Region"
    assert applied(sandbox) == 1


async def test_an_answer_of_a_person_is_the_result(lb: LedgerBee, store: SQLiteStore) -> None:
    group = (await lb.products.list(limit=1)).items[0].product_group_id
    body = {"productNumber": "P-1", "name": "Hosting", "unit": "pcs", "productGroupId": group}
    await store.claim("k", Intent("products.create", body=body), "killed", 0.0)
    found = await lb.products.create(product_number="P-1", name="Hosting", unit="pcs", product_group_id=group)
    await store.finish("k", None, Result(200, json.dumps(found.to_dict()).encode(), settled=True))
    assert await product(lb) == found


async def test_a_result_that_can_not_be_decoded_is_kept_and_not_sent_again(lb: LedgerBee, sandbox: Sandbox) -> None:
    sandbox.faults.add(Garbage(), "products.create", times=1)
    with pytest.raises(ResponseDecodeError):
        await product(lb)
    with pytest.raises(ResponseDecodeError):
        await product(lb)
    assert applied(sandbox) == 1


async def test_a_caller_who_gives_up_leaves_the_key_to_the_next_one(lb: LedgerBee, sandbox: Sandbox) -> None:
    sandbox.faults.add(Status(504), "products.create", times=1)
    with anyio.move_on_after(0.1):  # while it is being settled
        await product(lb)
    assert (await product(lb)).product_number == "P-1"
    assert applied(sandbox) == 1


# ---------------------------------------------------------------------- kinds of writes


async def webhook(lb: LedgerBee) -> str:
    """The id of a webhook endpoint."""
    body = {"url": "https://example.com/hook", "enabledEvents": ["subscription.started"]}
    made = await lb.request("POST", OPERATIONS["webhook_endpoints.create"].path, json=body)
    return str(made.parsed["id"])


async def test_a_delete_that_finds_nothing_left_to_delete_has_done_its_work_before(
    lb: LedgerBee, sandbox: Sandbox
) -> None:
    made = await product(lb)
    sandbox.faults.add(Cut("applied"), "products.delete", times=1)
    with pytest.raises(OutcomeUnknownError):
        await lb.once("d", lb.products.delete, made.id or "")
    await lb.once("d", lb.products.delete, made.id or "")
    await lb.once("d", lb.products.delete, made.id or "")  # and so it is kept
    with pytest.raises(NotFoundError):  # under another key it was never sent
        await lb.once("e", lb.products.delete, made.id or "")
    assert applied(sandbox) == 2


@works("meters.report", "customers.list")
async def test_usage_reports_derive_their_header_from_the_key(lb: LedgerBee, sandbox: Sandbox) -> None:
    sandbox.seed(customers=1)
    customer = (await lb.customers.list())[0]
    report: dict[str, Any] = {"value": 3, "customer_id": customer.id, "meter_name": "api-calls"}
    sandbox.faults.add(Cut("applied"), "meters.report", times=1)
    with pytest.raises(OutcomeUnknownError) as caught:
        await lb.once("usage/1", lb.meters.report, **report)
    again = await lb.once("usage/1", lb.meters.report, **report)
    assert again.status == "duplicate"  # the API saw the same key
    assert caught.value.idempotency_key is not None
    assert applied(sandbox) == 1
    sandbox.faults.add(Cut("applied"), "meters.report", times=1)
    with pytest.raises(OutcomeUnknownError) as other:
        await lb.once("usage/2", lb.meters.report, **report)
    assert other.value.idempotency_key != caught.value.idempotency_key


@works("webhook_endpoints.create", "webhook_endpoints.roll_secret")
async def test_what_could_never_be_settled_is_refused_before_it_is_sent(lb: LedgerBee, sandbox: Sandbox) -> None:
    endpoint = await webhook(lb)
    roll = lb.webhook_endpoints.roll_secret
    with pytest.raises(ConfigurationError, match="roll_secret: if the response were lost, its outcome could not be"):
        await lb.once("r", roll, endpoint)
    by_hand = lb.with_options(settle_by_hand=True)
    assert await by_hand.once("r", by_hand.webhook_endpoints.roll_secret, endpoint)
    assert applied(sandbox) == 2


@works("webhook_endpoints.create", "webhook_endpoints.roll_secret")
async def test_a_secret_that_is_shown_once_is_not_kept(lb: LedgerBee, tmp_path: Path, store: SQLiteStore) -> None:
    by_hand = lb.with_options(settle_by_hand=True)
    rolled = await by_hand.once("e", by_hand.webhook_endpoints.roll_secret, await webhook(lb))
    assert "whsec_" in rolled.to_dict()["secret"]
    assert "whsec_" not in str(rolled)
    kept = await store.find("e")
    assert kept is not None
    assert kept.result is not None
    assert b"whsec_" not in kept.result.content
    await store.aclose()
    assert b"whsec_" not in (tmp_path / "billing.sqlite").read_bytes()


@pytest.mark.parametrize("name", ["get", "list"])
async def test_reads_are_refused(lb: LedgerBee, name: str) -> None:
    method: Any = getattr(lb.products, name)
    arguments = ["0197a943-2325-7829-b835-b6c71a293065"] if name == "get" else []
    with pytest.raises(TypeError, match=rf"once is for writes; products\.{name} reads: call it as it is"):
        await lb.once("k", method, *arguments)


async def test_downloads_are_refused(lb: LedgerBee, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=r"once is for writes"):
        await lb.once("k", lb.invoices.pdf_to_file, "0197a943-2325-7829-b835-b6c71a293065", tmp_path / "x.pdf")


@pytest.mark.parametrize("method", [print, lambda: None, "products.create", LedgerBee.aclose])
async def test_what_is_no_method_of_a_resource_is_refused(lb: LedgerBee, method: Any) -> None:
    with pytest.raises(TypeError, match="once takes a method of a resource"):
        await lb.once("k", method)


@pytest.mark.parametrize("key", ["", None, 5])
async def test_a_key_is_text(lb: LedgerBee, key: Any) -> None:
    with pytest.raises(TypeError, match="the key must be a string that isn't empty"):
        await lb.once(key, lb.products.delete, "x")


async def test_without_a_store_there_is_nothing_that_remembers(sandbox: Sandbox) -> None:
    async with sandbox.client() as lb:
        with pytest.raises(ConfigurationError, match="once needs a store that remembers"):
            await lb.once("k", lb.products.delete, "x")
    with pytest.raises(ConfigurationError, match="idempotency_store must be a path, or a store"):
        LedgerBee("key", idempotency_store=5)  # type: ignore[arg-type]


async def test_a_path_is_a_store_that_is_closed_with_the_client(sandbox: Sandbox, tmp_path: Path) -> None:
    async with sandbox.client(idempotency_store=tmp_path / "billing.sqlite") as lb:
        first = await product(lb)
    async with sandbox.client(idempotency_store=str(tmp_path / "billing.sqlite")) as lb:
        assert await product(lb) == first
    assert applied(sandbox) == 1


async def test_a_store_of_the_callers_is_not_closed_with_the_client(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[SQLiteStore] = []
    aclose = SQLiteStore.aclose

    async def watched(store: SQLiteStore) -> None:
        closed.append(store)
        await aclose(store)

    monkeypatch.setattr(SQLiteStore, "aclose", watched)
    store = SQLiteStore(tmp_path / "own.sqlite")
    async with sandbox.client(idempotency_store=store):
        pass
    assert closed == []
    async with sandbox.client(idempotency_store=tmp_path / "billing.sqlite"):
        pass
    assert len(closed) == 1
    assert closed[0] is not store
    await store.aclose()


# ---------------------------------------------------------------------- a store that fails


class Failing(SQLiteStore):
    """Fails from a method on."""

    def __init__(self, path: Path, method: str) -> None:
        super().__init__(path, synchronous="NORMAL")
        self.method = method

    async def finish(self, key: str, owner: str | None, result: Result, /) -> bool:
        if self.method == "finish":
            raise IdempotencyStoreError("the disk is full")
        return await super().finish(key, owner, result)

    async def claim(self, *arguments: Any) -> Any:
        if self.method == "claim":
            raise IdempotencyStoreError("the disk is full")
        return await super().claim(*arguments)

    async def renew(self, key: str, owner: str, lease: float, /) -> bool:
        return self.method != "renew" and await super().renew(key, owner, lease)


async def test_nothing_is_sent_when_the_intent_can_not_be_kept(sandbox: Sandbox, tmp_path: Path) -> None:
    async with sandbox.client(idempotency_store=Failing(tmp_path / "x.sqlite", "claim")) as lb:
        with pytest.raises(IdempotencyStoreError) as caught:
            await product(lb)
    assert not caught.value.applied
    assert applied(sandbox) == 0


async def test_when_the_result_can_not_be_kept_the_error_says_that_it_was_applied(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    store = Failing(tmp_path / "x.sqlite", "finish")
    async with sandbox.client(idempotency_store=store, settle_after=0.1) as lb:
        with pytest.raises(IdempotencyStoreError) as caught:
            await product(lb)
        assert caught.value.applied
        assert caught.value.operation == "products.create"
        assert "products.create was applied" in caught.value.__notes__[0]
        store.method = ""
        await store.leave("k", (await store.find("k")).owner)  # type: ignore[union-attr]
        assert (await product(lb)).product_number == "P-1"  # settled
    assert applied(sandbox) == 1
    await store.aclose()


async def test_who_loses_the_lease_stops_before_anything_is_sent_twice(sandbox: Sandbox, tmp_path: Path) -> None:
    store = Failing(tmp_path / "x.sqlite", "renew")
    async with sandbox.client(retry=ONCE) as lb:
        group = (await lb.products.list(limit=1)).items[0].product_group_id
        sandbox.faults.add(Status(504), "products.create")
        guarded = Guarded(lb, store, "k", settle_after=60, lease=0.15)
        create = type(lb.products)(guarded).create
        with pytest.raises(UnsettledError, match="the lease on the key was lost"):
            await create(product_number="P-1", name="x", unit="pcs", product_group_id=group)
    assert applied(sandbox) == 0
    await store.aclose()


@works("journal_entries.create", "journal_entries.list")
async def test_a_twin_of_somebody_else_is_not_taken_for_ours(
    lb: LedgerBee, sandbox: Sandbox, store: SQLiteStore
) -> None:
    sandbox.faults.add(Twin(), "journal_entries.create", times=1)
    sandbox.faults.add(Cut("applied"), "journal_entries.create", times=1)
    with pytest.raises(UnsettledError, match="more than one object fits"):
        await lb.once("k", lb.journal_entries.create, **entry("R-1"))
    (left,) = await store.pending()
    assert len(json.loads(left.note or "{}")["candidates"]) == 2


async def test_a_key_belongs_to_the_api_that_it_was_first_used_with(tmp_path: Path) -> None:
    async def create(base_url: str) -> int:
        async with Sandbox() as sandbox:
            sandbox.seed(products=1)
            (group,) = sandbox.state.product_groups
            new = {"product_number": "1", "name": "x", "unit": "u", "product_group_id": group["id"]}
            async with LedgerBee(
                sandbox.api_key,
                base_url=base_url,
                transport=sandbox.transport(),
                idempotency_store=tmp_path / "shared.sqlite",
            ) as lb:
                await lb.once("p", lb.products.create, **new)
            return len(sandbox.writes)

    assert await create("https://one.test/api") == 1
    with pytest.raises(IdempotencyKeyReuseError, match=r"one\.test/api, and this client calls https://two\.test/api"):
        await create("https://two.test/api")
