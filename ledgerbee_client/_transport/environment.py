"""Proxies and certificates that the environment names.

HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY (or the settings of the system, on macOS and Windows), SSL_CERT_FILE and
SSL_CERT_DIR. They are read when a client first connects.
"""

from __future__ import annotations

import importlib.util
import ipaddress
import os
import ssl
import urllib.request
from pathlib import Path
from typing import NamedTuple

import httpcore2
import httpx

from .._config import is_loopback
from ..errors import ConfigurationError


class Origin(NamedTuple):
    """Where a request goes."""

    scheme: str
    host: str
    port: int | None


class Environment:
    """What the environment says about connections. It is asked once."""

    def __init__(self) -> None:
        self._certificates: ssl.SSLContext | None = None

    def proxy_for(self, origin: Origin) -> httpcore2.Proxy | None:
        """Return the proxy that leads to an origin; None for the direct way.

        Nothing that is meant for this machine goes through a proxy: it may be in clear, with its credential.

        Raises:
            ConfigurationError: The proxy can't be used.
        """
        found = _found(origin)
        return None if found is None else self._proxy(*found)

    @staticmethod
    def variable_for(origin: Origin) -> str | None:
        """Return the variable that names the proxy which leads to an origin; None for the direct way."""
        found = _found(origin)
        return None if found is None else found[1]

    def _proxy(self, value: str, variable: str) -> httpcore2.Proxy:
        try:
            proxy = httpx.Proxy(value if "://" in value else f"http://{value}")
        except (ValueError, httpx.InvalidURL):
            proxy = None
        if proxy is None or not proxy.url.host:
            raise ConfigurationError(  # without the value, which may hold a password
                f"{variable} can't be used as a proxy: it must look like http://HOST:PORT, https://HOST:PORT or "
                "socks5://HOST:PORT"
            )
        url = proxy.url
        if url.scheme.startswith("socks") and importlib.util.find_spec("socksio") is None:
            raise ConfigurationError(f"{variable} is a SOCKS proxy: install the package socksio to use it")
        return httpcore2.Proxy(
            httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            auth=proxy.raw_auth,
            ssl_context=self.certificates() if url.scheme == "https" else None,
        )

    def certificates(self) -> ssl.SSLContext:
        """Return whom to trust: what SSL_CERT_FILE or SSL_CERT_DIR name, else certifi's list.

        Raises:
            ConfigurationError: The variable names no certificates.
        """
        if self._certificates is None:
            variable = next((name for name in ("SSL_CERT_FILE", "SSL_CERT_DIR") if os.environ.get(name)), None)
            if variable == "SSL_CERT_DIR" and not Path(os.environ[variable]).is_dir():
                raise ConfigurationError(f"{variable} names no directory: {os.environ[variable]}")
            _ensure_key_log()
            try:
                self._certificates = httpx.create_ssl_context()
            except OSError as error:  # an SSLError is one too
                if variable is None:
                    raise
                reason = error.strerror or type(error).__name__
                raise ConfigurationError(
                    f"{variable} names no certificates that can be read: {os.environ[variable]} ({reason})"
                ) from None
        return self._certificates


def _found(origin: Origin) -> tuple[str, str] | None:
    """The proxy that leads to an origin, and the variable that names it."""
    if is_loopback(origin.host):
        return None
    proxies = {kind: value.strip() for kind, value in urllib.request.getproxies().items()}
    kind = next((kind for kind in (origin.scheme, "all") if proxies.get(kind)), None)
    if kind is None or _is_excepted(origin, proxies.get("no", "")):
        return None
    return proxies[kind], _variable(kind)


def _ensure_key_log() -> None:
    """Refuse a key log that can't be written: Python opens it for every context, and wouldn't say why it failed.

    Raises:
        ConfigurationError: It can't.
    """
    path = os.environ.get("SSLKEYLOGFILE")
    if not path:
        return
    try:
        with Path(path).open("ab"):
            pass
    except OSError as error:
        raise ConfigurationError(
            f"SSLKEYLOGFILE names no file that can be written: {path} ({error.strerror})"
        ) from None


def _variable(kind: str) -> str:
    """Name the variable that holds a proxy; lower case wins, as everywhere."""
    names = [name for name in os.environ if name.lower() == f"{kind}_proxy" and os.environ[name]]
    return min(names, key=str.isupper, default=f"the system's proxy for {kind}")


def _is_excepted(origin: Origin, no_proxy: str) -> bool:
    """Whether NO_PROXY (or the system) wants an origin to be reached directly."""
    port = origin.port or {"http": 80, "https": 443}[origin.scheme]
    if urllib.request.proxy_bypass(f"{origin.host}:{port}"):
        return True
    entries = [entry.strip().strip("[]") for entry in no_proxy.split(",")]
    try:
        address = ipaddress.ip_address(origin.host)
    except ValueError:
        return f"{origin.scheme}://{origin.host}" in entries
    return any(address in network for network in map(_network, entries) if network is not None)


def _network(entry: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    try:
        return ipaddress.ip_network(entry, strict=False)
    except ValueError:
        return None


__all__ = ["Environment", "Origin"]
