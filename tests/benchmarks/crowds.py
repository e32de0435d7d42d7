"""Many calls at once, and lists that are read ahead."""

from __future__ import annotations

import asyncio
import gc
import statistics
import time
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx

from ledgerbee_client import LedgerBee

from .calls import FAST, PLAIN, read_json_with
from .measure import Cost, Row, Times, not_measured, quartiles, race, several
from .server import KEY, SCOPES

#: Makes a client, and gives a call of it.
Opened = Callable[[], Any]


async def gets(server: str, rounds: int, crowd: int, missing: dict[str, str]) -> list[Row]:
    """A thousand calls at once, over loopback, by a new client that has made one call.

    What httpx's pool costs depends on what it did before: it is at its best when it has one idle connection. So each
    round begins there, for all.
    """
    base = f"{server}/4000/0"
    contenders: dict[str, Opened] = {
        "ours": lambda: _ours(base),
        "plain": lambda: _ours(base),
        "raw httpx": lambda: _httpx(base),
    }
    if "aiohttp" not in missing:
        contenders["aiohttp"] = lambda: _aiohttp(base)
    costs: dict[str, list[Cost]] = {name: [] for name in contenders}
    worst: dict[str, list[Cost]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, client in contenders.items():
            read_json_with(PLAIN if name == "plain" else FAST)
            async with client() as call:
                await call()
                cost, slowest = await _crowd(call, crowd)
            costs[name].append(cost)
            worst[name].append(Cost(slowest, 0.0, 0.0))
    read_json_with(FAST)
    times = Times(costs)
    what = f"{crowd} gets at once, calls a second"
    rows = [
        times.row(f"{what}, extra speed", "ours", "raw httpx", scale=crowd, unit="/s", bar=2.5, rate=True),
        times.row(what, "plain", "raw httpx", scale=crowd, unit="/s", bar=2.5, rate=True),
        times.by("CPU").row(f"{crowd} gets at once, CPU", "ours", "raw httpx", scale=1.0, unit="s"),
        Times(worst).row(f"{crowd} gets at once, 99th percentile", "ours", "raw httpx", scale=1e3, unit="ms"),
    ]
    if "aiohttp" in missing:
        return [*rows, not_measured(f"{what}: aiohttp", missing["aiohttp"])]
    return [*rows, times.row(f"{what}: aiohttp", "aiohttp", "raw httpx", scale=crowd, unit="/s", rate=True)]


async def states(server: str, crowd: int = 200) -> list[Row]:
    """Smaller crowds in two other states of httpx's pool, for information: of a new client, and after a crowd."""
    base = f"{server}/4000/0"
    new: dict[str, list[Cost]] = {"ours": [], "raw httpx": []}
    warm: dict[str, list[Cost]] = {"ours": [], "raw httpx": []}
    for name, client in {"ours": lambda: _ours(base), "raw httpx": lambda: _httpx(base)}.items():
        for _ in range(3):
            async with client() as call:
                new[name].append((await _crowd(call, crowd))[0])
                warm[name].append((await _crowd(call, crowd))[0])
    return [
        Times(costs).row(f"{crowd} gets at once, {state}", "ours", "raw httpx", scale=crowd, unit="/s", rate=True)
        for state, costs in (("by a new client", new), ("after as many", warm))
    ]


async def _crowd(call: Callable[[], Awaitable[object]], number: int) -> tuple[Cost, float]:
    """What a crowd of calls costs, and how long all but one in a hundred take."""
    waits = []

    async def timed() -> None:
        started = time.perf_counter()
        await call()
        waits.append(time.perf_counter() - started)

    gc.collect()
    began = Cost.now()
    await asyncio.gather(*[timed() for _ in range(number)])
    return Cost.now().since(began), sorted(waits)[int(number * 0.99)]


@asynccontextmanager
async def _ours(base: str) -> AsyncIterator[Callable[[], Awaitable[object]]]:
    async with LedgerBee(KEY, base_url=base, scopes=SCOPES) as lb:
        yield lambda: lb.products.get("x")


@asynccontextmanager
async def _httpx(base: str) -> AsyncIterator[Callable[[], Awaitable[object]]]:
    async with httpx.AsyncClient(headers={"X-API-Key": KEY}, timeout=None) as raw:
        yield lambda: raw.get(f"{base}/v1/products/x")


@asynccontextmanager
async def _aiohttp(base: str) -> AsyncIterator[Callable[[], Awaitable[object]]]:
    import aiohttp

    async with aiohttp.ClientSession(headers={"X-API-Key": KEY}) as session:

        async def get() -> Any:
            async with session.get(f"{base}/v1/products/x") as response:
                return await response.json()

        yield get


class _Counting(httpx.AsyncHTTPTransport):
    """Counts requests, and how many of them are in flight at the same time."""

    def __init__(self) -> None:
        super().__init__()
        self.requests = self.in_flight = self.most = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests += 1
        self.in_flight += 1
        self.most = max(self.most, self.in_flight)
        try:
            return await super().handle_async_request(request)
        finally:
            self.in_flight -= 1


async def reading(server: str, rounds: int) -> list[Row]:
    """4,000 items: how many requests, and how much faster when they are read ahead at 50 ms a request."""
    counting = _Counting()
    async with LedgerBee(KEY, base_url=f"{server}/4000/0", scopes=SCOPES, transport=counting) as lb:
        assert sum([1 async for _ in lb.products.list()]) == 4_000
    rows = [Row("requests to read 4,000 items with default arguments", counting.requests, "", bar=48)]
    counting = _Counting()
    async with LedgerBee(KEY, base_url=f"{server}/4000/50", scopes=SCOPES, transport=counting) as lb:

        async def read(prefetch: int) -> None:
            assert sum([1 async for _ in lb.products.list(limit=100, prefetch=prefetch)]) == 4_000

        times = await race({"prefetch=8": lambda: read(8), "one after the other": lambda: read(0)}, rounds, 1)
    ratios = times.ratios("one after the other", "prefetch=8")
    faster = Row(
        "4,000 items at 50 ms, prefetch=8, times faster",
        statistics.median(ratios),
        "x",
        bar=6.0,
        at_least=True,
        spread=quartiles(ratios),
        clock="wall",
    )
    return [*rows, faster, Row("the same, requests in flight at most", counting.most, "", bar=9)]


async def streaming_memory(server: str, totals: tuple[int, ...] = (20_000, 100_000)) -> list[Row]:
    """The most memory that is held while all items are read, 8 pages ahead."""
    peaks = []
    for total in totals:
        async with LedgerBee(KEY, base_url=f"{server}/{total}/0", scopes=SCOPES) as lb:
            await lb.products.list(limit=100)
            tracemalloc.start()
            async for _ in lb.products.list(limit=100, prefetch=8):
                pass
            peaks.append(tracemalloc.get_traced_memory()[1] / 2**20)
            tracemalloc.stop()
    what = f"memory while {totals[1]:,} items are streamed, to that of {totals[0]:,}"
    return [several(what, [peaks[1] / peaks[0]], "x", bar=1.25)]
