"""Many calls at once, and lists that are read ahead."""

from __future__ import annotations

import asyncio
import time
import tracemalloc
from typing import Any

import httpx

from ledgerbee_client import LedgerBee

from .calls import FAST, PLAIN, read_json_with
from .measure import Row, Times, race
from .server import KEY


async def gets(server: str, rounds: int, crowd: int = 1_000) -> list[Row]:
    """A thousand calls at once, over loopback; how long the slowest and the typical one take."""
    base = f"{server}/4000/0"
    waits: dict[str, list[float]] = {"ours": [], "plain": [], "raw httpx": []}

    async def timed(call: Any, name: str) -> None:
        started = time.perf_counter()
        await call
        waits[name].append(time.perf_counter() - started)

    async with (
        httpx.AsyncClient(headers={"X-API-Key": KEY}, timeout=None) as raw,
        LedgerBee(KEY, base_url=base, scopes=["products-read"]) as lb,
    ):

        async def ours() -> None:
            await asyncio.gather(*[timed(lb.products.get("x"), "ours") for _ in range(crowd)])

        async def plain() -> None:
            read_json_with(PLAIN)
            try:
                await asyncio.gather(*[timed(lb.products.get("x"), "plain") for _ in range(crowd)])
            finally:
                read_json_with(FAST)

        async def theirs() -> None:
            url = f"{base}/v1/products/x"
            await asyncio.gather(*[timed(raw.get(url), "raw httpx") for _ in range(crowd)])

        times = await race({"ours": ours, "plain": plain, "raw httpx": theirs}, rounds, 1)
    worst = {name: [sorted(values)[int(len(values) * 0.99)]] for name, values in waits.items()}
    what = f"{crowd} gets at once, calls a second"
    return [
        times.row(f"{what}, extra speed", "ours", "raw httpx", scale=crowd, unit="/s", bar=2.5, rate=True),
        times.row(what, "plain", "raw httpx", scale=crowd, unit="/s", bar=2.5, rate=True),
        Times(worst).row(f"{crowd} gets at once, 99th percentile", "ours", "raw httpx", scale=1e3, unit="ms"),
    ]


async def prefetching(server: str, rounds: int) -> list[Row]:
    """4,000 items, 100 a page, 50 ms a request."""
    async with LedgerBee(KEY, base_url=f"{server}/4000/50", scopes=["products-read"]) as lb:

        async def read(prefetch: int) -> None:
            count = 0
            async for _ in lb.products.list(limit=100, prefetch=prefetch):
                count += 1
            assert count == 4_000

        times = await race({"prefetch=8": lambda: read(8), "one after the other": lambda: read(0)}, rounds, 1)
    row = times.row("4,000 items at 50 ms, prefetch=8", "prefetch=8", "one after the other", scale=1.0, unit="s")
    speedup = times.ratio("one after the other", "prefetch=8")
    return [Row("4,000 items at 50 ms, times faster", speedup, "x", bar=6.0, at_least=True), row]


async def streaming_memory(server: str, totals: tuple[int, ...] = (20_000, 100_000)) -> list[Row]:
    """The most memory that is held while all items are read, 8 pages ahead."""
    peaks: dict[str, list[float]] = {}
    for total in totals:
        async with LedgerBee(KEY, base_url=f"{server}/{total}/0", scopes=["products-read"]) as lb:
            await lb.products.list(limit=100)
            tracemalloc.start()
            async for _ in lb.products.list(limit=100, prefetch=8):
                pass
            peaks[f"{total:,} items"] = [tracemalloc.get_traced_memory()[1] / 2**20]
            tracemalloc.stop()
    small, large = peaks
    return [Times(peaks).row(f"memory while {large} are streamed", large, small, scale=1.0, unit="MiB", bar=1.25)]
