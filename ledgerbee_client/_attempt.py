"""One attempt at a call: build the request, send it within its deadline, log what came of it."""

from __future__ import annotations

import logging
import math
import random
import re
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import nullcontext
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

import anyio
import httpx

from . import _body as body
from . import _json
from ._exchange import ensure_permitted, was_sent
from ._failed import Failed, TokenUnavailable, mask, without_frames
from ._limiter import seconds_left
from ._loops import PerLoop
from ._outcome import Outcome, outcome_of_error, outcome_of_status, retry_hint
from .errors import ConfigurationError, LedgerBeeError
from .generated.errors import DecodeError
from .generated.types import UNSET

if TYPE_CHECKING:
    from ._auth import Credential
    from ._body import Sink
    from ._channel import Channel
    from ._config import Options
    from ._recording import Recording
    from ._warnings import Warnings
    from .generated.types import Operation, Request

_log = logging.getLogger("ledgerbee_client")

_no_wait = nullcontext()  # while the rate is limited

_HEADER_NAME = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_HEADER_VALUE = r"(?![ \t])[\t\x20-\x7e]*(?<![ \t])"


@lru_cache(maxsize=256)
def _parsed(url: str) -> httpx.URL:
    """Parse a URL without ids: these are few, and each takes httpx 20 us."""
    return httpx.URL(url)


class Call(NamedTuple):
    """What is called, with what, and how.

    Attributes:
        operation: What is called.
        request: What is sent.
        options: How.
        sink: Takes the body of a success piece by piece; without one it is read whole.
        recording: Takes what becomes of it, where anybody wants to know.
    """

    operation: Operation
    request: Request
    options: Options
    sink: Sink | None = None
    recording: Recording | None = None

    def __repr__(self) -> str:  # the request may hold what nobody else should read
        return f"Call({self.operation.name})"


