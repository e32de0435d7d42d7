"""The sandbox as users hold it: an application, its keys, its clock, and the record of what was done."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

import httpx

from . import handlers
from .app import build_app
from .auth import TOKEN_LIFETIME, Keyring
from .clock import Clock
from .document import Document, OperationKey, packaged
from .examples import example_reply
from .fixtures import add_meter, furnish
from .ids import Ids
from .seeds import seed
from .server import Serving, serving
from .state import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from contextlib import AbstractAsyncContextManager
    from datetime import datetime

    from starlette.applications import Starlette
    from starlette.middleware import Middleware

    from .journal import SeenRequest, Write
    from .registry import Handler, Registry

_KEPT_REQUESTS = 1000


class Sandbox:
    """A LedgerBee company of your own, in memory.

    Args:
        document: the OpenAPI document to follow; by default the one that the package was generated from. Pass
            a `Document` to share its compiled validators between sandboxes.
        clock: the time; by default it stands still until it is moved.
        enforce_inferred_scopes: also refuse calls that lack a scope which the documentation doesn't print.
        middleware: ASGI middleware around the application, outermost first; the place for faults.
        registry: the handlers to use; by default those of this package.
    """

    def __init__(
        self,
        *,
        document: Document | Mapping[str, Any] | None = None,
        clock: Clock | None = None,
        enforce_inferred_scopes: bool = False,
        middleware: Sequence[Middleware] = (),
        registry: Registry | None = None,
    ) -> None:
        if document is None:
            document = packaged()
        self.document = document if isinstance(document, Document) else Document(document)
        self.clock = clock or Clock()
        self.enforce_inferred_scopes = enforce_inferred_scopes
        self.middleware = tuple(middleware)
        self.state = State(self.clock, Ids(self.clock))
        furnish(self.state)
        self.keys = Keyring(self.clock)
        #: A key with every scope that the document names.
        self.api_key = self.create_key()
        #: Every write that was applied, in order.
        self.writes: list[Write] = []
        #: The latest requests, oldest first, without their credentials.
        self.requests: deque[SeenRequest] = deque(maxlen=_KEPT_REQUESTS)
        self._handlers = (registry or handlers.registry).bind(self.document)
        self.app: Starlette = build_app(self)

    def create_key(
        self,
        scopes: Iterable[str] | None = None,
        *,
        expires_at: datetime | None = None,
        ip_allowlist: Iterable[str] = (),
    ) -> str:
        """Makes an API key, by default with every scope.

        Raises:
            ValueError: an entry of the allowlist is no address or network, or `expires_at` has no time zone.
        """
        return self.keys.create("api-key", self._granted(scopes), expires_at, ip_allowlist)

    def create_token(self, scopes: Iterable[str] | None = None) -> str:
        """Makes an OAuth access token that lives 3600 seconds, by default with every scope."""
        return self.keys.create("oauth", self._granted(scopes), self.clock.now() + TOKEN_LIFETIME)

    def revoke(self, secret: str) -> None:
        """Revokes a key or a token.

        Raises:
            KeyError: there is no such credential.
        """
        self.keys.revoke(secret)

    def add_meter(self, name: str) -> str:
        """Makes an active meter and returns its id. (There is one called `api-calls` from the start.)"""
        return str(add_meter(self.state, name)["id"])

    def seed(self, *, products: int = 0, customers: int = 0) -> None:
        """Adds data in bulk, the same in every run; it counts as no writes."""
        seed(self.state, products=products, customers=customers)

    def transport(self) -> httpx.ASGITransport:
        """A transport for httpx, in process; any host will do, the path begins with `/api`."""
        return httpx.ASGITransport(app=self.app)

    def serve(self, port: int = 0) -> AbstractAsyncContextManager[Serving]:
        """Serves on 127.0.0.1, in the background of the running event loop, while the block runs.

        Raises:
            OSError: the port is taken.
        """
        return serving(self.app, port)

    def handler(self, key: OperationKey) -> Handler:
        """The function that answers an operation."""
        return self._handlers.get(key, example_reply)

    def record_write(self, write: Write) -> None:
        """Adds to the list of applied writes."""
        self.writes.append(write)

    def record_request(self, request: SeenRequest) -> None:
        """Adds to the recent requests."""
        self.requests.append(request)

    def _granted(self, scopes: Iterable[str] | None) -> Iterable[str]:
        return self.document.scopes if scopes is None else scopes
