"""The page at `/` of a served sandbox, and the few things that can be done on it: faults, the clock, keys.

Not responsible for how it looks: see `view`.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from .. import checks
from ..faults.spec import add_from_text
from ..http.document import MOUNT
from .view import View, render

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.types import ASGIApp, Receive, Scope, Send

    from ..faults.injector import Faults
    from ..service import Service
    from ..webhooks.deliveries import Dispatcher

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'",
}


class Overview:
    """An application with the page about it at `/`.

    Args:
        service: what the page shows.
        app: the application.
        dispatcher: has the log of the webhook deliveries.
        faults: can be added and ended.
        advance: moves the clock by so many seconds.
    """

    def __init__(
        self,
        service: Service,
        app: ASGIApp,
        dispatcher: Dispatcher,
        faults: Faults,
        advance: Callable[[float], Awaitable[object]],
    ) -> None:
        self._service = service
        self._app = app
        self._dispatcher = dispatcher
        self._faults = faults
        self._advance = advance
        # A page of another site must not be able to do what this one does.
        self._token = secrets.token_urlsafe()
        self._keys: list[tuple[str, str]] = []
        self._actions: dict[str, Callable[[Mapping[str, str]], Awaitable[None]]] = {
            "/faults": self._add_fault,
            "/faults/clear": self._clear_faults,
            "/clock": self._move_clock,
            "/keys": self._create_key,
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request of ASGI."""
        if scope["type"] == "http" and scope["path"] == "/" and scope["method"] in ("GET", "HEAD"):
            await HTMLResponse(self._page(scope), headers=_HEADERS)(scope, receive, send)
        elif scope["type"] == "http" and scope["path"] in self._actions and scope["method"] == "POST":
            await (await self._act(Request(scope, receive)))(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _page(self, scope: Scope) -> str:
        host, port = scope["server"]
        live = QueryParams(scope["query_string"]).get("live") == "1"
        base_url = f"http://{host}:{port}{MOUNT}"
        return render(
            View(self._service, self._dispatcher.log, self._faults, base_url, self._token, tuple(self._keys), live)
        )

    async def _act(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode("latin-1")))
        if not secrets.compare_digest(form.get("token", "").encode(), self._token.encode()):
            return PlainTextResponse("This form is not one of the sandbox's page: reload it.", 403)
        try:
            await self._actions[request.url.path](form)
        except ValueError as error:
            return PlainTextResponse(f"{error}", 400)
        return RedirectResponse("/", 303)

    async def _add_fault(self, form: Mapping[str, str]) -> None:
        add_from_text(self._faults, form.get("fault", ""))

    async def _clear_faults(self, _form: Mapping[str, str]) -> None:
        self._faults.clear()

    async def _move_clock(self, form: Mapping[str, str]) -> None:
        seconds = float(form.get("seconds", ""))
        if not 0 <= seconds < 1e9:
            raise ValueError("the clock moves forward, by a number of seconds")
        await self._advance(seconds)

    async def _create_key(self, form: Mapping[str, str]) -> None:
        scopes = form.get("scopes", "").replace(",", " ").split()
        checks.names("scopes", scopes, self._service.document.scopes)
        self._keys.append((self._service.keys.create("api_key", scopes), ", ".join(scopes)))
