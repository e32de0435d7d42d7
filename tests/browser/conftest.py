"""A real browser, the built documentation and a served sandbox for it to look at.

Chromium is the system's (Debian's package `chromium`). Where it, the dependency group `docs` or the built site is
missing, these tests are skipped; with LEDGERBEE_REQUIRE_BROWSER they fail instead. `make browser` brings the last two.
"""

from __future__ import annotations

import asyncio
import functools
import os
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from ledgerbee_client.testing import Sandbox

ROOT = Path(__file__).parents[2]
SITE = ROOT / "build" / "site"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
#: What Chromium needs to run as root and to keep to this machine.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]


def _need(there: object, what: str) -> None:
    if there:
        return
    if os.environ.get("LEDGERBEE_REQUIRE_BROWSER"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, for one module: while Playwright is open it leaves a running event loop in this thread, and no test
    of another module could start its own."""
    _need(CHROMIUM, "Chromium (Debian's package chromium)")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        _need(None, "playwright (the dependency group docs)")
        raise
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: Any) -> None:
        pass


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    _need((SITE / "index.html").exists(), "the built documentation (make docs)")
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(SITE))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="session")
def sandbox_page() -> Iterator[str]:
    """The page of a sandbox with a company in it, and a request that it refused."""
    sandbox = Sandbox()
    sandbox.seed_company()
    ready, stop = threading.Event(), threading.Event()
    urls: list[str] = []

    async def run() -> None:
        async with sandbox.serve() as server:
            urls.append(server.page_url)
            async with sandbox.client(scopes=["products-read"], scope_check="off") as lb:
                await lb.products.list()
                for refused in (lb.invoices.list(), lb.products.get("no-such-product")):
                    with pytest.raises(Exception, match=r"40[34]"):
                        await refused
            ready.set()
            await asyncio.to_thread(stop.wait)

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    try:
        assert ready.wait(30), "the sandbox did not start"
        yield urls[0]
    finally:
        stop.set()
        thread.join()
