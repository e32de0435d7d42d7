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

import httpx

from .. import _json
from .._config import check_secret, check_url
from .._failed import TokenUnavailable
from .._failures import TOKEN, token_error
from .._limiter import Limiter, seconds_left
from .._locks import LoopLock
from .._outcome import Outcome, outcome_of_status, retry_hint
from ..errors import ConfigurationError, LedgerBeeError
from ..generated.operations import SERVER
from .credentials import Credential, Grants, InternalCall
from .tokens import MemoryTokenStore, Token, TokenStore

_TOKEN_PATH = "/v1/auth/token"  # noqa: S105  # a path

#: What a token lives when its response doesn't say, in seconds.
TOKEN_LIFETIME = 3600.0
#: How long before its end a token is renewed, in seconds; less for tokens that live for less than ten minutes.
RENEWAL_MARGIN = 60.0
#: Seconds of the first pause after a 429 that names none, doubled as long as it doesn't help (the window is 60 s); and
#: after what gateways answer.
_PAUSE_429, _PAUSE_5XX = 4.0, 0.5


class OAuthClientCredentials(Credential):
    """OAuth 2.0 client credentials.

    One token request is in flight at a time, whatever the concurrency. A token is renewed shortly before its end, and
    once more when the API refuses it (401 `invalid_token`), whereupon the request is repeated once: a refused request
    was not applied. When the token endpoint says that there were too many requests (10 in 60 seconds), or is
    unavailable, all calls that need a token wait for the same pause, and go on as their `RetryPolicy` says; where the
    deadline of a call doesn't leave the time, `RateLimitError` is raised at once. Calls that wait for the same token
    fail together when it is refused.

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
        self._token_limiter = Limiter()  # the token endpoint has a limit of its own
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
                await self._token_limiter.pause(TOKEN, seconds_left())
                refusals = self._refusals
                async with self._lock():
                    token = await self._usable_token(refused)  # another task may have renewed it meanwhile
                    if token is None and self._refusal is not None and self._refusals != refusals:
                        raise self._no_token(self._refusal)  # another task was refused meanwhile: so would this one be
                    if token is None:
                        pauses = self._token_limiter.pauses
                        response = yield self._token_request(request)
                        await response.aread()
                        token = self._read_response(response, pauses)
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

    def _token_request(self, original: httpx.Request) -> httpx.Request:
        form = {"grant_type": "client_credentials", "client_id": self._client_id, "client_secret": self._client_secret}
        extensions = {key: value for key, value in original.extensions.items() if key == "timeout"}
        headers = {"User-Agent": original.headers.get("user-agent", "")}
        return httpx.Request("POST", self._url(), data=form, headers=headers, extensions=extensions)

    def _url(self) -> str:
        return self._token_url or f"{self._base_url or SERVER}{_TOKEN_PATH}"

    def _read_response(self, response: httpx.Response, pauses: int) -> Token:
        """Return the token.

        Args:
            response: That of the token endpoint.
            pauses: Those of its limiter when the request was sent.

        Raises:
            TokenUnavailable: It may be had later.
            AuthenticationError: The client is unknown, or its secret is wrong.
            APIError: The endpoint failed for good.
            ResponseDecodeError: The response holds no token.
        """
        # The request has the secret in its body, and so has the one that a redirect asks for: no error may carry it on
        response.request = httpx.Request("POST", self._url())
        response.next_request = None
        if response.is_success:
            found = _read_token(response, self._clock())
            if found is not None:
                token, lifetime = found
                self._margin = min(RENEWAL_MARGIN, lifetime / 10)
                self._refusal = self._distrusted = None
                self._token_limiter.allowed()
                return token
        self._leave_alone(response, pauses)
        self._refusals += 1
        self._refusal = response
        raise self._no_token(response)

    def _leave_alone(self, response: httpx.Response, pauses: int) -> None:
        """Pause the requests for tokens after what passes by."""
        outcome = outcome_of_status(response.status_code)
        if outcome is None:
            return
        limiter, is_limited = self._token_limiter, outcome is Outcome.RATE_LIMITED
        jitter = random.uniform(0.0, 1.0)  # noqa: S311  # no secret
        backoff = (1.0 + jitter) * (_PAUSE_429 if is_limited else _PAUSE_5XX)
        hint = retry_hint(response.headers, self._clock(), rate_limited=is_limited)
        if hint is not None and (hint <= 0 or limiter.fruitless):
            # The headers speak of the limit per address; when waiting for that didn't help, it is the one per client
            hint = max(hint, backoff * 2.0**limiter.fruitless)
        limiter.refused(response, pauses, None if hint is None else hint + jitter, backoff)

    def _no_token(self, response: httpx.Response) -> Exception:
        """What a response means for a call that needs the token."""
        outcome = outcome_of_status(response.status_code)
        if outcome is None:
            return token_error(response)
        limiter = self._token_limiter
        error = token_error(response, time.time() + limiter.left())
        error.applied = False
        return TokenUnavailable(Outcome.NOT_SENT if outcome is Outcome.UNCERTAIN else outcome, error, limiter)


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
