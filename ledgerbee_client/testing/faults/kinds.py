"""What can go wrong between a client and the service, on demand.

    sandbox.faults.add(Status(503, retry_after=2), "POST /v1/invoices/{id}/send", times=1)
    sandbox.faults.add(Cut("applied"), probability=0.05)

Each kind is a small ASGI wrapper. This module knows what happens to one request; which requests are hit is decided in
`injector`; what leaves a caller in doubt stands in `doubts`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.client import responses
from random import Random
from typing import Any, ClassVar, Protocol, get_args

import anyio
from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .. import checks
from ..access.oauth import PATHS, RATE_LIMITED
from ..clock import Clock, http_date
from ..http.errors import ServiceError
from ..http.interception import CutPoint, Disconnected, captured, discard, part, send_instead
from ..http.request_log import Write
from .schedule import Schedule

GATEWAY_PAGE = b"<html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a fault may use."""

    random: Random
    clock: Clock
    #: Without `/api`.
    path: str
    #: Python name of the operation; None for the OAuth endpoints and unknown routes.
    operation: str | None
    #: What is to be done later, on the sandbox's clock.
    schedule: Schedule
    #: The writes that were applied so far.
    writes: Sequence[Write]


class Fault(Protocol):
    """Something that goes wrong. A class of your own with these members is one, too."""

    #: False = the answer stays what it is, and another fault may change it.
    decides: ClassVar[bool]

    def wrap(self, app: ASGIApp, at: Circumstances) -> ASGIApp:
        """Return the application as it behaves for one request.

        Args:
            app: the application without this fault.
            at: what is known of the request.
        """
        ...


@dataclass(frozen=True, slots=True)
class Latency:
    """Waits, before the request is read or, with `applied`, between doing it and answering.

    Args:
        seconds: real seconds, whatever the sandbox's clock shows.
        jitter: up to so many more.
        applied: wait with the answer. A client that gives up meanwhile has written without knowing it.
    """

    decides: ClassVar[bool] = False
    seconds: float
    jitter: float = 0.0
    applied: bool = False

    def __post_init__(self) -> None:
        checks.number(seconds=self.seconds, jitter=self.jitter)

    def wrap(self, app: ASGIApp, at: Circumstances) -> ASGIApp:
        """Return the application as it behaves for one request. See `Fault.wrap`."""
        pause = self.seconds + at.random.uniform(0.0, self.jitter)

        async def slow(scope: Scope, receive: Receive, send: Send) -> None:
            async def late(message: Message) -> None:
                if message["type"] == "http.response.start":
                    await anyio.sleep(pause)
                await send(message)

            if not self.applied:
                await anyio.sleep(pause)
            await app(scope, receive, late if self.applied else send)

        return slow


@dataclass(frozen=True, slots=True)
class Status:
    """Answers with another status, as an overloaded service or a gateway does.

    Args:
        status: 429, 503, ...
        retry_after: header `Retry-After`: seconds, or a moment with a time zone.
        rate_limit_reset: header `X-Rate-Limit-Reset`: so many seconds from now on the sandbox's clock.
        body: text or JSON; by default the API's envelope, or what the OAuth endpoints answer.
        applied: the request is carried out first, and its answer lost.
    """

    decides: ClassVar[bool] = True
    status: int
    retry_after: float | datetime | None = None
    rate_limit_reset: float | None = None
    body: str | dict[str, Any] | None = None
    applied: bool = False

    def __post_init__(self) -> None:
        checks.whole(100, 599, status=self.status)
        if isinstance(self.retry_after, datetime):
            checks.aware(retry_after=self.retry_after)
        elif self.retry_after is not None:
            checks.number(None, retry_after=self.retry_after)
        if self.rate_limit_reset is not None:
            checks.number(None, rate_limit_reset=self.rate_limit_reset)

    def wrap(self, app: ASGIApp, at: Circumstances) -> ASGIApp:
        """Return the application as it behaves for one request. See `Fault.wrap`."""

        async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
            if self.applied:
                await app(scope, receive, discard)
            await self._response(at)(scope, receive, send)

        return refuse

    def _response(self, at: Circumstances) -> Response:
        headers = {"Date": http_date(at.clock.now())}
        if self.retry_after is not None:
            headers["Retry-After"] = (
                http_date(self.retry_after) if isinstance(self.retry_after, datetime) else f"{self.retry_after:.15g}"
            )
        if self.rate_limit_reset is not None:
            reset = at.clock.now() + timedelta(seconds=self.rate_limit_reset)
            headers["X-Rate-Limit-Reset"] = str(math.ceil(reset.timestamp()))
            headers["X-Rate-Limit-Remaining"] = "0"
        if isinstance(self.body, str):
            return Response(self.body, self.status, headers, media_type="text/html")
        body = self._envelope(at) if self.body is None else self.body
        return Response(json.dumps(body), self.status, headers, media_type="application/json")

    def _envelope(self, at: Circumstances) -> dict[str, Any]:
        if at.path in PATHS:
            return RATE_LIMITED if self.status == 429 else {"error": "temporarily_unavailable"}
        return ServiceError(self.status, responses.get(self.status, "Error")).envelope(at.path, at.clock)


