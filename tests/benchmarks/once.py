"""What an idempotency key costs: intent and result, each durable before the next step."""

from __future__ import annotations

import itertools
import tempfile
import time
from pathlib import Path
from typing import Any, Literal

from ledgerbee_client import LedgerBee, SQLiteStore

from .calls import KEY
from .growth import Curve
from .measure import Row, Times, race

#: Milliseconds that a key may add to a call, with synchronous=NORMAL.
BAR = 1.0
PRODUCT: dict[str, Any] = {"name": "Hosting", "unit": "pcs", "product_group_id": "6f1e8a4c-0f4b-4d5c-9f5d-1c8f2a7b3e10"}


async def measure(server: str, rounds: int, calls: int = 40) -> list[Row]:
    """Milliseconds that a key adds to a create over loopback."""
    times = {level: await _times(server, level, rounds, calls) for level in ("NORMAL", "FULL")}
    normal = times["NORMAL"]
    added = [one - other for one, other in zip(normal.rounds["once"], normal.rounds["plain"], strict=True)]
    row = Row("once, synchronous=NORMAL: more than the plain call", 1e3 * sorted(added)[len(added) // 2], "ms", bar=BAR)
    return [
        row,
        normal.row("products.create under a key, NORMAL", "once", "plain"),
        times["FULL"].row("products.create under a key, FULL", "once", "plain"),
        normal.row("the same key again, without a request", "again", "plain"),
    ]


async def _times(server: str, level: Literal["NORMAL", "FULL"], rounds: int, calls: int) -> Times:
    numbers = itertools.count()
    with tempfile.TemporaryDirectory() as folder:
        store = SQLiteStore(Path(folder) / "bench.sqlite", synchronous=level)
        async with LedgerBee(
            KEY, base_url=f"{server}/4000/0", idempotency_store=store, scope_check="off", settle_after=0
        ) as lb:

            async def plain() -> Any:
                return await lb.products.create(product_number="P001", **PRODUCT)

            async def once() -> Any:
                return await lb.once(f"k{next(numbers)}", lb.products.create, product_number="P001", **PRODUCT)

            async def again() -> Any:
                return await lb.once("again", lb.products.create, product_number="P001", **PRODUCT)

            times = await race({"plain": plain, "once": once, "again": again}, rounds, calls)
        await store.aclose()
    return times


async def by_keys(server: str, largest: int) -> dict[str, Curve]:
    """Milliseconds of a call under a key against the number of keys in the store."""
    curve: Curve = {}
    with tempfile.TemporaryDirectory() as folder:
        store = SQLiteStore(Path(folder) / "bench.sqlite", synchronous="NORMAL")
        async with LedgerBee(KEY, base_url=f"{server}/4000/0", idempotency_store=store, scope_check="off") as lb:
            size, done = 100, 0
            while size <= largest:
                while done < size:
                    await lb.once(f"k{done}", lb.products.create, product_number="P001", **PRODUCT)
                    done += 1
                started = time.perf_counter()
                for _ in range(100):
                    await lb.once(f"k{done}", lb.products.create, product_number="P001", **PRODUCT)
                    done += 1
                curve[size] = (time.perf_counter() - started) * 10
                size *= 10
        await store.aclose()
    return {"products.create under a key": curve}
