"""Credentials and what they may do: API keys, OAuth clients and their access tokens.

Not responsible for the OAuth endpoints (`oauth`), nor for what an operation needs (`requirements`).
"""

from __future__ import annotations

import hashlib
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from .. import checks
from ..http.errors import invalid_token, unauthorized

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..clock import Clock

TOKEN_LIFETIME = timedelta(seconds=3600)


@dataclass(frozen=True, slots=True)
class Credential:
    """What a key or a token stands for. The secret itself isn't part of it."""

    kind: str
    scopes: tuple[str, ...]
    expires_at: datetime | None = None
    ip_allowlist: tuple[str, ...] = ()
    #: The OAuth client that a token was issued to.
    client_id: str | None = None


@dataclass(frozen=True, slots=True)
class OAuthClient:
    """An OAuth client, as it is made in the app."""

    client_id: str
    secret: str
    scopes: tuple[str, ...]
    ip_allowlist: tuple[str, ...] = ()

    def allows(self, address: str) -> bool:
        """Whether the address may use it."""
        return not self.ip_allowlist or _allowed(address, self.ip_allowlist)


class Keyring:
    """The credentials that the sandbox knows."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._made: dict[str, int] = {}
        self._by_secret: dict[str, Credential] = {}
        self._revoked_tokens: set[str] = set()
        #: OAuth clients by id.
        self.clients: dict[str, OAuthClient] = {}

    @property
    def first(self) -> str:
        """The key that was made first."""
        return next(secret for secret, one in self._by_secret.items() if one.kind == "api_key")

    def create(
        self,
        kind: str,
        scopes: Iterable[str],
        expires_at: datetime | None = None,
        ip_allowlist: Iterable[str] = (),
        client_id: str | None = None,
    ) -> str:
        """Makes a credential and returns its secret, the same in every run.

        Raises:
            ValueError: an entry of the allowlist is no address or network, or the expiry has no time zone.
        """
        if expires_at is not None:
            checks.aware(expires_at=expires_at)
        allowlist = _checked(ip_allowlist)
        secret = f"lb_sandbox_{self._digest(kind)}"
        self._by_secret[secret] = Credential(kind, tuple(scopes), expires_at, allowlist, client_id)
        return secret

    def create_client(self, scopes: Iterable[str], ip_allowlist: Iterable[str] = ()) -> OAuthClient:
        """Makes an OAuth client, with the same id and secret in every run.

        Raises:
            ValueError: an entry of the allowlist is no address or network.
        """
        allowlist = _checked(ip_allowlist)
        client = OAuthClient(
            f"lb_client_{self._digest('client')[:16]}",
            f"lb_sandbox_{self._digest('client-secret')}",
            tuple(scopes),
            allowlist,
        )
        self.clients[client.client_id] = client
        return client

    def issue(self, client: OAuthClient) -> str:
        """A new access token for a client."""
        expires_at = self._clock.now() + TOKEN_LIFETIME
        return self.create("oauth2", client.scopes, expires_at, client.ip_allowlist, client.client_id)

    def client_of(self, token: str) -> str | None:
        """The id of the client that a valid or expired token was issued to."""
        credential = self._by_secret.get(token)
        return None if credential is None else credential.client_id

    def revoke(self, secret: str) -> None:
        """Revokes a key or a token, at once.

        Raises:
            KeyError: there is no such credential.
        """
        if self._by_secret.pop(secret).kind == "oauth2":
            self._revoked_tokens.add(secret)

    def revoke_client(self, client_id: str) -> None:
        """Revokes an OAuth client and its tokens.

        Raises:
            KeyError: there is no such client.
        """
        del self.clients[client_id]
        self.revoke_tokens(client_id)

    def revoke_tokens(self, client_id: str) -> None:
        """Revokes every token of a client, as a change of its scopes does."""
        for token in [one for one, credential in self._by_secret.items() if credential.client_id == client_id]:
            self.revoke(token)

    def identify(self, headers: Mapping[str, str], key_in_query: str | None, address: str | None) -> Credential:
        """The credential of a request: `x-api-key` (header, or the discouraged query parameter), or Bearer.

        Raises:
            ServiceError: 401.
        """
        key = headers.get("x-api-key") or key_in_query
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if key:
            credential = self._valid_key(key)
        elif scheme.lower() == "bearer":
            credential = self._valid_token(token.strip())
        else:
            raise unauthorized()
        if credential.ip_allowlist and not _allowed(address, credential.ip_allowlist):
            raise unauthorized("ip_whitelist_mismatch")
        return credential

    def _valid_key(self, secret: str) -> Credential:
        credential = self._by_secret.get(secret)
        if credential is None or credential.kind != "api_key" or self._expired(credential):
            raise unauthorized()
        return credential

    def _valid_token(self, secret: str) -> Credential:
        if secret in self._revoked_tokens:
            raise invalid_token()
        credential = self._by_secret.get(secret)
        if credential is None or credential.kind != "oauth2":
            # An API key is refused here as well: Bearer is for access tokens.
            raise unauthorized()
        if self._expired(credential):
            raise invalid_token()
        return credential

    def _expired(self, credential: Credential) -> bool:
        return credential.expires_at is not None and credential.expires_at <= self._clock.now()

    def _digest(self, kind: str) -> str:
        self._made[kind] = self._made.get(kind, 0) + 1
        return hashlib.sha256(f"{kind}/{self._made[kind]}".encode()).hexdigest()[:32]


def _checked(allowlist: Iterable[str]) -> tuple[str, ...]:
    entries = tuple(allowlist)
    for entry in entries:
        ipaddress.ip_network(entry, strict=False)
    return entries


def _allowed(address: str | None, allowlist: Iterable[str]) -> bool:
    try:
        caller = ipaddress.ip_address(address or "")
    except ValueError:
        return False
    return any(caller in ipaddress.ip_network(entry, strict=False) for entry in allowlist)
