"""Credentials, as httpx auth flows: an API key, or OAuth 2.0 client credentials.

An auth flow reads as a conversation: requests are yielded, answers come back. Credentials are in no repr, no error and
no pickle.

Source of the rules: the guides on authentication and rate limits of the LedgerBee documentation.
"""

from __future__ import annotations

import datetime as dt
import math
import random
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, Literal, NoReturn, Protocol

import anyio
import httpx
from attrs import field, frozen

from .. import _json
from .._config import check_secret, check_url
from .._locks import LoopLock
from .._outcome import retry_hint
from ..errors import APIError, AuthenticationError, ConfigurationError, RateLimitError, ResponseDecodeError, error_for
from ..generated.operations import SERVER
from ..generated.types import Operation

#: Headers that carry a credential.
SECRET_HEADERS = ("x-api-key", "authorization")

#: A request that carries a credential has this extension once it goes out: from then on it may have been applied.
SENT = "ledgerbee.sent"

#: What a token lives when its answer doesn't say, in seconds.
TOKEN_LIFETIME = 3600.0
#: How long before its end a token is renewed, in seconds; less for tokens that live for less than ten minutes.
RENEWAL_MARGIN = 60.0
#: The longest that the token endpoint makes its callers wait, in seconds: its window is 60 s.
_LONGEST_WAIT = 90.0
#: How often in a row the token endpoint may say 'too many requests', or fail as a gateway does, before it is given up.
_PATIENCE_429 = 10
_PATIENCE_5XX = 4

_TOKEN = Operation(name="auth.token", method="POST", path="/v1/auth/token", idempotency="safe")


class _Credential(httpx.Auth):
    """What the kinds of credential share: they show and give away nothing."""

    kind: Literal["api_key", "oauth2"]

    def __repr__(self) -> str:
        return f"{type(self).__name__}(...)"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds a credential and can't be pickled")

    def sync_auth_flow(self, request: httpx.Request) -> NoReturn:
        raise RuntimeError("this credential works with httpx.AsyncClient only")


class ApiKey(_Credential):
    """An API key, sent in the header `x-api-key`.

    Raises:
        ConfigurationError: the key can't stand in a header.
    """

    kind = "api_key"

    def __init__(self, key: str) -> None:
        self._key = check_secret(key, "the API key")

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        request.headers["x-api-key"] = self._key
        request.extensions[SENT] = True
        yield request


@frozen
class Token:
    """An access token.

    Attributes:
        value: goes into `Authorization: Bearer`.
        expires_at: unix seconds.
        scopes: the scopes granted, if the answer said them.
    """

    value: str = field(repr=False)
    expires_at: float
    scopes: tuple[str, ...] | None = None


class TokenStore(Protocol):
    """Where tokens are kept. One that several processes share spares them a token request each.

    A store may also have a method `lock`: see `LockingTokenStore`.
    """

    async def get(self, client_id: str, /) -> Token | None:
        """The token that was last put, if there still is one."""
        ...

    async def put(self, client_id: str, token: Token, /) -> None:
        """Keeps a token, in the place of an older one."""
        ...


class LockingTokenStore(TokenStore, Protocol):
    """A store that also sees to it that only one of its users asks for a token at a time."""

    def lock(self, client_id: str, /) -> AbstractAsyncContextManager[object]:
        """Is held while a token is asked for."""
        ...


