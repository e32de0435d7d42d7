"""The client against Prism, a mock server that others wrote: it validates every request against the published document
by its own reading, and answers with values of its own.

`make contract-prism` installs it; elsewhere the tests are skipped where it is missing.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import socket
import subprocess
import time
from typing import TYPE_CHECKING

import httpx
import pytest

from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import ResponseDecodeError
from ledgerbee_client.generated.operations import OPERATIONS
from tests.e2e.bounds import for_each
from tests.e2e.calls import Bearer, Wire, call, wires
from tests.e2e.known_bugs import every_operation
from tests.shared.api import ROOT, operations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scripts.codegen.ir import Operation
    from tests.e2e.wire_values import Form

_REQUIRED = bool(os.environ.get("LEDGERBEE_REQUIRE_PRISM"))  # read before the tests lose their environment
_PRISM = ROOT / ".venv" / "prism" / "node_modules" / "@stoplight" / "prism-cli" / "dist" / "index.js"
#: Seconds.
_STARTS_WITHIN = 60.0
FORMS: tuple[tuple[Form, int], ...] = (("minimal", 1), ("full", 1), ("random", 4))


@pytest.fixture(scope="module")
def prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running Prism."""
    node = shutil.which("node")
    missing = "there is no node" if node is None else "" if _PRISM.exists() else "Prism is not installed"
    if node is None or missing:
        (pytest.fail if _REQUIRED else pytest.skip)(f"{missing}: see `make contract-prism`")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("prism") / "log"
    document = ROOT / "openapi" / "ledgerbee.json"
    with (
        log.open("wb") as output,
        subprocess.Popen(
            [node, _PRISM, "mock", "--errors", "--host", "127.0.0.1", "--port", str(port), document],
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        ) as process,
    ):
        try:
            _wait_for(process, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_for(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    pytest.fail(f"Prism has not started: {log.read_text(errors='replace')[-2000:]}")


class Loud(httpx.AsyncHTTPTransport):
    """Fails with what Prism has to say of a request that it refuses."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await super().handle_async_request(request)
        if not response.is_success:
            await response.aread()
            raise AssertionError(f"{request.method} {request.url} {request.content!r}: {response.text}")
        return response


async def send(client: LedgerBee, operation: Operation, wire: Wire) -> None:
    """Calls a method. Prism makes up a text where a PDF should be, which the client refuses."""
    undecodable = ""
    try:
        await call(client, operation, wire)
    except ResponseDecodeError as error:
        undecodable = str(error)
    assert not undecodable or "is not a PDF" in undecodable


@pytest.mark.unmeasured
@every_operation()
def test_prism_accepts_what_the_client_sends(name: str, prism: str) -> None:
    operation = operations()[name]
    for_users = OPERATIONS[name].auth == ("user",)
    client = LedgerBee(
        None if for_users else "key-of-the-contract",
        auth=Bearer("token-of-a-user") if for_users else None,
        base_url=prism,
        transport=Loud(),
        scope_check="off",
        retry=None,
    )
    with asyncio.Runner() as runner:
        try:
            for form, count in FORMS:
                for_each(wires(operation, form), count, lambda wire: runner.run(send(client, operation, wire)))
        finally:
            runner.run(client.aclose())


def test_prism_refuses_what_is_invalid(prism: str) -> None:
    """Otherwise the other test would prove nothing."""
    with httpx.Client(base_url=prism, headers={"x-api-key": "key-of-the-contract"}) as client:
        answers = [
            client.get("/v1/products", params={"page": "one"}),
            client.get("/v1/products", params={"sortBy": "colour"}),
            client.post("/v1/products", json={"name": "Web Hosting"}),
            client.post("/v1/meters/report", json={"value": 3}),
            client.get("/v1/nothing"),
        ]
        del client.headers["x-api-key"]
        answers.append(client.get("/v1/products"))
    assert [answer.status_code for answer in answers] == [400, 400, 400, 400, 404, 401]
