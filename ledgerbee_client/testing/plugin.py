"""The pytest plugin: a fresh sandbox for each test, and a client of it.

    async def test_it_reads(ledgerbee):
        await ledgerbee.products.list()

    @pytest.mark.ledgerbee(scopes=["products-read"], enforce_inferred_scopes=True)
    async def test_it_needs_no_more(ledgerbee_sandbox, ledgerbee): ...

The fixtures are plain ones, so they work under pytest-asyncio and anyio, on asyncio and on trio. Nothing is loaded
before a test asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Coroutine, Generator

    from ledgerbee_client import LedgerBee

    from .core import Sandbox

_MARKER = (
    "ledgerbee(scopes=None, oauth=False, **options): the scopes and the kind of the credential of the fixture "
    "`ledgerbee`; the options are those of `ledgerbee_client.testing.Sandbox` for `ledgerbee_sandbox`"
)


def pytest_configure(config: pytest.Config) -> None:
    """Makes the marker known."""
    config.addinivalue_line("markers", _MARKER)


@pytest.fixture
def ledgerbee_sandbox(request: pytest.FixtureRequest) -> Generator[Sandbox]:
    """A LedgerBee company of this test's own, in memory."""
    from .core import Sandbox

    sandbox = Sandbox(**_options(request, client=False))
    yield sandbox
    _run(sandbox.aclose())


@pytest.fixture
def ledgerbee(request: pytest.FixtureRequest, ledgerbee_sandbox: Sandbox) -> LedgerBee:
    """A client of `ledgerbee_sandbox`, closed after the test."""
    return ledgerbee_sandbox.client(**_options(request, client=True))


def _options(request: pytest.FixtureRequest, *, client: bool) -> dict[str, Any]:
    """The arguments of the nearest marker that sets each."""
    given: dict[str, Any] = {}
    for marker in request.node.iter_markers("ledgerbee"):
        given = {**marker.kwargs, **given}
    return {name: value for name, value in given.items() if (name in ("scopes", "oauth")) == client}


def _run(closing: Coroutine[Any, Any, None]) -> None:
    """Runs what never waits: in process there is no connection to be closed, so no event loop is needed."""
    try:
        closing.send(None)
    except StopIteration:
        return
    closing.close()
    raise RuntimeError("closing the sandbox had to wait")