class MemoryTokenStore:
    """Keeps tokens in memory. Clients that share one make one token request together."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        self._locks: dict[str, LoopLock] = {}

    async def get(self, client_id: str, /) -> Token | None:
        return self._tokens.get(client_id)

    async def put(self, client_id: str, token: Token, /) -> None:
        self._tokens[client_id] = token

    def lock(self, client_id: str, /) -> LoopLock:
        return self._locks.setdefault(client_id, LoopLock())

    def __reduce__(self) -> NoReturn:
        raise TypeError("a MemoryTokenStore holds credentials and can't be pickled")


class OAuthClientCredentials(_Credential):
    """OAuth 2.0 client credentials.

    One token request is in flight at a time, whatever the concurrency. A token is renewed shortly before its end, and
    once more when the API refuses it (401 `invalid_token`), whereupon the request is repeated once: a refused request
    was not applied. When the token endpoint says that there were too many requests (10 in 60 seconds), it is waited
    for; where the deadline of the call doesn't leave the time, `RateLimitError` is raised at once. Calls that wait for
    the same token fail together when it is refused.

    Args:
        client_id: shown in the LedgerBee app.
        client_secret: shown once, when the client is made.
        token_url: where tokens are asked for; by default that of the API which the client calls.
        store: where tokens are kept; in memory by default.
        clock: unix seconds.

    Raises:
        ConfigurationError: a value can't be used.
    """

    kind = "oauth2"

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        token_url: str | None = None,
        store: TokenStore | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._client_id = check_secret(client_id, "the client id")
        self._client_secret = check_secret(client_secret, "the client secret")
        self._token_url = check_url(token_url, "token_url") if token_url is not None else None
        self._base_url: str | None = None
        self._store: TokenStore = store if store is not None else MemoryTokenStore()
        self._clock = clock
        self._own_lock = LoopLock()
        self._margin = RENEWAL_MARGIN
        self._distrusted: str | None = None
        self._failures_in_a_row = 0
        self._pause: tuple[float, httpx.Response] | None = None  # until when the endpoint is left alone, and why
        self._refusals = 0
        self._refusal: httpx.Response | None = None  # the last answer that was no token

    # ------------------------------------------------------------------ for the client

    def belong_to(self, base_url: str) -> None:
        """Asks for tokens at the API that the client calls, unless a `token_url` was given.

        Raises:
            ConfigurationError: they are already asked for at another: a secret goes to one place only.
        """
        if self._token_url is None and self._base_url not in (None, base_url):
            raise ConfigurationError("this credential is used with another base_url already; make one for each")
        self._base_url = base_url

    async def token(self) -> Token | None:
        """The current token, if there is one. Asks for nothing."""
        return await self._store.get(self._client_id)

    async def distrust(self) -> None:
        """The current token may be out of date: the next call asks for another."""
        token = await self._store.get(self._client_id)
        self._distrusted = token.value if token is not None else None

    # ------------------------------------------------------------------ the conversation

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        refused: str | None = None
        while True:
            token = await self._usable_token(refused)
            if token is None:
                refusals = self._refusals
                async with self._lock():
                    token = await self._usable_token(refused)  # another task may have renewed it meanwhile
                    if token is None and self._refusal is not None and self._refusals != refusals:
                        raise _error(self._refusal)  # another task was refused meanwhile: so would this one be
                    while token is None:
                        await self._wait()
                        answer = yield self._token_request(request)
                        await answer.aread()
                        token = self._read_answer(answer)
                        if token is not None:
                            await self._store.put(self._client_id, token)
            request.headers["Authorization"] = f"Bearer {token.value}"
            request.extensions[SENT] = True
            response = yield request
            if response.status_code != 401:
                return
            request.extensions[SENT] = False  # a refused request was not applied
            if refused is not None:
                return
            await response.aread()
            if not _is_invalid_token(response):
                return
            refused = token.value

    def _lock(self) -> AbstractAsyncContextManager[object]:
        lock: Callable[[str], AbstractAsyncContextManager[object]] | None = getattr(self._store, "lock", None)
        return self._own_lock if lock is None else lock(self._client_id)

    async def _usable_token(self, refused: str | None) -> Token | None:
        token = await self._store.get(self._client_id)
        if token is None or token.value in (refused, self._distrusted):
            return None
        return token if self._clock() < token.expires_at - self._margin else None

    async def _wait(self) -> None:
        """Leaves the token endpoint alone for as long as it asked.

        Raises:
            APIError: that would take longer than the call may.
        """
        if self._pause is None:
            return
        until, answer = self._pause
        seconds = min(until - self._clock(), _LONGEST_WAIT)
        if seconds <= 0:
            return
        if anyio.current_time() + seconds > anyio.current_effective_deadline():
            raise _error(answer, until)
        await anyio.sleep(seconds)

    def _token_request(self, original: httpx.Request) -> httpx.Request:
        form = {"grant_type": "client_credentials", "client_id": self._client_id, "client_secret": self._client_secret}
        extensions = {key: value for key, value in original.extensions.items() if key == "timeout"}
        headers = {"User-Agent": original.headers.get("user-agent", "")}
        return httpx.Request("POST", self._url(), data=form, headers=headers, extensions=extensions)

    def _url(self) -> str:
        return self._token_url or f"{self._base_url or SERVER}{_TOKEN.path}"

    def _read_answer(self, answer: httpx.Response) -> Token | None:
        """The token; None when it is to be asked for again, after a pause.

        Raises:
            AuthenticationError: the client is unknown, or its secret is wrong.
            APIError: the endpoint failed for good.
            ResponseDecodeError: the answer holds no token.
        """
        # The request has the secret in its body, and so has the one that a redirect asks for: no error may carry it on
        answer.request = httpx.Request("POST", self._url())
        answer.next_request = None
        self._pause = None
        if answer.is_success:
            found = _read_token(answer, self._clock())
            if found is not None:
                token, lifetime = found
                self._margin = min(RENEWAL_MARGIN, lifetime / 10)
                self._failures_in_a_row = 0
                self._refusal = self._distrusted = None
                return token
        elif (pause := self._pause_after(answer)) is not None:
            self._pause = (self._clock() + pause, answer)
            return None
        self._failures_in_a_row = 0
        self._refusals += 1
        self._refusal = answer
        raise _error(answer)

    def _pause_after(self, answer: httpx.Response) -> float | None:
        """Seconds after which a token can be asked for again; None when that is of no use."""
        self._failures_in_a_row += 1
        times = self._failures_in_a_row
        backoff = random.uniform(0.5, 1.0) * min(2.0 ** (times + 1), 60.0)  # noqa: S311  # jitter, no secret
        if answer.status_code == 429 and times <= _PATIENCE_429:
            hint = retry_hint(answer.headers, self._clock())
            if hint is None or hint > _LONGEST_WAIT:
                return backoff
            # The headers speak of the limit per address; when waiting for that didn't help, it is the one per client
            return (hint if times == 1 else max(hint, backoff)) + random.uniform(0.0, 1.0)  # noqa: S311
        if answer.status_code in (502, 503, 504) and times < _PATIENCE_5XX:
            return backoff / 4
        return None


def _read_token(answer: httpx.Response, now: float) -> tuple[Token, float] | None:
    """The token and its lifetime; None if there is none. Raises nothing: a traceback would show the answer."""
    try:
        data: Any = _json.loads(answer.content)
        value = check_secret(data["access_token"], "the access token")
        scope = data.get("scope")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    try:
        lifetime = float(data.get("expires_in"))
    except (ValueError, TypeError, OverflowError):
        lifetime = TOKEN_LIFETIME
    if not 0 < lifetime < math.inf:
        lifetime = TOKEN_LIFETIME
    scopes = tuple(scope.split()) if isinstance(scope, str) and scope.strip() else None
    return Token(value, now + lifetime, scopes), lifetime


def _error(answer: httpx.Response, retry_at: float | None = None) -> APIError | ResponseDecodeError:
    """What an answer of the token endpoint that holds no token is to the caller."""
    if answer.is_success:
        # Without the answer: what is in it may be a token all the same
        reason = "no usable access_token in it"
        message = f"{_TOKEN.name}: the answer ({answer.status_code}) can't be decoded: {reason}"
        return ResponseDecodeError(message, place="access_token", reason=reason)
    if answer.status_code in (400, 401, 403):
        return AuthenticationError(answer, _TOKEN)
    error = error_for(answer, _TOKEN)
    if isinstance(error, RateLimitError) and retry_at is not None:
        error.retry_at = dt.datetime.fromtimestamp(retry_at, dt.UTC)
    return error


def _is_invalid_token(response: httpx.Response) -> bool:
    """Whether a 401 is about the token. The form of the body is not documented; a challenge may say it too."""
    return b"invalid_token" in response.content or "invalid_token" in response.headers.get("www-authenticate", "")


def mask(request: httpx.Request) -> httpx.Request:
    """Takes the credentials out of a request that is done, so that an error can carry it."""
    for name in SECRET_HEADERS:
        if name in request.headers:
            request.headers[name] = "[secret]"
    return request


__all__ = [
    "ApiKey",
    "LockingTokenStore",
    "MemoryTokenStore",
    "OAuthClientCredentials",
    "Token",
    "TokenStore",
    "mask",
]
