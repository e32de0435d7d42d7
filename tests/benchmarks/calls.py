"""What a call costs: against raw httpx and other generated clients."""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import modern_treasury
import msgspec

from ledgerbee_client import LedgerBee
from ledgerbee_client import _json as wire

from .measure import Row, race
from .server import ONE, PAGE_OF_100, SCOPES

KEY = "lb_live_benchmark"


def read_json_with(reader: Callable[[bytes], Any]) -> None:
    """Switches between the extra `speed` and the standard library; it costs next to nothing."""
    wire._reader = lambda: reader  # type: ignore[assignment]


FAST = msgspec.json.Decoder().decode
PLAIN = json.loads


class _Canned(httpx.AsyncBaseTransport):
    """Answers in this process, so that what is measured is the client alone."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = PAGE_OF_100 if request.url.query else ONE
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(body))


async def measure(server: str, stock: Path | None, rounds: int, calls: int = 40) -> list[Row]:
    """CPU time of this process for a call, in process and over loopback."""
    base = f"{server}/4000/0"
    rows = await _compare("in process", base, _Canned, rounds, calls, (1.0, 1.0, 1.15))
    rows += await _compare("loopback", base, None, rounds, calls, (0.85, 0.9, 1.15))
    return rows + await _others(base, stock, rounds, calls)


async def _compare(
    place: str,
    base: str,
    transport: Callable[[], httpx.AsyncBaseTransport] | None,
    rounds: int,
    calls: int,
    bars: tuple[float, float, float],
) -> list[Row]:
    """The two calls with all policies, side by side with raw httpx over the same kind of transport."""
    theirs, ours = (transport() if transport else None for _ in range(2))
    async with (
        httpx.AsyncClient(headers={"X-API-Key": KEY}, transport=theirs) as raw,
        LedgerBee(KEY, base_url=base, transport=ours, scopes=SCOPES) as lb,
    ):

        async def raw_list() -> Any:
            return (await raw.get(f"{base}/v1/products", params={"limit": 100})).json()

        async def raw_get() -> Any:
            return (await raw.get(f"{base}/v1/products/x")).json()

        async def our_list() -> Any:
            return await lb.products.list(limit=100)

        async def our_list_plain() -> Any:
            read_json_with(PLAIN)
            try:
                return await lb.products.list(limit=100)
            finally:
                read_json_with(FAST)

        async def our_get() -> Any:
            return await lb.products.get("x")

        contenders = {"raw httpx": raw_get, "ours": our_get}
        get = await race(contenders, rounds, calls, time.process_time)
        contenders = {"raw httpx": raw_list, "speed": our_list, "plain": our_list_plain}
        listing = await race(contenders, rounds, calls, time.process_time)
    return [
        get.row(f"products.get(id), {place}", "ours", "raw httpx", bar=bars[0]),
        listing.row(f"products.list(limit=100), extra speed, {place}", "speed", "raw httpx", bar=bars[1]),
        listing.row(f"products.list(limit=100), {place}", "plain", "raw httpx", bar=bars[2]),
    ]


async def _others(base: str, stock: Path | None, rounds: int, calls: int) -> list[Row]:
    """Other generated clients, over loopback, for information."""
    async with (
        httpx.AsyncClient(headers={"X-API-Key": KEY}) as raw,
        modern_treasury.AsyncModernTreasury(api_key=KEY, organization_id="bench", base_url=base) as stainless,
    ):

        async def raw_list() -> Any:
            return (await raw.get(f"{base}/v1/products", params={"limit": 100})).json()

        async def raw_get() -> Any:
            return (await raw.get(f"{base}/v1/products/x")).json()

        async def stainless_get() -> Any:
            return await stainless.counterparties.retrieve("x")

        contenders = {"raw httpx: list": raw_list, "raw httpx: get": raw_get, "modern-treasury": stainless_get}
        if stock is not None:
            contenders |= _stock_calls(stock, base)
        times = await race(contenders, rounds, calls, time.process_time)
    rows = [times.row("get of modern-treasury (Stainless)", "modern-treasury", "raw httpx: get")]
    if stock is not None:
        rows += [
            times.row("get of the stock generator", "stock: get", "raw httpx: get"),
            times.row("list of the stock generator", "stock: list", "raw httpx: list"),
        ]
    return rows


def _stock_calls(stock: Path, base: str) -> dict[str, Any]:
    """The same calls by what openapi-python-client makes of our document without our templates."""
    sys.path.insert(0, str(stock.parent))
    client = importlib.import_module(stock.name).Client(base_url=base, headers={"X-API-Key": KEY})
    found = {
        name: importlib.import_module(f"{stock.name}.api.products.{module}")
        for name, module in _stock_modules(stock).items()
    }

    async def get() -> Any:
        return await found["get"].asyncio("x", client=client)

    async def listing() -> Any:
        return await found["list"].asyncio(client=client, limit=100)

    return {"stock: get": get, "stock: list": listing}


def _stock_modules(stock: Path) -> dict[str, str]:
    """The modules of `GET /v1/products` and `GET /v1/products/{productId}`, whatever they are called."""
    found: dict[str, str] = {}
    for path in (stock / "api" / "products").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        if '"method": "get"' in text and '"url": "/v1/products"' in text:
            found["list"] = path.stem
        elif '"method": "get"' in text and '"url": "/v1/products/{product_id}"' in text:
            found["get"] = path.stem
    return found
