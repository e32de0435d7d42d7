"""The base URL of a document, and operations that have another one."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin


def base_url(document: dict[str, Any]) -> str:
    """The first server of a document, its variables filled in; '' when it names none."""
    return next(iter(_urls(document.get("servers"))), "")


def variables(document: dict[str, Any]) -> list[str]:
    """What the base URL leaves to the caller: the variables, and the values that were filled in."""
    first: dict[str, Any] = next(iter(document.get("servers") or []), {})
    found = {name: value.get("default") for name, value in (first.get("variables") or {}).items()}
    named = re.findall(r"{([^{}]+)}", str(first.get("url", "")))
    return [
        f"{name} = {value!r}" if value is not None else f"{name}, without a value"
        for name, value in ({**dict.fromkeys(named), **found}).items()
    ]


def other_server(document: dict[str, Any], item: dict[str, Any], operation: dict[str, Any]) -> str | None:
    """The URL of an operation's own server, when it is none of the document's."""
    own = operation.get("servers") or item.get("servers")
    if not own:
        return None
    root = base_url(document)
    known = {_normal(url, root) for url in _urls(document.get("servers"))} or {_normal("/", root)}
    urls = _urls(own)
    return None if any(_normal(url, root) in known for url in urls) else next(iter(urls), None)


def _urls(servers: Any) -> list[str]:
    found = []
    for server in servers or []:
        url = str(server.get("url", ""))
        for name, variable in (server.get("variables") or {}).items():
            url = url.replace(f"{{{name}}}", str((variable or {}).get("default", f"{{{name}}}")))
        found.append(url)
    return found


def _normal(url: str, root: str) -> str:
    return urljoin(f"{root.rstrip('/')}/", url).rstrip("/")
