"""The end of the month: the company's books, what LedgerBee says, and what the sandbox logged, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ledgerbee_client.testing import Sandbox, Write
from ledgerbee_client.webhooks import SubscriptionChurned, SubscriptionStarted

from .books import Amounts
from .month import RUNNING
from .needs import PAYMENTS, what_is_missing
from .receiver import Receiver
from .service import Service
from .sums import Row

_NOTHING = Decimal("0.00")
#: An invoice is booked when it is sent, or when a quote is converted.
_BOOKING = ("invoices.send", "quotes.convert")


async def compare(sandbox: Sandbox, service: Service, receiver: Receiver) -> list[Row]:
    """All sums of the month."""
    return [
        *await customers(sandbox, service),
        *await documents(sandbox, service),
        *await bank(sandbox, service),
        *usage(sandbox, service),
        *await webhooks(sandbox, service, receiver),
    ]


async def customers(sandbox: Sandbox, service: Service) -> list[Row]:
    """Compare customers and their subscriptions."""
    lb, books = service.lb, service.books
    listed, subscriptions = await lb.customers.list(), await lb.subscriptions.list(limit=1)
    return [
        Row(
            "customers",
            len(books.customers),
            len(listed),
            len(applied(sandbox, "customers.create")),
        ),
        Row(
            "subscriptions",
            len(books.subscriptions),
            subscriptions.total,
            len(applied(sandbox, "subscriptions.assign")),
        ),
    ]


async def documents(sandbox: Sandbox, service: Service) -> list[Row]:
    """Drafts count, too: one that was made twice would be left over."""
    lb, books = service.lb, service.books
    invoices = await lb.invoices.list(limit=100).collect()
    credit_notes = await lb.credit_notes.list(limit=100).collect()
    invoiced = sum(books.invoices.values(), Amounts())
    credited = sum(books.credit_notes.values(), Amounts())
    return [
        Row("invoices sent", len(books.invoices), len(invoices), len(applied(sandbox, *_BOOKING))),
        Row(
            "  net",
            invoiced.net,
            total(one.subtotal for one in invoices),
            ordered(sandbox, "invoices.create", "quotes.create"),
        ),
        Row("  VAT", invoiced.vat, total(one.vat for one in invoices), None),
        Row("  gross", invoiced.gross, total(one.amount for one in invoices), None),
        Row(
            "credit notes, net",
            -credited.net,
            total(one.subtotal for one in credit_notes),
            -ordered(sandbox, "credit_notes.create"),
        ),
        Row("  gross", -credited.gross, total(one.amount for one in credit_notes), None),
    ]


async def bank(sandbox: Sandbox, service: Service) -> list[Row]:
    """Debits are what the bank got, credits what LedgerBee added on the customers' side."""
    if what_is_missing(sandbox, PAYMENTS):
        return []
    paid = sum(service.books.payments.values(), _NOTHING)
    lines = [
        Decimal(line["amount"])
        async for entry in service.lb.journal_entries.list(limit=100)
        if entry.to_dict().get("entryType")
        == "CUSTOMER_PAYMENT"  # the others are the invoices that were sent
        for line in entry.additional_properties["lines"]
    ]
    batches = applied(sandbox, "journal_entries.create_batch")
    posted = total(entry["originalAmount"] for batch in batches for entry in batch.body["entries"])
    return [
        Row("bank payments, debits", paid, total(one for one in lines if one > 0), posted),
        Row("  credits", -paid, total(one for one in lines if one < 0), None),
    ]


def usage(sandbox: Sandbox, service: Service) -> list[Row]:
    """Compare the usage that was reported."""
    reported = service.books.usage
    reports = applied(sandbox, "meters.report")
    return [
        Row("usage reports", len(reported), None, len(reports)),
        Row("  calls", sum(reported.values()), None, sum(one.body["value"] for one in reports)),
    ]


async def webhooks(sandbox: Sandbox, service: Service, receiver: Receiver) -> list[Row]:
    """Compare the events with what the receiver kept."""
    attempts = sum(len(delivery.attempts) for delivery in sandbox.deliveries)
    running = await service.lb.subscriptions.list(statuses=RUNNING, limit=1)
    started_and_left = receiver.count(SubscriptionStarted) - receiver.count(SubscriptionChurned)
    return [
        Row("webhook deliveries, verified", receiver.verified, None, attempts),
        Row("  events, each once", len(receiver.inbox), None, len(sandbox.deliveries)),
        Row("  running subscriptions", started_and_left, running.total, None),
    ]


def applied(sandbox: Sandbox, *operations: str) -> list[Write]:
    """The writes of operations that had an effect."""
    return [one for one in sandbox.writes if one.operation in operations]


def ordered(sandbox: Sandbox, *operations: str) -> Decimal:
    """What the lines of the sales documents that were made come to, without VAT."""
    prices = {price["id"]: Decimal(price["unitAmount"]) for price in sandbox.state.prices}
    lines = [line for write in applied(sandbox, *operations) for line in write.body["lines"]]
    return total(prices[line["priceId"]] * line["quantity"] for line in lines)


def total(amounts: Iterable[Decimal | str | None]) -> Decimal:
    """The sum of amounts, which the API gives as decimals."""
    return sum((Decimal(one) for one in amounts if one is not None), _NOTHING)
