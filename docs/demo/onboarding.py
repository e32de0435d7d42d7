"""The run that wins the customers: in a process of its own it is killed in the middle, and started again it goes on.

python -m docs.demo.onboarding URL KEY STORE SHOP
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ledgerbee_client import LedgerBee
from ledgerbee_client.models import VatZone
from ledgerbee_client.once import Once

from .books import Customer, Item
from .service import Service

CUSTOMERS = (
    ("Nordlys ApS", "DK", VatZone.DOMESTIC),
    ("Havblik A/S", "DK", VatZone.DOMESTIC),
    ("Bageriet på Hjørnet", "DK", VatZone.DOMESTIC),
    ("Jensen & Søn", "DK", VatZone.DOMESTIC),
    ("Skovsø Camping", "DK", VatZone.DOMESTIC),
    ("Kystens Revision", "DK", VatZone.DOMESTIC),
    ("Mølle Design", "DK", VatZone.DOMESTIC),
    ("Fjord Software", "DK", VatZone.DOMESTIC),
    ("Malmö Möbler AB", "SE", VatZone.EU),
    ("Uppsala Data AB", "SE", VatZone.EU),
    ("Bergen Fisk AS", "NO", VatZone.ABROAD),
    ("Oslo Sykkel AS", "NO", VatZone.ABROAD),
)
#: The run is killed when so many customers are done, and others are in flight.
_KILLED_AFTER = 4
#: Seconds until the sandbox is certainly done with a request whose connection broke. More on a real network.
SETTLE_AFTER = 0.3


@dataclass(frozen=True)
class Shop:
    """What is set up once."""

    setup: Item
    hour: Item
    plan_id: str
    bank_id: str

    def dump(self) -> str:
        """As text, for the process that is killed."""
        items = {
            name: (item.price_id, str(item.unit_amount)) for name, item in self._items().items()
        }
        return json.dumps({"items": items, "plan_id": self.plan_id, "bank_id": self.bank_id})

    @classmethod
    def load(cls, text: str) -> Shop:
        """What `dump` wrote."""
        raw = json.loads(text)
        items = {
            name: Item(price_id, Decimal(amount))
            for name, (price_id, amount) in raw["items"].items()
        }
        return cls(items["setup"], items["hour"], raw["plan_id"], raw["bank_id"])

    def _items(self) -> dict[str, Item]:
        return {"setup": self.setup, "hour": self.hour}


async def win_all(
    service: Service, shop: Shop, killed_after: int | None = None
) -> list[tuple[Customer, str]]:
    """All customers, each with a subscription and a first invoice. Some begin a week later, some with a trial."""
    finished = 0

    async def win(index: int, _once: Once) -> tuple[Customer, str]:
        nonlocal finished
        customer = await service.add_customer(f"K-{index + 1:02d}", *CUSTOMERS[index])
        start = date(2026, 1, 12 if index % 4 == 3 else 5)
        subscription_id = await service.subscribe(
            customer, shop.plan_id, start, trial_days=10 if index % 5 == 4 else 0
        )
        await service.invoice(
            customer, f"I-{customer.number}", [(shop.setup, 1), (shop.hour, index % 3 + 1)]
        )
        finished += 1
        if finished == killed_after:
            os.kill(os.getpid(), signal.SIGKILL)
        return customer, subscription_id

    run = await service.lb.once_each(
        range(len(CUSTOMERS)), key=str, call=win, limit=6, stop_at=None
    )
    for one in run:
        if one.error is not None:
            raise one.error
    return [one.result for one in run.done if one.result is not None]


async def main(url: str, key: str, store: str, shop: str) -> None:
    """Runs until it is killed."""
    async with LedgerBee(
        key, base_url=url, idempotency_store=store, settle_after=SETTLE_AFTER
    ) as lb:
        await win_all(Service(lb), Shop.load(shop), _KILLED_AFTER)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
