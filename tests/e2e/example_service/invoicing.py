"""A small service that invoices delivered work: what a user of the SDK would write.

Everything can be called again after a failure. What was done is found again in LedgerBee by the service's own
reference, so nothing is invoiced, credited or posted twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from ledgerbee_client.errors import ConflictError, OutcomeUnknownError
from ledgerbee_client.webhooks import SubscriptionChurned, SubscriptionStarted, WebhookVerificationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ledgerbee_client import LedgerBee
    from ledgerbee_client.models import CreditNoteListItem, InvoiceListItem, PublicCreditNote, PublicInvoice
    from ledgerbee_client.webhooks import WebhookVerifier

#: Every operation that the service uses: checked when it starts, and pinned by its tests.
CALLS = (
    "credit_notes.create",
    "credit_notes.get",
    "credit_notes.list",
    "credit_notes.send",
    "customers.create",
    "customers.list",
    "customers.list_groups",
    "invoices.create",
    "invoices.get",
    "invoices.list",
    "invoices.send",
    "journal_entries.create",
    "journal_entries.list",
    "meters.report",
    "subscriptions.get",
)


@dataclass(frozen=True)
class Customer:
    number: str
    name: str
    country: str = "DK"


@dataclass(frozen=True)
class Work:
    """Delivered work. The reference is the service's own, and stands on the invoice."""

    reference: str
    customer_id: str
    price_id: str
    quantity: int
    description: str


@dataclass(frozen=True)
class Payment:
    """Money that came in on the bank account."""

    reference: str
    customer_id: str
    amount: Decimal
    date: date


@dataclass
class Report:
    """Net amounts of a month's sent invoices."""

    count: int = 0
    total: Decimal = Decimal(0)
    by_customer: dict[str, Decimal] = field(default_factory=dict)

    def add(self, customer_id: str, amount: Decimal) -> None:
        self.count += 1
        self.total += amount
        self.by_customer[customer_id] = self.by_customer.get(customer_id, Decimal(0)) + amount


