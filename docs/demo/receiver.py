"""A webhook receiver on a port of this machine: verifies, stores each event once, answers.

`docs/webhooks.md` has a complete one. The answer to every fifth delivery gets lost after the event was stored, so that
the sender delivers it again.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ledgerbee_client.webhooks import WebhookEvent, WebhookVerificationError, WebhookVerifier

PATH = "/webhooks/ledgerbee"
_LOST = 5


class Receiver:
    """What arrived. `verifier` is set as soon as the signing secret is known."""

    def __init__(self) -> None:
        self.verifier: WebhookVerifier | None = None
        self.url = ""
        #: Deliveries that came in, and those that were genuine.
        self.received = 0
        self.verified = 0
        #: The events by id, each once however often it came.
        self.inbox: dict[str, WebhookEvent] = {}

    def count(self, kind: type[WebhookEvent]) -> int:
        """How many events of a kind there are."""
        return sum(isinstance(event, kind) for event in self.inbox.values())

    async def receive(self, request: Request) -> Response:
        """Answers a delivery."""
        self.received += 1
        body = await request.body()  # the raw bytes, never request.json()
        if self.verifier is None:
            return Response(status_code=503)
        try:
            event = self.verifier.verify(body, request.headers)
        except WebhookVerificationError:
            return Response(status_code=400)
        self.verified += 1
        self.inbox.setdefault(event.id, event)
        return Response(status_code=500 if self.received % _LOST == 0 else 204)


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Leaves Ctrl-C to the program."""
        yield


@asynccontextmanager
async def receiving() -> AsyncGenerator[Receiver]:
    """Serves on a free port of 127.0.0.1 while the block runs."""
    receiver = Receiver()
    app = Starlette(routes=[Route(PATH, receiver.receive, methods=["POST"])])
    with socket.create_server(("127.0.0.1", 0)) as listener:
        receiver.url = f"http://127.0.0.1:{listener.getsockname()[1]}{PATH}"
        server = _Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
        task = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield receiver
        finally:
            server.should_exit = True
            await task
