"""What is measured beside the client: other clients, as they are used, over the same server.

A peer that can't be installed is said to be missing; nothing else depends on it.
"""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import json
import subprocess
import sys
import tomllib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from attrs import field, frozen

from .server import KEY

ROOT = Path(__file__).parents[2]
_PROJECT, _CONSTRAINTS = ROOT / "pyproject.toml", ROOT / ".ci" / "constraints.txt"

Call = Callable[[], Awaitable[object]]


def ensure_installed() -> dict[str, str]:
    """Install the peers that aren't, one by one.

    Returns:
        Those that are missing, and why.
    """
    missing: dict[str, str] = {}
    for requirement in tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["dependency-groups"]["peers"]:
        name = requirement.partition(">")[0]
        if importlib.util.find_spec(name.replace("-", "_")) is not None:
            continue
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        done = subprocess.run([*pip, "--constraint", _CONSTRAINTS, requirement], capture_output=True, text=True)
        importlib.invalidate_caches()
        if done.returncode:
            missing[name] = "it could not be installed from the package index"
    return missing


@frozen
class Peer:
    """Another client.

    Attributes:
        name: of it.
        get: gets one product, as an object or as JSON.
        list: gets a page of 100; None where it knows no such list.
    """

    name: str
    get: Call
    list: Call | None = None


@frozen
class Found:
    """The peers that there are, and those that are missing, with the reason."""

    peers: list[Peer] = field(factory=list)
    missing: dict[str, str] = field(factory=dict)


@asynccontextmanager
async def opened(base: str, stock: Path | None, missing: dict[str, str]) -> AsyncIterator[Found]:
    """All peers, connected to nothing yet."""
    found = Found(missing=dict(missing))
    makers: dict[str, Callable[..., Any]] = {
        "httpx2": _httpx2,
        "aiohttp": _aiohttp,
        "modern-treasury": _modern_treasury,
        "openai": _openai,
    }
    async with AsyncExitStack() as stack:
        for name, make in makers.items():
            if name not in missing:
                found.peers.append(await stack.enter_async_context(make(base)))
        if stock is None:
            found.missing["stock openapi-python-client"] = "it could not generate a client of the document"
        else:
            found.peers.append(_stock(stock, base))
        found.peers.append(await stack.enter_async_context(_bare(base)))
        yield found


@asynccontextmanager
async def _httpx2(base: str) -> AsyncIterator[Peer]:
    import httpx2

    async with httpx2.AsyncClient(headers={"X-API-Key": KEY}) as client:

        async def get() -> Any:
            return (await client.get(f"{base}/v1/products/x")).json()

        async def listing() -> Any:
            return (await client.get(f"{base}/v1/products", params={"limit": 100})).json()

        yield Peer("httpx2", get, listing)


@asynccontextmanager
async def _aiohttp(base: str) -> AsyncIterator[Peer]:
    import aiohttp

    async with aiohttp.ClientSession(headers={"X-API-Key": KEY}) as session:

        async def get() -> Any:
            async with session.get(f"{base}/v1/products/x") as response:
                return await response.json()

        async def listing() -> Any:
            async with session.get(f"{base}/v1/products", params={"limit": 100}) as response:
                return await response.json()

        yield Peer("aiohttp", get, listing)


@asynccontextmanager
async def _modern_treasury(base: str) -> AsyncIterator[Peer]:
    import modern_treasury

    async with modern_treasury.AsyncModernTreasury(api_key=KEY, organization_id="bench", base_url=base) as client:
        yield Peer("modern-treasury", lambda: client.counterparties.retrieve("x"))


@asynccontextmanager
async def _openai(base: str) -> AsyncIterator[Peer]:
    import openai

    async with openai.AsyncOpenAI(api_key=KEY, base_url=base) as client:
        yield Peer("openai", lambda: client.models.retrieve("x"))


@asynccontextmanager
async def _bare(base: str) -> AsyncIterator[Peer]:
    """A few lines over asyncio's streams, on one connection: what HTTP costs in Python at least."""
    url = urlsplit(base)
    reader, writer = await asyncio.open_connection(url.hostname, url.port)

    async def request(target: str) -> Any:
        writer.write(f"GET {url.path}{target} HTTP/1.1\r\nHost: {url.netloc}\r\nX-API-Key: {KEY}\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        return json.loads(await reader.readexactly(length))

    try:
        yield Peer("bare asyncio", lambda: request("/v1/products/x"), lambda: request("/v1/products?limit=100"))
    finally:
        writer.close()
        await writer.wait_closed()


def _stock(stock: Path, base: str) -> Peer:
    """What openapi-python-client makes of our document without our templates."""
    if str(stock.parent) not in sys.path:
        sys.path.insert(0, str(stock.parent))
    client = importlib.import_module(stock.name).Client(base_url=base, headers={"X-API-Key": KEY})
    found = {
        name: importlib.import_module(f"{stock.name}.api.products.{module}")
        for name, module in _stock_modules(stock).items()
    }
    return Peer(
        "stock openapi-python-client",
        lambda: found["get"].asyncio("x", client=client),
        lambda: found["list"].asyncio(client=client, limit=100),
    )


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


__all__ = ["Found", "Peer", "ensure_installed", "opened"]
