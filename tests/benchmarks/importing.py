"""What importing costs, constructing a client, and the memory of it all.

What is compared with httpx alone is CPU time in an environment that has the runtime dependencies only (see `clean`).
"""

from __future__ import annotations

from pathlib import Path

from . import clean
from .measure import Row, interpreters

_TIMED = """
import time; started = time.process_time()
{body}
print(time.process_time() - started)
"""

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


def measure(server: str, stock: Path | None, rounds: int) -> list[Row]:
    base = f"{server}/4000/0"
    ours = _OURS.format(base=base)
    raw_call = _FIRST_CALL.format(call=f"client.get('{base}/v1/products/x')")
    our_call = _FIRST_CALL.format(call="client.products.get('x')")
    path = str(stock.parent) if stock else ""
    starts = {"httpx": _HTTPX, "ours": ours, "modern-treasury": _STAINLESS}
    if stock:
        starts["stock generator"] = _STOCK.format(stock=stock.name)
    times = interpreters({name: _TIMED.format(body=body) for name, body in starts.items()}, rounds, path)
    bare = {"httpx": _HTTPX, "ours": ours, "httpx, first": _HTTPX + raw_call, "ours, first": ours + our_call}
    python = clean.interpreter()
    start = interpreters({name: _TIMED.format(body=body) for name, body in bare.items()}, rounds, python=python)
    weights = {"httpx": _HTTPX, "ours": ours, "all": ours + _TOUCH_ALL, "modern-treasury": _STAINLESS}
    memory = interpreters({name: _MEMORY.format(body=body) for name, body in weights.items()}, 3)  # on Linux
    rows = [
        start.row("import and construct, runtime dependencies only", "ours", "httpx", bar=1.0, scale=1e3, unit="ms"),
        start.row(
            "until the first response, runtime dependencies only",
            *("ours, first", "httpx, first"),
            bar=1.1,
            scale=1e3,
            unit="ms",
        ),
        times.row("import and construct, modern-treasury", "modern-treasury", "httpx", scale=1e3, unit="ms"),
        memory.row("memory, no operation touched", "ours", "httpx", scale=1.0, unit="MiB"),
        memory.row("memory, all 135 operations touched", "all", "httpx", scale=1.0, unit="MiB"),
        memory.row("memory, modern-treasury", "modern-treasury", "httpx", scale=1.0, unit="MiB"),
    ]
    if stock:
        rows.insert(
            2, times.row("import and construct, stock generator", "stock generator", "httpx", scale=1e3, unit="ms")
        )
    return rows
