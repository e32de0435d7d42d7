"""Sends requests. The one place where a call is awaited: everything that it decides by is in pure functions elsewhere.

admit (scopes, kind of credential) -> send -> read notices -> answer
                                       |  ^
                                       v  |
                                 wait, if it may be repeated (`retry`)
"""

from __future__ import annotations

import datetime as dt
import logging
import math
import ssl
import time
import uuid
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlencode

import anyio
import httpx
from attrs import field, frozen

from . import _json
from ._auth import SENT, mask
from ._connections import Places, reclaim, steady_body
from ._outcome import (
    Outcome,
    RetryEvent,
    RetryPolicy,
    may_repeat,
    outcome_of_error,
    outcome_of_status,
    retry_hint,
    wait_before_retry,
)
from .errors import (
    ConfigurationError,
    ConnectionFailedError,
    InsufficientScopeError,
    LedgerBeeError,
    OutcomeUnknownError,
    RateLimitError,
    RequestTimeoutError,
    TransportError,
    error_for,
)
from .generated.types import UNSET

if TYPE_CHECKING:
    from ._scopes import Scopes
    from ._warnings import Notices
    from .generated.types import Operation, Request

_log = logging.getLogger("ledgerbee_client")

#: Takes the body of an answer. It must await nothing between two pieces: httpx's generators, broken off while they
#: wait for their consumer, would be left to the garbage collector.
Sink = Callable[[httpx.Response], Awaitable[None]]


@frozen
class Options:
    """What a call is sent with, besides what it says itself."""

    timeout: httpx.Timeout
    retry: RetryPolicy
    headers: Mapping[str, str] = field(factory=dict, repr=False)


@frozen
class _Failure:
    """An attempt that did not end in an answer for the caller."""

    outcome: Outcome | None  # None: another attempt would change nothing
    request: httpx.Request
    error: Exception | None = None
    response: httpx.Response | None = None