class Invoicing:
    def __init__(self, ledgerbee: LedgerBee, *, bank_account_id: str = "") -> None:
        self._lb = ledgerbee
        self._bank_account_id = bank_account_id
        #: Ids of the subscriptions whose customers may use the product.
        self.active: set[str] = set()

    async def start(self) -> None:
        """Raises MissingScopeError with all that the key lacks."""
        await self._lb.scopes.require(*CALLS)

    # ------------------------------------------------------------------ customers

    async def import_customers(self, customers: Iterable[Customer]) -> dict[str, str]:
        """Makes those that aren't there yet, and returns the ids of all by number."""
        group = (await self._lb.customers.list_groups())[0]
        return {one.number: await self._customer_id(one) or await self._add(one, group.id or "") for one in customers}

    async def _customer_id(self, customer: Customer) -> str | None:
        found = await self._lb.customers.list(customer_number=customer.number)
        return found[0].id if found else None

    async def _add(self, customer: Customer, group_id: str) -> str:
        try:
            made = await self._lb.customers.create(
                customer_number=customer.number,
                customer_type="company",
                name=customer.name,
                country_code=customer.country,
                vat_zone="domestic" if customer.country == "DK" else "abroad",
                customer_group_id=group_id,
            )
        except (OutcomeUnknownError, ConflictError):  # it may be there, or somebody was faster
            found = await self._customer_id(customer)
            if found is None:
                raise
            return found
        return made.id or ""

    # ------------------------------------------------------------------ invoices

    async def invoice(self, work: Work) -> PublicInvoice:
        """Makes the invoice of delivered work, and sends it."""
        found = await self._invoice_of(work)
        invoice_id = found.id if found else await self._draft(work)
        if found is None or found.status == "draft":
            await self._send(invoice_id or "")
        return await self._lb.invoices.get(invoice_id or "")

    async def _invoice_of(self, work: Work) -> InvoiceListItem | None:
        async for one in self._lb.invoices.list(customer_id=work.customer_id, limit=100, on_drift="raise"):
            if one.reference == work.reference:
                return one
        return None

    async def _draft(self, work: Work) -> str | None:
        line = {"price_id": work.price_id, "quantity": work.quantity, "description": work.description}
        try:
            draft = await self._lb.invoices.create(customer_id=work.customer_id, reference=work.reference, lines=[line])
        except OutcomeUnknownError:
            found = await self._invoice_of(work)
            if found is None:
                raise
            return found.id
        return draft.id

    async def _send(self, invoice_id: str) -> None:
        try:
            await self._lb.invoices.send(invoice_id, delivery_type="Manual")
        except OutcomeUnknownError:
            if (await self._lb.invoices.get(invoice_id)).status == "draft":
                raise

    async def credit(self, invoice: PublicInvoice) -> PublicCreditNote:
        """Credits a whole invoice. After an OutcomeUnknownError, call it again."""
        reference = f"credit-{invoice.reference}"
        found = await self._credit_note(invoice.customer_id or "", reference)
        if found is not None and found.status != "draft":
            return await self._lb.credit_notes.get(found.id or "")
        note = found or await self._lb.credit_notes.create(
            customer_id=invoice.customer_id or "",
            reference=reference,
            invoice_number=invoice.number,
            lines=[
                {"price_id": one.price_id, "quantity": one.quantity, "unit_price": one.unit_price}
                for one in invoice.lines or []
            ],
        )
        await self._lb.credit_notes.send(note.id or "", delivery_type="Manual")
        return await self._lb.credit_notes.get(note.id or "")

    async def _credit_note(self, customer_id: str, reference: str) -> CreditNoteListItem | None:
        async for one in self._lb.credit_notes.list(customer_id=customer_id, limit=100, on_drift="raise"):
            if one.reference == reference:
                return one
        return None

    async def report(self, year: int, month: int) -> Report:
        """The invoices of a month by customer, drafts left out."""
        report = Report()
        async for one in self._lb.invoices.list(limit=100, prefetch=2, on_drift="raise"):
            if one.date and (one.date.year, one.date.month) == (year, month) and one.status != "draft":
                report.add(one.customer_id or "", one.subtotal or Decimal(0))
        return report

    # ------------------------------------------------------------------ usage and payments

    async def report_usage(self, customer_id: str, meter_name: str, value: int, *, key: str) -> None:
        """Reports usage; with the same key it counts once, however often it is reported."""
        await self._lb.meters.report(customer_id=customer_id, meter_name=meter_name, value=value, idempotency_key=key)

    async def post_payment(self, payment: Payment) -> str:
        """Posts a customer's payment, and returns the id of the journal entry."""
        found = await self._entry_of(payment)
        if found is not None:
            return found
        try:
            entry = await self._lb.journal_entries.create(
                entry_type="CUSTOMER_PAYMENT",
                date=payment.date,
                customer_id=payment.customer_id,
                original_amount=payment.amount,
                reference=payment.reference,
                lines=[{"account_id": self._bank_account_id}],
            )
        except OutcomeUnknownError:
            found = await self._entry_of(payment)
            if found is None:
                raise
            return found
        return entry.id or ""

    async def _entry_of(self, payment: Payment) -> str | None:
        entries = self._lb.journal_entries.list(account_id=self._bank_account_id, limit=100, on_drift="raise")
        async for one in entries:
            if one.additional_properties.get("reference") == payment.reference:
                return one.id
        return None

    # ------------------------------------------------------------------ webhooks

    async def receive(self, verifier: WebhookVerifier, body: bytes, headers: Mapping[str, str]) -> int:
        """Takes a delivery, and returns the status to answer with. Order isn't guaranteed, so the state is read."""
        try:
            event = verifier.verify(body, headers)
        except WebhookVerificationError:
            return 400
        if isinstance(event, SubscriptionStarted | SubscriptionChurned):
            subscription = await self._lb.subscriptions.get(event.subscription_id or "")
            if subscription.status in ("active", "trial"):
                self.active.add(subscription.id or "")
            else:
                self.active.discard(subscription.id or "")
        return 204
