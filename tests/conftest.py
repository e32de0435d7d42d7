"""What all tests share: no credentials from outside, a process that Ctrl-C reaches, and a package that logs all it can.

`secrets_check` (a plugin, see pyproject.toml) reads what it logs.
"""

from __future__ import annotations

import gc
import logging
import os
import signal

import pytest
from hypothesis import HealthCheck, settings

# How fast a machine makes examples is no property of the code. In CI the examples are the same in every run.
settings.register_profile(
    "ledgerbee", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ledgerbee")

# A shell without job control starts what ends with `&` with SIGINT ignored, and so do some CI systems. Children would
# inherit that, and Python installs no handler then: Ctrl-C wouldn't reach the processes that tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

logging.getLogger("ledgerbee_client").setLevel(logging.DEBUG)


def pytest_collection_finish() -> None:
    """Take what was collected out of the garbage collector's sight: it stays, and is slow to walk."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_credentials_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of whoever runs the tests must not decide what they do."""
    for name in list(os.environ):
        if name.startswith("LEDGERBEE_"):
            monkeypatch.delenv(name)
