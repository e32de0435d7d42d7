"""The main paths under trio, over real sockets."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
import trio

from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client.errors import (
    ConnectionFailedError,
    MissingScopeError,
    NotFoundError,
    OutcomeUnknownError,
    RequestTimeoutError,
)
from ledgerbee_client.generated.api.invoices import get_invoice_pdf
from ledgerbee_client.testing import Sandbox
from tests.client.oauth_server import OAuthServer
from tests.shared.asgi_server import Stage, transport
from tests.shared.secrets_check import CLIENT_ID, CLIENT_SECRET


@pytest.fixture
def sandbox(stage: Stage) -> Sandbox:
    sandbox = Sandbox()
    stage.app = sandbox.app
    return sandbox


def client(stage: Stage, key: str | None = None, **options: Any) -> LedgerBee:
    options = {"retry": RetryPolicy(initial_delay=0.0), "transport": transport(), **options}
    return LedgerBee(key, base_url=stage.base_url, **options)


def run(function: Any, *arguments: Any) -> None:
    """Runs on trio; what is left behind shows as an unraisable warning, and those are errors."""
    trio.run(function, *arguments)
    gc.collect()


def test_an_api_key_and_errors(stage: Stage, sandbox: Sandbox) -> None:
    async def work() -> None:
        async with client(stage, sandbox.create_key(scopes=["company-read", "products-read"])) as lb:
            async with anyio.create_task_group() as group:
                for _ in range(50):
                    group.start_soon(lb.company.get)
            with pytest.raises(NotFoundError):
                await lb.products.get("1")
            with pytest.raises(MissingScopeError):
                await lb.products.delete("1")

    run(work)
    assert [request.path for request in sandbox.requests].count("/v1/api-key") == 1


def test_reading_lists(stage: Stage, sandbox: Sandbox) -> None:
    sandbox.seed(products=57)

    async def work() -> None:
        async with client(stage, sandbox.api_key) as lb:
            for prefetch in (0, 3):
                assert len(await lb.products.list(limit=10, prefetch=prefetch, on_drift="raise").collect()) == 57
            async for _ in lb.products.list(limit=10, prefetch=3):
                break

    run(work)


@pytest.mark.unmeasured
def test_oauth(stage: Stage) -> None:
    server = OAuthServer()
    stage.app = server.app

    async def work() -> None:
        async with client(stage, client_id=CLIENT_ID, client_secret=CLIENT_SECRET) as lb:
            for _ in range(2):
                async with anyio.create_task_group() as group:
                    for number in range(40):
                        group.start_soon(write, lb, number)
                server.revoke()

    async def write(lb: LedgerBee, number: int) -> None:
        await lb.request("POST", "/v1/things", json=number)

    run(work)
    assert server.token_requests == 2
    assert sorted(server.applied) == sorted(b"%d" % number for number in range(40) for _ in range(2))


def test_downloads(stage: Stage, tmp_path: Path) -> None:
    async def body(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"400000")]})
        for more in (True, True, True, False):
            await send({"type": "http.response.body", "body": b"%PDF" * 25_000, "more_body": more})

    async def work() -> None:
        async with client(stage, "key", scope_check="off") as lb:
            request = get_invoice_pdf.build_request("1")
            await lb.download(get_invoice_pdf.OPERATION, request, tmp_path / "x.pdf")
            with anyio.CancelScope() as scope:
                scope.cancel()
                await lb.download(get_invoice_pdf.OPERATION, request, tmp_path / "y.pdf")

    stage.app = body
    run(work)
    assert (tmp_path / "x.pdf").read_bytes() == b"%PDF" * 100_000
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]


def test_no_answer(stage: Stage) -> None:
    async def hang(scope: Any, receive: Any, send: Any) -> None:
        await anyio.sleep(60)

    async def work() -> None:
        async with client(stage, "key", scope_check="off", timeout=httpx.Timeout(30, read=0.1), retry=None) as lb:
            with pytest.raises(RequestTimeoutError):
                await lb.company.get()
            with pytest.raises(OutcomeUnknownError):
                await lb.request("POST", "/v1/things", json={})
            with anyio.move_on_after(0.01) as scope:
                await lb.with_options(timeout=60).company.get()
            assert scope.cancelled_caught
        async with LedgerBee("key", base_url="http://127.0.0.1:1/api", scope_check="off", retry=None) as lb:
            with pytest.raises(ConnectionFailedError):
                await lb.company.get()

    stage.app = hang
    run(work)
