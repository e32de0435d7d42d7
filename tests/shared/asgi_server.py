"""An ASGI application on a real port, in a thread of its own: for tests on asyncio and on trio alike."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Generator
from typing import Any

import uvicorn

from ledgerbee_client._transport import Transport


class _Config(uvicorn.Config):
    def configure_logging(self) -> None:
        """Leaves the logging of the tests alone."""


class Stage:
    """A server for many tests, each with an application of its own."""

    def __init__(self) -> None:
        self.app: Any = None
        self.base_url = ""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await self.app(scope, receive, send)


def transport() -> Transport:
    """A transport as the client makes it."""
    return Transport()


@contextlib.contextmanager
def serving(app: Any) -> Generator[str]:
    """Serves on 127.0.0.1 while the block runs, and gives the base URL. What hangs at the end is dropped."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(512)
        server = uvicorn.Server(_Config(app, http="h11", ws="none", lifespan="off", access_log=False))
        ready = threading.Event()
        start = server.startup

        async def startup(sockets: list[socket.socket] | None = None) -> None:
            await start(sockets)
            ready.set()

        server.startup = startup  # type: ignore[method-assign]
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            assert ready.wait(10)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/api"
        finally:
            server.should_exit = server.force_exit = True
            thread.join(10)
            assert not thread.is_alive()
