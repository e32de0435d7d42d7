"""A sandbox on a port in a thread of its own, for what runs an event loop itself: commands, programs, pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ledgerbee_client.testing import Sandbox


@contextmanager
def served(sandbox: Sandbox) -> Iterator[str]:
    """Serve a sandbox while the block runs; yields its base URL."""
    with sandbox.served() as server:
        yield server.base_url
