"""What to do: the last words of the messages about connections. What happened and where is said in `_failures`."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from .generated.types import Operation


def after_no_connection(error: BaseException | None, url: httpx.URL) -> str:
    """Say what to do when nothing was sent, by the cause that is likely."""
    causes = list(_chain(error))

    def is_one(*kinds: type[BaseException]) -> bool:
        return any(isinstance(one, kinds) for one in causes)

    if is_one(httpx.PoolTimeout):
        return "no connection was free in time: make fewer calls at once, or allow more time by timeout=..."
    proxy = _proxy_variable(url)
    if is_one(httpx.ProxyError):
        return f"the proxy refused it: check {proxy or 'the proxy of your http_client'}"
    if is_one(ssl.SSLCertVerificationError):
        return (
            "its certificate isn't trusted here: check base_url, and where an authority of your own has signed it, "
            "name its file in SSL_CERT_FILE"
        )
    if proxy is not None:
        return f"the way leads through the proxy that {proxy} names: check that, and NO_PROXY"
    if is_one(socket.gaierror):
        return "the name can't be resolved: check base_url and the network"
    if is_one(ConnectionRefusedError):
        return "nothing listens there: check base_url, and whether the server runs"
    if is_one(httpx.TimeoutException, TimeoutError):
        return "it took too long: check base_url and the network, or allow more time by timeout=..."
    if is_one(ssl.SSLError):
        return "it doesn't speak TLS as it should: check scheme and port of base_url"
    return "check base_url and the network"


def after_a_read(error: BaseException | None) -> str:
    """Say what to do when a read got no response."""
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return "it was a read: call again, or allow more time by timeout=..."
    return "it was a read: call again"


def after_a_write(operation: Operation) -> str:
    """Say what to do when a write may have been applied."""
    if operation.idempotency == "key":
        return "It can be repeated with the same idempotency key"
    if operation.idempotency in ("http", "natural"):
        return "It can be repeated without harm"
    if operation.read_back:
        return f"Read back with {operation.read_back} before sending it again, or let lb.settle(error) find out"
    return "Find out before sending it again"


def _proxy_variable(url: httpx.URL) -> str | None:
    """The variable that leads requests through a proxy, if one does."""
    from ._transport.environment import Environment, Origin  # with httpcore2, which is loaded by now

    try:
        return Environment().variable_for(Origin(url.scheme, url.host, url.port))
    except ValueError:  # what can't be used is an error of its own
        return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        if isinstance(error, BaseExceptionGroup):
            yield from error.exceptions
        error = error.__cause__ or error.__context__


__all__ = ["after_a_read", "after_a_write", "after_no_connection"]
