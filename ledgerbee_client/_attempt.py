"""One attempt at a call: build the request, send it within its deadline, log what came of it."""

from __future__ import annotations

import logging
import math
import ssl
import time
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urlencode

import anyio
import httpx
from attrs import define, frozen

from . import _json
from ._auth import mask
from ._exchange import was_sent
from ._failures import Failed, without_frames
from ._loops import PerLoop
from ._outcome import Outcome, outcome_of_error, outcome_of_status
from .errors import ConfigurationError, LedgerBeeError
from .generated.types import UNSET

if TYPE_CHECKING:
    from ._auth import Credential
    from ._channel import Channel
    from ._config import Options
    from ._warnings import Warnings
    from .generated.types import Operation, Request

_log = logging.getLogger("ledgerbee_client")


@frozen
class Call:
    """What is called, with what, and how.

    Attributes:
        file: Where the body of a success is written, piece by piece; without one it is read whole.
    """

    operation: Operation
    request: Request
    options: Options
    file: BinaryIO | None = None


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
        self._in_flight = PerLoop[set[anyio.CancelScope]](set)
        self.closed = False

    @property
    def is_open(self) -> bool:
        """Whether connections may be open."""
        return self._channel.is_open and not self.closed

    async def aclose(self) -> None:
        """End the attempts that are in flight in this loop, and close its connections."""
        self.closed = True
        for scope in tuple(self._in_flight.here()):
            scope.cancel()
        await self._channel.aclose()

    def ensure_open(self, operation: Operation) -> None:
        """Refuse to begin anything once the client is closed.

        Raises:
            ConfigurationError: It is.
        """
        if self.closed:
            raise ConfigurationError(f"{operation.name}: the client is closed")

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
        result: httpx.Response | Failed | None = None
        ended: BaseException | None = None
        scope = anyio.CancelScope(deadline=math.inf if left is None else anyio.current_time() + max(left, 0.0))
        in_flight = self._in_flight.here()
        in_flight.add(scope)
        try:
            with scope:
                result = await attempt.run()
            if result is None:
                result = attempt.failed(httpx.CloseError("the client was closed") if self.closed else TimeoutError())
        except Exception as error:
            if attempt.is_not_to_blame(error):
                ended = error
                raise
            result = attempt.failed(httpx.CloseError("the client was closed") if self.closed else without_frames(error))
        except BaseException as error:
            ended = error
            raise
        finally:
            in_flight.discard(scope)
            mask(attempt.request)
            _log_end(attempt, number, result if ended is None else ended, time.perf_counter() - began)
        if isinstance(result, Failed) and result.response is None:
            return result
        response = result if isinstance(result, httpx.Response) else result.response
        assert response is not None
        self._warnings.after(call.operation, response)
        return result

    def _build(self, call: Call, timeout: httpx.Timeout) -> httpx.Request:
        request, operation = call.request, call.operation
        defaults, parameters = self._channel.defaults()
        headers = dict(defaults)
        headers.update(call.options.headers)
        for name, value in request.headers.items():
            headers[name.lower()] = value
        body, content_type = _body(request)
        if content_type is not None:
            headers.setdefault("content-type", content_type)
        if operation.auth and self._credential.fixed_headers is not None:
            headers.update(self._credential.fixed_headers)
        query = request.query
        if parameters:  # those of the caller's own httpx client
            named = {name for name, _ in query}
            query = [*((name, value) for name, value in parameters if name not in named), *query]
        url = f"{self._base_url}{request.path}"
        if query:
            url = f"{url}{'&' if '?' in request.path else '?'}{urlencode(query)}"
        extensions = {"timeout": timeout.as_dict()}
        try:
            outgoing = httpx.Request(operation.method, url, headers=headers, extensions=extensions, **body)
        except httpx.InvalidURL as error:
            raise ValueError(f"{operation.name}: {error}") from None
        return outgoing


@define(eq=False)
class _Attempt:
    """One attempt while it is made."""

    channel: Channel
    credential: Credential
    call: Call
    request: httpx.Request
    sent: bool = False
    writing: bool = False

    async def run(self) -> httpx.Response | Failed:
        """Send the request and read its response."""
        if self.call.operation.auth and self.credential.fixed_headers is None:
            response = await self._converse()
        else:
            self.sent = True
            response = await self._deliver(self.request)
        try:
            if self.call.file is not None and response.is_success:
                await self._write(response, self.call.file)
            else:
                await response.aread()
        finally:
            await response.aclose()
        response.next_request = None  # it carries the credential in clear
        outcome = outcome_of_status(response.status_code)
        return response if outcome is None else Failed(outcome, self.request, response=response)

    async def _write(self, response: httpx.Response, file: BinaryIO) -> None:
        self.writing = True
        file.seek(0)  # an earlier attempt may have written
        file.truncate()
        self.writing = False
        # Nothing is awaited between two pieces: httpx's generators, broken off while they wait for their consumer,
        # would be left to the garbage collector.
        async for piece in response.aiter_bytes():
            self.writing = True
            file.write(piece)
            self.writing = False

    async def _converse(self) -> httpx.Response:
        """Have the conversation of an auth flow: it may have to request a token first, or to repeat the request."""
        foreign = self.credential.kind is None
        flow = self.credential.async_auth_flow(self.request)
        try:
            outgoing = await anext(flow)
            while True:
                # Of a foreign flow it isn't known which of its requests is the one that counts
                self.sent = foreign or outgoing is self.request
                response = await self._deliver(outgoing)
                try:
                    if not foreign and outgoing is self.request and response.status_code == 401:
                        self.sent = False  # a refused request was not applied
                    outgoing = await flow.asend(response)
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
        try:
            return await self.channel.send(outgoing)
        except httpx.RequestError as error:
            # The request for a token has the secret in its body: no error may carry it on
            error.request = self.request if outgoing is self.request else mask(without_content(outgoing))
            raise

    @property
    def may_have_arrived(self) -> bool:
        """Whether a part of the request may have reached the server."""
        return self.sent and was_sent(self.request)

    def is_not_to_blame(self, error: Exception) -> bool:
        """Whether an exception says nothing of the request: it is ours, the file's, or came before it was sent."""
        if isinstance(error, LedgerBeeError) or self.writing:
            return True
        return not self.sent and not isinstance(error, httpx.RequestError | ssl.SSLError)

    def failed(self, error: Exception) -> Failed:
        """Return what an exception says of the attempt."""
        outcome = outcome_of_error(error)
        if outcome is Outcome.UNCERTAIN and not self.may_have_arrived:
            outcome = Outcome.NOT_SENT
        return Failed(outcome, self.request, error)


def without_content(request: httpx.Request) -> httpx.Request:
    """Return a request of which only the line is left."""
    return httpx.Request(request.method, request.url)


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


def _body(request: Request) -> tuple[dict[str, Any], str | None]:
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
        _log.warning("%s was cancelled while it was under way: it may have been applied", operation.name)
    if _log.isEnabledFor(logging.DEBUG):
        ended: object = type(result).__name__
        if isinstance(result, httpx.Response):
            ended = result.status_code
        elif isinstance(result, Failed):
            ended = result.response.status_code if result.response is not None else type(result.error).__name__
        line = "%s %s -> %s, attempt %d, %.1f ms"
        _log.debug(line, operation.method, operation.path, ended, number, seconds * 1000)


__all__ = ["Attempts", "Call", "bounded"]