class Attempts:
    """Makes attempts, each of them once.

    Args:
        channel: The way to the server.
        base_url: What paths are relative to.
        credential: Authenticates requests.
        warnings: Reads what response headers say besides.
    """

    def __init__(self, channel: Channel, base_url: str, credential: Credential, warnings: Warnings) -> None:
        self._channel = channel
        self._base_url = base_url
        self._credential = credential
        self._warnings = warnings
        self._in_flight: PerLoop[set[anyio.CancelScope]] = PerLoop(set)
        self._host = httpx.URL(base_url).netloc.decode("ascii")
        self._common: tuple[Mapping[str, str], httpx.Headers] | None = None  # of every request without a body
        self.closed = False

    @property
    def is_open(self) -> bool:
        """Whether connections may be open."""
        return self._channel.is_open and not self.closed

    async def aclose(self) -> None:
        """End the attempts that are in flight in this loop, and close its connections."""
        self.closed = True
        for scope in tuple(self._in_flight.pop_here() or ()):
            scope.cancel()
        await self._channel.aclose()

    def ensure_open(self, operation: Operation) -> None:
        """Refuse to begin anything once the client is closed.

        Raises:
            ConfigurationError: It is.
        """
        if self.closed:
            raise ConfigurationError(
                f"{operation.name}: the client is closed; nothing was sent: make another one, or call inside of its "
                "'async with'"
            )

    async def make(self, call: Call, number: int, left: float | None) -> httpx.Response | Failed:
        """Make one attempt.

        Args:
            call: What is called.
            number: Of the attempt, from 1.
            left: Seconds until the deadline of the call.

        Returns:
            A response that settles the call, good or bad; else what became of the attempt.
        """
        self.ensure_open(call.operation)  # it may have been closed while scopes were fetched
        timeout = bounded(call.options.timeout, left)
        attempt = _Attempt(self._channel, self._credential, call, self._build(call, timeout))
        began = time.perf_counter()
        ended: httpx.Response | Failed | BaseException | None = None
        try:
            ended = result = await self._within(left, attempt, timeout.pool)
        except BaseException as error:
            ended = error
            raise
        finally:
            if not isinstance(ended, httpx.Response) or not ended.is_success:
                mask(attempt.request)
            seconds = time.perf_counter() - began
            _log_end(attempt, number, ended, seconds)
            if call.recording is not None:
                call.recording.attempted(ended, seconds, may_have_arrived=attempt.may_have_arrived)
        response = result if isinstance(result, httpx.Response) else result.response
        if response is not None:
            self._warnings.after(call.operation, response)
        return result

    async def _within(self, left: float | None, attempt: _Attempt, patience: float | None) -> httpx.Response | Failed:
        """Make an attempt that ends in `left` seconds, or when the client is closed."""
        scope = anyio.CancelScope(deadline=math.inf if left is None else anyio.current_time() + max(left, 0.0))
        in_flight = self._in_flight.here()
        in_flight.add(scope)
        try:
            with scope:
                return await attempt.run(patience)
            return attempt.failed(httpx.CloseError("the client was closed") if self.closed else TimeoutError())
        except TokenUnavailable as error:
            return Failed(error.outcome, attempt.request, error.error, limiter=error.limiter)
        except LedgerBeeError:  # it settles the call
            raise
        except Exception as error:
            if not attempt.is_accountable(error):
                raise
            return attempt.failed(httpx.CloseError("the client was closed") if self.closed else without_frames(error))
        finally:
            in_flight.discard(scope)

    def _build(self, call: Call, timeout: httpx.Timeout) -> httpx.Request:
        """Build the HTTP request. The credential comes last: what is raised before has nothing secret in its frames."""
        request, operation = call.request, call.operation
        defaults, parameters = self._channel.defaults()
        content, content_type = _content(request)
        url = self._url(operation, request, parameters)
        headers: dict[str, str] = {}
        if request.headers or call.options.headers:
            headers = {**call.options.headers, **{name.lower(): value for name, value in request.headers.items()}}
            _check_headers(operation, headers)
        extensions = {"timeout": timeout.as_dict()}
        if (
            not headers and operation.auth and operation.method == "GET"
        ):  # most are: nothing is built twice, by httpx neither
            stream = _Content(b"")
            bodiless = httpx.Request(
                operation.method, url, headers=self._common_headers(defaults), extensions=extensions, stream=stream
            )
            bodiless.read()  # a transport of the caller's may look at its content
            return bodiless
        headers = {**defaults, **headers}
        if content_type is not None:
            headers.setdefault("content-type", content_type)
        if operation.auth and self._credential.fixed_headers is not None:
            headers.update(self._credential.fixed_headers)
        return httpx.Request(operation.method, url, headers=headers, extensions=extensions, **content)

    def _common_headers(self, defaults: Mapping[str, str]) -> httpx.Headers:
        if self._common is None or self._common[0] is not defaults:
            headers = {"host": self._host, **defaults, **(self._credential.fixed_headers or {})}
            self._common = (defaults, httpx.Headers(headers))
        return self._common[1]

    def _url(self, operation: Operation, request: Request, parameters: Sequence[tuple[str, str]]) -> httpx.URL:
        query = request.query
        if parameters:  # those of the caller's own httpx client
            named = {name for name, _ in query}
            query = [*((name, value) for name, value in parameters if name not in named), *query]
        url = f"{self._base_url}{request.path}"
        if query:
            url = f"{url}{'&' if '?' in request.path else '?'}{urlencode(query)}"
        try:
            return httpx.URL(url) if "{" in operation.path else _parsed(url)
        except httpx.InvalidURL as error:
            raise ValueError(f"{operation.name}: {error}") from None


