"""The server, and the processes that write to it: each step of a process can be its last, or take a minute."""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import anyio
import httpx

from ledgerbee_client._error_body import ErrorBody
from ledgerbee_client._exchange import ensure_permitted
from ledgerbee_client._settle.clock import Clock
from ledgerbee_client.errors import (
    BadRequestError,
    ConnectionFailedError,
    NotFoundError,
    OutcomeUnknownError,
    ServerError,
)
from ledgerbee_client.generated.types import Operation, Request, Response, Settlement

from .history import History, Somebody
from .store import MemoryStore

EPOCH = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
#: Seconds that a request takes, there and back.
_WAY = 0.05
_BY_LIST = Settlement(
    kind="match",
    lists="things.list",
    read="things.get",
    keys=("reference",),
    compare=("customerId", "lines"),
    filters=(("search", "reference"),),
)
_BY_ALL = _BY_LIST._replace(keys=(), filters=(("customerId", "customerId"),))
RULES = {
    "reference": _BY_LIST,
    "everything": _BY_ALL,
    "listed": _BY_ALL._replace(read=None, compare=("customerId", "notes")),
    "cached": _BY_LIST._replace(stale=5.0),
    "inside": Settlement(
        kind="match", read="holders.get", object_id="body.customerId", inside="things", compare=("lines",)
    ),
    "sent": Settlement(
        kind="state", read="things.get", shows="status", applied=("sent",), not_applied=("draft",), changed="updatedAt"
    ),
}
#: Seconds for which the list is answered from a cache.
CACHES = {"cached": 5.0}
CUSTOMER, OTHER_CUSTOMER = "0197a943-2325-4829-b835-b6c71a293065", "0197a943-2325-4829-b835-b6c71a293066"


class KilledError(BaseException):
    """The process is no more."""


def operations(rule: str) -> dict[str, Operation]:
    """The API, with the rule for its write."""
    write = "things.send" if rule == "sent" else "things.create"
    path = "/v1/things/{id}/send" if rule == "sent" else "/v1/things"
    return {
        write: Operation(write, "POST", path, settlement=RULES[rule]),
        "things.list": Operation("things.list", "GET", "/v1/things", idempotency="safe"),
        "things.get": Operation("things.get", "GET", "/v1/things/{id}", idempotency="safe"),
        "holders.get": Operation("holders.get", "GET", "/v1/holders/{id}", idempotency="safe"),
    }


def body(history: History, variant: int) -> dict[str, Any]:
    """What is sent to create an object of a variant."""
    whole = {"customerId": CUSTOMER, "lines": [{"quantity": 1 + variant}], "notes": f"note {variant}"}
    return {**whole, "reference": f"R-{variant}"} if history.rule in ("reference", "cached") else whole


@dataclass
class Server:
    """Has objects, a cache, and clocks that may be wrong. Each object knows by whom it was made, and tells nobody."""

    history: History
    objects: dict[str, dict[str, Any]] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)
    #: How often a write was applied, by its author.
    applied: dict[str, int] = field(default_factory=dict)
    reads: itertools.count[int] = field(default_factory=itertools.count)
    _cached: tuple[float, list[dict[str, Any]]] = (-1e9, [])

    def create(self, author: str, content: dict[str, Any], at: float | None = None) -> dict[str, Any]:
        """Make an object."""
        made = self._stamp(at)
        number = f"thing-{len(self.objects)}"
        shown = {**content, "id": number, "createdAt": made, "updatedAt": made, "status": "draft"}
        self.objects[number] = shown
        self._count(author, number)
        return shown

    def send(self, author: str, number: str) -> dict[str, Any]:
        """Send an object; again, if need be."""
        shown = self.objects[number]
        shown |= {"status": "sent", "updatedAt": self._stamp(None)}
        self._count(author, number)
        return shown

    def _count(self, author: str, number: str) -> None:
        self.authors[number] = author
        self.applied[author] = self.applied.get(author, 0) + 1

    def _stamp(self, at: float | None) -> str:
        seconds = asyncio.get_running_loop().time() if at is None else at
        return (
            EPOCH + dt.timedelta(seconds=seconds + self.history.server_clock + self.history.database_clock)
        ).isoformat()

    def date(self) -> str:
        """The `Date` of a response."""
        seconds = asyncio.get_running_loop().time() + self.history.server_clock
        return email.utils.format_datetime(EPOCH + dt.timedelta(seconds=seconds), usegmt=True)

    def read(self, operation: str, request: Request) -> Any:
        """What a read shows."""
        if operation == "holders.get":
            return {"id": CUSTOMER, "things": [dict(one) for one in self.objects.values()]}
        if operation == "things.get":
            return dict(self.objects[request.path.rpartition("/")[2]])
        now = asyncio.get_running_loop().time()
        if now - self._cached[0] < CACHES.get(self.history.rule, 0.0):
            return {"data": self._cached[1]}
        rows = [self._row(one) for one in self.objects.values() if self._is_found(one, dict(request.query))]
        self._cached = (now, rows)
        return {"data": rows}

    def _row(self, shown: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in shown.items() if name != "lines"}

    def _is_found(self, shown: dict[str, Any], query: dict[str, str]) -> bool:
        if self.history.rule in CACHES:  # one answer for all
            return True
        search = query.get("search", "")[: 1 if self.history.loose_search else None]
        customer = query.get("customerId", shown["customerId"])
        return str(shown.get("reference") or "").startswith(search) and shown["customerId"] == customer

    def somebody(self, other: Somebody) -> None:
        """Somebody else makes an object, or sends ours."""
        if self.history.rule == "sent":
            self.send("somebody", f"thing-{other.variant}")
            return
        content = body(self.history, other.variant)
        changes: dict[str, dict[str, Any]] = {
            "reference": {"reference": "R-others"},
            "notes": {"notes": "otherwise"},
            "lines": {"lines": [{"quantity": 99}]},
            "customer": {"customerId": OTHER_CUSTOMER},
            "nothing": {},
        }
        if other.differs == "reference" and "reference" not in content:
            return
        self.create("somebody", {**content, **changes[other.differs]}, min(other.at, 0.0) or None)


