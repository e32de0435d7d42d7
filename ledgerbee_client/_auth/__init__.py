"""Credentials, as httpx auth flows: an API key, OAuth 2.0 client credentials, or a flow of the caller's own."""

from __future__ import annotations

import httpx

from .. import _config as config
from ..errors import ConfigurationError
from .credentials import ApiKey, Credential, CredentialKind, ForeignAuth, Grants, InternalCall


def credential_for(
    auth: httpx.Auth | None, api_key: str | None, client_id: str | None, client_secret: str | None, base_url: str
) -> Credential:
    """Return the credential that the arguments of a client, or else the environment, give.

    Args:
        auth: See `LedgerBee`, as for the others.
        api_key: The API key.
        client_id: That of an OAuth client.
        client_secret: Its secret.
        base_url: Where the credential goes.

    Raises:
        ConfigurationError: There is none, two kinds at once, half of one, or one that can't be used.
    """
    if auth is None:
        found = config.credentials(api_key, client_id, client_secret)
        auth = ApiKey(found) if isinstance(found, str) else _oauth_client(*found)
    elif api_key is not None or client_id is not None or client_secret is not None:
        raise ConfigurationError("give auth, or an API key, or an OAuth client: one of them")
    else:
        config.ensure_kind(auth, httpx.Auth, "auth")
    credential = auth if isinstance(auth, Credential) else ForeignAuth(auth)
    credential.belong_to(base_url)
    return credential


def _oauth_client(client_id: str, client_secret: str) -> Credential:
    from .oauth import OAuthClientCredentials  # a client with an API key needs nothing of it

    return OAuthClientCredentials(client_id, client_secret)


__all__ = [
    "ApiKey",
    "Credential",
    "CredentialKind",
    "ForeignAuth",
    "Grants",
    "InternalCall",
    "credential_for",
]
