"""What the company's program does with LedgerBee: every write once, also when responses get lost or it is killed."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from ledgerbee_client import LedgerBee, RetryEvent, RetryPolicy
from ledgerbee_client.models import PublicInvoice, VatZone

from .books import Amounts, Books, Customer, Item

Lines = list[tuple[Item, int]]

METER = "api-calls"


class SalesDocument(Protocol):
    """What invoices, quotes and credit notes have in common, whatever their classes are called."""

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON of it."""
        ...


class Service:
    """The company's program. Its own numbers and references are the keys of its writes."""

    def __init__(self, lb: LedgerBee) -> None:
        policy = RetryPolicy(
            max_attempts=10, initial_delay=0.05, max_delay=0.5, on_retry=self.on_retry
        )
        self.lb = lb.with_options(retry=policy)
        self.books = Books()
        #: Repetitions that the client made by itself, by what had become of the request.
        self.retries: Counter[str] = Counter()

    def on_retry(self, event: RetryEvent) -> None:
        """The hook of `RetryPolicy`."""
        self.retries[event.outcome.value] += 1

    # ------------------------------------------------------------------ customers

    async def add_customer(self, number: str, name: str, country: str, zone: VatZone) -> Customer:
        """A customer, known by our number."""
        # The fields of this body aren't all published; as JSON they go through whatever the document says.
        body = {
            "customerNumber": number,
            "customerType": "company",
            "name": name,
            "countryCode": country,
            "vatZone": zone.value,
            "email": f"{number.lower()}@customers.example",
        }
        made = await self.lb.once(f"customer/{number}", self.lb.customers.create, extra_body=body)
        return Customer(known(made.id), number, 25 if zone == VatZone.DOMESTIC else 0)

    async def subscribe(
        self, customer: Customer, plan_id: str, start: date, trial_days: int
    ) -> str:
        """A customer has one subscription at most."""
        made = await self.lb.once(
            f"subscription/{customer.number}",
            self.lb.subscriptions.assign,
            customer_id=customer.id,
            plan_id=plan_id,
            start_date=start,
            trial_days=trial_days,
        )
        return known(made.id)

    async def cancel(self, subscription_id: str, effective: date | None = None) -> None:
        """Ends a subscription on a later day, or today."""
        when: dict[str, Any] = {"strategy": "immediately"}
        if effective is not None:
            when = {"strategy": "specific_date", "effective_date": effective}
        await self.lb.once(
            f"cancel/{subscription_id}", self.lb.subscriptions.cancel, id=subscription_id, **when
        )

    async def report_calls(self, customer: Customer, day: date, calls: int) -> None:
        """Reports a day's usage. The key follows from the day, so the same report counts once, today or tomorrow."""
        key = f"{METER}/{customer.number}/{day}"
        await self.lb.meters.report(
            value=calls, customer_id=customer.id, meter_name=METER, idempotency_key=key
        )
        self.books.usage[key] = calls

    # ------------------------------------------------------------------ sales documents

    async def invoice(self, customer: Customer, reference: str, lines: Lines) -> PublicInvoice:
        """Drafts and sends an invoice."""
        draft = await self.lb.once(
            f"invoice/{reference}",
            self.lb.invoices.create,
            customer_id=customer.id,
            reference=reference,
            lines=_sent(lines),
        )
        await self._send(self.lb.invoices, known(draft.id), reference)
        self.books.invoices[reference] = Amounts.of(lines, customer.vat_rate)
        return await self.lb.invoices.get(known(draft.id))

    async def sell_by_quote(
        self, customer: Customer, reference: str, day: date, lines: Lines
    ) -> PublicInvoice:
        """Sends a quote, which the customer accepts at once, and converts it into a booked invoice."""
        quote = await self.lb.once(
            f"quote/{reference}",
            self.lb.quotes.create,
            customer_id=customer.id,
            reference=reference,
            date=day,
            lines=_sent(lines),
        )
        await self._send(self.lb.quotes, known(quote.id), reference)
        await self.lb.once(
            f"convert/{reference}", self.lb.quotes.convert, known(quote.id), target="invoice"
        )
        invoices = self.lb.invoices.list(customer_id=customer.id, on_drift="raise")
        self.books.invoices[reference] = Amounts.of(lines, customer.vat_rate)
        return await self.lb.invoices.get(await _called(reference, invoices))

    async def credit(
        self, customer: Customer, invoice: PublicInvoice, reference: str, lines: Lines
    ) -> None:
        """Sends a credit note for lines of an invoice, or parts of them."""
        draft = await self.lb.once(
            f"credit-note/{reference}",
            self.lb.credit_notes.create,
            customer_id=customer.id,
            invoice_number=invoice.number,
            reference=reference,
            lines=_sent(lines),
        )
        await self._send(self.lb.credit_notes, known(draft.id), reference)
        self.books.credit_notes[reference] = Amounts.of(lines, customer.vat_rate)

    async def _send(self, documents: Any, document_id: str, reference: str) -> None:
        await self.lb.once(f"send/{reference}", documents.send, document_id, delivery_type="Email")

    # ------------------------------------------------------------------ bank

    async def post_payments(
        self, payments: list[tuple[Customer, str, Decimal]], bank_account_id: str
    ) -> None:
        """Posts what customers paid (with a reference of ours) in one batch: all or nothing."""
        entries: list[Any] = [
            {
                "entryType": "CUSTOMER_PAYMENT",
                "customerId": customer.id,
                "reference": reference,
                "originalAmount": str(amount),
                "lines": [
                    {"accountId": bank_account_id, "amount": str(amount)}
                ],  # LedgerBee adds the other leg
            }
            for customer, reference, amount in payments
        ]
        key = "payments/" + "+".join(reference for _, reference, _ in payments)
        await self.lb.once(
            key, self.lb.journal_entries.create_batch, extra_body={"entries": entries}
        )
        self.books.payments |= {reference: amount for _, reference, amount in payments}


async def _called(reference: str, documents: AsyncIterable[SalesDocument]) -> str:
    """The id of the sales document with a reference of ours."""
    async for one in documents:
        document = one.to_dict()
        if document.get("reference") == reference:
            return str(document["id"])
    raise LookupError(f"no sales document has the reference {reference}")


def _sent(lines: Iterable[tuple[Item, int]]) -> list[Any]:
    return [{"price_id": item.price_id, "quantity": quantity} for item, quantity in lines]


def known(value: str | None) -> str:
    """An id, which the schema doesn't promise."""
    if value is None:
        raise ValueError("a response without an id")
    return value
