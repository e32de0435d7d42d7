"""Invoice a CSV file of orders: `python nightly_sync.py orders.csv invoices/`.

Each order becomes an invoice that is sent, with its PDF in the folder. Run it again whenever it stopped, for whatever
reason: what was done is not done twice.

    order,customer_number,customer,email,country,product_number,quantity
    2026-1001,C-1,Anna ApS,anna@example.com,DK,P001,3
"""

from __future__ import annotations

import asyncio
import csv
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from ledgerbee_client import LedgerBee
from ledgerbee_client.models import CustomerResponse


class Row(NamedTuple):
    """A line of the file."""

    order: str
    customer_number: str
    customer: str
    email: str
    country: str
    product_number: str
    quantity: str


def read_orders(path: Path) -> dict[str, list[Row]]:
    """The rows of the file by order."""
    orders: dict[str, list[Row]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            orders[row["order"]].append(Row(**row))
    return orders


async def customer_of(lb: LedgerBee, row: Row) -> CustomerResponse:
    """The customer with the number of a row; made if there is none yet."""
    for customer in await lb.customers.list(customer_number=row.customer_number):
        return customer
    return await lb.once(
        f"customer/{row.customer_number}",
        lb.customers.create,
        customer_number=row.customer_number,
        name=row.customer,
        email=row.email,
        country_code=row.country,
    )


async def default_prices(lb: LedgerBee) -> dict[str, str]:
    """The id of the default price of each product, by product number."""
    found: dict[str, str] = {}
    async for item in lb.products.list(prefetch=2):
        product = await lb.products.get(item.id)
        for price in product.prices or ():  # a product may have none
            if price.is_default:
                found[product.product_number] = price.id
    return found


async def invoice(
    lb: LedgerBee, order: str, rows: list[Row], prices: dict[str, str], folder: Path
) -> Path:
    """Make, send and keep the invoice of an order, each step once."""
    customer = await customer_of(lb, rows[0])
    draft = await lb.once(
        f"invoice/{order}",
        lb.invoices.create,
        customer_id=customer.id,
        reference=order,
        lines=[
            {"price_id": prices[row.product_number], "quantity": int(row.quantity)} for row in rows
        ],
    )
    await lb.once(f"send/{order}", lb.invoices.send, draft.id, delivery_type="Email")
    return await lb.invoices.pdf_to_file(draft.id, folder / f"{order}.pdf")


async def main(orders: Path, folder: Path) -> None:
    """Invoice the orders of a file that have no PDF yet."""
    async with LedgerBee(idempotency_store=folder / "sync.sqlite") as lb:
        prices = await default_prices(lb)
        for order, rows in read_orders(orders).items():
            if not (folder / f"{order}.pdf").exists():
                print((await invoice(lb, order, rows, prices, folder)).name)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(source, target))
