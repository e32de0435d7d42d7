"""An HTTP/1.1 server on a real port that fails on command, and keeps count.

It runs on an event loop of its own in a thread, so that tests on asyncio and on trio, and tests that block, can use it:

    with FaultServer() as server:
        server.plan("m1", GATEWAY[503], OK)          # what the first and the second request with the marker m1 meet
        async with LedgerBee("key", base_url=server.url) as lb:
            await lb.accounts.list(extra_headers={MARKER: "m1"})
        server.wait_idle()
        assert server.count("m1") == 2

A request is recognised by its marker: the header `x-test-marker`, or else its path. What it meets is a `Step`: bytes,
pauses, and how the connection ends; and whether the write that it stands for was applied before. Beyond its plan a
marker meets `server.default`. Faults before a request is read concern connections: `FaultServer(listen=False)` refuses
them until `listen()`, and `server.drop(n)` closes the next n as soon as they are accepted.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import select
import socket
import struct
import threading
import time
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable

MARKER = "x-test-marker"

#: A part of a step: from here on nothing comes until the client gives up.
HANG = "hang"


@dataclass(frozen=True)
class Step:
    """What one request meets.

    Attributes:
        parts: what is written: bytes, pauses in seconds, or HANG.
        applied: the write is applied before anything is written.
        close: the connection is closed afterwards.
        reset: it is closed with a reset (RST) and not in order.
    """

    parts: tuple[bytes | float | str, ...] = ()
    applied: bool = False
    close: bool = False
    reset: bool = False


def answer(
    status: int = 200,
    body: bytes | str | Any = b"{}",
    *,
    content_type: str | None = "application/json",
    headers: dict[str, str] | None = None,
    applied: bool | None = None,
) -> Step:
    """A whole answer. What is neither bytes nor a string is written as JSON. A 2xx has applied what was asked."""
    if not isinstance(body, bytes | str):
        body = json.dumps(body)
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} {_REASONS.get(status, 'Status')}"]
    if content_type is not None:
        lines.append(f"Content-Type: {content_type}")
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if status != 204:
        lines.append(f"Content-Length: {len(content)}")
    head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
    return Step((head + (content if status != 204 else b""),), 200 <= status < 300 if applied is None else applied)


_REASONS = {200: "OK", 201: "Created", 204: "No Content", 302: "Found", 307: "Temporary Redirect", 404: "Not Found"}
_REASONS |= {429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable"}
_REASONS |= {504: "Gateway Timeout"}

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
_CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"

OK = answer()
#: What a proxy says whose server died on it: the write may or may not have been applied. Here it was.
GATEWAY = {
    status: answer(status, "<html>bad</html>", content_type="text/html", applied=True) for status in (502, 503, 504)
}
SERVER_ERROR = answer(500, {"statusCode": 500, "message": "Internal Server Error"}, applied=True)
RATE_LIMITED = answer(429, {"error": "invalid_client", "error_description": "Rate limit exceeded. Try again later."})
CLOSED_UNAPPLIED = Step(close=True)
CLOSED_APPLIED = Step(applied=True, close=True)
RESET_APPLIED = Step(applied=True, reset=True)
CUT_AFTER_HEADERS = Step((_HEAD,), applied=True, close=True)
CUT_IN_BODY = Step((_HEAD, b'{"id": "'), applied=True, close=True)
CUT_IN_CHUNK = Step((_CHUNKED, b'20\r\n{"id": "'), applied=True, close=True)
CUT_BETWEEN_CHUNKS = Step((_CHUNKED, b"2\r\n{}\r\n"), applied=True, close=True)
NEVER_ANSWERED = Step((HANG,), applied=True)
STALLED_IN_BODY = Step((_HEAD, b'{"id": "', HANG), applied=True)
GARBAGE = Step((b"\x00\xff\x16\x03garbage that is no HTTP\r\n\r\n",), applied=True, close=True)
TRUNCATED_GZIP = answer(body=gzip.compress(b'{"id": "1"}' * 50)[:30], headers={"Content-Encoding": "gzip"})
NO_GZIP = answer(body=b"this is no gzip", headers={"Content-Encoding": "gzip"})
HTML = answer(body="<html><body>Sign in to the hotel network</body></html>", content_type="text/html")
NOT_JSON = answer(body=b'{"id": ')
HUGE_HEADERS = answer(headers={"X-Huge": "x" * 300_000})


def slow_drip(content: bytes, pause: float) -> Step:
    """An answer that comes byte by byte."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n".encode()
    drops = [part for byte in content for part in (pause, bytes([byte]))]
    return Step((head, *drops), applied=True)


def redirect(location: str, status: int = 302) -> Step:
    return answer(status, b"", headers={"Location": location}, content_type=None)


@dataclass(frozen=True)
class Arrival:
    """A request that was read whole."""

    marker: str
    method: str
    target: str
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    connection: int = 0


