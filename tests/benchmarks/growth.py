"""Cost against size."""

from __future__ import annotations

import asyncio
import copy
import json
import time
import tracemalloc
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx

from ledgerbee_client import LedgerBee
from ledgerbee_client._transport import Transport

from .measure import Curve, interpreters, race
from .server import KEY
from .whole import SCHEMA, regenerate


async def page_size(server: str, rounds: int) -> dict[str, Curve]:
    """Microseconds of `products.list` against the number of items of a page."""
    base = f"{server}/4000/0"
    ours: Curve = {}
    theirs: Curve = {}
    async with httpx.AsyncClient() as raw, LedgerBee(KEY, base_url=base, scopes=["products-read"]) as lb:
        for limit in (1, 10, 25, 50, 75, 100):

            async def listed(limit: int = limit) -> Any:
                return await lb.products.list(limit=limit)

            async def got(limit: int = limit) -> Any:
                return (await raw.get(f"{base}/v1/products", params={"limit": limit})).json()

            times = await race({"ours": listed, "raw": got}, rounds, 20)
            ours[limit], theirs[limit] = times.median("ours") * 1e6, times.median("raw") * 1e6
    return {"products.list, models": ours, "raw httpx, JSON": theirs}


async def collection(server: str, largest: int) -> tuple[dict[str, Curve], dict[str, Curve]]:
    """Seconds, and MiB at most, for a whole collection that is streamed."""
    seconds: Curve = {}
    peaks: Curve = {}
    total = 100
    while total <= largest:
        async with LedgerBee(KEY, base_url=f"{server}/{total}/0", scopes=["products-read"]) as lb:
            await lb.products.list(limit=100)
            started = time.perf_counter()
            count = 0
            async for _ in lb.products.list(limit=100, prefetch=4):
                count += 1
            seconds[total] = time.perf_counter() - started
            assert count == total
            if total <= 100_000:  # tracing makes it several times slower
                tracemalloc.start()
                async for _ in lb.products.list(limit=100, prefetch=4):
                    pass
                peaks[total] = tracemalloc.get_traced_memory()[1] / 2**20
                tracemalloc.stop()
        total *= 10
    return {"products.list, all items": seconds}, {"at most held": peaks}


async def crowd(server: str, sizes: tuple[int, ...] = (1, 10, 30, 100, 300, 1_000)) -> dict[str, Curve]:
    """Calls a second, against the number of calls at once, each time by a client that has just made one call."""
    base = f"{server}/4000/0"
    curves: dict[str, Curve] = {"products.get": {}, "raw httpx": {}}
    for number in sizes:
        async with LedgerBee(KEY, base_url=base, scopes=["products-read"]) as lb:
            curves["products.get"][number] = await _rate(lambda lb=lb: lb.products.get("x"), number)
        async with httpx.AsyncClient(timeout=None) as raw:
            curves["raw httpx"][number] = await _rate(lambda raw=raw: raw.get(f"{base}/v1/products/x"), number)
    return curves


async def _rate(call: Callable[[], Awaitable[object]], number: int) -> float:
    await call()
    times = max(1, 100 // number)  # a single call says nothing
    started = time.perf_counter()
    for _ in range(times):
        await asyncio.gather(*[call() for _ in range(number)])
    return times * number / (time.perf_counter() - started)


async def connections(server: str, crowd: int = 300) -> dict[str, Curve]:
    """Calls a second of a crowd, against the number of connections, over our connections and over httpx's."""
    base = f"{server}/4000/0"
    curves: dict[str, Curve] = {"ours": {}, "httpx's": {}}
    for number in (1, 5, 10, 20, 50, 100):
        limits = httpx.Limits(max_connections=number, max_keepalive_connections=number, keepalive_expiry=None)
        stock = httpx.AsyncHTTPTransport(limits=limits)
        async with (
            LedgerBee(KEY, base_url=base, transport=Transport(limits), scopes=["products-read"]) as lb,
            LedgerBee(KEY, base_url=base, transport=stock, scopes=["products-read"]) as over_stock,
        ):

            async def ours(lb: LedgerBee = lb) -> None:
                await asyncio.gather(*[lb.products.get("x") for _ in range(crowd)])

            async def theirs(lb: LedgerBee = over_stock) -> None:
                await asyncio.gather(*[lb.products.get("x") for _ in range(crowd)])

            times = await race({"ours": ours, "httpx's": theirs}, 3, 1)
        for name, curve in curves.items():
            curve[number] = crowd / times.median(name)
    return curves


def schema(folder: Path, sizes: tuple[int, ...]) -> tuple[dict[str, Curve], dict[str, Curve]]:
    """Seconds to regenerate, and milliseconds to import, against the number of operations of the document."""
    regenerated: Curve = {}
    imported: Curve = {}
    document = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for size in sizes:
        path = folder / f"schema_{size}.json"
        path.write_text(json.dumps(of_size(document, size)), encoding="utf-8")
        package = folder / f"grown_{size}"
        regenerated[size] = regenerate(package, path)
        program = (
            "import time, httpx, attrs, dateutil.parser; started = time.perf_counter();"
            f"import {package.name}.resources; print(time.perf_counter() - started)"
        )
        imported[size] = interpreters({"import": program}, 5, str(folder)).median("import") * 1e3
    return {"regenerate": regenerated}, {"import": imported}


def of_size(document: dict[str, Any], size: int) -> dict[str, Any]:
    """The document with fewer operations, or with more: copies of its tags under other names."""
    grown = copy.deepcopy(document)
    grown["paths"] = {}
    count = 0
    generation = 0
    while True:
        suffix = f"-{generation}" if generation else ""
        for path, item in document["paths"].items():
            place = grown["paths"].setdefault(f"{path}{suffix}", {})
            for method, operation in item.items():
                if method not in ("get", "post", "put", "patch", "delete"):
                    continue
                if count == size:
                    grown["paths"] = {path: item for path, item in grown["paths"].items() if item}
                    return grown
                if generation and "text/event-stream" in json.dumps(operation):
                    continue  # a known loss, by its path: the copy would be another one
                copied = copy.deepcopy(operation)
                copied["operationId"] += f"_{generation}" if generation else ""
                copied["tags"] = [f"{tag}{suffix}" for tag in operation["tags"]]
                place[method] = copied
                count += 1
        generation += 1
