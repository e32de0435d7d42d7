"""The service against the sandbox: what it does, and what it doesn't do twice when something goes wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import httpx
import pytest
from invoicing import CALLS, Customer, Invoicing, Payment, Work

from ledgerbee_client import LedgerBee, RetryPolicy, needed_scopes
from ledgerbee_client.errors import MissingScopeError, NotFoundError, OutcomeUnknownError, ValidationFailedError
from ledgerbee_client.models import ProductResponse
from ledgerbee_client.testing import Cut, Sandbox, Status, sandbox
from ledgerbee_client.webhooks import WebhookVerifier
from tests.sandbox.support import works
from tests.shared.api import path

#: What the tests call beside.
ASKED = ("products.get", "products.list", "subscriptions.assign", "webhook_endpoints.create")
# The key has what the service says that it needs, and no more.
pytestmark = [pytest.mark.ledgerbee(scopes=needed_scopes(*CALLS), enforce_inferred_scopes=True), works(*CALLS, *ASKED)]

NORDLYS = Customer("C-1", "Nordlys ApS")
FJORD = Customer("C-2", "Fjord AS", country="NO")


@pytest.fixture
async def product(ledgerbee_sandbox: Sandbox) -> ProductResponse:
    """What is in the catalogue already."""
    admin = ledgerbee_sandbox.client()
    ledgerbee_sandbox.seed(products=1)
    listed = (await admin.products.list()).items[0]
    return await admin.products.get(listed.id or "")


@pytest.fixture
async def bank(ledgerbee_sandbox: Sandbox) -> str:
    accounts = await ledgerbee_sandbox.client().accounts.list()
    return next(account.id for account in accounts if account.name == "Bank")


@pytest.fixture
async def service(ledgerbee: LedgerBee, bank: str) -> Invoicing:
    """It retries as in production, but doesn't wait."""
    return Invoicing(ledgerbee.with_options(retry=RetryPolicy(initial_delay=0)), bank_account_id=bank)


@pytest.fixture
async def customer_id(service: Invoicing, ledgerbee_sandbox: Sandbox) -> str:
    found = await service.import_customers([NORDLYS])
    ledgerbee_sandbox.writes.clear()
    return found["C-1"]


@pytest.fixture
def work(customer_id: str, product: ProductResponse) -> Work:
    return Work("job-1", customer_id, (product.prices or [])[0].id or "", 3, "Workshop")


def written(sb: Sandbox) -> list[str]:
    """The writes that were applied, in the words of the documentation."""
    return [write.operation for write in sb.writes]


CREATED, SENT = "invoices.create", "invoices.send"


# ---------------------------------------------------------------------- at the start


async def test_a_key_with_the_scopes_of_the_service_is_enough(service: Invoicing) -> None:
    await service.start()


@pytest.mark.ledgerbee(scopes=["invoices-read"])
async def test_a_key_that_lacks_scopes_is_refused_at_the_start(service: Invoicing) -> None:
    with pytest.raises(MissingScopeError) as caught:
        await service.start()
    assert "invoices-write" in caught.value.missing
    assert "invoices-read" not in caught.value.missing


# ---------------------------------------------------------------------- customers


async def test_customers_are_imported(service: Invoicing, ledgerbee: LedgerBee) -> None:
    ids = await service.import_customers([NORDLYS, FJORD])
    assert {one.id: one.name for one in await ledgerbee.customers.list()} == {
        ids["C-1"]: "Nordlys ApS",
        ids["C-2"]: "Fjord AS",
    }


async def test_customers_that_are_there_already_are_left_alone(
    service: Invoicing, customer_id: str, ledgerbee_sandbox: Sandbox
) -> None:
    ids = await service.import_customers([NORDLYS, FJORD])
    assert ids["C-1"] == customer_id
    assert len(ledgerbee_sandbox.writes) == 1


async def test_a_customer_is_made_once_though_the_answer_is_lost(
    service: Invoicing, ledgerbee_sandbox: Sandbox
) -> None:
    ledgerbee_sandbox.faults.add(Cut("applied"), "customers.create", times=1)
    ids = await service.import_customers([NORDLYS])
    assert len(ledgerbee_sandbox.writes) == 1
    assert ids == await service.import_customers([NORDLYS])


async def test_a_customer_without_a_name_is_refused_with_the_reason(service: Invoicing) -> None:
    with pytest.raises(ValidationFailedError) as caught:
        await service.import_customers([Customer("C-3", "")])
    assert "name" in caught.value.errors


# ---------------------------------------------------------------------- invoices


async def test_delivered_work_is_invoiced_and_sent(
    service: Invoicing, work: Work, product: ProductResponse, ledgerbee_sandbox: Sandbox
) -> None:
    invoice = await service.invoice(work)
    unit_amount = (product.prices or [])[0].unit_amount
    assert unit_amount
    assert invoice.status == "sent"
    assert invoice.number is not None
    assert invoice.subtotal == 3 * unit_amount
    assert invoice.vat == (3 * unit_amount / 4).quantize(Decimal("0.01"))
    assert written(ledgerbee_sandbox) == [CREATED, SENT]


async def test_work_is_invoiced_once(service: Invoicing, work: Work, ledgerbee_sandbox: Sandbox) -> None:
    first = await service.invoice(work)
    assert await service.invoice(work) == first
    assert written(ledgerbee_sandbox) == [CREATED, SENT]


@pytest.mark.parametrize("operation", ["invoices.create", "invoices.send"])
async def test_work_is_invoiced_once_though_an_answer_is_lost(
    operation: str, service: Invoicing, work: Work, ledgerbee_sandbox: Sandbox
) -> None:
    ledgerbee_sandbox.faults.add(Cut("applied"), operation, times=1)
    assert (await service.invoice(work)).status == "sent"
    assert written(ledgerbee_sandbox) == [CREATED, SENT]


