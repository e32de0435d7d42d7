"""What a call costs: against raw httpx, and what it costs others."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import msgspec

from ledgerbee_client import LedgerBee
from ledgerbee_client import _json as wire

from .measure import Row, not_measured, race
from .peers import opened
from .server import KEY, ONE, PAGE_OF_100, SCOPES


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


async def measure(server: str, rounds: int, calls: int = 10) -> list[Row]:
    """CPU time of this process for a call, in process and over loopback: many short turns."""
    base = f"{server}/4000/0"
    rows = await _compare("in process", base, _Canned, 4 * rounds, calls, (1.0, 1.0, 1.15))
    return rows + await _compare("loopback", base, None, 4 * rounds, calls, (0.85, 0.9, 1.15))


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
        get = await race(contenders, rounds, calls, "CPU")
        contenders = {"raw httpx": raw_list, "speed": our_list, "plain": our_list_plain}
        listing = await race(contenders, rounds, calls, "CPU")
    return [
        get.row(f"products.get(id), {place}", "ours", "raw httpx", bar=bars[0]),
        listing.row(f"products.list(limit=100), extra speed, {place}", "speed", "raw httpx", bar=bars[1]),
        listing.row(f"products.list(limit=100), {place}", "plain", "raw httpx", bar=bars[2]),
    ]


async def others(server: str, stock: Path | None, missing: dict[str, str], rounds: int, calls: int = 20) -> list[Row]:
    """The same calls by others, over loopback, for information."""
    base = f"{server}/4000/0"
    async with (
        httpx.AsyncClient(headers={"X-API-Key": KEY}) as raw,
        LedgerBee(KEY, base_url=base, scopes=SCOPES) as lb,
        opened(base, stock, missing) as found,
    ):

        async def raw_get() -> Any:
            return (await raw.get(f"{base}/v1/products/x")).json()

        async def raw_list() -> Any:
            return (await raw.get(f"{base}/v1/products", params={"limit": 100})).json()

        async def our_get() -> Any:
            return await lb.products.get("x")

        async def our_list() -> Any:
            return await lb.products.list(limit=100)

        gets = {"raw httpx": raw_get, "ledgerbee-client": our_get} | {peer.name: peer.get for peer in found.peers}
        lists = {"raw httpx": raw_list, "ledgerbee-client": our_list}
        lists |= {peer.name: peer.list for peer in found.peers if peer.list is not None}
        rows = []
        for what, contenders in (("get", gets), ("list of 100", lists)):
            times = await race(contenders, rounds, calls, "CPU")
            rows += [times.row(f"{what}: {name}", name, "raw httpx") for name in contenders if name != "raw httpx"]
        return rows + [not_measured(f"get: {name}", why) for name, why in found.missing.items()]
