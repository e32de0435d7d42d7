"""Data in bulk, the same in every run: seeds go straight into the state and count as no writes."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from .. import checks
from ..billing.credit_notes import add_credit_note, settle
from ..billing.invoices import add_invoice, book_invoice
from ..billing.sales_documents import book, content
from ..catalogue.groups import add_group
from ..catalogue.products import add_product
from ..ids import fixed
from ..ledger.posting import prepare_entry
from ..money import wire
from ..parties.customers import add_customer
from ..subscriptions.subscriptions import add_subscription

if TYPE_CHECKING:
    from ..state import Record, State

_NAMES = ("Web Hosting", "Domain", "Support", "Backup", "Mailbox", "Consulting", "Certificate", "Storage")
_EXPENSES = (
    ("Rent", "account/2030", "4500.00"),
    ("Wages", "account/2020", "31000.00"),
    ("Paper", "account/2010", "89.50"),
)


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much of what to add."""

    products: int = 0
    customers: int = 0
    invoices: int = 0
    subscriptions: int = 0
    journal_entries: int = 0

    def __post_init__(self) -> None:
        checks.whole(**asdict(self))


#: The company that `ledgerbee sandbox` starts with.
SMALL_COMPANY = Amounts(products=8, customers=5, invoices=6, subscriptions=3, journal_entries=6)


def seed(state: State, amounts: Amounts) -> None:
    """Add data. A second call adds more.

    What is made of something else takes what is there, and makes one where there is none: an invoice needs a product
    and a customer.
    """
    for _ in range(amounts.products):
        _product(state)
    for _ in range(amounts.customers):
        _customer(state)
    for _ in range(amounts.invoices):
        _invoice(state)
    for _ in range(amounts.subscriptions):
        _subscription(state)
    for _ in range(amounts.journal_entries):
        _journal_entry(state)


def _customer(state: State) -> Record:
    number = state.next_number("seed/customer", 1)
    fields = {
        "customerNumber": f"SC{number:05d}",
        "name": f"Customer {number}",
        "email": f"customer{number}@example.com",
        "countryCode": "DK",
    }
    return add_customer(state, fields)


def _product(state: State) -> Record:
    number = state.next_number("seed/product", 1)
    return add_product(
        state,
        {
            "productNumber": f"SP{number:05d}",
            "name": f"{_NAMES[number % len(_NAMES)]} {number}",
            "unit": "pcs",
            "productGroupId": _group(state)["id"],
            "initialPrice": {
                "nickname": "Monthly",
                "unitAmount": wire(Decimal(995 + 50 * (number % 100)) / 100),
            },
        },
    )


def _group(state: State) -> Record:
    for group in state.product_groups.where(number="SEED"):
        return group
    return add_group(
        state,
        {
            "number": "SEED",
            "name": "Seeded products",
            "domesticAccountId": fixed("account/1010"),
            "euAccountId": fixed("account/1020"),
            "abroadAccountId": fixed("account/1030"),
            "domesticWithoutVatAccountId": fixed("account/1040"),
        },
    )


def _seeded_price(state: State, number: int) -> Record:
    found = [one for one in state.prices if one["currency"] == one["baseCurrency"] and one["status"] == "active"]
    if not found:
        _product(state)
        return _seeded_price(state, number)
    return found[number % len(found)]


def _seeded_customer(state: State, number: int) -> Record:
    found = list(state.customers)
    return found[number % len(found)] if found else _customer(state)


def _invoice(state: State) -> None:
    """An invoice: draft, sent and credited in turn."""
    number = state.next_number("seed/invoice", 0)
    customer = _seeded_customer(state, number)
    line = {"priceId": _seeded_price(state, number)["id"], "quantity": number % 5 + 1}
    day = state.today() - timedelta(days=3 * (number % 20))
    body = {"customerId": customer["id"], "date": day.isoformat(), "lines": [line]}
    invoice = add_invoice(state, content(state, body))
    if number % 3:
        book_invoice(state, invoice)
    if number % 3 == 2:
        credit_note = add_credit_note(state, content(state, body) | {"invoiceNumber": invoice["number"]})
        book(state, credit_note)
        settle(state, credit_note)


def _subscription(state: State) -> None:
    """A subscription to the first active plan: since last month, on trial, and from next month on, in turn."""
    number = state.next_number("seed/subscription", 0)
    plan = state.subscription_plans.where(status="ACTIVE")[0]
    trial_days = 30 if number % 3 == 1 else 0
    start = state.today() + timedelta(days=(-30, 0, 30)[number % 3])
    add_subscription(
        state,
        plan,
        {
            "customerId": _seeded_customer(state, number)["id"],
            "planId": plan["id"],
            "startDate": start.isoformat(),
            "trialDays": trial_days,
            "trialEndDate": (start + timedelta(days=trial_days)).isoformat(),
        },
    )


def _journal_entry(state: State) -> None:
    """An expense, paid from the bank."""
    number = state.next_number("seed/journal-entry", 0)
    name, account, amount = _EXPENSES[number % len(_EXPENSES)]
    body = {
        "entryType": "JOURNAL_ENTRY",
        "date": (state.today() - timedelta(days=number % 28)).isoformat(),
        "originalAmount": amount,
        "description": name,
        "reference": f"SJ{number + 1:05d}",
        "lines": [
            {"accountId": fixed(account), "amount": amount},
            {"accountId": fixed("account/5020"), "amount": wire(-Decimal(amount))},
        ],
    }
    prepare_entry(state, body, counter_side=False).store(state, state.journal_entries)
