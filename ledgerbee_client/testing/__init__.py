"""A LedgerBee to test against, with no account and no network.

    sandbox = Sandbox()
    async with sandbox.serve() as server:
        ...  # server.base_url, sandbox.api_key

Needs the extra `testing`. Nothing in the package imports this sub-package.
"""

from __future__ import annotations

from .clock import Clock, SystemClock
from .document import Document, OperationKey
from .journal import SeenRequest, Write
from .sandbox import Sandbox
from .server import Serving

__all__ = ["Clock", "Document", "OperationKey", "Sandbox", "SeenRequest", "Serving", "SystemClock", "Write"]
