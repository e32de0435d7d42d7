"""`python -m ledgerbee_client.testing`: a sandbox on a port, for manual play and for other languages.

It starts with a small company. Open the address in a browser for a page with the keys to use and what was done.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from . import checks
from .clock import Clock, SystemClock
from .core import Sandbox
from .faults.spec import HELP, add_from_text
from .http.server import MAX_PORT

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None, *, prog: str = "python -m ledgerbee_client.testing") -> int:
    """Serve until Ctrl-C.

    Args:
        arguments: those of the command line; by default the process's.
        prog: the name of the command in its help.

    Returns:
        The exit code.
    """
    options = parser(prog).parse_args(arguments)
    try:
        sandbox = build(options)
    except ValueError as error:
        print(f"{prog}: {error}", file=sys.stderr)
        return 2
    try:
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(run(sandbox, options.port, options.scopes, as_json=options.json))
    except OSError as error:
        print(f"{prog}: {error.strerror}, by --port", file=sys.stderr)
        return 1
    return 0


def build(options: argparse.Namespace) -> Sandbox:
    """Build the sandbox that the options describe.

    Raises:
        ValueError: a fault, a scope or a moment can't be read, or there is no such port.
    """
    checks.whole(0, MAX_PORT, port=options.port)
    clock = SystemClock()
    if options.clock is not None:
        clock.set(_moment(options.clock))
    sandbox = Sandbox(
        clock=Clock(clock.now()) if options.stand_still else clock,
        allow_local_webhooks=True,
        enforce_inferred_scopes=options.enforce_inferred_scopes,
    )
    possible = sandbox.document.oauth_scopes
    if options.scopes is not None:
        wanted = checks.names("scopes", options.scopes, sandbox.document.scopes)
        possible = tuple(one for one in wanted if one in possible)
    if not options.empty:
        sandbox.seed_company()
    sandbox.seed(products=options.products)
    for text in options.fault:
        add_from_text(sandbox.faults, text)
    sandbox.create_client(possible)  # for the page
    return sandbox


async def run(
    sandbox: Sandbox,
    port: int,
    scopes: Sequence[str] | None = None,
    stop: asyncio.Event | None = None,
    *,
    as_json: bool = False,
) -> None:
    """Serve until `stop` is set, or until it is cancelled. Webhooks to this machine are allowed."""
    key = sandbox.api_key if scopes is None else sandbox.create_key(scopes)
    async with sandbox.serve(port) as server:
        if as_json:
            print(json.dumps({"base_url": server.base_url, "api_key": key, "page": server.page_url}), flush=True)
        else:
            print(f"export LEDGERBEE_BASE_URL={server.base_url}")
            print(f"export LEDGERBEE_API_KEY={key}")
            print(f"# its page: {server.page_url}; Ctrl-C ends it", flush=True)
        await (stop or asyncio.Event()).wait()


def parser(prog: str) -> argparse.ArgumentParser:
    """Build the parser of the options."""
    result = argparse.ArgumentParser(prog=prog, description=(__doc__ or "").partition(": ")[2])
    result.add_argument("--port", type=int, default=0, help="port on 127.0.0.1; 0 takes a free one (default)")
    result.add_argument("--json", action="store_true", help="print where it is as JSON")
    result.add_argument("--empty", action="store_true", help="start without the small company")
    result.add_argument("--products", type=int, default=0, help="so many products more")
    result.add_argument("--scopes", type=_words, help="scopes of the key, separated by commas (default: all)")
    result.add_argument("--enforce-inferred-scopes", action="store_true", help="enforce inferred scopes, too")
    result.add_argument("--fault", action="append", default=[], metavar="FAULT", help=HELP)
    result.add_argument("--clock", metavar="MOMENT", help="what the clock shows at the start, as in 2026-01-31T09:00Z")
    result.add_argument("--stand-still", action="store_true", help="the clock moves only on the page")
    return result


def _words(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"--clock must be a date and time, as in 2026-01-31T09:00Z, not {text!r}") from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


if __name__ == "__main__":  # pragma: no cover
    raise SystemExit(main())
