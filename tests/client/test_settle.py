"""`LedgerBee.settle` against the sandbox as the adversary: late writes, wrong clocks, rows that look alike."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import AsyncIterator
from typing import Any

import anyio
import httpx
import pytest

from ledgerbee_client import Applied, LedgerBee, NotApplied, RetryPolicy, Unsettled
from ledgerbee_client._settle.reading import Settler
from ledgerbee_client._settle.sent import Sent
from ledgerbee_client.errors import ConfigurationError, OutcomeUnknownError
from ledgerbee_client.generated.types import Operation
from ledgerbee_client.testing import ClockSkew, Cut, Fault, Late, LooseSearch, Sandbox, Stale, Status, Twin
from tests.sandbox.support import works
from tests.shared.in_process import client

ONCE = RetryPolicy(max_attempts=1)


@pytest.fixture
async def lb(sandbox: Sandbox) -> AsyncIterator[LedgerBee]:
    async with sandbox.client(retry=ONCE, settle_after=0.3) as client:
        yield client


async def lost(lb: LedgerBee, sandbox: Sandbox, *faults: Fault, number: str = "P-1") -> OutcomeUnknownError:
    """Create a product of which the outcome stays unknown."""
    group = (await lb.products.list(limit=1)).items[0].product_group_id
    for fault in faults:
        sandbox.faults.add(fault, "products.create", times=1)
    with pytest.raises(OutcomeUnknownError) as caught:
        await lb.products.create(product_number=number, name="Hosting", unit="pcs", product_group_id=group)
    return caught.value


async def test_what_was_applied_is_returned_as_the_call_would_have(lb: LedgerBee, sandbox: Sandbox) -> None:
    verdict = await lb.settle(await lost(lb, sandbox, Cut("applied")))
    assert isinstance(verdict, Applied)
    assert verdict.result == await lb.products.get(sandbox.writes[-1].resource_id or "")
    (read,) = verdict.evidence
    assert (read.operation, read.fits, read.alike) == ("products.list", 1, 0)
    assert "productNumber" in read.compared


@works("products.update")
async def test_the_evidence_on_a_change_names_the_object_that_was_read_and_what_was_compared(
    lb: LedgerBee, sandbox: Sandbox
) -> None:
    product = (await lb.products.list(limit=1)).items[0]
    sandbox.faults.add(Cut("applied"), "products.update", times=1)
    with pytest.raises(OutcomeUnknownError) as caught:
        await lb.products.update(product.id or "", name="Hosting, large")
    verdict = await lb.settle(caught.value)
    assert isinstance(verdict, Applied)
    (read,) = verdict.evidence
    assert (read.operation, read.seen, read.fits, read.alike) == ("products.get", 1, 1, 0)
    assert read.compared == ("name",)


async def test_what_was_not_applied_is_only_said_so_when_it_no_longer_can_be(lb: LedgerBee, sandbox: Sandbox) -> None:
    error = await lost(lb, sandbox, Cut("request"))
    at_once = await lb.settle(error, wait=False)
    assert isinstance(at_once, Unsettled)
    assert "may still be working on it" in at_once.reason
    assert error.sent_at is not None
    assert at_once.settle_at == error.sent_at + dt.timedelta(seconds=0.3)
    verdict = await lb.settle(error)
    assert isinstance(verdict, NotApplied)
    assert verdict.evidence[-1].at >= at_once.settle_at


async def test_a_write_that_a_gateway_gave_up_and_that_lands_later_is_waited_for(
    lb: LedgerBee, sandbox: Sandbox
) -> None:
    error = await lost(lb, sandbox, Late(0.2))
    assert isinstance(await lb.settle(error, wait=False), Unsettled)
    assert isinstance(await lb.settle(error, settle_after=2), Applied)


async def test_the_time_counts_from_the_attempt(lb: LedgerBee, sandbox: Sandbox) -> None:
    error = await lost(lb, sandbox, Cut("request"))
    await anyio.sleep(0.35)
    assert isinstance(await lb.settle(error, wait=False), NotApplied)


@pytest.mark.unmeasured
@pytest.mark.parametrize("seconds", [-60, 60])
async def test_a_wrong_clock_makes_no_false_verdict(lb: LedgerBee, sandbox: Sandbox, seconds: float) -> None:
    with sandbox.faults.add(ClockSkew(seconds)):
        applied = await lb.settle(await lost(lb, sandbox, Cut("applied")))
        not_applied = await lb.settle(await lost(lb, sandbox, Cut("request"), number="P-2"))
    assert not isinstance(applied, NotApplied)
    assert not isinstance(not_applied, Applied)


async def test_a_search_that_finds_too_much_does_no_harm(lb: LedgerBee, sandbox: Sandbox) -> None:
    sandbox.seed(products=30)
    with sandbox.faults.add(LooseSearch()):
        assert isinstance(await lb.settle(await lost(lb, sandbox, Cut("applied"))), Applied)


async def test_reads_from_a_cache_make_no_false_verdict(lb: LedgerBee, sandbox: Sandbox) -> None:
    with sandbox.faults.add(Stale()):
        await lb.dimensions.list()  # it is in the cache now
        for number, fault in enumerate((Cut("applied"), Cut("request"))):
            sandbox.faults.add(fault, "dimensions.create", times=1)
            with pytest.raises(OutcomeUnknownError) as caught:
                await lb.dimensions.create(name=f"Region {number}", is_unique=False)
            verdict = await lb.settle(caught.value, wait=False)
            assert not isinstance(verdict, Applied if fault == Cut("request") else NotApplied)


async def invoice(lb: LedgerBee, sandbox: Sandbox, *faults: Fault, **arguments: Any) -> OutcomeUnknownError:
    """Create an invoice of which the outcome stays unknown."""
    sandbox.seed(customers=1)
    customer = (await lb.customers.list())[0]
    group = (await lb.products.list(limit=1)).items[0].product_group_id
    price = {"billing_period_type": "one_time", "pricing_model": "flat_rate", "unit_amount": "10.00"}
    product = await lb.products.create(
        product_number="P-9", name="Hosting", unit="pcs", product_group_id=group, initial_price=price
    )
    for fault in faults:
        sandbox.faults.add(fault, "invoices.create", times=1)
    lines = [{"price_id": product.prices[0].id, "quantity": 1}]
    with pytest.raises(OutcomeUnknownError) as caught:
        await lb.invoices.create(customer_id=customer.id or "", date="2026-11-28", lines=lines, **arguments)
    return caught.value


async def test_reading_that_fails_is_no_verdict(lb: LedgerBee, sandbox: Sandbox) -> None:
    error = await lost(lb, sandbox, Cut("applied"))
    with sandbox.faults.add(Status(500), "products.list"):
        verdict = await lb.settle(error)
    assert isinstance(verdict, Unsettled)
    assert "reading failed: ServerError" in verdict.reason
    assert isinstance(await lb.settle(error), Applied)  # asked again, it can be told


@pytest.mark.parametrize("shown", [[], [{"name": "Hosting, large"}], "text", 7])
async def test_an_answer_that_shows_no_object_is_no_verdict(shown: object) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(200, json=shown)
        raise httpx.ReadError("gone", request=request)

    async with client(answer, retry=ONCE, settle_after=0.001) as lb:
        with pytest.raises(OutcomeUnknownError) as caught:
            await lb.products.update("p1", name="Hosting, large")
        verdict = await lb.settle(caught.value)
    assert isinstance(verdict, Unsettled)
    assert verdict.reason == "products.get shows no object"


async def test_what_can_not_be_settled_says_why(lb: LedgerBee, sandbox: Sandbox) -> None:
    with sandbox.faults.add(Cut("applied")), pytest.raises(OutcomeUnknownError) as caught:
        await lb.webhook_endpoints.roll_secret("0197a943-2325-7829-b835-b6c71a293065")
    verdict = await lb.settle(caught.value)
    assert isinstance(verdict, Unsettled)
    assert "webhook_endpoints.roll_secret can't be settled: the secret is shown once" in verdict.reason


async def test_an_error_can_be_settled_in_another_process(lb: LedgerBee, sandbox: Sandbox) -> None:
    error = pickle.loads(pickle.dumps(await lost(lb, sandbox, Cut("applied"))))
    assert isinstance(await lb.settle(error), Applied)


async def test_an_error_of_unknown_origin_is_refused(lb: LedgerBee) -> None:
    with pytest.raises(ValueError, match="only an OutcomeUnknownError that a call of a resource's method has raised"):
        await lb.settle(OutcomeUnknownError("lost"))


@pytest.mark.parametrize("value", [-1, "30", None, True, float("nan"), 10**9])
def test_seconds_that_are_none_are_refused_at_construction(value: Any) -> None:
    with pytest.raises(ConfigurationError, match="settle_after must be seconds"):
        LedgerBee("key", settle_after=value)


@pytest.mark.parametrize("value", [-1.0, float("inf"), float("nan")])
def test_seconds_that_are_none_are_refused_by_settle(value: float) -> None:
    with pytest.raises(ValueError, match="settle_after must be seconds"):
        Settler(LedgerBee("key"), Sent("products.create", dt.datetime.now(dt.UTC)), settle_after=value)


async def test_with_options_can_wait_longer(lb: LedgerBee, sandbox: Sandbox) -> None:
    error = await lost(lb, sandbox, Cut("request"))
    patient = lb.with_options(settle_after=3600)
    verdict = await patient.settle(error, wait=False)
    assert isinstance(verdict, Unsettled)
    assert verdict.settle_at is not None
    assert verdict.settle_at - dt.datetime.now(dt.UTC) > dt.timedelta(minutes=59)


def test_the_error_knows_what_was_sent() -> None:
    assert OutcomeUnknownError.sent is None
    assert Operation("x.y", "POST", "/v1/x").settlement is None


@works("invoices.create", "invoices.list")
async def test_a_twin_of_somebody_else_is_left_to_a_person(lb: LedgerBee, sandbox: Sandbox) -> None:
    error = await invoice(lb, sandbox, Twin(), Cut("applied"), reference="C-1001")
    verdict = await lb.settle(error)
    assert isinstance(verdict, Unsettled)
    assert len(verdict.candidates) == 2
    assert "more than one object fits" in verdict.reason