@dataclass
class Process:
    """Makes a write, step by step; a client and a store for `once` at the same time."""

    server: Server
    store: MemoryStore
    key: str
    faults: list[str]
    clock_error: float = 0.0
    last_step: int | None = None
    stands_still: float | None = None
    steps: int = 0
    is_dead: bool = False
    _goes_on: float = 0.0

    def clock(self) -> Clock:
        """That of its machine."""
        loop = asyncio.get_running_loop()
        return Clock(lambda: EPOCH + dt.timedelta(seconds=loop.time() + self.clock_error), loop.time)

    async def step(self) -> None:
        """Come by one point at which it can be killed, or stopped."""
        if self.is_dead:
            raise KilledError
        self.steps += 1
        if self.steps == self.last_step:
            if self.stands_still is None:
                self.is_dead = True
                raise KilledError
            self._goes_on = asyncio.get_running_loop().time() + self.stands_still
        await anyio.sleep_until(self._goes_on)

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Step before and after a call."""

        async def stepping(*arguments: Any) -> Any:
            await self.step()
            result = await function(*arguments)
            await self.step()
            return result

        return stepping

    def __getattr__(self, name: str) -> Any:
        """The methods of the store."""
        return self.around(getattr(self.store, name))

    async def execute(
        self, operation: Operation, request: Request, decode: Callable[[Any], Any], by_status: object = None
    ) -> Response[Any]:
        """Send a request."""
        await self.step()
        await anyio.sleep(_WAY)
        shown = (
            await self._written(operation, request)
            if operation.idempotency == "none"
            else await self._read(operation, request)
        )
        await anyio.sleep(_WAY)
        await self.step()
        content = json.dumps(shown).encode()
        return Response(200, httpx.Headers({"date": self.server.date()}), content, decode(shown))

    async def _read(self, operation: Operation, request: Request) -> Any:
        if next(self.server.reads) in self.server.history.failing_reads:
            raise ServerError(_response(503), operation, ErrorBody("no"))
        try:
            return self.server.read(operation.name, request)
        except KeyError:
            raise NotFoundError(_response(404), operation, ErrorBody("no")) from None

    async def _written(self, operation: Operation, request: Request) -> Any:
        ensure_permitted()
        kind, _, seconds = (self.faults.pop(0) if self.faults else "answered").partition(" ")
        if kind == "refused":
            raise BadRequestError(_response(400), operation, ErrorBody("no"))
        if kind == "unsent":
            raise _not_sent()
        if kind == "late":
            asyncio.get_running_loop().call_later(float(seconds), self._apply, operation, request)
        if kind == "slow":
            await anyio.sleep(4.0)
        if kind == "never" or seconds == "never" or kind == "late":
            raise OutcomeUnknownError("no response")
        shown = self._apply(operation, request)
        if kind == "lost" or seconds == "lost":
            raise OutcomeUnknownError("no response")
        return shown

    def _apply(self, operation: Operation, request: Request) -> Any:
        if operation.name == "things.send":
            return self.server.send(self.key, request.path.split("/")[-2])
        return self.server.create(self.key, request.json)


def _response(status: int) -> httpx.Response:
    return httpx.Response(status, request=httpx.Request("POST", "https://model.test"))


def _not_sent() -> ConnectionFailedError:
    error = ConnectionFailedError("no connection; nothing was sent")
    error.applied = False
    return error


__all__ = ["CUSTOMER", "EPOCH", "RULES", "KilledError", "Process", "Server", "body", "operations"]
