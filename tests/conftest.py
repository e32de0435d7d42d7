"""What all tests share: an environment without credentials."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True)
def _no_credentials_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of whoever runs the tests must not decide what they do."""
    for name in list(os.environ):
        if name.startswith("LEDGERBEE_"):
            monkeypatch.delenv(name)
