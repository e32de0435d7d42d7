"""The pytest plugin: a fresh sandbox for each test, and a client of it.

    async def test_it_reads(ledgerbee):
        await ledgerbee.products.list()

    @pytest.mark.ledgerbee(scopes=["products-read"], enforce_inferred_scopes=True)
    async def test_it_needs_no_more(ledgerbee_sandbox, ledgerbee): ...

    def test_the_contract(ledgerbee_pins):
        ledgerbee_pins("ledgerbee-pins.json", ["products.list", "products.get"])

The fixtures are plain ones, so they work under pytest-asyncio and anyio, on asyncio and on trio. Nothing is loaded
before a test asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Coroutine, Generator, Iterable

    from ledgerbee_client import LedgerBee

    from .._scopes import Call
    from .core import Sandbox

_MARKER = (
    "ledgerbee(scopes=None, oauth=False, **options): the scopes and the kind of the credential of the fixture "
    "`ledgerbee`; the options are those of `ledgerbee_client.testing.Sandbox` for `ledgerbee_sandbox`"
)

_UPDATE = "--update-ledgerbee-pins"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option that writes pins."""
    group = parser.getgroup("ledgerbee")
    group.addoption(_UPDATE, action="store_true", help="write the files of `ledgerbee_pins` instead of checking them")


def pytest_configure(config: pytest.Config) -> None:
    """Makes the marker known."""
    config.addinivalue_line("markers", _MARKER)


@pytest.fixture
def ledgerbee_sandbox(request: pytest.FixtureRequest) -> Generator[Sandbox]:
    """A LedgerBee company of this test's own, in memory."""
    __tracebackhide__ = True
    from . import Sandbox

    sandbox = Sandbox(**_options(request, client=False))
    yield sandbox
    _run(sandbox.aclose())


@pytest.fixture
def ledgerbee(request: pytest.FixtureRequest, ledgerbee_sandbox: Sandbox) -> LedgerBee:
    """A client of `ledgerbee_sandbox`, closed after the test."""
    return ledgerbee_sandbox.client(**_options(request, client=True))


@pytest.fixture
def ledgerbee_pins(request: pytest.FixtureRequest) -> Callable[[str | os.PathLike[str], Iterable[Call]], None]:
    """`check_pins`, with the path taken from the folder of the test, and `update` from the command line."""
    from .pins import check_pins

    def check(path: str | os.PathLike[str], calls: Iterable[Call]) -> None:
        __tracebackhide__ = True
        update = bool(request.config.getoption(_UPDATE, default=False))
        check_pins(request.path.parent / path, calls, update=update)

    return check


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