class _Attempt:
    """One attempt while it is made.

    Attributes:
        sent_at: When the request went out, in unix seconds; None while it hasn't, or was refused before it was read.
        in_transport: Whether the transport is at work, not an auth flow.
        in_sink: Whether the sink is at work.
        pauses: Those of the limiter when it was sent.
    """

    def __init__(self, channel: Channel, credential: Credential, call: Call, request: httpx.Request) -> None:
        self.channel = channel
        self.credential = credential
        self.call = call
        self.request = request
        self.sent_at: float | None = None
        self.in_transport = False
        self.in_sink = False
        self.pauses = 0

    async def run(self, patience: float | None) -> httpx.Response | Failed:
        """Send the request and read its response.

        Args:
            patience: Seconds to wait for a connection.
        """
        if self.call.recording is None:
            await self._connection(patience)
        else:
            with self.call.recording.queueing():
                await self._connection(patience)
        try:
            if self.call.operation.auth and self.credential.fixed_headers is None:
                response = await self._converse()
            else:
                self.sent_at = time.time()
                response = await self._deliver(self.request)
            try:
                response = await self._read(response)
            finally:
                await response.aclose()
        finally:
            self.channel.release()
        response.next_request = None  # it carries the credential in clear
        outcome = outcome_of_status(response.status_code)
        if outcome is not Outcome.RATE_LIMITED:
            self.credential.limiter.allowed()
        return response if outcome is None else self._retryable(outcome, response)

    def _retryable(self, outcome: Outcome, response: httpx.Response) -> Failed:
        is_limited = outcome is Outcome.RATE_LIMITED
        hint = retry_hint(response.headers, time.time(), rate_limited=is_limited)
        limiter = self.credential.limiter if is_limited else None
        if limiter is not None:
            backoff = self.call.options.retry.initial_delay * random.uniform(1.0, 2.0)  # noqa: S311  # no secret
            limiter.refused(response, self.pauses, hint, backoff)
        return Failed(outcome, self.request, response=response, sent_at=self.sent_at, hint=hint, limiter=limiter)

    async def _connection(self, patience: float | None) -> None:
        """Wait for a connection that may be used at once: other calls may be refused while this one waits for it."""
        limiter = self.credential.limiter
        while True:
            if limiter.is_limiting:
                with _no_wait if self.call.recording is None else self.call.recording.limited():
                    await limiter.turn(self.call.operation, seconds_left())
            self.pauses = limiter.pauses
            await self.channel.acquire(patience)
            if limiter.pauses == self.pauses:
                return
            self.channel.release()

    async def _converse(self) -> httpx.Response:
        """Have the conversation of an auth flow: it may have to request a token first, or to repeat the request."""
        foreign = self.credential.kind is None
        flow = self.credential.async_auth_flow(self.request)
        try:
            outgoing = await anext(flow)
            while True:
                # Of a foreign flow it isn't known which of its requests is the one that counts
                is_ours = foreign or outgoing is self.request
                self.sent_at = (self.sent_at or time.time()) if is_ours else None
                response = await self._deliver(outgoing)
                self.in_transport = False
                try:
                    if not foreign and is_ours and response.status_code == 401:
                        self.sent_at = None  # a refused request was not applied
                    outgoing = await flow.asend(response)
                    self.in_transport = True
                    await response.aread()
                except StopAsyncIteration:
                    return response
                except BaseException:
                    await response.aclose()
                    raise
        finally:
            await flow.aclose()

    async def _deliver(self, outgoing: httpx.Request) -> httpx.Response:
        if isinstance(outgoing.stream, httpx.ByteStream):
            outgoing.stream = _Content(outgoing.content)
        ensure_permitted()
        self.in_transport = True
        try:
            return await self.channel.send(outgoing)
        except httpx.RequestError as error:
            # The request for a token has the secret in its body: no error may carry it on
            error.request = self.request if outgoing is self.request else httpx.Request(outgoing.method, outgoing.url)
            raise

    async def _read(self, response: httpx.Response) -> httpx.Response:
        sink = self.call.sink
        self.in_transport = True
        try:
            if sink is None or not response.is_success:
                return await body.read(response)
            self._to_sink(sink.begin, response)
            await body.feed(response, lambda chunk: self._to_sink(sink.write, chunk))
        except DecodeError as error:
            if response.is_success:
                from ._failures import undecodable  # where something fails

                raise undecodable(error, self.call.operation, response) from None
            return body.without_body(response)
        return response

    def _to_sink(self, function: Any, argument: Any) -> None:
        self.in_sink = True
        function(argument)
        self.in_sink = False

    # ------------------------------------------------------------------ what went wrong

    @property
    def may_have_arrived(self) -> bool:
        """Whether a part of the request may have reached the server."""
        return self.sent_at is not None and was_sent(self.request)

    def is_accountable(self, error: Exception) -> bool:
        """Whether an exception says what became of the request: whatever is raised once it may have gone out.

        What a sink raises (the disk is full), or a token store before anything was sent, goes to the caller as it is.
        """
        if self.in_sink:
            return False
        return self.in_transport or self.sent_at is not None or isinstance(error, httpx.RequestError)

    def failed(self, error: Exception) -> Failed:
        """Return what an exception says of the attempt."""
        outcome = outcome_of_error(error) if self.may_have_arrived else Outcome.NOT_SENT
        return Failed(outcome, self.request, error, sent_at=self.sent_at)


