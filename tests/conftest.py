"""What all tests share: an environment without credentials, and a package that logs all it can.

`secrets_check` (a plugin, see pyproject.toml) reads what it logs.
"""

from __future__ import annotations

import logging
import os

import pytest
from hypothesis import HealthCheck, settings

# How fast a machine makes examples is no property of the code. In CI the examples are the same in every run.
settings.register_profile(
    "ledgerbee", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ledgerbee")

logging.getLogger("ledgerbee_client").setLevel(logging.DEBUG)


@pytest.fixture(autouse=True)
def _no_credentials_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of whoever runs the tests must not decide what they do."""
    for name in list(os.environ):
        if name.startswith("LEDGERBEE_"):
            monkeypatch.delenv(name)
