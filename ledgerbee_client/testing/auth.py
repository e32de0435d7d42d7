"""Credentials and what they may do: API keys with scopes, expiry and IP allowlist, and OAuth access tokens.

Tokens are handed out by `Sandbox.create_token`; the token endpoint itself isn't here yet.
"""

from __future__ import annotations

import hashlib
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from .errors import forbidden, unauthorized

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .clock import Clock
    from .document import Operation

TOKEN_LIFETIME = timedelta(seconds=3600)


@dataclass(frozen=True, slots=True)
class Credential:
    """What a key or a token stands for. The secret itself isn't part of it."""

    kind: str
    scopes: tuple[str, ...]
    expires_at: datetime | None = None
    ip_allowlist: tuple[str, ...] = ()


class Keyring:
    """The credentials that the sandbox knows."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._made = 0
        self._by_secret: dict[str, Credential] = {}

    def create(
        self,
        kind: str,
        scopes: Iterable[str],
        expires_at: datetime | None = None,
        ip_allowlist: Iterable[str] = (),
    ) -> str:
        """Makes a credential and returns its secret, the same in every run.

        Raises:
            ValueError: an entry of the allowlist is no address or network, or the expiry has no time zone.
        """
        allowlist = tuple(ip_allowlist)
        for entry in allowlist:
            ipaddress.ip_network(entry, strict=False)
        if expires_at is not None and expires_at.tzinfo is None:
            raise ValueError("expires_at needs a time zone")
        self._made += 1
        secret = f"lb_sandbox_{hashlib.sha256(f'{kind}/{self._made}'.encode()).hexdigest()[:32]}"
        self._by_secret[secret] = Credential(kind, tuple(scopes), expires_at, allowlist)
        return secret

    def revoke(self, secret: str) -> None:
        """Forgets a credential, at once.

        Raises:
            KeyError: there is no such credential.
        """
        del self._by_secret[secret]

    def identify(
        self, headers: Mapping[str, str], key_in_query: str | None, address: str | None
    ) -> Credential:
        """The credential of a request: `x-api-key` (header, or the discouraged query parameter), or Bearer.

        Raises:
            ServiceError: 401.
        """
        key = headers.get("x-api-key") or key_in_query
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if key:
            credential = self._valid(key, "api-key")
        elif scheme.lower() == "bearer":
            # An API key here is refused as well: Bearer is for access tokens.
            credential = self._valid(token.strip(), "oauth")
        else:
            raise unauthorized()
        if credential.ip_allowlist and not _allowed(address, credential.ip_allowlist):
            raise unauthorized("ip_whitelist_mismatch")
        return credential

    def _valid(self, secret: str, kind: str) -> Credential:
        credential = self._by_secret.get(secret)
        if credential is None or credential.kind != kind:
            raise unauthorized()
        if credential.expires_at is not None and credential.expires_at <= self._clock.now():
            raise unauthorized()
        return credential


def authorize(operation: Operation, credential: Credential, *, enforce_inferred: bool) -> None:
    """Checks the kind of the credential and its scopes.

    Raises:
        ServiceError: 403, or 401 for an API key where only OAuth will do.
    """
    if credential.kind not in operation.credentials:
        if credential.kind == "oauth":
            raise forbidden({"reason": "endpoint_requires_api_key_auth"})
        raise unauthorized()
    enforced = enforce_inferred or not operation.scopes_inferred
    if enforced and not set(operation.scopes) <= set(credential.scopes):
        raise forbidden({"requiredScopes": list(operation.scopes)})


def _allowed(address: str | None, allowlist: Iterable[str]) -> bool:
    try:
        caller = ipaddress.ip_address(address or "")
    except ValueError:
        return False
    return any(caller in ipaddress.ip_network(entry, strict=False) for entry in allowlist)
