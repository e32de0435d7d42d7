"""The page at `/` of a served sandbox, for people: keys, operations, recent requests, applied writes, deliveries.

Plain HTML that loads nothing; whatever callers sent is escaped.
"""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse

from ..access.oauth import PATHS
from ..http.document import MOUNT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from starlette.types import ASGIApp, Receive, Scope, Send

    from ..service import Service
    from ..webhooks.deliveries import Dispatcher

_SHOWN = 50
_LONGEST = 400
_STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #222; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #ddd; }
code { font-family: ui-monospace, monospace; font-size: 12.5px; overflow-wrap: anywhere; }
"""
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
}


class Overview:
    """An application with the page about it at `/`."""

    def __init__(self, service: Service, app: ASGIApp, dispatcher: Dispatcher) -> None:
        self._service = service
        self._app = app
        self._dispatcher = dispatcher

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == "/" and scope["method"] in ("GET", "HEAD"):
            host, port = scope["server"]
            page = render(self._service, self._dispatcher, f"http://{host}:{port}{MOUNT}")
            await HTMLResponse(page, headers=_HEADERS)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def render(service: Service, dispatcher: Dispatcher, base_url: str) -> str:
    """The page."""
    clock = service.clock.now().isoformat(sep=" ", timespec="seconds")
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8><title>LedgerBee sandbox</title>",
        f"<style>{_STYLE}</style>",
        f"<h1>LedgerBee sandbox</h1><p>{len(service.writes)} writes applied. Its clock shows {_code(clock)}.</p>",
        _section("Use it with", ("setting", "value"), _settings(service, base_url)),
        _section(
            "Applied writes",
            ("when", "method", "path", "body", "resource"),
            (
                (
                    f"{one.at:%H:%M:%S}",
                    one.method,
                    _code(one.path),
                    _code(_json(one.body)),
                    _code(one.resource_id or ""),
                )
                for one in reversed(service.writes[-_SHOWN:])
            ),
        ),
        _section(
            "Recent requests",
            ("when", "method", "path", "query", "status"),
            (
                (f"{one.at:%H:%M:%S}", one.method, _code(one.path), _code(_query(one.query)), str(one.status))
                for one in list(reversed(service.requests))[:_SHOWN]
            ),
        ),
        _section(
            "Webhook deliveries",
            ("type", "to", "id", "status", "attempts"),
            (
                (_code(one.type), _code(one.url), _code(one.id), one.status, str(len(one.attempts)))
                for one in reversed(dispatcher.log[-_SHOWN:])
            ),
        ),
        _section("Operations", ("Python name", "method", "path", "summary", "scopes"), _operations(service)),
    ]
    return "\n".join(parts)


def _settings(service: Service, base_url: str) -> Iterable[Sequence[str]]:
    yield "LEDGERBEE_BASE_URL", _code(base_url)
    yield "LEDGERBEE_API_KEY", _code(service.keys.first)
    for client in service.keys.clients.values():
        yield "LEDGERBEE_CLIENT_ID", _code(client.client_id)
        yield "LEDGERBEE_CLIENT_SECRET", _code(client.secret)


def _operations(service: Service) -> Iterable[Sequence[str]]:
    for path in PATHS:
        yield "", "POST", _code(path), "OAuth 2.0 client credentials", ""
    for route in service.document.routes.values():
        one = route.operation
        summary = escape(one.summary) + (" (deprecated)" if one.deprecated else "")
        yield _code(one.name), one.method, _code(one.path), summary, _code(", ".join(one.scopes))


def _section(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells are HTML."""
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    if not body:
        return f"<h2>{title}</h2><p>none yet</p>"
    head = "".join(f"<th>{one}</th>" for one in heads)
    return f"<h2>{title}</h2><table><tr>{head}</tr>{body}</table>"


def _code(text: str) -> str:
    return f"<code>{escape(text)}</code>"


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _query(pairs: Iterable[tuple[str, str]]) -> str:
    return "&".join(f"{name}={value}" for name, value in pairs)
