"""How the page looks: plain HTML that loads nothing and runs nothing; whatever callers sent is escaped."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from ..access.oauth import PATHS
from ..faults.spec import HELP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..faults.injector import Faults
    from ..http.request_log import SeenRequest
    from ..service import Service
    from ..webhooks.deliveries import Delivery

_SHOWN = 50
_LONGEST = 400
_RELOAD = 5
_STYLE = """
:root { color-scheme: light dark; --text: #222; --soft: #595959; --line: #ddd; --back: #fff; --link: #0645ad;
  --bad: #a40000; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e6e6; --soft: #a8a8a8; --line: #444; --back: #181818;
  --link: #8ab4f8; --bad: #ff8a80; } }
body { font: 15px/1.45 system-ui, sans-serif; margin: 1.5rem auto; max-width: 72rem; padding: 0 1rem;
  color: var(--text); background: var(--back); }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; scroll-margin-top: 3rem; }
a { color: var(--link); } nav { position: sticky; top: 0; background: var(--back); padding: .4rem 0;
  border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 0 .9rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); }
code, pre { font-family: ui-monospace, monospace; font-size: 12.5px; overflow-wrap: anywhere; white-space: pre-wrap; }
form { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; margin: .4rem 0; }
input, button { font: inherit; padding: .15rem .4rem; max-width: 100%; box-sizing: border-box; }
small { color: var(--soft); }
.bad { color: var(--bad); }
"""
_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E"
    "%3Ccircle cx='4' cy='4' r='4' fill='%23e8a200'/%3E%3C/svg%3E"
)
_SECTIONS = {
    "use": "Use it with",
    "controls": "Faults, clock, keys",
    "writes": "Applied writes",
    "requests": "Recent requests",
    "deliveries": "Webhook deliveries",
    "unverified": "Not imitated",
    "operations": "Operations",
}


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows.

    Attributes:
        service: what is served.
        deliveries: the log of the webhook deliveries.
        faults: those that are on.
        base_url: where the API is served.
        token: says that a form is the page's own.
        keys: made on the page, each with its scopes.
        live: reload the page by itself.
    """

    service: Service
    deliveries: Sequence[Delivery]
    faults: Faults
    base_url: str
    token: str
    keys: tuple[tuple[str, str], ...]
    live: bool


def render(view: View) -> str:
    """Write the page."""
    clock = view.service.clock.now().isoformat(sep=" ", timespec="seconds")
    reload = f'<meta http-equiv=refresh content="{_RELOAD}">' if view.live else ""
    switch = '<a href="/">stop reloading</a>' if view.live else f'<a href="/?live=1">reload every {_RELOAD} s</a>'
    parts = [
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>LedgerBee sandbox</title>",
        '<meta name=viewport content="width=device-width, initial-scale=1">',
        f'{reload}<link rel=icon href="{_ICON}"><style>{_STYLE}</style></head><body>',
        f"<h1>LedgerBee sandbox</h1><p>{len(view.service.writes)} writes applied. Its clock shows {_code(clock)}.</p>",
        f"<nav>{''.join(f'<a href=#{name}>{title}</a>' for name, title in _SECTIONS.items())}{switch}</nav>",
        f"{_heading('use')}<pre>{escape(_exports(view))}</pre>",
        _heading("controls"),
        *_controls(view),
        _table("writes", ("when", "operation", "path", "body", "resource"), _writes(view)),
        _table("requests", ("when", "method", "path", "operation", "query", "status"), _requests(view)),
        _table("deliveries", ("type", "to", "id", "status", "attempts"), _deliveries(view)),
        _table("unverified", ("operation", "why"), _unverified(view)),
        _table("operations", ("Python name", "method", "path", "summary", "scopes"), _operations(view.service)),
        "</body></html>",
    ]
    return "\n".join(parts)