@pytest.mark.parametrize("operation", ["invoices.create", "invoices.send"])
async def test_what_was_not_applied_is_done_when_the_work_comes_again(
    operation: str, service: Invoicing, work: Work, ledgerbee_sandbox: Sandbox
) -> None:
    ledgerbee_sandbox.faults.add(Cut("request"), operation, times=1)
    with pytest.raises(OutcomeUnknownError):
        await service.invoice(work)
    assert (await service.invoice(work)).status == "sent"
    assert written(ledgerbee_sandbox) == [CREATED, SENT]


async def test_a_busy_api_is_waited_for(service: Invoicing, work: Work, ledgerbee_sandbox: Sandbox) -> None:
    ledgerbee_sandbox.faults.add(Status(429, rate_limit_reset=0), times=2)
    assert (await service.invoice(work)).status == "sent"
    assert len(ledgerbee_sandbox.faults.injected) == 2
    assert written(ledgerbee_sandbox) == [CREATED, SENT]


async def test_an_invoice_is_credited_once_though_an_answer_is_lost(
    service: Invoicing, work: Work, ledgerbee: LedgerBee, ledgerbee_sandbox: Sandbox
) -> None:
    invoice = await service.invoice(work)
    ledgerbee_sandbox.faults.add(Cut("applied"), "credit_notes.create", times=1)
    with pytest.raises(OutcomeUnknownError):
        await service.credit(invoice)
    note = await service.credit(invoice)
    assert note.status == "sent"
    assert note.amount == -(invoice.amount or 0)
    assert (await ledgerbee.invoices.get(invoice.id or "")).status == "credited"
    assert await service.credit(invoice) == note
    assert len(await ledgerbee.credit_notes.list()) == 1


# ---------------------------------------------------------------------- usage and payments


async def test_usage_counts_once_though_an_answer_is_lost(
    service: Invoicing, customer_id: str, ledgerbee_sandbox: Sandbox
) -> None:
    ledgerbee_sandbox.faults.add(Cut("applied"), "meters.report", times=1)
    await service.report_usage(customer_id, "api-calls", 7, key="2026-01-15")
    await service.report_usage(customer_id, "api-calls", 7, key="2026-01-15")
    [write] = ledgerbee_sandbox.writes
    assert write.body["value"] == 7
    assert write.idempotency_key == "2026-01-15"


async def test_usage_of_an_unknown_meter_is_refused(service: Invoicing, customer_id: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        await service.report_usage(customer_id, "no-such-meter", 7, key="k")
    assert caught.value.code == "METER_NOT_FOUND"


async def test_a_payment_is_posted_once_though_an_answer_is_lost(
    service: Invoicing, customer_id: str, bank: str, ledgerbee_sandbox: Sandbox
) -> None:
    ledgerbee_sandbox.faults.add(Cut("applied"), "journal_entries.create", times=1)
    payment = Payment("bank-77", customer_id, Decimal("1250.00"), date(2026, 1, 20))
    entry_id = await service.post_payment(payment)
    assert await service.post_payment(payment) == entry_id
    [write] = ledgerbee_sandbox.writes
    assert write.body["originalAmount"] == "1250.00"
    assert [line["accountId"] for line in write.body["lines"]] == [bank]


# ---------------------------------------------------------------------- the month


async def test_the_report_has_every_page_of_the_month(
    service: Invoicing, work: Work, ledgerbee: LedgerBee, ledgerbee_sandbox: Sandbox
) -> None:
    line = {"price_id": work.price_id, "quantity": 1, "unit_price": Decimal("10.10")}
    days = [date(2025, 12, 31), *[date(2026, 1, 1 + index % 31) for index in range(120)], date(2026, 2, 1)]
    for day in days:
        invoice = await ledgerbee.invoices.create(customer_id=work.customer_id, date=day, lines=[line])
        await ledgerbee.invoices.send(invoice.id or "", delivery_type="Manual")
    ledgerbee_sandbox.faults.add(Status(503), "invoices.list", times=2)
    report = await service.report(2026, 1)
    assert (report.count, report.total) == (120, Decimal("1212.00"))
    assert report.by_customer == {work.customer_id: report.total}


# ---------------------------------------------------------------------- webhooks


async def test_a_customer_has_access_while_the_subscription_lives() -> None:
    async def deliver(request: httpx.Request) -> httpx.Response:
        return httpx.Response(await service.receive(verifier, request.content, request.headers))

    async with sandbox(webhook_transport=httpx.MockTransport(deliver)) as sb:
        lb = sb.client()
        service = Invoicing(lb)
        endpoint = await lb.request("POST", path("webhook_endpoints.create"), json={"url": "https://example.com/hooks"})
        verifier = WebhookVerifier(endpoint.parsed["secret"], clock=sb.clock.now)
        customers = await service.import_customers([NORDLYS])
        subscription = await lb.subscriptions.assign(
            customer_id=customers["C-1"], plan_id=sb.add_plan("Gold"), start_date=date(2026, 1, 16)
        )
        assert service.active == set()
        await sb.advance(24 * 3600)
        assert service.active == {subscription.id}
        await lb.subscriptions.cancel(id=subscription.id, strategy="immediately")
        await sb.deliver_due()
        assert service.active == set()


async def test_a_delivery_that_is_not_from_ledgerbee_changes_nothing(service: Invoicing) -> None:
    verifier = WebhookVerifier("whsec_c2VjcmV0IG9mIHRoZSB0ZXN0cw==")
    assert await service.receive(verifier, b'{"type": "subscription.started"}', {}) == 400
    assert service.active == set()
