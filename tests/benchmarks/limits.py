"""A thousand calls at once against a server that allows a hundred in a second: how long, and how many are refused."""

from __future__ import annotations

import asyncio
import math
import re
import time

from ledgerbee_client import LedgerBee

from .measure import Row
from .server import KEY, ONE

#: What the server allows in each second.
LIMIT = 100


class Limited:
    """Allows so many requests in each second of the clock, and says so by a header, or not at all."""

    def __init__(self, tell: str | None) -> None:
        self.tell = tell
        self.window, self.count = -1, 0
        self.requests = self.refused = 0

    def answer(self) -> bytes:
        now = time.time()
        if math.floor(now) != self.window:
            self.window, self.count = math.floor(now), 0
        self.count += 1
        self.requests += 1
        if self.count <= LIMIT:
            return _response(ONE)
        self.refused += 1
        value = "1" if self.tell == "Retry-After" else str(self.window + 1)
        line = f"{self.tell}: {value}\r\n" if self.tell else ""
        return f"HTTP/1.1 429 Too Many Requests\r\n{line}Content-Length: 0\r\n\r\n".encode()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                if b"/auth/token " in head:
                    length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
                    await reader.readexactly(int(length[1]) if length else 0)
                    writer.write(_response(b'{"access_token":"bench","expires_in":3600}'))
                else:
                    writer.write(self.answer())
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


def _response(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)


async def measure(calls: int = 1_000) -> list[Row]:
    """One round for each way of telling: with a key, and with OAuth and half of the calls by a copy of the client."""
    rows: list[Row] = []
    for tell in ("Retry-After", "X-Rate-Limit-Reset", None):
        for is_oauth in (False, True):
            rows += await _round(tell, calls, is_oauth=is_oauth)
    return rows


async def _round(tell: str | None, calls: int, *, is_oauth: bool) -> list[Row]:
    limited = Limited(tell)
    server = await asyncio.start_server(limited.serve, "127.0.0.1", 0)
    credential = {"client_id": "bench", "client_secret": "bench"} if is_oauth else {"api_key": KEY}
    base_url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with LedgerBee(base_url=base_url, scopes=["products-read"], **credential) as lb:
        clients = (lb, lb.with_options(timeout=30) if is_oauth else lb)
        began = time.perf_counter()
        await asyncio.gather(*[clients[number % 2].products.get("x") for number in range(calls)])
        seconds = time.perf_counter() - began
    server.close()
    await asyncio.sleep(0.1)  # so that its connections end by themselves
    name = f"{calls} gets at once, {LIMIT} a second, told by {tell or 'nothing'}{', OAuth and a copy' * is_oauth}"
    return [
        Row(f"{name}: times the ideal", seconds / (calls / LIMIT), "x", bar=1.3 if tell else 2.0),
        Row(f"{name}: refused", 100 * limited.refused / limited.requests, "%", bar=15 if tell else 25),
    ]
