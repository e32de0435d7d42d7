"""A server on a loopback port, in a process of its own, that gives ready-made answers as fast as Python can."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

#: What calls authenticate with; nobody looks at it.
KEY = "lb_live_benchmark"
#: A product as the reference shows it.
PRODUCT = {
    "id": "550e8400-e29b-41d4-a716-446655440000",
    "productNumber": "P001",
    "name": "Web Hosting",
    "description": "Web hosting, managed, with backups",
    "unit": "pcs",
    "productGroupId": "6f1e8a4c-0f4b-4d5c-9f5d-1c8f2a7b3e10",
    "productType": "services",
    "isActive": True,
    "isArchived": False,
    "isLocked": False,
    "createdAt": "2024-01-15T10:30:00.000Z",
    "updatedAt": "2024-02-20T08:15:30.123Z",
}
SCOPES = ["products-read", "company-read"]


def product(number: int) -> dict[str, Any]:
    return {**PRODUCT, "id": f"550e8400-e29b-41d4-a716-{number:012d}", "productNumber": f"P{number:06d}"}


def page(number: int, limit: int, total: int) -> bytes:
    first = (number - 1) * limit
    items = [product(index) for index in range(first, min(first + limit, total))]
    body = {"data": items, "total": total, "page": number, "limit": limit, "totalPages": -(-total // limit)}
    return json.dumps(body, separators=(",", ":")).encode()


ONE = json.dumps(product(1), separators=(",", ":")).encode()
PAGE_OF_100 = page(1, 100, 4_000)


class _Answers(asyncio.Protocol):
    """The first segment of a path is the number of items that there are, the second the milliseconds to wait."""

    pages: ClassVar[dict[tuple[int, int, int], bytes]] = {}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.received = b""

    def data_received(self, data: bytes) -> None:
        self.received += data
        while b"\r\n\r\n" in self.received:
            head, _, rest = self.received.partition(b"\r\n\r\n")
            length = _content_length(head)
            if len(rest) < length:
                return
            self.received = rest[length:]
            self.answer(head.split(b" ", 2)[1].decode())

    def answer(self, target: str) -> None:
        url = urlsplit(target)
        _, total, wait, path = url.path.split("/", 3)
        if path.endswith("api-key"):
            body = json.dumps({"scopes": SCOPES}).encode()
        elif url.query:
            asked = parse_qs(url.query)
            number, limit = (asked.get(name, ["1"])[0] for name in ("page", "limit"))
            key = (int(float(number)), int(float(limit)), int(total))  # the stock generator asks for page 1.0
            body = self.pages.get(key) or page(*key)
            if len(self.pages) < 1_000:
                self.pages[key] = body
        else:
            body = ONE
        head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        answer = head.encode() + body
        if wait == "0":
            self.transport.write(answer)
        else:
            asyncio.get_running_loop().call_later(int(wait) / 1000, self.transport.write, answer)


def _content_length(head: bytes) -> int:
    lines = head.lower().split(b"\r\n")
    return next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)


def _serve(port: Any) -> None:
    async def serve() -> None:
        server = await asyncio.get_running_loop().create_server(_Answers, "127.0.0.1", 0, backlog=2_000)
        port.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(serve())


@contextmanager
def served() -> Iterator[str]:
    """The base URL of a server that runs while the block does; append `/TOTAL/MILLISECONDS`."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    try:
        if not ours.poll(60):
            raise RuntimeError("the server of the benchmarks didn't start within a minute")
        yield f"http://127.0.0.1:{ours.recv()}"
    finally:
        process.terminate()
        process.join()
