"""What the sandbox remembers: a table per resource. Records are the JSON objects that the API answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .. import _json
from .clock import Clock, timestamp
from .http.errors import not_found, refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from .ids import Ids

Record = dict[str, Any]


def without(record: Record, *names: str) -> Record:
    """A record without some of its fields."""
    return {name: value for name, value in record.items() if name not in names}


def without_nulls(record: Record) -> Record:
    """A record without the fields that are null."""
    return {name: value for name, value in record.items() if value is not None}


class Table:
    """Records by id, in the order in which they were made."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._records: dict[str, Record] = {}

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def __len__(self) -> int:
        return len(self._records)

    def add(self, record: Record) -> Record:
        """Keeps a record under its `id`."""
        self._records[record["id"]] = record
        return record

    def find(self, record_id: Any) -> Record | None:
        """The record, or None."""
        return self._records.get(record_id)

    def get(self, record_id: str) -> Record:
        """The record that a path names.

        Raises:
            ServiceError: 404.
        """
        record = self.find(record_id)
        if record is None:
            raise not_found(self.what)
        return record

    def refer(self, record_id: Any, name: str) -> Record:
        """The record that a body's field names.

        Raises:
            ServiceError: 400; which code the service sends isn't published.
        """
        record = self.find(record_id)
        if record is None:
            raise refused(f"{name}: {self.what} not found")
        return record

    def remove(self, record_id: str) -> None:
        """Forgets a record that exists."""
        del self._records[record_id]

    def require_unique(self, name: str, value: Any, other_than: str | None = None) -> None:
        """Refuses a value that another record has.

        Raises:
            ServiceError: 400; which code the service sends isn't published.
        """
        if any(one.get(name) == value and one["id"] != other_than for one in self):
            raise refused(f"{self.what} with {name} {value} already exists")

    def where(self, **equal: Any) -> list[Record]:
        """The records whose fields have these values."""
        return [one for one in self if all(one.get(name) == value for name, value in equal.items())]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that webhook endpoints are told."""

    id: str
    type: str
    at: datetime
    data: Record
    #: Ids of the endpoints that are told: those that wanted it when it happened.
    listeners: tuple[str, ...]
    #: What is delivered.
    body: bytes


@dataclass(slots=True)
class State:
    """One company and everything it has."""

    clock: Clock
    ids: Ids
    company: Record = field(default_factory=dict[str, Any])
    accounts: Table = field(default_factory=lambda: Table("Account"))
    #: Sales VAT code of an account, by account id. The API doesn't show it on accounts.
    sales_vat: dict[str, str] = field(default_factory=dict[str, str])
    vat_codes: Table = field(default_factory=lambda: Table("VAT code"))
    journal_categories: Table = field(default_factory=lambda: Table("Journal category"))
    document_templates: Table = field(default_factory=lambda: Table("Document template"))
    customer_groups: Table = field(default_factory=lambda: Table("Customer group"))
    customers: Table = field(default_factory=lambda: Table("Customer"))
    #: With the `customerId` that they belong to.
    customer_contacts: Table = field(default_factory=lambda: Table("Customer contact"))
    vendor_groups: Table = field(default_factory=lambda: Table("Vendor group"))
    vendors: Table = field(default_factory=lambda: Table("Vendor"))
    #: With the `vendorId` that they belong to.
    vendor_contacts: Table = field(default_factory=lambda: Table("Vendor contact"))
    dimensions: Table = field(default_factory=lambda: Table("Dimension"))
    #: With the `dimensionId` that they belong to.
    dimension_values: Table = field(default_factory=lambda: Table("Dimension value"))
    projects: Table = field(default_factory=lambda: Table("Project"))
    #: With the `projectId` that they belong to; each has a dimension value of the same id.
    subprojects: Table = field(default_factory=lambda: Table("Subproject"))
    product_groups: Table = field(default_factory=lambda: Table("Product group"))
    products: Table = field(default_factory=lambda: Table("Product"))
    prices: Table = field(default_factory=lambda: Table("Product price"))
    invoices: Table = field(default_factory=lambda: Table("Invoice"))
    credit_notes: Table = field(default_factory=lambda: Table("Credit note"))
    quotes: Table = field(default_factory=lambda: Table("Quote"))
    order_confirmations: Table = field(default_factory=lambda: Table("Order confirmation"))
    #: Sendings by id of the invoice or credit note.
    deliveries: dict[str, list[Record]] = field(default_factory=dict[str, list[Record]])
    journal_entries: Table = field(default_factory=lambda: Table("Journal entry"))
    draft_entries: Table = field(default_factory=lambda: Table("Draft journal entry"))
    #: Ids of the drafts made in v2, to which the server adds the receivable or payable leg.
    counter_side_drafts: set[str] = field(default_factory=set[str])
    #: Attached files, by id of the entry or draft.
    attachments: dict[str, list[Record]] = field(default_factory=dict[str, list[Record]])
    meters: Table = field(default_factory=lambda: Table("Meter"))
    #: Usage events that were counted.
    usage: list[Record] = field(default_factory=list[Record])
    subscription_plans: Table = field(default_factory=lambda: Table("Subscription plan"))
    subscriptions: Table = field(default_factory=lambda: Table("Subscription"))
    payment_methods: Table = field(default_factory=lambda: Table("Payment method"))
    webhook_endpoints: Table = field(default_factory=lambda: Table("Webhook endpoint"))
    #: Signing secrets by endpoint id. The API shows them once, so they aren't part of the records.
    webhook_secrets: dict[str, str] = field(default_factory=dict[str, str])
    #: Whether endpoints may be on this machine, and over plain http.
    allow_local_webhooks: bool = False
    #: Events that are to be delivered.
    outbox: list[Event] = field(default_factory=list["Event"])
    #: Access to the customer portal: customer id and e-mail address of the user.
    portal_memberships: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    #: Last `clientReferenceId` given at provisioning, by customer id.
    client_references: dict[str, str] = field(default_factory=dict[str, str])
    #: What was sent to operations without a handler, by resource and id.
    unverified: dict[str, dict[str, Record]] = field(default_factory=dict[str, "dict[str, Record]"])
    idempotency_keys: set[str] = field(default_factory=set[str])
    #: Last number given, by kind of document.
    numbers: dict[str, int] = field(default_factory=dict[str, int])

    def now(self) -> str:
        """The present moment as the API writes it."""
        return timestamp(self.clock.now())

    def today(self) -> date:
        """The present day, in UTC."""
        return self.clock.now().date()

    def stamped(self) -> Record:
        """`id`, `createdAt` and `updatedAt` of a new record."""
        now = self.now()
        return {"id": self.ids.next(), "createdAt": now, "updatedAt": now}

    def emit(self, topic: str, data: Record, endpoint_id: str | None = None) -> Event:
        """Tells one webhook endpoint, or all that want it, when deliveries are next made.

        Raises:
            TypeError, ValueError: the data can't be written as JSON.
        """
        wanting = [
            one["id"] for one in self.webhook_endpoints if one["enabled"] and topic in (one["enabledEvents"] or [topic])
        ]
        listeners = tuple(wanting) if endpoint_id is None else (endpoint_id,)
        event_id = f"msg_{self.ids.next().replace('-', '')}"
        body = _json.dumps({"id": event_id, "type": topic, "timestamp": self.now(), "data": data})
        event = Event(event_id, topic, self.clock.now(), data, listeners, body)
        self.outbox.append(event)
        return event

    def next_number(self, kind: str, first: int) -> int:
        """The next number of a series."""
        self.numbers[kind] = self.numbers.get(kind, first - 1) + 1
        return self.numbers[kind]
