"""`ledgerbee verify`: is the API what its document says?"""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from .. import _config as config
from .._client import LedgerBee
from .._verify import Report, markdown
from .._verify import verify as compare
from .credential import ensure_credential
from .output import print_json


def verify(*, as_json: bool) -> int:
    """Compare the API with its document, reading only, and print the report.

    Args:
        as_json: Print JSON; else Markdown.

    Returns:
        The exit status: 1 where something is not as documented.

    Raises:
        LedgerBeeError: The credential is refused, or the API can't be reached.
    """
    import asyncio

    kind = ensure_credential()

    async def whole() -> Report:
        async with LedgerBee(scope_check="off") as lb:
            return await compare(lb, base_url=config.base_url(None), kind=kind, progress=_progress)

    with _quiet():
        report = asyncio.run(whole())
    _progress(0, 0, "")
    if as_json:
        print_json(report.as_json())
    else:
        print(markdown(report))
    return 1 if report.deviates else 0


@contextmanager
def _quiet() -> Iterator[None]:
    """Deprecated operations are called on purpose; what deviates is in the report."""
    log = logging.getLogger("ledgerbee_client")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            yield
    finally:
        log.setLevel(level)


def _progress(number: int, of: int, name: str) -> None:
    """Show in one line how far it is, where somebody is looking."""
    if sys.stderr.isatty():
        text = f"{number + 1}/{of} {name}" if of else ""
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


__all__ = ["verify"]
