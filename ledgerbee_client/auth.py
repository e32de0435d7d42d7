"""Credentials, as httpx auth flows: an API key, or OAuth 2.0 client credentials.

An auth flow reads as a conversation: requests are yielded, answers come back. Credentials are in no repr, no error and
no pickle.

Source of the rules: the guides on authentication and rate limits of the LedgerBee documentation.
"""

from __future__ import annotations

import random
import time
from collections.abc import AsyncGenerator, Callable
from typing import Any, Literal, NoReturn, Protocol

import anyio
import httpx
from attrs import field, frozen

from . import wire
from .config import check_secret, check_url
from .errors import AuthenticationError, ResponseDecodeError, error_for
from .generated.operations import SERVER
from .generated.types import Operation
from .retry import retry_hint

#: Headers that carry a credential.
SECRET_HEADERS = ("x-api-key", "authorization")

#: A request that carries a credential has this extension once it goes out: from then on it may have been applied.
SENT = "ledgerbee.sent"

#: What a token lives when its answer doesn't say, in seconds.
TOKEN_LIFETIME = 3600.0
#: How long before its end a token is renewed, in seconds.
RENEWAL_MARGIN = 60.0

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
    """Where tokens are kept. One that several processes share spares them a token request each."""

    async def get(self, client_id: str) -> Token | None:
        """The token that was last put, if there still is one."""
        ...

    async def put(self, client_id: str, token: Token) -> None:
        """Keeps a token, in the place of an older one."""
        ...


class MemoryTokenStore:
    """Keeps tokens in memory."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}

    async def get(self, client_id: str) -> Token | None:
        return self._tokens.get(client_id)

    async def put(self, client_id: str, token: Token) -> None:
        self._tokens[client_id] = token


class OAuthClientCredentials(_Credential):
    """OAuth 2.0 client credentials.

    One token request is in flight at a time, whatever the concurrency. A token is renewed shortly before its end, and
    once more when the API refuses it (401 `invalid_token`), whereupon the request is repeated once: a refused request
    was not applied. When the token endpoint says that there were too many requests (10 in 60 seconds), it is waited
    for.

    Args:
        client_id: shown in the LedgerBee app.
        client_secret: shown once, when the client is made.
        token_url: where tokens are asked for.
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
        token_url: str = f"{SERVER}{_TOKEN.path}",
        store: TokenStore | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._client_id = check_secret(client_id, "the client id")
        self._client_secret = check_secret(client_secret, "the client secret")
        self._token_url = check_url(token_url, "token_url")
        self._store: TokenStore = store if store is not None else MemoryTokenStore()
        self._clock = clock
        self._lock = anyio.Lock()

    async def scopes(self) -> tuple[str, ...] | None:
        """The scopes of the current token, if its answer said them. Asks for nothing."""
        token = await self._store.get(self._client_id)
        return token.scopes if token is not None else None

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        refused: str | None = None
        while True:
            token = await self._usable_token(refused)
            if token is None:
                async with self._lock:
                    token = await self._usable_token(refused)  # another task may have renewed it meanwhile
                    attempt = 0
                    while token is None:
                        attempt += 1
                        answer = yield self._token_request(request)
                        await answer.aread()
                        token, wait = self._read_answer(answer, attempt)
                        if token is None:
                            await anyio.sleep(wait)
                        else:
                            await self._store.put(self._client_id, token)
            request.headers["Authorization"] = f"Bearer {token.value}"
            request.extensions[SENT] = True
            response = yield request
            if response.status_code != 401 or refused is not None:
                return
            await response.aread()
            if not _is_invalid_token(response):
                return
            request.extensions[SENT] = False  # a refused request was not applied
            refused = token.value

    async def _usable_token(self, refused: str | None) -> Token | None:
        token = await self._store.get(self._client_id)
        if token is None or token.value == refused:
            return None
        return token if self._clock() < token.expires_at - RENEWAL_MARGIN else None

    def _token_request(self, original: httpx.Request) -> httpx.Request:
        form = {"grant_type": "client_credentials", "client_id": self._client_id, "client_secret": self._client_secret}
        extensions = {key: value for key, value in original.extensions.items() if key == "timeout"}
        headers = {"User-Agent": original.headers.get("user-agent", "")}
        return httpx.Request("POST", self._token_url, data=form, headers=headers, extensions=extensions)

    def _read_answer(self, answer: httpx.Response, attempt: int) -> tuple[Token | None, float]:
        """The token, or the seconds to wait before it is asked for again.

        Raises:
            AuthenticationError: the client is unknown, or its secret is wrong.
            APIError: the endpoint failed for good.
            ResponseDecodeError: the answer holds no token.
        """
        # The request has the secret in its body: no error may carry it on.
        answer.request = httpx.Request("POST", self._token_url)
        if answer.is_success:
            return self._read_token(answer), 0.0
        backoff = random.uniform(0.5, 1.0) * min(2.0 ** (attempt + 1), 60.0)  # noqa: S311  # jitter, no secret
        if answer.status_code == 429:
            hint = retry_hint(answer.headers, self._clock())
            return None, backoff if hint is None else hint + random.uniform(0.0, 1.0)  # noqa: S311
        if answer.status_code in (502, 503, 504) and attempt < 4:
            return None, backoff / 4
        if answer.status_code in (400, 401, 403):
            raise AuthenticationError(answer, _TOKEN)
        raise error_for(answer, _TOKEN)

    def _read_token(self, answer: httpx.Response) -> Token:
        try:
            data: Any = wire.loads(answer.content)
            value = check_secret(data["access_token"], "the access token")
            lifetime = float(data.get("expires_in") or TOKEN_LIFETIME)
            scope = data.get("scope")
        except (ValueError, TypeError, KeyError, AttributeError):
            reason = "no usable access_token in it"
            message = f"{_TOKEN.name}: the answer ({answer.status_code}) can't be decoded: {reason}"
            raise ResponseDecodeError(message, place="access_token", reason=reason) from None
        return Token(
            value, self._clock() + lifetime, tuple(scope.split()) if isinstance(scope, str) and scope else None
        )


def _is_invalid_token(response: httpx.Response) -> bool:
    """Whether a 401 is about the token. The form of the body is not documented; a challenge may say it too."""
    return b"invalid_token" in response.content or "invalid_token" in response.headers.get("www-authenticate", "")


def mask(request: httpx.Request) -> httpx.Request:
    """Takes the credentials out of a request that is done, so that an error can carry it."""
    for name in SECRET_HEADERS:
        if name in request.headers:
            request.headers[name] = "[secret]"
    return request


__all__ = ["ApiKey", "MemoryTokenStore", "OAuthClientCredentials", "Token", "TokenStore", "mask"]