class Pipeline:
    """Sends requests under all policies.

    Args:
        http: makes the httpx client when it is first needed.
        owns_http: whether closing this closes that.
        base_url: what paths are relative to.
        auth: puts the credential into requests.
        credential: its kind; None for an auth flow of the caller's, which is not judged.
        scopes: refuses calls that the credential has no scope for.
        notices: reads what answers say besides their data.
    """

    def __init__(
        self,
        http: Callable[[], httpx.AsyncClient],
        owns_http: bool,
        base_url: str,
        auth: httpx.Auth,
        credential: Literal["api_key", "oauth2"] | None,
        scopes: Scopes,
        notices: Notices,
    ) -> None:
        self._make_http = http
        self._owns_http = owns_http
        self._http: httpx.AsyncClient | None = None
        self._places = Places(None)
        self._auth = auth
        self._credential = credential
        self.base_url = base_url
        self.scopes = scopes
        self.notices = notices
        self._under_way: set[anyio.CancelScope] = set()
        self.closed = False

    @property
    def is_open(self) -> bool:
        """Whether connections may be open."""
        return self._http is not None and self._owns_http and not self.closed

    async def aclose(self) -> None:
        """Ends the calls that are under way and closes all connections. A client that the caller brought stays open."""
        self.closed = True
        for scope in tuple(self._under_way):
            scope.cancel()
        if self._http is not None and self._owns_http:
            await self._http.aclose()

    async def send(
        self,
        operation: Operation,
        request: Request,
        options: Options,
        *,
        sink: Sink | None = None,
        checked: bool = True,
    ) -> httpx.Response:
        """Sends a request until it is answered, as often as that is safe.

        Args:
            sink: takes the body of a success piece by piece; without one it is read whole.
            checked: whether scopes are checked (the check itself asks for them).

        Returns:
            an answer that is a success; or the 404 of a DELETE whose first attempt may have done its work.

        Raises:
            LedgerBeeError: see `errors`.
        """
        self._refuse_closed(operation)
        key = _idempotency_key(operation, request, options)
        try:
            self._refuse_credential(operation)
            self.notices.before(operation)
            if checked:
                await self.scopes.admit(operation)
            return await self._send(operation, request, options, sink)
        except LedgerBeeError as error:
            error.operation = operation.name
            error.idempotency_key = key
            if isinstance(error, InsufficientScopeError):
                self.scopes.forget()
            raise

    def _refuse_closed(self, operation: Operation) -> None:
        if self.closed:
            raise ConfigurationError(f"{operation.name}: the client is closed")

    def _refuse_credential(self, operation: Operation) -> None:
        accepted = operation.auth
        if self._credential is None or not accepted or self._credential in accepted:
            return
        if accepted == ("api_key",):
            raise ConfigurationError(f"{operation.name} takes an API key only; OAuth clients can't call it")
        raise ConfigurationError(f"{operation.name} takes a sign-in in the browser only; pass an auth flow of your own")

    def _begin(self) -> httpx.AsyncClient:
        http = self._http = self._make_http()
        self._places = Places.of(http, self.base_url)
        if self._owns_http:
            http.event_hooks["request"].append(steady_body)
        return http

    # ------------------------------------------------------------------ attempts

    async def _send(
        self, operation: Operation, request: Request, options: Options, sink: Sink | None
    ) -> httpx.Response:
        policy = options.retry
        started = time.monotonic()
        perhaps_applied = False
        attempt = 0
        while True:
            attempt += 1
            left = None if policy.deadline is None else policy.deadline - (time.monotonic() - started)
            result = await self._attempt(operation, request, options, sink, attempt, left)
            if isinstance(result, httpx.Response):
                if 200 <= result.status_code < 300 or (
                    operation.method == "DELETE" and result.status_code == 404 and perhaps_applied
                ):
                    return result
                answered = error_for(result, operation)
                if perhaps_applied and operation.idempotency != "safe":
                    answered.add_note("An earlier attempt got no answer, and may have been applied.")
                raise answered
            perhaps_applied |= result.outcome is Outcome.UNCERTAIN
            hint = _hint(result.response)
            wait = None
            if result.outcome is not None and may_repeat(operation, result.outcome) and not self.closed:
                wait = wait_before_retry(policy, attempt, time.monotonic() - started, hint)
            if wait is not None:
                self._tell(operation, policy, attempt, wait, result)
                await anyio.sleep(wait)
            if wait is None or self.closed:
                raise _final_error(operation, result, attempt, perhaps_applied, hint) from _cause(result)

    async def _attempt(
        self,
        operation: Operation,
        request: Request,
        options: Options,
        sink: Sink | None,
        attempt: int,
        left: float | None,
    ) -> httpx.Response | _Failure:
        """One attempt, in the `left` seconds before the deadline."""
        self._refuse_closed(operation)  # it may have been, while scopes were learned
        http = self._http or self._begin()
        timeout = _bounded(options.timeout, left)
        outgoing = self._build(http, operation, request, options, timeout)
        outgoing.extensions[SENT] = False
        began = time.perf_counter()
        response: httpx.Response | None = None
        error: Exception | None = None
        ended: object = None
        scope = anyio.CancelScope(deadline=math.inf if left is None else anyio.current_time() + max(left, 0.0))
        self._under_way.add(scope)
        try:
            with scope:
                await self._places.take(timeout.pool)
                try:
                    response = await self._exchange(http, outgoing, self._auth if operation.auth else None, sink)
                finally:
                    self._places.give_back()
                ended = response.status_code
            if response is None:
                error = httpx.CloseError("the client was closed") if self.closed else TimeoutError()
                ended = type(error).__name__
        except (httpx.RequestError, ssl.SSLError) as caught:  # TLS errors in mid-stream come as they are
            error = _without_frames(caught)
            ended = type(error).__name__
        except BaseException as other:
            ended = type(other).__name__
            cancelled = isinstance(other, anyio.get_cancelled_exc_class())
            if cancelled and outgoing.extensions[SENT] and operation.idempotency != "safe":
                _log.warning("%s was cancelled while it was under way: it may have been applied", operation.name)
            raise
        finally:
            self._under_way.discard(scope)
            mask(outgoing)
            if response is None:
                await reclaim(http, outgoing)
            if _log.isEnabledFor(logging.DEBUG):
                took = (time.perf_counter() - began) * 1000
                _log.debug("%s %s -> %s, attempt %d, %.1f ms", operation.method, operation.path, ended, attempt, took)
        if response is None:
            assert error is not None
            return _Failure(_outcome(error, outgoing), outgoing, error)
        self.notices.after(operation, response)
        outcome = outcome_of_status(response.status_code)
        return response if outcome is None else _Failure(outcome, outgoing, response=response)

    async def _exchange(
        self, http: httpx.AsyncClient, outgoing: httpx.Request, auth: httpx.Auth | None, sink: Sink | None
    ) -> httpx.Response:
        # Our own flows say when a request goes out; before that they may have to ask for a token
        outgoing.extensions[SENT] = auth is None or self._credential is None
        if sink is None:
            response = await http.send(outgoing, auth=auth, follow_redirects=False)
        else:
            response = await http.send(outgoing, auth=auth, follow_redirects=False, stream=True)
            try:
                await (sink(response) if response.is_success else response.aread())
            finally:
                await response.aclose()
        # Both carry the credential in clear: the request that would follow a redirect, and the answer with the token
        response.next_request = None
        response.history = []
        return response

    def _build(
        self,
        http: httpx.AsyncClient,
        operation: Operation,
        request: Request,
        options: Options,
        timeout: httpx.Timeout,
    ) -> httpx.Request:
        url = f"{self.base_url}{request.path}"
        if request.query:
            url = f"{url}{'&' if '?' in request.path else '?'}{urlencode(request.query)}"
        headers: httpx.Headers | None = None
        if options.headers or request.headers:
            headers = httpx.Headers(options.headers)
            headers.update(request.headers)
        body, content_type = _body(request)
        if content_type is not None:
            headers = httpx.Headers() if headers is None else headers
            headers.setdefault("Content-Type", content_type)
        try:
            return http.build_request(operation.method, url, headers=headers, timeout=timeout, **body)
        except httpx.InvalidURL as error:
            raise ValueError(f"{operation.name}: {error}") from None

    def _tell(self, operation: Operation, policy: RetryPolicy, attempt: int, wait: float, failure: _Failure) -> None:
        assert failure.outcome is not None
        status = failure.response.status_code if failure.response is not None else None
        cause = status or type(failure.error).__name__
        _log.info(
            "%s %s: attempt %d %s (%s); next in %.2f s",
            operation.method,
            operation.path,
            attempt,
            failure.outcome.value,
            cause,
            wait,
        )
        if policy.on_retry is not None:
            policy.on_retry(RetryEvent(operation.name, attempt, wait, failure.outcome, status))


