"""Where a request went, for messages: host, and whether base URL and path are those of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from .generated.operations import SERVER

if TYPE_CHECKING:
    from .generated.types import Operation


def on_base_url(request: httpx.Request | None, operation: Operation | None) -> str:
    """Say what is wrong with base URL and path where there is no such route; empty when nothing seems to be."""
    if request is None or operation is None:
        return ""
    url, expected = request.url, httpx.URL(SERVER).path.rstrip("/")
    if expected and f"{operation.path}/".startswith(f"{expected}/"):
        return f"leave {expected} out of the path: base_url ends in it"
    prefix, found, _ = url.path.partition(operation.path.partition("{")[0].rstrip("/"))
    if not found or prefix == expected:
        return ""
    base = f"{url.scheme}://{url.netloc.decode('ascii')}{prefix}"
    return f"check base_url: it is {base}, and that of the API is {SERVER}"


def host_of(request: httpx.Request) -> str:
    """Return host and port of a request."""
    port = f":{request.url.port}" if request.url.port is not None else ""
    return f"{request.url.host}{port}"


__all__ = ["host_of", "on_base_url"]
