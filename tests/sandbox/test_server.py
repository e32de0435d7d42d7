"""The sandbox on a real port."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import anyio
import httpx
import pytest
from starlette.middleware import Middleware

from ledgerbee_client import LedgerBee
from ledgerbee_client.testing import Sandbox, Status
from ledgerbee_client.testing.__main__ import build, main, parser, run
from ledgerbee_client.testing.http.server import serving
from ledgerbee_client.testing.http.threads import served
from tests.sandbox.support import works
from tests.shared.api import path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import ASGIApp, Receive, Scope, Send


async def test_it_serves_over_http_and_leaves_nothing_behind(caplog: pytest.LogCaptureFixture) -> None:
    sandbox = Sandbox()
    before = asyncio.all_tasks()
    handler = signal.getsignal(signal.SIGINT)
    with caplog.at_level(logging.WARNING):
        async with sandbox.serve() as server:
            assert server.base_url == f"http://127.0.0.1:{server.port}/api"
            assert signal.getsignal(signal.SIGINT) is handler
            async with httpx.AsyncClient(headers={"x-api-key": sandbox.api_key}) as client:
                answers = await asyncio.gather(
                    *(client.get(f"{server.base_url}{path('accounts.list')}") for _ in range(20))
                )
            assert {answer.status_code for answer in answers} == {200}
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == before
    assert caplog.records == []
    with (
        pytest.raises(ConnectionRefusedError),
        socket.create_connection(("127.0.0.1", server.port), timeout=1),
    ):
        pass


async def fail_while_serving(sandbox: Sandbox, client: httpx.AsyncClient) -> None:
    async with sandbox.serve() as server:
        await client.get(f"{server.base_url}{path('company.get')}")
        raise RuntimeError("oops")


async def test_it_stops_with_open_connections_and_when_the_block_fails() -> None:
    sandbox = Sandbox()
    async with httpx.AsyncClient(headers={"x-api-key": sandbox.api_key}) as client:
        with pytest.raises(RuntimeError, match="oops"):
            await fail_while_serving(sandbox, client)


async def test_deliveries_that_break_down_are_not_passed_over() -> None:
    async def broken() -> None:
        raise ZeroDivisionError("in a delivery")

    async with Sandbox() as sandbox:
        with pytest.raises(ZeroDivisionError, match="in a delivery"):
            async with serving(sandbox.app, broken):
                await asyncio.sleep(0.05)
        with pytest.raises(ZeroDivisionError, match="in a delivery"), served(lambda: serving(sandbox.app, broken)):
            await asyncio.sleep(0.05)


async def test_the_port_can_be_chosen_and_used_again() -> None:
    async with Sandbox().serve() as first:
        with pytest.raises(OSError, match="in use"):
            await Sandbox().serve(first.port).__aenter__()
    async with Sandbox().serve(first.port) as second:
        assert second.port == first.port


async def test_a_caller_that_hangs_up_in_mid_body_changes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    sandbox = Sandbox()
    async with sandbox.serve() as server:
        _, writer = await asyncio.open_connection("127.0.0.1", server.port)
        head = [f"POST /api{path('customers.create')} HTTP/1.1", "host: x", f"x-api-key: {sandbox.api_key}"]
        head_bytes = "\r\n".join([*head, "content-length: 99", "", ""]).encode()
        writer.write(head_bytes + b'{"name"')
        await writer.drain()
        await asyncio.sleep(0.05)
        writer.close()
        await writer.wait_closed()
        await asyncio.sleep(0.05)
    assert sandbox.writes == []
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@works("customers.create")
async def test_middleware_wraps_the_application() -> None:
    class Teapot:
        def __init__(self, app: ASGIApp) -> None:
            self.app = app

        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            async def cut(message: object) -> None:
                raise ConnectionResetError

            await self.app(scope, receive, cut)  # type: ignore[arg-type]

    sandbox = Sandbox(middleware=[Middleware(Teapot)])
    async with httpx.AsyncClient(transport=sandbox.transport(), base_url="http://sandbox/api") as client:
        with pytest.raises(ConnectionResetError):
            await client.post(path("customers.create"), json={"name": "A"}, headers={"x-api-key": sandbox.api_key})
    assert [write.body for write in sandbox.writes] == [{"name": "A"}]


@works("products.list")
async def test_the_command_prints_where_and_with_what_key(capsys: pytest.CaptureFixture[str]) -> None:
    stop = asyncio.Event()
    sandbox = Sandbox()
    sandbox.seed(products=3)
    task = asyncio.create_task(run(sandbox, 0, ["products-read"], stop))
    printed = ""
    while "LEDGERBEE_API_KEY=" not in printed:
        await asyncio.sleep(0.01)
        printed += capsys.readouterr().out
    settings = dict(re.findall(r"^export (\w+)=(\S+)$", printed, re.MULTILINE))
    async with httpx.AsyncClient(headers={"x-api-key": settings["LEDGERBEE_API_KEY"]}) as client:
        products = await client.get(f"{settings['LEDGERBEE_BASE_URL']}{path('products.list')}")
    assert products.json()["total"] == 3
    stop.set()
    await task


def test_the_command_ends_with_0_on_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    async def interrupted(sandbox: Sandbox, port: int, scopes: list[str] | None, *, as_json: bool) -> None:
        assert (len(sandbox.state.products), len(sandbox.state.invoices)) == (13, 6)
        assert (port, scopes, as_json) == (0, None, False)
        raise KeyboardInterrupt

    monkeypatch.setattr("ledgerbee_client.testing.__main__.run", interrupted)
    assert main(["--products", "5"]) == 0


@pytest.fixture
def process() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-W", "error", "-m", "ledgerbee_client.testing"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        yield started
        started.kill()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for a child process")
def test_the_process_serves_until_it_is_interrupted(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    url = process.stdout.readline().strip().removeprefix("export LEDGERBEE_BASE_URL=")
    key = process.stdout.readline().strip().removeprefix("export LEDGERBEE_API_KEY=")
    assert httpx.get(f"{url}{path('company.get')}", headers={"x-api-key": key}).status_code == 200
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    said = [line for line in errors.splitlines() if "The document has other fields" not in line]
    assert (process.returncode, said) == (0, [])


def built(*arguments: str) -> Sandbox:
    return build(parser("sandbox").parse_args(arguments))


def test_the_command_starts_with_a_small_company_unless_it_is_told_not_to() -> None:
    assert len(built("--empty").state.customers) == 0
    company = built().state
    assert {one["status"] for one in company.invoices} == {"draft", "sent", "credited"}
    assert all(list(table) for table in (company.customers, company.products, company.subscriptions))
    assert {one["entryType"] for one in company.journal_entries} == {"CUSTOMER_INVOICE", "JOURNAL_ENTRY"}


def test_faults_and_the_clock_are_set_on_the_command_line() -> None:
    sandbox = built("--fault", "status:503 on=invoices.send times=2", "--clock", "2030-01-31T09:00", "--stand-still")
    (rule,) = sandbox.faults
    assert (rule.fault, rule.left) == (Status(503), 2)
    assert sandbox.clock.now() - datetime(2030, 1, 31, 9, tzinfo=UTC) < timedelta(minutes=1)
    assert sandbox.clock.now() == sandbox.clock.now()
    assert built("--clock", "2030-01-31T09:00+01:00").clock.now().hour == 8


def test_a_scope_that_only_a_key_can_have_is_no_matter_of_the_oauth_client_on_the_page() -> None:
    document = Sandbox().document
    only_keys = sorted({*document.scopes} - {*document.oauth_scopes})
    sandbox = built("--empty", "--scopes", ",".join([*only_keys, document.oauth_scopes[0]]))
    assert [one.scopes for one in sandbox.keys.clients.values()] == [(document.oauth_scopes[0],)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--fault", "stutus:503"], "unknown fault 'stutus'"),
        (["--scopes", "products-raed"], "no 'products-raed': did you mean 'products-read'?"),
        (["--port", "99999"], "port: from 0 to 65535, not 99999"),
        (["--clock", "tomorrow"], "--clock must be a date and time"),
    ],
)
def test_the_command_says_what_it_cannot_read(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert words in capsys.readouterr().err


def test_the_command_says_when_the_port_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert main(["--port", str(taken.getsockname()[1]), "--empty"]) == 1
    assert "choose another, or 0 for a free one, by --port" in capsys.readouterr().err


def test_on_trio_it_is_served_from_a_thread() -> None:
    async def run() -> None:
        sandbox = Sandbox()
        with pytest.raises(RuntimeError, match=r"needs the event loop of asyncio.*use served\(\)"):
            async with sandbox.serve():
                pass
        with sandbox.served() as server:
            async with LedgerBee(sandbox.api_key, base_url=server.base_url, scope_check="off") as lb:
                assert (await lb.company.get()).name == "Acme Corporation"

    anyio.run(run, backend="trio")
