"""What importing costs, constructing a client, and the memory of it all.

What is compared with httpx alone is CPU time in an environment that has the runtime dependencies only (see `clean`).
"""

from __future__ import annotations

from pathlib import Path

from . import clean
from .measure import BEGIN, END, Row, interpreters

_MEMORY = """
{body}
status = open('/proc/self/status').read()
print(int(status.partition('VmRSS:')[2].split()[0]) / 1024)
"""

_HTTPX = "import httpx; client = httpx.AsyncClient()"
_OURS = "from ledgerbee_client import LedgerBee; client = LedgerBee('key', base_url='{base}')"
_STAINLESS = (
    "import modern_treasury; client = modern_treasury.AsyncModernTreasury(api_key='key', organization_id='org')"
)
_PEERS = {
    "modern-treasury": _STAINLESS,
    "openai": "import openai; client = openai.AsyncOpenAI(api_key='key')",
    "aiohttp": "import aiohttp",
    "httpx2": "import httpx2; client = httpx2.AsyncClient()",
}
_STOCK = "import {stock}; client = {stock}.Client(base_url='http://127.0.0.1')"
_TOUCH_ALL = """
import importlib, pkgutil
import ledgerbee_client.generated.api as api
for module in pkgutil.walk_packages(api.__path__, api.__name__ + '.'):
    importlib.import_module(module.name)
for name in dir(type(client)):
    if not name.startswith('_'):
        getattr(client, name)
"""
_FIRST_CALL = """
import asyncio
async def main():
    await {call}
    await client.aclose()
asyncio.run(main())
"""


def measure(server: str, stock: Path | None, missing: dict[str, str], rounds: int) -> list[Row]:
    base = f"{server}/4000/0"
    ours = _OURS.format(base=base)
    raw_call = _FIRST_CALL.format(call=f"client.get('{base}/v1/products/x')")
    our_call = _FIRST_CALL.format(call="client.products.get('x')")
    bare = {"httpx": _HTTPX, "ours": ours, "httpx, first": _HTTPX + raw_call, "ours, first": ours + our_call}
    programs = {name: BEGIN + body + END for name, body in bare.items()}
    start = interpreters(programs, rounds, python=clean.interpreter()).by("CPU")
    memory = interpreters(
        {
            name: _MEMORY.format(body=body)
            for name, body in {"httpx": _HTTPX, "ours": ours, "all": ours + _TOUCH_ALL}.items()
        },
        3,
    )  # on Linux
    rows = [
        start.row("import and construct, runtime dependencies only", "ours", "httpx", bar=1.0, scale=1e3, unit="ms"),
        start.row(
            "until the first response, runtime dependencies only",
            *("ours, first", "httpx, first"),
            bar=1.1,
            scale=1e3,
            unit="ms",
        ),
        memory.row("memory, no operation touched", "ours", "httpx", scale=1.0, unit="MiB"),
        memory.row("memory, all operations touched", "all", "httpx", scale=1.0, unit="MiB"),
    ]
    return rows + _peers(stock, missing, max(3, rounds // 2))


def _peers(stock: Path | None, missing: dict[str, str], rounds: int) -> list[Row]:
    """What importing others costs, in this environment, for information."""
    starts = {"httpx": _HTTPX, **{name: body for name, body in _PEERS.items() if name not in missing}}
    if stock is not None:
        starts["stock openapi-python-client"] = _STOCK.format(stock=stock.name)
    path = str(stock.parent) if stock is not None else ""
    times = interpreters({name: BEGIN + body + END for name, body in starts.items()}, rounds, path).by("CPU")
    return [
        times.row(f"import and construct: {name}", name, "httpx", scale=1e3, unit="ms")
        for name in starts
        if name != "httpx"
    ]