def _exports(view: View) -> str:
    settings = [("LEDGERBEE_BASE_URL", view.base_url), ("LEDGERBEE_API_KEY", view.service.keys.first)]
    text = "\n".join(f"export {name}={value}" for name, value in settings)
    for client in view.service.keys.clients.values():
        text += (
            "\n\n# or, in the place of the key, an OAuth client:"
            f"\nexport LEDGERBEE_CLIENT_ID={client.client_id}\nexport LEDGERBEE_CLIENT_SECRET={client.secret}"
        )
    for key, scopes in view.keys:
        text += f"\n\n# with {scopes or 'no scope'}:\nexport LEDGERBEE_API_KEY={key}"
    return text


def _controls(view: View) -> Iterable[str]:
    faults = "".join(f"<li>{_code(str(one.fault))}, hit {one.hits} times</li>" for one in view.faults)
    yield f"<ul>{faults}</ul>" if faults else "<p>No faults.</p>"
    yield _form(view, "/faults", "fault", "status:503 on=invoices.send times=1", "Add fault")
    yield _form(view, "/faults/clear", None, "", "End all faults")
    yield f"<small>{escape(HELP)}</small>"
    yield _form(view, "/clock", "seconds", "86400", "Move the clock on by seconds")
    yield _form(view, "/keys", "scopes", "products-read invoices-write", "Make a key with these scopes")


def _form(view: View, action: str, field: str | None, example: str, button: str) -> str:
    entry = f'<input name={field} aria-label="{field}" placeholder="{escape(example)}" size=44>' if field else ""
    hidden = f'<input type=hidden name=token value="{view.token}">'
    return f'<form method=post action="{action}">{hidden}{entry}<button>{button}</button></form>'


def _writes(view: View) -> Iterable[Sequence[str]]:
    for one in reversed(view.service.writes[-_SHOWN:]):
        cells = (one.operation, one.path, _json(one.body), one.resource_id or "")
        yield f"{one.at:%H:%M:%S}", *(_code(cell) for cell in cells)


def _requests(view: View) -> Iterable[Sequence[str]]:
    for one in list(reversed(view.service.requests))[:_SHOWN]:
        reason = f"<div class=bad>{escape(_reason(view, one))}</div>" if one.error else ""
        cells = (one.path, one.operation or "", _query(one.query))
        yield f"{one.at:%H:%M:%S}", escape(one.method), *(_code(cell) for cell in cells), f"{one.status}{reason}"


def _reason(view: View, request: SeenRequest) -> str:
    """Why a request was refused; of one that may not be made, which scopes may make it."""
    operation = view.service.document.operations.get(request.operation or "")
    if request.status == 403 and operation is not None and operation.scopes:
        return f"{request.error} (scopes: {', '.join(operation.scopes)})"
    return request.error or ""


def _deliveries(view: View) -> Iterable[Sequence[str]]:
    for one in reversed(view.deliveries[-_SHOWN:]):
        yield _code(one.type), _code(one.url), _code(one.id), one.status, str(len(one.attempts))


def _unverified(view: View) -> Iterable[Sequence[str]]:
    for name, reason in view.service.binding.unverified.items():
        yield _code(name), escape(reason)


def _operations(service: Service) -> Iterable[Sequence[str]]:
    for path in PATHS:
        yield "", "POST", _code(path), "OAuth 2.0 client credentials", ""
    for one in service.document.operations.values():
        summary = escape(one.summary) + (" (deprecated)" if one.deprecated else "")
        yield _code(one.name), one.method, _code(one.path), summary, _code(", ".join(one.scopes))


def _heading(section: str) -> str:
    return f"<h2 id={section}>{_SECTIONS[section]}</h2>"


def _table(section: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A section with a table; the cells are HTML."""
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    if not body:
        return f"{_heading(section)}<p>none yet</p>"
    head = "".join(f"<th>{one}</th>" for one in heads)
    return f"{_heading(section)}<div class=wide tabindex=0><table><tr>{head}</tr>{body}</table></div>"


def _code(text: str) -> str:
    return f"<code>{escape(text)}</code>" if text else ""


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _query(pairs: Iterable[tuple[str, str]]) -> str:
    return "&".join(f"{name}={value}" for name, value in pairs)