class _Content(httpx.AsyncByteStream, httpx.SyncByteStream):
    """The body of a request, iterated without a generator.

    One that isn't exhausted would be left to the garbage collector, which makes a task of it on asyncio and a
    ResourceWarning on trio.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __aiter__(self) -> AsyncIterator[bytes]:
        return _Once(self._content)

    def __iter__(self) -> Any:
        return iter((self._content,))


class _Once(AsyncIterator[bytes]):
    def __init__(self, content: bytes) -> None:
        self._content: bytes | None = content

    async def __anext__(self) -> bytes:
        content, self._content = self._content, None
        if content is None:
            raise StopAsyncIteration
        return content


def _content(request: Request) -> tuple[dict[str, Any], str | None]:
    """Return what httpx makes a body of, and its content type where httpx doesn't know better."""
    if request.json is not UNSET:
        return {"content": _json.dumps(request.json)}, request.content_type or "application/json"
    if request.form is not None:
        return {"data": request.form}, None
    if request.files is not None:
        return {"files": request.files}, None
    if request.content is not None:
        return {"content": request.content}, request.content_type or "application/octet-stream"
    return {}, None


def _check_headers(operation: Operation, headers: dict[str, str]) -> None:
    """Refuse what HTTP can't carry. The message never shows the value.

    Raises:
        ConfigurationError: A header can't be sent.
    """
    for name, value in headers.items():
        if not re.fullmatch(_HEADER_NAME, name) or not re.fullmatch(_HEADER_VALUE, value):
            raise ConfigurationError(
                f"{operation.name}: the header {name!r} can't be sent: it has a line break, a control character, a "
                "character beyond ASCII, or a space at its beginning or end; nothing was sent: take that out"
            )


def bounded(timeout: httpx.Timeout, left: float | None) -> httpx.Timeout:
    """End the wait for a connection before the deadline does, so that it is known that nothing was sent."""
    if left is None:
        return timeout
    limit = max(0.9 * left, 0.0)
    connect = limit if timeout.connect is None else min(timeout.connect, limit)
    pool = limit if timeout.pool is None else min(timeout.pool, limit)
    if connect == timeout.connect and pool == timeout.pool:
        return timeout
    return httpx.Timeout(connect=connect, read=timeout.read, write=timeout.write, pool=pool)


def _log_end(
    attempt: _Attempt, number: int, result: httpx.Response | Failed | BaseException | None, seconds: float
) -> None:
    operation = attempt.call.operation
    cancelled = isinstance(result, BaseException) and isinstance(result, anyio.get_cancelled_exc_class())
    if cancelled and attempt.may_have_arrived and operation.idempotency != "safe":
        _log.warning("%s was cancelled while it was in flight: it may have been applied", operation.name)
    if _log.isEnabledFor(logging.DEBUG):
        ended: object = type(result).__name__
        if isinstance(result, httpx.Response):
            ended = result.status_code
        elif isinstance(result, Failed):
            ended = result.response.status_code if result.response is not None else type(result.error).__name__
        line = "%s %s -> %s, attempt %d, %.1f ms"
        _log.debug(line, operation.method, operation.path, ended, number, seconds * 1000)


__all__ = ["Attempts", "Call", "bounded"]
