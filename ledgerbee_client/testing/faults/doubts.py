"""Faults that leave a caller in doubt of what was done: late writes, stale reads, rows that look alike, loose searches.

Each alone is what a real service does; together they are the adversary of whoever wants to know whether a write was
applied.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar
from urllib.parse import parse_qsl, urlencode

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from .. import checks
from ..clock import http_date
from ..http.interception import Captured, Disconnected, captured, discard, replayed, whole_body
from ..http.request_log import AUTHOR
from .kinds import GATEWAY_PAGE, Circumstances

#: What the service documents to cache for 5 seconds: resources, or single operations of them.
CACHED = (
    "accounts",
    "api_key",
    "company",
    "customers.list",
    "dimensions",
    "journal_categories",
    "vat_codes",
    "vendors",
)
#: Where a write through the API is documented to drop the cache.
_DROPPED_BY_WRITES = ("dimensions", "vendors")


@dataclass(frozen=True, slots=True)
class Late:
    """A gateway answers now, and the request is carried out afterwards: who reads it back at once doesn't find it.

    Args:
        seconds: on the sandbox's clock. `await sandbox.advance(...)` carries it out on the way; with another way of
            moving the clock the next request does.
        status: what the gateway answers; None cuts the connection.
    """

    decides: ClassVar[bool] = True
    seconds: float
    status: int | None = 504

    def __post_init__(self) -> None:
        checks.number(seconds=self.seconds)
        if self.status is not None:
            checks.whole(100, 599, status=self.status)

    def wrap(self, app: ASGIApp, at: Circumstances) -> ASGIApp:
        """Return the application as it behaves for one request. See `Fault.wrap`."""

        async def postpone(scope: Scope, receive: Receive, send: Send) -> None:
            body = await whole_body(receive)
            due = at.clock.now() + timedelta(seconds=self.seconds)
            at.schedule.add(due, lambda: app(scope, replayed(body), discard))
            if self.status is None:
                raise Disconnected("applied")
            headers = {"Date": http_date(at.clock.now())}
            await Response(GATEWAY_PAGE, self.status, headers, media_type="text/html")(scope, receive, send)

        return postpone


@dataclass(frozen=True, slots=True)
class Stale:
    """Reads that the service documents to cache come again as they were, for a while.

    Cached are accounts, API key, company, dimensions, journal categories, VAT codes, vendors, and the list of customers
    when it isn't filtered. Writes to dimensions and vendors drop theirs. A read that was never made before is fresh.

    Args:
        seconds: how long, on the sandbox's clock.
    """

    decides: ClassVar[bool] = False
    seconds: float = 5.0
    _kept: dict[tuple[bytes, ...], tuple[datetime, int, Captured]] = field(
        default_factory=dict[tuple[bytes, ...], "tuple[datetime, int, Captured]"], repr=False, compare=False
    )

    def __post_init__(self) -> None:
        checks.number(seconds=self.seconds)

    def wrap(self, app: ASGIApp, at: Circumstances) -> ASGIApp:
        """Return the application as it behaves for one request. See `Fault.wrap`."""
        resource = (at.operation or "").partition(".")[0]
        if not {at.operation, resource} & {*CACHED}:
            return app

        async def remember(scope: Scope, receive: Receive, send: Send) -> None:
            filtered = at.operation == "customers.list" and scope["query_string"]
            if scope["method"] != "GET" or filtered:
                await app(scope, receive, send)
                return
            credential = dict(scope["headers"])
            key = (
                scope["path"].encode(),
                scope["query_string"],
                credential.get(b"x-api-key", b""),
                credential.get(b"authorization", b""),
            )
            response = self._fresh_enough(key, resource, at)
            if response is None:
                response = await captured(app, scope, receive)
                if response.start["status"] == 200:
                    self._kept[key] = (at.clock.now(), len(at.writes), response)
            await response.send(send)

        return remember

    def _fresh_enough(self, key: tuple[bytes, ...], resource: str, at: Circumstances) -> Captured | None:
        read_at, writes, response = self._kept.get(key, (None, 0, None))
        if read_at is None or at.clock.now() - read_at >= timedelta(seconds=self.seconds):
            return None
        since = {one.operation.partition(".")[0] for one in at.writes[writes:]}
        return None if resource in since & {*_DROPPED_BY_WRITES} else response


@dataclass(frozen=True, slots=True)
class Twin:
    """Somebody else does the same: what is created is there twice, with other ids and nothing else to tell by.

    Where the service refuses a second one (a number that is taken), there is none. In the list of writes its `author`
    is `someone else`.

    Args:
        seconds: when, on the sandbox's clock, after the request.
    """

    decides: ClassVar[bool] = False
    seconds: float = 0.0

    def __post_init__(self) -> None:
        checks.number(seconds=self.seconds)

    def wrap(self, app: ASGIApp, at: Circumstances) -> ASGIApp:
        """Return the application as it behaves for one request. See `Fault.wrap`."""

        async def double(scope: Scope, receive: Receive, send: Send) -> None:
            body = await whole_body(receive)
            twin = {**scope, AUTHOR: "someone else"}
            if scope["method"] == "POST":
                due = at.clock.now() + timedelta(seconds=self.seconds)
                at.schedule.add(due, lambda: app(twin, replayed(body), discard))
            await app(scope, replayed(body), send)
            await at.schedule.run_due()

        return double


@dataclass(frozen=True, slots=True)
class LooseSearch:
    """A list's `search` isn't exact: only its first letters count, so that it finds more than was asked for.

    Args:
        letters: so many.
    """

    decides: ClassVar[bool] = False
    letters: int = 1

    def __post_init__(self) -> None:
        checks.whole(letters=self.letters)

    def wrap(self, app: ASGIApp, at: Circumstances) -> ASGIApp:
        """Return the application as it behaves for one request. See `Fault.wrap`."""

        async def loosen(scope: Scope, receive: Receive, send: Send) -> None:
            pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
            if scope["method"] == "GET" and any(name == "search" for name, _ in pairs):
                shorter = [(name, value[: self.letters] if name == "search" else value) for name, value in pairs]
                scope = {**scope, "query_string": urlencode(shorter).encode()}
            await app(scope, receive, send)

        return loosen
