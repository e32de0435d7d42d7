"""What an idempotency key costs: intent and result, each durable before the next step."""

from __future__ import annotations

import itertools
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Literal

from ledgerbee_client import LedgerBee, SQLiteStore
from ledgerbee_client.once import Intent, Result

from .measure import Curve, Row, Times, race, several
from .server import KEY, ONE

#: Milliseconds that a key may add to a call, with synchronous=NORMAL.
BAR = 1.0
PRODUCT: dict[str, Any] = {"name": "Hosting", "unit": "pcs", "product_group_id": "6f1e8a4c-0f4b-4d5c-9f5d-1c8f2a7b3e10"}


async def measure(server: str, rounds: int, calls: int = 40) -> list[Row]:
    """Milliseconds that a key adds to a create over loopback."""
    times = {level: await _times(server, level, rounds, calls) for level in ("NORMAL", "FULL")}
    normal = times["NORMAL"]
    added = [1e3 * (one - other) for one, other in zip(normal.seconds("once"), normal.seconds("plain"), strict=True)]
    row = several("once, synchronous=NORMAL: more than the plain call", added, "ms", BAR, clock="wall")
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
    """Milliseconds of a call against the number of keys in the store: a new key, and one that is done."""
    new: Curve = {}
    again: Curve = {}
    result = Result(201, ONE)
    intent = Intent("products.create", body={"productNumber": "P001"})
    with tempfile.TemporaryDirectory() as folder:
        store = SQLiteStore(Path(folder) / "bench.sqlite", synchronous="NORMAL")
        async with LedgerBee(KEY, base_url=f"{server}/4000/0", idempotency_store=store, scope_check="off") as lb:

            async def once(key: str) -> None:
                await lb.once(key, lb.products.create, product_number="P001", **PRODUCT)

            size, done = 100, 0
            while size <= largest:
                for number in range(done, size):
                    await store.claim(f"k{number}", intent, "bench", 60)
                    await store.finish(f"k{number}", "bench", result)
                done = size
                new[size] = await _milliseconds(once, [f"new {size} {number}" for number in range(100)])
                again[size] = await _milliseconds(once, [f"new {size} {number}" for number in range(100)])
                size *= 10
        await store.aclose()
    return {"a new key": new, "a key that is done": again}


async def _milliseconds(call: Callable[[str], Awaitable[None]], keys: list[str]) -> float:
    times = []
    for key in keys:
        started = time.perf_counter()
        await call(key)
        times.append(time.perf_counter() - started)
    return 1e3 * statistics.median(times)
