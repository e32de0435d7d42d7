"""The sandbox on a real port: uvicorn in the background of the running event loop, without a trace after."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from .. import checks
from .document import MOUNT
from .interception import Disconnected

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Generator

    from starlette.types import ASGIApp, Receive, Scope, Send


MAX_PORT = 65_535
#: Real seconds.
_BETWEEN_DELIVERIES = 0.1


@dataclass(frozen=True, slots=True)
class Serving:
    """A sandbox that is being served."""

    host: str
    port: int

    @property
    def base_url(self) -> str:
        """What a client takes as its base URL."""
        return f"http://{self.host}:{self.port}{MOUNT}"

    @property
    def page_url(self) -> str:
        """The page for the browser."""
        return f"http://{self.host}:{self.port}/"


class _Config(uvicorn.Config):
    def configure_logging(self) -> None:
        """Leaves the host's logging alone: uvicorn would change global loggers."""


class _Connection(H11Protocol):
    """A connection that a fault can cut."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._application: ASGIApp = self.app
        self._lost = asyncio.Event()
        self.app = self._run

    async def _run(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._application(scope, receive, send)
        except Disconnected as cut:
            if cut.at == "body":
                self.transport.close()  # what was sent is to arrive
            else:
                self.transport.abort()
            await self._lost.wait()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._lost.set()


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Takes no signal handlers: signals belong to the program that the sandbox runs in."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self.ready.set()


@contextlib.asynccontextmanager
async def serving(app: ASGIApp, deliver: Callable[[], Awaitable[object]], port: int = 0) -> AsyncGenerator[Serving]:
    """Serve on 127.0.0.1 while the block runs.

    Args:
        app: what to serve.
        deliver: delivers the webhooks that are due; called again and again meanwhile.
        port: 0 takes a free one.

    Raises:
        OSError: the port is taken.
        RuntimeError: it isn't asyncio that runs.
        ValueError: there is no such port.
    """
    checks.whole(0, MAX_PORT, port=port)
    _check_loop()
    host = "127.0.0.1"
    # With its protocol named, asyncio switches Nagle's algorithm off: 40 ms less for each request.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            text = f"port {port} of {host} can't be used: {error.strerror}; choose another, or 0 for a free one"
            raise type(error)(error.errno, text) from None
        server = _Server(_configured(app))
        task = asyncio.create_task(server.serve(sockets=[listener]))
        ready = asyncio.create_task(server.ready.wait())
        deliveries = asyncio.create_task(_again_and_again(deliver))
        try:
            await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED)
            yield Serving(host, listener.getsockname()[1])
        finally:
            ready.cancel()
            deliveries.cancel()
            server.should_exit = True
            for ended in await asyncio.gather(task, deliveries, return_exceptions=True):
                if isinstance(ended, Exception):  # it went unseen until now, and no more webhooks were delivered
                    raise ended


def _configured(app: ASGIApp) -> _Config:
    return _Config(
        app,
        http=_Connection,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,  # the sandbox's clock says what day it is
        timeout_graceful_shutdown=1,
    )


def _check_loop() -> None:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        raise RuntimeError(
            "serve() needs the event loop of asyncio, and another one runs: use served(), which serves from a thread"
        ) from None


async def _again_and_again(deliver: Callable[[], Awaitable[object]]) -> None:
    while True:
        await deliver()
        await asyncio.sleep(_BETWEEN_DELIVERIES)
