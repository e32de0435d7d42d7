"""`python -m ledgerbee_client.testing`: a sandbox on a port, for manual play and for other languages.

Open the address in a browser for a page with the keys to use and what was done.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
from typing import TYPE_CHECKING

from .clock import SystemClock
from .core import Sandbox

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Serves until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m ledgerbee_client.testing", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1; 0 takes a free one (default)")
    parser.add_argument("--products", type=int, default=0, help="number of products to start with")
    options = parser.parse_args(arguments)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run(options.port, options.products))
    return 0


async def run(port: int, products: int, stop: asyncio.Event | None = None) -> None:
    """Serves until `stop` is set, or until it is cancelled. Webhooks to this machine are allowed."""
    sandbox = Sandbox(clock=SystemClock(), allow_local_webhooks=True)
    sandbox.seed(products=products)
    sandbox.create_client()  # for the page
    async with sandbox.serve(port) as server:
        print(f"LEDGERBEE_BASE_URL={server.base_url}")
        print(f"LEDGERBEE_API_KEY={sandbox.api_key}")
        print(f"LEDGERBEE_SANDBOX_PAGE={server.page_url}", flush=True)
        await (stop or asyncio.Event()).wait()


if __name__ == "__main__":  # pragma: no cover
    raise SystemExit(main())