def _body(request: Request) -> tuple[dict[str, Any], str | None]:
    """What httpx makes a body of, and its content type where httpx doesn't know better."""
    if request.json is not UNSET:
        return {"content": _json.dumps(request.json)}, request.content_type or "application/json"
    if request.form is not None:
        return {"data": request.form}, None
    if request.files is not None:
        return {"files": request.files}, None
    if request.content is not None:
        return {"content": request.content}, request.content_type or "application/octet-stream"
    return {}, None


def _idempotency_key(operation: Operation, request: Request, options: Options) -> str | None:
    """The idempotency key that is sent: the caller's, or one that is made now and kept."""
    header = operation.idempotency_header
    if header is None:
        return None
    for name, value in (*request.headers.items(), *options.headers.items()):
        if name.lower() == header.lower():
            return value
    key = request.headers[header] = str(uuid.uuid4())
    return key


def _bounded(timeout: httpx.Timeout, left: float | None) -> httpx.Timeout:
    """Ends the wait for a connection before the deadline does, so that it is known that nothing was sent."""
    if left is None:
        return timeout
    limit = max(0.9 * left, 0.0)
    connect = limit if timeout.connect is None else min(timeout.connect, limit)
    pool = limit if timeout.pool is None else min(timeout.pool, limit)
    if connect == timeout.connect and pool == timeout.pool:
        return timeout
    return httpx.Timeout(connect=connect, read=timeout.read, write=timeout.write, pool=pool)


