"""What all tests share: an environment without credentials, and a package that logs all it can.

`secrets_check` (a plugin, see pyproject.toml) reads what it logs.
"""

from __future__ import annotations

import logging
import os

import pytest

logging.getLogger("ledgerbee_client").setLevel(logging.DEBUG)


@pytest.fixture(autouse=True)
def _no_credentials_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of whoever runs the tests must not decide what they do."""
    for name in list(os.environ):
        if name.startswith("LEDGERBEE_"):
            monkeypatch.delenv(name)
