"""What the sandbox remembers: a table per resource. Records are the JSON objects that the API answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .clock import Clock, timestamp
from .errors import not_found, refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .ids import Ids

Record = dict[str, Any]


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
    product_groups: Table = field(default_factory=lambda: Table("Product group"))
    products: Table = field(default_factory=lambda: Table("Product"))
    prices: Table = field(default_factory=lambda: Table("Product price"))
    invoices: Table = field(default_factory=lambda: Table("Invoice"))
    #: Sendings by invoice id.
    deliveries: dict[str, list[Record]] = field(default_factory=dict[str, list[Record]])
    meters: Table = field(default_factory=lambda: Table("Meter"))
    #: Usage events that were counted.
    usage: list[Record] = field(default_factory=list[Record])
    idempotency_keys: set[str] = field(default_factory=set[str])
    #: Last number given, by kind of document.
    numbers: dict[str, int] = field(default_factory=dict[str, int])

    def now(self) -> str:
        """The present moment as the API writes it."""
        return timestamp(self.clock.now())

    def stamped(self) -> Record:
        """`id`, `createdAt` and `updatedAt` of a new record."""
        now = self.now()
        return {"id": self.ids.next(), "createdAt": now, "updatedAt": now}

    def next_number(self, kind: str, first: int) -> int:
        """The next number of a series."""
        self.numbers[kind] = self.numbers.get(kind, first - 1) + 1
        return self.numbers[kind]
