"""The settings of a client: where they come from, and which of them are refused.

Arguments win over environment variables.
"""

from __future__ import annotations

import inspect
import ipaddress
import math
import os
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx

from ._outcome import NO_RETRIES, RetryPolicy, is_number
from .errors import ConfigurationError
from .generated.operations import SERVER
from .generated.urls import header_value

API_KEY = "LEDGERBEE_API_KEY"
CLIENT_ID = "LEDGERBEE_CLIENT_ID"
CLIENT_SECRET = "LEDGERBEE_CLIENT_SECRET"  # noqa: S105  # the name of a variable
BASE_URL = "LEDGERBEE_BASE_URL"

_QUOTES = "\"'`“”‘’"


#: A connection is made within 5 s or not at all; a PDF or a large batch may take its time; waiting for a free
#: connection is bounded by the deadline of the call.
DEFAULT_TIMEOUT = httpx.Timeout(connect=5.0, read=30.0, write=30.0, pool=60.0)
#: As many connections as calls may run at the same time; the rest wait for a free one. All are kept for the next calls.
DEFAULT_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=100, keepalive_expiry=30.0)
#: Seconds after the attempt until the API can no longer be working on it: above the time-outs of common gateways (100 s
#: at most), and above the 5 s for which the API answers from its caches.
DEFAULT_SETTLE_AFTER = 180.0


def ensure_kind(value: object, kind: type, name: str) -> None:
    """Refuse an argument of another kind, with the reason that is likely.

    Args:
        value: What was given.
        kind: The class of httpx that it must be of.
        name: Of the argument.

    Raises:
        ConfigurationError: It is something else.
    """
    if isinstance(value, kind):
        return
    text = f"{name} must be an httpx.{kind.__name__}, not {type(value).__name__}"
    bases = {base.__name__ for base in type(value).__mro__}
    if bases & {"Client", "BaseTransport"}:  # whosoever: httpx2 may stand in the place of httpx
        text += ": a synchronous one can't be awaited"
    elif any(base.__module__.partition(".")[0] == "httpx2" for base in type(value).__mro__):
        text += " of httpx2: this package works with httpx; make one with 'import httpx'"
    raise ConfigurationError(text)


def timeout_of(value: object) -> httpx.Timeout:
    """Return the timeout that an argument means.

    Args:
        value: Seconds, an `httpx.Timeout`, or None for no limit.

    Raises:
        ConfigurationError: It is something else.
    """
    parts: tuple[object, ...]
    if isinstance(value, httpx.Timeout):
        parts = (value.connect, value.read, value.write, value.pool)
    else:
        parts = (value, value, value, value)
    for part in parts:
        if part is not None and (not is_number(part) or not 0 < part < math.inf):
            raise ConfigurationError(
                f"timeout must be seconds (more than 0), an httpx.Timeout of such, or None for no limit; not {part!r}"
            )
    return value if isinstance(value, httpx.Timeout) else httpx.Timeout(value if is_number(value) else None)


def retry_of(value: object) -> RetryPolicy:
    """Return the policy that an argument means.

    Args:
        value: A policy, or None for no retries.

    Raises:
        ConfigurationError: It is something else.
    """
    if value is None:
        return NO_RETRIES
    if not isinstance(value, RetryPolicy):
        hint = f": write RetryPolicy(max_attempts={value})" if is_number(value) else ""
        raise ConfigurationError(f"retry must be a RetryPolicy, or None for no retries; not {value!r}{hint}")
    return value


