"""The client against real servers: a thousand tasks, large downloads, connections that break."""

from __future__ import annotations

import asyncio
import gc
import tracemalloc
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client.errors import NotFoundError, TransportError
from ledgerbee_client.generated.api.invoices import get_invoice_pdf
from ledgerbee_client.testing import Sandbox
from tests.shared.asgi_server import Stage, transport
from tests.shared.in_process import files

MEGABYTE = b"%PDF" * (256 * 1024)
IMPATIENT = RetryPolicy(initial_delay=0.0, max_delay=0.0)


def client(stage: Stage, key: str = "key", **options: Any) -> LedgerBee:
    options = {"retry": IMPATIENT, "transport": transport(), "scope_check": "off", **options}
    return LedgerBee(key, base_url=stage.base_url, **options)


class Body:
    """Answers with a large body, which may break off after some pieces, some times."""

    def __init__(self, pieces: int, *, breaks_after: int | None = None, times: int = 0) -> None:
        self.pieces, self.breaks_after, self.times = pieces, breaks_after, times
        self.requests = 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.requests += 1
        length = str(self.pieces * len(MEGABYTE)).encode()
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", length)]})
        for number in range(self.pieces):
            if number == self.breaks_after and self.requests <= self.times:
                return  # uvicorn cuts the connection, since the body is not complete
            await send({"type": "http.response.body", "body": MEGABYTE, "more_body": number + 1 < self.pieces})


class Numbers:
    """Answers with the path; knows how many requests it had at the same time."""

    def __init__(self) -> None:
        self.now = self.most = 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0)
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": f'"{scope["path"]}"'.encode()})
        self.now -= 1


async def download(lb: LedgerBee, path: Path) -> Path:
    return await lb.download(get_invoice_pdf.OPERATION, get_invoice_pdf.build_request("1"), path)


@pytest.mark.slow
async def test_one_client_serves_a_thousand_tasks(stage: Stage) -> None:
    stage.app = numbers = Numbers()
    async with client(stage) as lb:
        answers = await asyncio.gather(*(lb.request("GET", f"/v1/things/{number}") for number in range(1000)))
    assert [answer.parsed for answer in answers] == [f"/api/v1/things/{number}" for number in range(1000)]
    assert numbers.most <= 100
    assert len(asyncio.all_tasks()) == 1


async def test_it_creates_reads_changes_and_deletes(stage: Stage) -> None:
    sandbox = Sandbox()
    stage.app = sandbox.app
    async with client(stage, sandbox.api_key) as lb:
        account = next(one for one in await lb.accounts.list() if one.account_number == 1010)
        group = await lb.product_groups.create(
            number="PG001",
            name="Services",
            domestic_account_id=account.id,
            eu_account_id=account.id,
            abroad_account_id=account.id,
            domestic_without_vat_account_id=account.id,
        )
        product = await lb.products.create(product_number="P1", name="Hosting", unit="pcs", product_group_id=group.id)
        assert (await lb.products.update(product.id, name="Web Hosting")).name == "Web Hosting"
        assert [item.id async for item in lb.products.list(search="Web")] == [product.id]
        await lb.products.delete(product.id)
        with pytest.raises(NotFoundError):
            await lb.products.get(product.id)
    assert [write.method for write in sandbox.writes] == ["POST", "POST", "PATCH", "DELETE"]


async def test_a_large_file_is_written_in_bounded_memory(stage: Stage, tmp_path: Path) -> None:
    stage.app = Body(40)
    async with client(stage) as lb:
        tracemalloc.start()
        try:
            await download(lb, tmp_path / "x.pdf")
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert (tmp_path / "x.pdf").stat().st_size == 40 * len(MEGABYTE)
    # The server is in this process too, and holds a few of its megabytes while they are being sent
    assert peak < 12 * len(MEGABYTE)


async def test_a_download_that_breaks_off_is_started_again(stage: Stage, tmp_path: Path) -> None:
    stage.app = body = Body(3, breaks_after=2, times=2)
    async with client(stage) as lb:
        await download(lb, tmp_path / "x.pdf")
    assert body.requests == 3
    assert (tmp_path / "x.pdf").read_bytes() == MEGABYTE * 3
    assert files(tmp_path) == ["x.pdf"]


async def test_a_download_that_breaks_off_for_good_leaves_the_old_file(stage: Stage, tmp_path: Path) -> None:
    stage.app = Body(3, breaks_after=2, times=99)
    (tmp_path / "x.pdf").write_bytes(b"old")
    async with client(stage) as lb:
        with pytest.raises(TransportError):
            await download(lb, tmp_path / "x.pdf")
    assert (tmp_path / "x.pdf").read_bytes() == b"old"
    assert files(tmp_path) == ["x.pdf"]


async def test_a_cancelled_download_leaves_nothing(stage: Stage, tmp_path: Path) -> None:
    stage.app = Body(50)
    async with client(stage) as lb:
        task = asyncio.create_task(download(lb, tmp_path / "x.pdf"))
        while not any((tmp_path / name).stat().st_size for name in files(tmp_path)):  # noqa: ASYNC110
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert files(tmp_path) == []
    gc.collect()


async def test_a_pdf_is_bytes_and_not_found_is_an_error(stage: Stage) -> None:
    stage.app = Body(1)
    async with client(stage) as lb:
        assert await lb.invoices.pdf("1") == MEGABYTE
        stage.app = Starlette()  # knows nothing
        with pytest.raises(NotFoundError):
            await lb.invoices.pdf("1")


@pytest.fixture(autouse=True)
async def _nothing_is_left_running() -> AsyncGenerator[None]:
    yield
    gc.collect()
    assert len(asyncio.all_tasks()) == 1
