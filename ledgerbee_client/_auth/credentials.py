"""Kinds of credential: what each puts into requests, and how the scopes that it was granted are learned.

Credentials are in no repr, no error and no pickle.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from functools import cached_property
from typing import Literal, NamedTuple, NoReturn

import httpx

from .. import _json
from .._config import check_secret
from .._limiter import Limiter
from .._warnings import read_expiry

CredentialKind = Literal["api_key", "oauth2"]

#: Makes an internal request (see `_client`) for the operation of that name.
InternalCall = Callable[[str], Awaitable[httpx.Response]]


class Grants(NamedTuple):
    """What the API says of a credential.

    Attributes:
        scopes: The scopes granted; None when the API doesn't say.
        is_fresh: Whether this is how things are now, not how they were when a token was issued.
        expires_at: When the credential ends, if the API says so.
    """

    scopes: frozenset[str] | None
    is_fresh: bool = True
    expires_at: dt.datetime | None = None


class Credential(httpx.Auth):
    """What the kinds of credential share: they show and give away nothing.

    Attributes:
        kind: As in `Operation.auth`; None for a flow of the caller's own, which isn't judged.
        fixed_headers: The headers that authenticate a request, where no conversation is needed for them.
    """

    kind: CredentialKind | None = None
    fixed_headers: Mapping[str, str] | None = None

    @cached_property
    def limiter(self) -> Limiter:
        """The pause after a 429, which all calls with this credential share."""
        return Limiter()

    def belong_to(self, base_url: str) -> None:
        """Bind the credential to the API that the client calls.

        Args:
            base_url: where the API is.
        """

    async def known_grants(self, call: InternalCall) -> Grants | None:
        """Return what is known without delaying a call for long; None while nothing is.

        Args:
            call: sends a request of the client's own.
        """
        return await self.fetch_grants(call)

    async def fetch_grants(self, call: InternalCall) -> Grants | None:
        """Return what the API says now, whatever it takes; None if that can be had later only.

        Args:
            call: sends a request of the client's own.
        """
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}(...)"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds a credential and can't be pickled")

    def sync_auth_flow(self, request: httpx.Request) -> NoReturn:
        """Refuse to work with a synchronous client.

        Args:
            request: what would be sent.
        """
        raise RuntimeError("this credential works with httpx.AsyncClient only")


class ApiKey(Credential):
    """An API key, sent in the header `x-api-key`.

    Args:
        key: The key.

    Raises:
        ConfigurationError: The key can't stand in a header.
    """

    kind = "api_key"

    def __init__(self, key: str) -> None:
        self.fixed_headers = {"x-api-key": check_secret(key, "the API key")}

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Add the key to a request, for clients of httpx other than ours.

        Args:
            request: what is sent.
        """
        request.headers.update(self.fixed_headers)
        yield request

    async def fetch_grants(self, call: InternalCall) -> Grants:
        """Return what `GET /v1/api-key` says. Of its body, nothing but the scopes and the end matters."""
        info = _json.loads((await call("api_key.get")).content)
        scopes = info.get("scopes")
        is_list = isinstance(scopes, list) and all(isinstance(scope, str) for scope in scopes)
        return Grants(frozenset(scopes) if is_list else None, expires_at=read_expiry(info.get("expiresAt")))


class ForeignAuth(Credential):
    """An `httpx.Auth` of the caller's own. What it was granted can't be known."""

    def __init__(self, auth: httpx.Auth) -> None:
        self._auth = auth

    def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Have the conversation of the caller's flow."""
        return self._auth.async_auth_flow(request)

    async def fetch_grants(self, call: InternalCall) -> Grants:
        """Return that it isn't known."""
        return Grants(None)


__all__ = [
    "ApiKey",
    "Credential",
    "CredentialKind",
    "ForeignAuth",
    "Grants",
    "InternalCall",
]