def _without_frames(error: Exception) -> Exception:
    """Drops the frames below httpx: they hold the credential in clear, and some tools record what frames hold."""
    link: BaseException | None = error
    while link is not None:
        link.__traceback__ = None
        link = link.__cause__ or link.__context__
    return error


def _cause(failure: _Failure) -> Exception | None:
    """The error to show below the one that is raised."""
    return failure.error if failure.outcome is not None else None  # h11 quotes the header that it refuses


def _outcome(error: Exception, outgoing: httpx.Request) -> Outcome | None:
    """What an error says of a request."""
    if isinstance(error, httpx.RequestError) and getattr(error, "_request", None) not in (None, outgoing):
        # The request for a token has the secret in its body: no error may carry it on
        error.request = httpx.Request(error.request.method, error.request.url)
    outcome = outcome_of_error(error)
    if outcome is Outcome.UNCERTAIN and not outgoing.extensions[SENT]:
        return Outcome.NOT_SENT
    return outcome


def _hint(response: httpx.Response | None) -> float | None:
    """Seconds that an answer asks to wait."""
    if response is None:
        return None
    return retry_hint(response.headers, time.time(), rate_limited=response.status_code == 429)


def _final_error(
    operation: Operation, failure: _Failure, attempts: int, perhaps_applied: bool, hint: float | None
) -> LedgerBeeError:
    """What a caller gets when a request is not tried again."""
    if perhaps_applied and operation.idempotency != "safe":
        return _outcome_unknown(operation, failure)
    if failure.response is not None:
        error = error_for(failure.response, operation)
        if isinstance(error, RateLimitError) and hint is not None:
            error.retry_at = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=hint)
        return error
    if failure.outcome is None:
        return ConfigurationError(
            f"{operation.name}: a header or the URL holds what can't be sent ({type(failure.error).__name__}); "
            "nothing was sent"
        )
    cause = type(failure.error).__name__
    times = f" ({attempts} attempts)" if attempts > 1 else ""
    detail = f": {failure.error}" if str(failure.error) else ""
    kind: type[TransportError]
    if failure.outcome is Outcome.NOT_SENT:
        kind, text = ConnectionFailedError, "no connection; nothing was sent"
    elif isinstance(failure.error, httpx.TimeoutException | TimeoutError):
        kind, text = RequestTimeoutError, "no answer in time"
    else:
        kind, text = TransportError, "the connection failed"
    transport_error = kind(f"{operation.name}: {text}{times}: {cause}{detail}")
    transport_error.request = failure.request
    transport_error.attempts = attempts
    return transport_error


def _outcome_unknown(operation: Operation, failure: _Failure) -> OutcomeUnknownError:
    if failure.response is not None:
        status = failure.response.status_code
        cause = f"answered {status}" if status == 429 else f"answered {status} by a gateway"
    else:
        cause = f"not answered ({type(failure.error).__name__})"
    text = f"{operation.name} was sent and {cause}: it may have been applied, or not"
    if operation.idempotency == "key":
        text += ". It can be repeated with the same idempotency key"
    elif operation.idempotency in ("http", "natural"):
        text += ". It can be repeated without harm"
    elif operation.read_back:
        text += f". Read back with {operation.read_back} before sending it again"
    else:
        text += ". Find out before sending it again"
    error = OutcomeUnknownError(text)
    error.read_back = operation.read_back
    error.request = failure.request
    error.response = failure.response
    return error


__all__ = ["Options", "Pipeline", "Sink"]
