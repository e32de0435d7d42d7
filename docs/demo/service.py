"""What the company's program does with LedgerBee: every write once, also when answers get lost."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterable, Awaitable, Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, TypeVar

from ledgerbee_client import LedgerBee, RetryEvent, RetryPolicy
from ledgerbee_client.errors import OutcomeUnknownError
from ledgerbee_client.models import PublicInvoice, VatZone

from .books import Amounts, Books, Customer, Item

T = TypeVar("T")
Lines = list[tuple[Item, int]]

METER = "api-calls"
_TRIES = 10
#: Seconds until the service is certainly done with a request whose connection broke. More on a real network.
_SETTLED = 0.05


class Document(Protocol):
    """What invoices, quotes and credit notes have in common, whatever their classes are called."""

    def to_dict(self) -> dict[str, Any]: ...


class Documents(Protocol):
    """What can be done with all of them."""

    def get(self, document_id: str, /) -> Awaitable[Document]: ...
    def send(self, document_id: str, /, *, extra_body: Mapping[str, Any]) -> Awaitable[object]: ...


class Service:
    """The company's program. Many tasks may use it, one at a time for each customer."""

    def __init__(self, lb: LedgerBee) -> None:
        policy = RetryPolicy(max_attempts=10, initial_delay=0.05, max_delay=0.5, on_retry=self.on_retry)
        self.lb = lb.with_options(retry=policy)
        self.books = Books()
        #: Repetitions that the client made by itself, by what had become of the request.
        self.retries: Counter[str] = Counter()
        #: Unknown outcomes, by the call to read back with.
        self.unknown: Counter[str] = Counter()
        #: How many of those writes turned out to be applied.
        self.applied = 0

    def on_retry(self, event: RetryEvent) -> None:
        """The hook of `RetryPolicy`."""
        self.retries[event.outcome.value] += 1

    async def once(self, write: Callable[[], Awaitable[T]], look: Callable[[], Awaitable[T | None]]) -> T:
        """Does a write once, whatever becomes of its answer.

        The client repeats what is safe to repeat, and raises `OutcomeUnknownError` for the rest. Then `look` reads
        back, by a number or a reference of ours; only what isn't there is sent again.
        """
        for _ in range(_TRIES - 1):
            try:
                return await write()
            except OutcomeUnknownError as error:
                self.unknown[str(error.read_back)] += 1
                await asyncio.sleep(_SETTLED)
                found = await look()
                if found is not None:
                    self.applied += 1
                    return found
        return await write()

    # ------------------------------------------------------------------ customers

    async def add_customer(self, number: str, name: str, country: str, zone: VatZone) -> Customer:
        async def create() -> str:
            # The fields of this body aren't published as keywords; JSON goes through as it is.
            body = {
                "customerNumber": number,
                "customerType": "company",
                "name": name,
                "countryCode": country,
                "vatZone": zone.value,
                "email": f"{number.lower()}@customers.example",
            }
            return known((await self.lb.customers.create(extra_body=body)).id)

        async def find() -> str | None:
            found = await self.lb.customers.list(customer_number=number)
            return found[0].id if found else None

        customer = Customer(await self.once(create, find), number, 25 if zone == VatZone.DOMESTIC else 0)
        self.books.customers.append(customer)
        return customer

    async def subscribe(self, customer: Customer, plan_id: str, start: date, trial_days: int) -> str:
        """A customer has one subscription at most."""

        async def assign() -> str:
            made = await self.lb.subscriptions.assign(
                customer_id=customer.id, plan_id=plan_id, start_date=start, trial_days=trial_days
            )
            return known(made.id)

        async def find() -> str | None:
            page = await self.lb.subscriptions.list(customer_id=customer.id)
            return page.items[0].id if page.items else None

        subscription_id = await self.once(assign, find)
        self.books.subscriptions.append(subscription_id)
        return subscription_id

    async def cancel(self, subscription_id: str, effective: date | None = None) -> None:
        """Ends a subscription on a later day, or today."""

        async def cancel() -> str:
            if effective is None:
                await self.lb.subscriptions.cancel(id=subscription_id, strategy="immediately")
            else:
                await self.lb.subscriptions.cancel(
                    id=subscription_id, strategy="specific_date", effective_date=effective
                )
            return "cancelled"

        async def cancelled() -> str | None:
            status = (await self.lb.subscriptions.get(subscription_id)).status
            return status if status in ("pending_cancellation", "cancelled") else None

        await self.once(cancel, cancelled)

    async def report_calls(self, customer: Customer, day: date, calls: int) -> None:
        """Reports a day's usage. The key follows from the day, so the same report counts once, today or tomorrow."""
        key = f"{METER}/{customer.number}/{day}"
        await self.lb.meters.report(value=calls, customer_id=customer.id, meter_name=METER, idempotency_key=key)
        self.books.usage[key] = calls

    # ------------------------------------------------------------------ documents

    async def invoice(self, customer: Customer, reference: str, lines: Lines) -> PublicInvoice:
        """Drafts and sends an invoice."""

        async def create() -> str:
            draft = await self.lb.invoices.create(customer_id=customer.id, reference=reference, lines=_sent(lines))
            return known(draft.id)

        invoices = self.lb.invoices.list(customer_id=customer.id, on_drift="raise")
        invoice_id = await self.once(create, lambda: _called(reference, invoices))
        await self._send(self.lb.invoices, invoice_id)
        self.books.invoices[reference] = Amounts.of(lines, customer.vat_rate)
        return await self.lb.invoices.get(invoice_id)

    async def sell_by_quote(self, customer: Customer, reference: str, day: date, lines: Lines) -> PublicInvoice:
        """Sends a quote, which the customer accepts at once, and converts it into a booked invoice."""

        async def create() -> str:
            draft = await self.lb.quotes.create(
                customer_id=customer.id, reference=reference, date=day, lines=_sent(lines)
            )
            return known(draft.id)

        quotes = self.lb.quotes.list(customer_id=customer.id, on_drift="raise")
        quote_id = await self.once(create, lambda: _called(reference, quotes))
        await self._send(self.lb.quotes, quote_id)

        async def convert() -> str:
            return str((await self.lb.quotes.convert(quote_id, target="invoice"))["id"])

        invoices = self.lb.invoices.list(customer_id=customer.id, on_drift="raise")
        invoice_id = await self.once(convert, lambda: _called(reference, invoices))
        self.books.invoices[reference] = Amounts.of(lines, customer.vat_rate)
        return await self.lb.invoices.get(invoice_id)

    async def credit(self, customer: Customer, invoice: PublicInvoice, reference: str, lines: Lines) -> None:
        """Sends a credit note for lines of an invoice, or parts of them."""

        async def create() -> str:
            draft = await self.lb.credit_notes.create(
                customer_id=customer.id, invoice_number=invoice.number, reference=reference, lines=_sent(lines)
            )
            return known(draft.id)

        credit_notes = self.lb.credit_notes.list(customer_id=customer.id, on_drift="raise")
        credit_note_id = await self.once(create, lambda: _called(reference, credit_notes))
        await self._send(self.lb.credit_notes, credit_note_id)
        self.books.credit_notes[reference] = Amounts.of(lines, customer.vat_rate)

    async def _send(self, documents: Documents, document_id: str) -> None:
        async def send() -> bool:
            await documents.send(document_id, extra_body={"deliveryType": "Email"})
            return True

        async def sent() -> bool | None:
            return (await documents.get(document_id)).to_dict()["status"] != "draft" or None

        await self.once(send, sent)

    # ------------------------------------------------------------------ bank

    async def post_payments(self, payments: list[tuple[Customer, str, Decimal]], bank_account_id: str) -> None:
        """Posts what customers paid (with a reference of ours) in one batch: all or nothing."""
        entries = [
            {
                "entryType": "CUSTOMER_PAYMENT",
                "customerId": customer.id,
                "reference": reference,
                "originalAmount": str(amount),
                "lines": [{"accountId": bank_account_id, "amount": str(amount)}],  # LedgerBee adds the other leg
            }
            for customer, reference, amount in payments
        ]
        first = payments[0][1]

        async def post() -> bool:
            await self.lb.journal_entries.create_batch(extra_body={"entries": entries})
            return True

        async def posted() -> bool | None:
            async for entry in self.lb.journal_entries.list(account_id=bank_account_id, on_drift="raise"):
                if entry.additional_properties.get("reference") == first:
                    return True
            return None

        await self.once(post, posted)
        self.books.payments |= {reference: amount for _, reference, amount in payments}


async def _called(reference: str, documents: AsyncIterable[Document]) -> str | None:
    """The id of the document with a reference of ours."""
    async for one in documents:
        document = one.to_dict()
        if document.get("reference") == reference:
            return str(document["id"])
    return None


def _sent(lines: Iterable[tuple[Item, int]]) -> list[dict[str, object]]:
    return [{"price_id": item.price_id, "quantity": quantity} for item, quantity in lines]


def known(value: str | None) -> str:
    """An id, which the schema doesn't promise."""
    if value is None:
        raise ValueError("an answer without an id")
    return value
