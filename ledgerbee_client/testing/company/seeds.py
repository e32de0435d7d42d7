"""Data in bulk, the same in every run: seeds go straight into the state and count as no writes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..catalogue.groups import add_group
from ..catalogue.products import add_product
from ..ids import fixed
from ..money import wire
from ..parties.customers import add_customer

if TYPE_CHECKING:
    from ..state import Record, State

_NAMES = ("Web Hosting", "Domain", "Support", "Backup", "Mailbox", "Consulting", "Certificate", "Storage")


def seed(state: State, *, products: int, customers: int) -> None:
    """Adds products (each with a price, in one group) and customers. A second call adds more."""
    if products:
        group = _group(state)
        for _ in range(products):
            _product(state, group["id"])
    for _ in range(customers):
        number = state.next_number("seed/customer", 1)
        add_customer(
            state,
            {
                "customerNumber": f"SC{number:05d}",
                "name": f"Customer {number}",
                "email": f"customer{number}@example.com",
                "countryCode": "DK",
            },
        )


def _product(state: State, group_id: str) -> None:
    number = state.next_number("seed/product", 1)
    add_product(
        state,
        {
            "productNumber": f"SP{number:05d}",
            "name": f"{_NAMES[number % len(_NAMES)]} {number}",
            "unit": "pcs",
            "productGroupId": group_id,
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
