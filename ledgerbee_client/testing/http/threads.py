"""A server in a thread of its own, for callers that have no event loop of asyncio."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Generator
from contextlib import AbstractAsyncContextManager, contextmanager
from typing import TYPE_CHECKING

from attrs import define, field

if TYPE_CHECKING:
    from .server import Serving


@define
class _Running:
    """What the thread says of itself.

    Attributes:
        ready: It serves, or has failed.
        serving: Where it serves.
        error: Why it doesn't, or why it no longer did all that it should.
        stop: Ends it.
    """

    ready: threading.Event = field(factory=threading.Event)
    serving: Serving | None = None
    error: BaseException | None = None
    stop: Callable[[], object] = lambda: None


@contextmanager
def served(serve: Callable[[], AbstractAsyncContextManager[Serving]]) -> Generator[Serving]:
    """Serve while the block runs.

    Args:
        serve: Makes what serves in an event loop.

    Raises:
        OSError: The port is taken.
    """
    running = _Running()
    thread = threading.Thread(target=_run, args=(serve, running), name="ledgerbee-sandbox", daemon=True)
    thread.start()
    running.ready.wait()
    try:
        if running.serving is None:
            raise running.error or RuntimeError("the sandbox ended before it served")
        yield running.serving
    finally:
        running.stop()
        thread.join()
    if running.error is not None:
        raise running.error


def _run(serve: Callable[[], AbstractAsyncContextManager[Serving]], running: _Running) -> None:
    async def work() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        async with serve() as serving:
            running.stop = lambda: loop.call_soon_threadsafe(stop.set)
            running.serving = serving
            running.ready.set()
            await stop.wait()

    try:
        asyncio.run(work())
    except Exception as error:  # noqa: BLE001  # it is raised where the block begins, or where it ends
        running.error = error
    finally:
        running.ready.set()


__all__ = ["served"]
