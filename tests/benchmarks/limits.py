"""A thousand calls at once against a server that allows a hundred in a second: how long, and how many are refused."""

from __future__ import annotations

import asyncio
import math
import multiprocessing
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from ledgerbee_client import LedgerBee

from .measure import Row, several
from .server import KEY, ONE

#: What the server allows in each second.
LIMIT = 100


class Limited:
    """Allows so many requests in each second of the clock, and says so by a header, or not at all.

    It runs in a process of its own: its work is none of the client's.
    """

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
                elif b"/counts " in head:
                    writer.write(_response(b"%d %d" % (self.requests, self.refused)))
                else:
                    writer.write(self.answer())
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


def _response(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)


def _serve(tell: str | None, port: Any) -> None:
    async def serve() -> None:
        server = await asyncio.start_server(Limited(tell).serve, "127.0.0.1", 0, backlog=2_000)
        port.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(serve())


@asynccontextmanager
async def limited(tell: str | None) -> AsyncIterator[int]:
    """The port of a server that runs while the block does."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(tell, theirs), daemon=True)
    process.start()
    try:
        yield await asyncio.to_thread(ours.recv)
    finally:
        process.terminate()
        await asyncio.to_thread(process.join)


async def _counts(port: int) -> tuple[int, int]:
    """The requests that a server got, and those that it refused."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /counts HTTP/1.1\r\n\r\n")
    await reader.readuntil(b"\r\n\r\n")
    requests, refused = (await reader.read(100)).split()
    writer.close()
    await writer.wait_closed()
    return int(requests), int(refused)


async def measure(rounds: int, calls: int = 1_000) -> list[Row]:
    """For each way of telling: with a key, and with OAuth and half of the calls by a copy of the client."""
    rows: list[Row] = []
    for tell in ("Retry-After", "X-Rate-Limit-Reset", None):
        for is_oauth in (False, True):
            found = [await _round(tell, calls, is_oauth=is_oauth) for _ in range(rounds)]
            name = f"{calls} gets, {LIMIT} a second, told by {tell or 'nothing'}{', OAuth and a copy' * is_oauth}"
            times, refused = zip(*found, strict=True)
            rows += [
                several(f"{name}: times the ideal", times, "x", 1.3 if tell else 2.0, clock="wall"),
                several(f"{name}: refused", refused, "%", 15 if tell else 25),
            ]
    return rows


async def _round(tell: str | None, calls: int, *, is_oauth: bool) -> tuple[float, float]:
    """How many times the ideal it took, and the share that was refused, in percent."""
    credential = {"client_id": "bench", "client_secret": "bench"} if is_oauth else {"api_key": KEY}
    async with limited(tell) as port:
        async with LedgerBee(base_url=f"http://127.0.0.1:{port}", scopes=["products-read"], **credential) as lb:
            clients = (lb, lb.with_options(timeout=30) if is_oauth else lb)
            await lb.products.get("x")  # loads what is needed, and fetches the token
            await asyncio.sleep(1.0)  # so that the limit is whole again
            began = time.perf_counter()
            await asyncio.gather(*[clients[number % 2].products.get("x") for number in range(calls)])
            seconds = time.perf_counter() - began
        requests, refused = await _counts(port)
    return seconds / (calls / LIMIT), 100 * refused / requests
