"""The company's own books, computed without looking at what LedgerBee answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

_CENT = Decimal("0.01")
_NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Item:
    """A product with its only price."""

    price_id: str
    unit_amount: Decimal


@dataclass(frozen=True)
class Customer:
    """A customer; the VAT rate is a percentage."""

    id: str
    number: str
    vat_rate: int


@dataclass(frozen=True)
class Amounts:
    """Of a document. VAT is computed and rounded line by line."""

    net: Decimal = _NOTHING
    vat: Decimal = _NOTHING

    @property
    def gross(self) -> Decimal:
        """The amount with VAT."""
        return self.net + self.vat

    def __add__(self, other: Amounts) -> Amounts:
        return Amounts(self.net + other.net, self.vat + other.vat)

    @classmethod
    def of(cls, lines: Iterable[tuple[Item, int]], vat_rate: int) -> Amounts:
        """Add up lines; VAT is rounded line by line."""
        nets = [_cents(item.unit_amount * quantity) for item, quantity in lines]
        return cls(
            sum(nets, _NOTHING), sum((_cents(net * vat_rate / 100) for net in nets), _NOTHING)
        )


@dataclass
class Books:
    """What the company did."""

    customers: list[Customer] = field(default_factory=list)
    subscriptions: list[str] = field(default_factory=list)
    #: By the reference that the company gives each document.
    invoices: dict[str, Amounts] = field(default_factory=dict)
    credit_notes: dict[str, Amounts] = field(default_factory=dict)
    payments: dict[str, Decimal] = field(default_factory=dict)
    #: Metered calls by idempotency key.
    usage: dict[str, int] = field(default_factory=dict)


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, ROUND_HALF_UP)