def settle_after_of(value: float) -> float:
    """The seconds that an argument means.

    Raises:
        ConfigurationError: It can't be used.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 86400:
        raise ConfigurationError(f"settle_after must be seconds, from 0 to a day, not {value!r}")
    return value


def flag_of(value: object, name: str) -> bool:
    """Return the yes or no that an argument means.

    Args:
        value: True or False.
        name: Of the argument.

    Raises:
        ConfigurationError: It is something else.
    """
    if not isinstance(value, bool):
        raise ConfigurationError(f"{name} must be True or False, not {value!r}")
    return value


#: What arguments of httpx and of other clients are called here.
_ELSEWHERE = {
    **dict.fromkeys(("max_retries", "retries"), "retry=RetryPolicy(max_attempts=...)"),
    **dict.fromkeys(("token", "key", "apikey", "api_token", "access_token"), "api_key=..."),
    **dict.fromkeys(("url", "host", "base", "api_url"), "base_url=..."),
}
_OF_HTTPX = ("limits", "proxy", "proxies", "mounts", "verify", "cert", "http2", "trust_env", "event_hooks", "cookies")


def unknown_argument(name: str, function: Callable[..., object], unknown: Iterable[str]) -> str:
    """Return what to say of an argument that a function doesn't have.

    Args:
        name: Of the function.
        function: The function.
        unknown: The argument.
    """
    import difflib  # for the message only

    given = next(iter(unknown))
    known = [one for one in inspect.signature(function).parameters if one not in ("self", "unknown")]
    near = difflib.get_close_matches(given, known, n=1)
    hint = f"there are {', '.join(known)}"
    if given in _ELSEWHERE:
        hint = f"write {_ELSEWHERE[given]}"
    elif given in _OF_HTTPX:
        hint = f"pass http_client=httpx.AsyncClient({given}=...), which you close"
    elif near:
        hint = f"did you mean {near[0]!r}?"
    return f"{name} has no argument {given!r}: {hint}"


def scopes_of(value: object) -> frozenset[str]:
    """Return the scopes that an argument means.

    Args:
        value: Names of scopes.

    Raises:
        ConfigurationError: It is something else.
    """
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise ConfigurationError(f"scopes must be a collection of names, as in ['products-read']; not {value!r}")
    names = list(value)
    if not all(isinstance(name, str) for name in names):
        raise ConfigurationError("scopes must be a collection of names, and each a string")
    return frozenset(names)


def headers_of(value: object) -> dict[str, str]:
    """Return the headers that an argument means, their names in lower case.

    Args:
        value: A mapping of names to values.

    Raises:
        ConfigurationError: It is something else.
        TypeError: A value can't be sent.
    """
    if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
        raise ConfigurationError(f"headers must be a mapping of names to values, not {type(value).__name__}")
    return {name.lower(): header_value(content, name) for name, content in value.items()}


class Options(NamedTuple):
    """What a call is sent with, besides what it says itself."""

    timeout: httpx.Timeout
    retry: RetryPolicy
    headers: Mapping[str, str] = MappingProxyType({})

    def __repr__(self) -> str:  # headers may hold secrets
        return f"Options(timeout={self.timeout!r}, retry={self.retry!r})"


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
        raise ConfigurationError(f"{source} both an API key and an OAuth client: give one of them")
    if api_key is not None:
        return check_secret(api_key, "the API key")
    if client_id is not None and client_secret is not None:
        return check_secret(client_id, "the client id"), check_secret(client_secret, "the client secret")
    if client_id is not None or client_secret is not None:
        raise ConfigurationError(f"{source} only half of an OAuth client: give client_id and client_secret together")
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
        raise ConfigurationError(f"{name} must be a string, not {type(value).__name__}")
    if not value:
        raise ConfigurationError(f"{name} is empty: check where it comes from")
    if value[0] in _QUOTES and value[-1] in _QUOTES:
        raise ConfigurationError(f"{name} has quotation marks around it: leave them out")
    if not value.isascii() or not value.isprintable() or " " in value:
        at_ends = value.isascii() and value.strip().isprintable() and " " not in value.strip()
        advice = (
            " at its beginning or end: strip() it"
            if at_ends
            else ": was it copied whole? It must hold nothing but the secret itself"
        )
        raise ConfigurationError(f"{name} has spaces, line breaks or characters beyond ASCII{advice}")
    return value


def base_url(value: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The URL that all paths are relative to, without a slash at its end.

    Raises:
        ConfigurationError: it is no absolute http(s) URL, or plain http to anything but this machine.
    """
    url = check_url(value or environment.get(BASE_URL) or SERVER, "base_url")
    expected = httpx.URL(SERVER)
    path = urlsplit(url).path
    if httpx.URL(url).host == expected.host and (not path or re.fullmatch(r".*/v\d+", path)):
        raise ConfigurationError(f"base_url has {f'a path too many, {path}' if path else 'no path'}: write {SERVER}")
    return url


def check_url(url: str, name: str) -> str:
    """Refuses URLs that a credential must not travel to.

    Raises:
        ConfigurationError: see `base_url`.
    """
    if not isinstance(url, str):
        raise ConfigurationError(f"{name} must be a string, not {type(url).__name__}")
    if not url.isprintable() or " " in url or "\\" in url:
        raise ConfigurationError(f"{name} has spaces, line breaks or backslashes: was it copied whole?")
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
        httpx.URL(url)  # it refuses more hosts
    except (ValueError, httpx.InvalidURL):
        raise ConfigurationError(f"{name} is not a valid URL: its host or its port is malformed") from None
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
