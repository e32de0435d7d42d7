"""Bugs that the contract tests have found and that are not mended yet: strict, so that mending one is noticed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ledgerbee_client.generated.operations import OPERATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: By operation, what any valid request to the sandbox may run into.
SANDBOX: dict[str, str] = {}


#: The same for invalid requests.
SANDBOX_INVALID: dict[str, str] = {}


def every_operation(
    bugs: Mapping[str, str] | None = None, only: Callable[[str], bool] = lambda _name: True
) -> pytest.MarkDecorator:
    """For the tests that go over all operations. That one is deprecated is not their concern."""
    parameters = []
    for name, one in OPERATIONS.items():
        marks = []
        if one.deprecated:
            marks.append(pytest.mark.filterwarnings(f"ignore:{re.escape(name)} :DeprecationWarning"))
        if bugs and name in bugs:
            marks.append(pytest.mark.xfail(reason=bugs[name], strict=True))
        if only(name):
            parameters.append(pytest.param(name, marks=marks))
    return pytest.mark.parametrize("name", parameters)
