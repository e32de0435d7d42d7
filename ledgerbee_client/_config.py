"""The settings of a client: where they come from, and which of them are refused.

Arguments win over environment variables.
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from urllib.parse import urlsplit

import httpx
from attrs import field, frozen

from ._outcome import RetryPolicy
from .errors import ConfigurationError
from .generated.operations import SERVER

API_KEY = "LEDGERBEE_API_KEY"
CLIENT_ID = "LEDGERBEE_CLIENT_ID"
CLIENT_SECRET = "LEDGERBEE_CLIENT_SECRET"  # noqa: S105  # the name of a variable
BASE_URL = "LEDGERBEE_BASE_URL"


#: A connection is made within 5 s or not at all; a PDF or a large batch may take its time; waiting for a free
#: connection is bounded by the deadline of the call.
DEFAULT_TIMEOUT = httpx.Timeout(connect=5.0, read=30.0, write=30.0, pool=60.0)
#: As many connections as calls may run at the same time; the rest wait for a free one. All are kept for the next calls.
DEFAULT_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=100, keepalive_expiry=30.0)


@frozen
class Options:
    """What a call is sent with, besides what it says itself."""

    timeout: httpx.Timeout
    retry: RetryPolicy
    headers: Mapping[str, str] = field(factory=dict, repr=False)


def credentials(
    api_key: str | None, client_id: str | None, client_secret: str | None, environment: Mapping[str, str] = os.environ
) -> str | tuple[str, str]:
    """The credential to use: an API key, or an OAuth client id and secret.

    Raises:
        ConfigurationError: there is none, two kinds at once, or half of one.
    """
    if api_key is None and client_id is None and client_secret is None:
        api_key = environment.get(API_KEY) or None
        client_id = environment.get(CLIENT_ID) or None
        client_secret = environment.get(CLIENT_SECRET) or None
        source = "the environment has"
    else:
        source = "the arguments have"
        if api_key is None:  # half of a client may come from the environment: the secret, for one
            client_id = client_id if client_id is not None else environment.get(CLIENT_ID) or None
            client_secret = client_secret if client_secret is not None else environment.get(CLIENT_SECRET) or None
    if api_key is not None and (client_id is not None or client_secret is not None):
        raise ConfigurationError(f"{source} both an API key and an OAuth client; give one of them")
    if api_key is not None:
        return check_secret(api_key, "the API key")
    if client_id is not None and client_secret is not None:
        return check_secret(client_id, "the client id"), check_secret(client_secret, "the client secret")
    if client_id is not None or client_secret is not None:
        raise ConfigurationError(f"{source} only half of an OAuth client: client_id and client_secret go together")
    raise ConfigurationError(
        f"no credential: pass api_key=..., or client_id=... and client_secret=..., or set {API_KEY}, "
        f"or {CLIENT_ID} and {CLIENT_SECRET}"
    )


def check_secret(value: object, name: str) -> str:
    """Refuses what can't stand in a header; the message never shows the value.

    Raises:
        ConfigurationError: it is empty, no string, or has spaces, line breaks or characters beyond ASCII.
    """
    if not isinstance(value, str):
        raise ConfigurationError(f"{name} is no string")
    if not value:
        raise ConfigurationError(f"{name} is empty")
    if not value.isascii() or not value.isprintable() or " " in value:
        raise ConfigurationError(f"{name} has spaces, line breaks or characters beyond ASCII: was it copied whole?")
    return value


def base_url(value: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The URL that all paths are relative to, without a slash at its end.

    Raises:
        ConfigurationError: it is no absolute http(s) URL, or plain http to anything but this machine.
    """
    return check_url(value or environment.get(BASE_URL) or SERVER, "base_url")


def check_url(url: str, name: str) -> str:
    """Refuses URLs that a credential must not travel to.

    Raises:
        ConfigurationError: see `base_url`.
    """
    if not url.isprintable() or " " in url or "\\" in url:
        raise ConfigurationError(f"{name} has spaces, line breaks or backslashes: was it copied whole?")
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        raise ConfigurationError(f"{name} is no URL: its host or its port is malformed") from None
    if parts.scheme not in ("http", "https") or not host:
        raise ConfigurationError(f"{name} must be an absolute https URL, as in {SERVER}")
    if "@" in parts.netloc or "?" in url or "#" in url:
        raise ConfigurationError(f"{name} must have no user name, query or fragment")
    if parts.scheme == "http" and not is_loopback(host):
        raise ConfigurationError(f"{name} is plain http to {host}: the credential would travel in clear; use https")
    return url.rstrip("/")


def is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
