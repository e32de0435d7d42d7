"""OAuth 2.0 client credentials: the conversation with the token endpoint.

Source of the rules: the guides on authentication and rate limits of the LedgerBee documentation.
"""

from __future__ import annotations

import contextlib
import math
import random
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import anyio
import httpx

from .. import _json
from .._config import check_secret, check_url
from .._failures import token_error
from .._locks import LoopLock
from .._outcome import retry_hint
from ..errors import ConfigurationError, LedgerBeeError
from ..generated.operations import SERVER
from .credentials import Credential, Grants, InternalCall
from .tokens import MemoryTokenStore, Token, TokenStore

_TOKEN_PATH = "/v1/auth/token"  # noqa: S105  # a path

#: What a token lives when its response doesn't say, in seconds.
TOKEN_LIFETIME = 3600.0
#: How long before its end a token is renewed, in seconds; less for tokens that live for less than ten minutes.
RENEWAL_MARGIN = 60.0
#: The longest that the token endpoint makes its callers wait, in seconds: its window is 60 s.
_LONGEST_WAIT = 90.0
#: How often in a row the token endpoint may say 'too many requests', or fail as a gateway does, before it is given up.
_PATIENCE_429 = 10
_PATIENCE_5XX = 4


class OAuthClientCredentials(Credential):
    """OAuth 2.0 client credentials.

    One token request is in flight at a time, whatever the concurrency. A token is renewed shortly before its end, and
    once more when the API refuses it (401 `invalid_token`), whereupon the request is repeated once: a refused request
    was not applied. When the token endpoint says that there were too many requests (10 in 60 seconds), it is waited
    for; where the deadline of the call doesn't leave the time, `RateLimitError` is raised at once. Calls that wait for
    the same token fail together when it is refused.

    Args:
        client_id: Shown in the LedgerBee app.
        client_secret: Shown once, when the client is made.
        token_url: Where tokens are requested; by default that of the API which the client calls.
        store: Where tokens are kept; in memory by default.
        clock: Unix seconds.

    Raises:
        ConfigurationError: A value can't be used.
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
        self._refusal: httpx.Response | None = None  # the last response that held no token

    def belong_to(self, base_url: str) -> None:
        """Request tokens at the API that the client calls, unless a `token_url` was given.

        Args:
            base_url: That of the client.

        Raises:
            ConfigurationError: They are already requested at another: a secret goes to one place only.
        """
        if self._token_url is None and self._base_url not in (None, base_url):
            raise ConfigurationError("this credential is used with another base_url already; make one for each")
        self._base_url = base_url

    # ------------------------------------------------------------------ scopes: they come with the token

    async def known_grants(self, call: InternalCall) -> Grants | None:
        """Return the scopes of the current token, which may be an hour old; None while there is no token."""
        token = await self._store.get(self._client_id)
        return None if token is None else _grants(token, is_fresh=False)

    async def fetch_grants(self, call: InternalCall) -> Grants | None:
        """Return the scopes of a new token."""
        current = await self._store.get(self._client_id)
        self._distrusted = current.value if current is not None else None
        with contextlib.suppress(LedgerBeeError):  # its response doesn't matter: it brings a token
            await call("company.get")
        token = await self._store.get(self._client_id)
        return None if token is None else _grants(token, is_fresh=True)

    # ------------------------------------------------------------------ the conversation

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Authorize a request; where needed, request a token first, and once more after a 401 `invalid_token`."""
        refused: str | None = None
        while True:
            token = await self._usable_token(refused)
            if token is None:
                refusals = self._refusals
                async with self._lock():
                    token = await self._usable_token(refused)  # another task may have renewed it meanwhile
                    if token is None and self._refusal is not None and self._refusals != refusals:
                        raise token_error(self._refusal)  # another task was refused meanwhile: so would this one be
                    while token is None:
                        await self._wait()
                        response = yield self._token_request(request)
                        await response.aread()
                        token = self._read_response(response)
                        if token is not None:
                            await self._store.put(self._client_id, token)
            request.headers["Authorization"] = f"Bearer {token.value}"
            response = yield request
            if response.status_code != 401 or refused is not None:
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
        """Leave the token endpoint alone for as long as it asked.

        Raises:
            APIError: That would take longer than the call may.
        """
        if self._pause is None:
            return
        until, response = self._pause
        seconds = min(until - self._clock(), _LONGEST_WAIT)
        if seconds <= 0:
            return
        if anyio.current_time() + seconds > anyio.current_effective_deadline():
            raise token_error(response, until)
        await anyio.sleep(seconds)

    def _token_request(self, original: httpx.Request) -> httpx.Request:
        form = {"grant_type": "client_credentials", "client_id": self._client_id, "client_secret": self._client_secret}
        extensions = {key: value for key, value in original.extensions.items() if key == "timeout"}
        headers = {"User-Agent": original.headers.get("user-agent", "")}
        return httpx.Request("POST", self._url(), data=form, headers=headers, extensions=extensions)

    def _url(self) -> str:
        return self._token_url or f"{self._base_url or SERVER}{_TOKEN_PATH}"

    def _read_response(self, response: httpx.Response) -> Token | None:
        """Return the token; None when it is to be requested again, after a pause.

        Raises:
            AuthenticationError: The client is unknown, or its secret is wrong.
            APIError: The endpoint failed for good.
            ResponseDecodeError: The response holds no token.
        """
        # The request has the secret in its body, and so has the one that a redirect asks for: no error may carry it on
        response.request = httpx.Request("POST", self._url())
        response.next_request = None
        self._pause = None
        if response.is_success:
            found = _read_token(response, self._clock())
            if found is not None:
                token, lifetime = found
                self._margin = min(RENEWAL_MARGIN, lifetime / 10)
                self._failures_in_a_row = 0
                self._refusal = self._distrusted = None
                return token
        elif (pause := self._pause_after(response)) is not None:
            self._pause = (self._clock() + pause, response)
            return None
        self._failures_in_a_row = 0
        self._refusals += 1
        self._refusal = response
        raise token_error(response)

    def _pause_after(self, response: httpx.Response) -> float | None:
        """Return the seconds after which a token can be requested again; None when that is of no use."""
        self._failures_in_a_row += 1
        times = self._failures_in_a_row
        backoff = random.uniform(0.5, 1.0) * min(2.0 ** (times + 1), 60.0)  # noqa: S311  # jitter, no secret
        if response.status_code == 429 and times <= _PATIENCE_429:
            hint = retry_hint(response.headers, self._clock())
            if hint is None or hint > _LONGEST_WAIT:
                return backoff
            # The headers speak of the limit per address; when waiting for that didn't help, it is the one per client
            return (hint if times == 1 else max(hint, backoff)) + random.uniform(0.0, 1.0)  # noqa: S311
        if response.status_code in (502, 503, 504) and times < _PATIENCE_5XX:
            return backoff / 4
        return None


def _grants(token: Token, *, is_fresh: bool) -> Grants:
    return Grants(None if token.scopes is None else frozenset(token.scopes), is_fresh=is_fresh)


def _read_token(response: httpx.Response, now: float) -> tuple[Token, float] | None:
    """Return the token and its lifetime; None if there is none. Raises nothing: a traceback would show the response."""
    try:
        data: Any = _json.loads(response.content)
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


def _is_invalid_token(response: httpx.Response) -> bool:
    """Whether a 401 is about the token. The form of the body is not documented; a challenge may say it too."""
    return b"invalid_token" in response.content or "invalid_token" in response.headers.get("www-authenticate", "")


__all__ = ["OAuthClientCredentials"]
