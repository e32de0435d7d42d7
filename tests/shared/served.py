"""A sandbox on a port in a thread of its own, for what runs an event loop itself: commands, programs, pages."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from ledgerbee_client.testing import Sandbox


@contextmanager
def served(sandbox: Sandbox) -> Iterator[str]:
    """Serve a sandbox while the block runs; yields its base URL."""
    ready, stop = threading.Event(), threading.Event()
    urls: list[str] = []

    async def run() -> None:
        async with sandbox.serve() as server:
            urls.append(server.base_url)
            ready.set()
            await asyncio.to_thread(stop.wait)

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    try:
        assert ready.wait(30)
        yield urls[0]
    finally:
        stop.set()
        thread.join()