@dataclass(frozen=True, slots=True)
class Cut:
    """Cuts the connection.

    Args:
        at: `connect`: it isn't accepted (on a real port it is, as the path is known only then, and cut at once);
            `request`: before the request is read; `applied`: after the request was carried out, before it is
            answered; `body`: in the middle of the answer's body (before the answer, when it has none).
    """

    decides: ClassVar[bool] = True
    at: CutPoint = "applied"

    def __post_init__(self) -> None:
        checks.one_of(get_args(CutPoint), at=self.at)

    def wrap(self, app: ASGIApp, at: Circumstances) -> ASGIApp:
        """Return the application as it behaves for one request. See `Fault.wrap`."""

        async def cut(scope: Scope, receive: Receive, send: Send) -> None:
            if self.at in ("connect", "request"):
                raise Disconnected(self.at)
            answer = await captured(app, scope, receive)
            if self.at == "applied" or not answer.body:
                raise Disconnected("applied")
            await send(answer.start)
            await send(part(answer.body[: len(answer.body) // 2], more=True))
            raise Disconnected("body")

        return cut


@dataclass(frozen=True, slots=True)
class SlowBody:
    """Answers at once, and the body dribbles in.

    Args:
        seconds: real seconds for the whole body.
        pieces: in how many parts.
    """

    decides: ClassVar[bool] = True
    seconds: float
    pieces: int = 4

    def __post_init__(self) -> None:
        checks.number(seconds=self.seconds)
        checks.whole(1, pieces=self.pieces)

    def wrap(self, app: ASGIApp, at: Circumstances) -> ASGIApp:
        """Return the application as it behaves for one request. See `Fault.wrap`."""

        async def dribble(scope: Scope, receive: Receive, send: Send) -> None:
            answer = await captured(app, scope, receive)
            await send(answer.start)
            size = max(1, -(-len(answer.body) // self.pieces))
            for begin in range(0, len(answer.body), size):
                await anyio.sleep(self.seconds / self.pieces)
                await send(part(answer.body[begin : begin + size], more=True))
            await send(part(b"", more=False))

        return dribble


@dataclass(frozen=True, slots=True)
class Garbage:
    """Carries the request out, and answers with bytes that mean nothing.

    Args:
        body: those bytes; by default random ones.
    """

    decides: ClassVar[bool] = True
    body: bytes | None = None

    def wrap(self, app: ASGIApp, at: Circumstances) -> ASGIApp:
        """Return the application as it behaves for one request. See `Fault.wrap`."""

        async def garble(scope: Scope, receive: Receive, send: Send) -> None:
            answer = await captured(app, scope, receive)
            body = at.random.randbytes(64) if self.body is None else self.body
            await send_instead(answer, send, body)

        return garble


@dataclass(frozen=True, slots=True)
class ContentType:
    """Carries the request out, and answers with another content type: a page of some proxy.

    Args:
        value: the content type.
        body: the body; None leaves it as it was.
    """

    decides: ClassVar[bool] = True
    value: str = "text/html"
    body: bytes | None = GATEWAY_PAGE

    def wrap(self, app: ASGIApp, at: Circumstances) -> ASGIApp:
        """Return the application as it behaves for one request. See `Fault.wrap`."""

        async def disguise(scope: Scope, receive: Receive, send: Send) -> None:
            answer = await captured(app, scope, receive)
            body = answer.body if self.body is None else self.body
            await send_instead(answer, send, body, {"content-type": self.value})

        return disguise


@dataclass(frozen=True, slots=True)
class ClockSkew:
    """The server's clock is wrong: the headers `Date` and `X-Rate-Limit-Reset` are off.

    Args:
        seconds: how far it is ahead; negative for behind.
    """

    decides: ClassVar[bool] = False
    seconds: float

    def __post_init__(self) -> None:
        checks.number(None, seconds=self.seconds)

    def wrap(self, app: ASGIApp, at: Circumstances) -> ASGIApp:
        """Return the application as it behaves for one request. See `Fault.wrap`."""

        async def shift(scope: Scope, receive: Receive, send: Send) -> None:
            async def shifted(message: Message) -> None:
                if message["type"] == "http.response.start":
                    headers = MutableHeaders(scope=message)
                    headers["Date"] = http_date(at.clock.now() + timedelta(seconds=self.seconds))
                    if "x-rate-limit-reset" in headers:
                        headers["X-Rate-Limit-Reset"] = str(int(headers["x-rate-limit-reset"]) + round(self.seconds))
                await send(message)

            await app(scope, receive, shifted)

        return shift
