"""Servers on loopback for the tests of the client: over http, and over https with an authority that it trusts."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest
import trustme

from ledgerbee_client import SQLiteStore
from ledgerbee_client.testing import Sandbox, SystemClock
from tests.client.fault_server import FaultServer
from tests.client.transport_support import TlsServer
from tests.shared.asgi_server import Stage, serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from tests.client.telemetry import Collected


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The certificate of the authority, as SSL_CERT_FILE."""
    file = tmp_path_factory.mktemp("authority") / "ca.pem"
    authority.cert_pem.write_to_path(file)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return file


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    """A server on a port, for the application that a test puts on it."""
    stage = Stage()
    with serving(stage) as stage.base_url:
        yield stage


@pytest.fixture
def plain_server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture
def tls_context(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost", "api.ledgerbee.test").configure_cert(context)
    return context


@pytest.fixture
def tls_server(tls_context: ssl.SSLContext, trusted: Path) -> Iterator[FaultServer]:
    with TlsServer(tls_context) as running:
        yield running


@pytest.fixture(params=["plain", "tls"])
def either_server(request: pytest.FixtureRequest) -> FaultServer:
    server: FaultServer = request.getfixturevalue(f"{request.param}_server")
    return server


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A sandbox whose time goes on by itself, with a product."""
    async with Sandbox(clock=SystemClock()) as made:
        made.seed(products=1)
        yield made


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SQLiteStore]:
    """An idempotency store in a file of the test's own."""
    made = SQLiteStore(tmp_path / "billing.sqlite", synchronous="NORMAL")
    yield made
    await made.aclose()


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> Iterator[Collected]:
    """What is reported to OpenTelemetry, which is loaded for the tests that want it only."""
    from tests.client.telemetry import collecting

    with collecting(monkeypatch) as found:
        yield found