class FaultServer:
    """See the module's text. A context manager; `default` and `plan` may be changed at any time."""

    def __init__(self, default: Step = OK, *, listen: bool = True) -> None:
        self.default = default
        self.arrivals: list[Arrival] = []
        self.applied: Counter[str] = Counter()
        self.connections = 0
        self._plans: defaultdict[str, deque[Step]] = defaultdict(deque)
        self._dropping = 0
        self._open: set[int] = set()
        self._changed = threading.Condition()
        self._listen_at_once = listen
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="fault server", daemon=True)
        self._server: asyncio.Server | None = None
        self._handlers: set[asyncio.Task[Any]] = set()

    # ------------------------------------------------------------------ for tests

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api"

    def plan(self, marker: str, *steps: Step) -> None:
        """What the next requests with this marker meet, one after the other."""
        self._plans[marker].extend(steps)

    def set_plan(self, marker: str, *steps: Step) -> None:
        """The same, in the place of what is left of an earlier plan."""
        self._plans[marker] = deque(steps)

    def drop(self, connections: int) -> None:
        """Closes the next connections as soon as they are accepted, before anything is read."""
        self._dropping = connections

    def count(self, marker: str) -> int:
        """How many requests with this marker arrived."""
        return sum(one.marker == marker for one in self.arrivals)

    def counts(self) -> Counter[str]:
        return Counter(one.marker for one in self.arrivals)

    @property
    def open_connections(self) -> int:
        return len(self._open)

    def wait_for(self, condition: Callable[[], bool], seconds: float = 10.0) -> None:
        """Blocks until something has come true. The time is only there to fail instead of hanging."""
        end = time.monotonic() + seconds
        with self._changed:
            while not condition():
                if not self._changed.wait(max(end - time.monotonic(), 0.0)):
                    assert condition(), f"still not after {seconds} s; {self.open_connections} connections are open"
                    return

    def wait_idle(self) -> None:
        """Blocks until the client has closed every connection: then all that was sent has arrived."""
        self.wait_for(lambda: not self._open)

    def listen(self) -> None:
        """Begins to accept connections; before, they are refused."""
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)

    def __enter__(self) -> Self:
        self._thread.start()
        if self._listen_at_once:
            self.listen()
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()
        self._socket.close()

    # ------------------------------------------------------------------ the server

    async def _start(self) -> None:
        self._server = await asyncio.start_server(self._serve, sock=self._socket, backlog=2048, limit=2**20)

    async def _stop(self) -> None:
        if self._server is not None:
            # A server of asyncio that is closed between accepting a connection and serving it leaves it open
            while select.select([self._socket], [], [], 0)[0]:  # noqa: ASYNC110  # nothing wakes anybody
                await asyncio.sleep(0)
            for _ in range(10):
                await asyncio.sleep(0)
            self._server.close()
            for _ in range(10):  # what was accepted in the last moment becomes a handler
                await asyncio.sleep(0)
        while self._handlers:
            for task in self._handlers:
                task.cancel()
            await asyncio.wait(self._handlers, timeout=0.1)
        for _ in range(10):  # what was closed in the last moment lets go of its socket
            await asyncio.sleep(0)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._handlers.add(task)
        self.connections += 1
        number = self.connections
        self._open.add(number)
        try:
            if self._dropping > 0:
                self._dropping -= 1
            else:
                await self._converse(reader, writer, number)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client has gone, or the server stops
        finally:
            writer.close()
            try:
                await writer.wait_closed()
            except (ConnectionError, TimeoutError, asyncio.CancelledError):
                writer.transport.abort()  # nobody waits any more for what couldn't be sent
            self._handlers.discard(task)
            with self._changed:
                self._open.discard(number)
                self._changed.notify_all()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> None:
        while head := await _head(reader):
            arrival = await _read(head, reader, number)
            plan = self._plans[arrival.marker]
            step = plan.popleft() if plan else self.default
            with self._changed:
                self.arrivals.append(arrival)
                self.applied[arrival.marker] += step.applied
                self._changed.notify_all()
            for part in step.parts:
                if isinstance(part, float):
                    await asyncio.sleep(part)
                elif isinstance(part, str):
                    await reader.read(1)
                    return
                else:
                    writer.write(part)
                    await writer.drain()
            if step.reset:
                plain = writer.get_extra_info("socket")
                plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                writer.transport.abort()
            if step.reset or step.close:
                return


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return b""


async def _read(head: bytes, reader: asyncio.StreamReader, number: int) -> Arrival:
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, target, _ = first.split(" ")
    pairs = (line.split(":", 1) for line in lines)
    headers = {name.strip().lower(): value.strip() for name, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    marker = headers.get(MARKER, target.partition("?")[0].removeprefix("/api"))
    return Arrival(marker, method, target, headers, body, number)
