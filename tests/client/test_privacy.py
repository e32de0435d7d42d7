"""What readers of logs must not read: credentials nowhere; ids, search texts and bodies in no log line and no repr."""

from __future__ import annotations

import subprocess
import sys

import httpx
import pytest

from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import OutcomeUnknownError
from ledgerbee_client.generated.types import Request, Response
from ledgerbee_client.models import ProductResponse
from ledgerbee_client.testing import Sandbox
from tests.shared.api import ROOT, needs
from tests.shared.in_process import client

PROGRAM = """
import asyncio, logging, sys
import httpx
from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client.errors import LedgerBeeError
from ledgerbee_client.testing import Cut, Sandbox, Status

logging.basicConfig(level=sys.argv[1])
logging.getLogger("uvicorn").setLevel(logging.CRITICAL)  # the server's own log
if sys.argv[3:]:
    exec(sys.argv[3])

async def main():
    sandbox = Sandbox()
    sandbox.seed(products=2)
    async with sandbox.serve() as server, httpx.AsyncClient() as http:
        own = {"http_client": http} if sys.argv[2] == "own" else {}
        retry = RetryPolicy(initial_delay=0)
        async with LedgerBee(sandbox.api_key, base_url=server.base_url, retry=retry, **own) as lb:
            sandbox.faults.add(Status(503), "products.list", times=1)
            sandbox.faults.add(Status(429, retry_after=0), "products.list", times=1)
            await lb.products.list(search="Personal Name")
            sandbox.faults.add(Cut("applied"), "products.update", times=1)
            for call in (lb.products.get("personal-id"), lb.products.update("personal-id", name="Personal Name")):
                try:
                    await call
                except LedgerBeeError:
                    pass
            try:
                await lb.request("POST", "/v1/nothing/personal-id", json={"name": "Personal Name"})
            except LedgerBeeError:
                pass
        print("KEY", sandbox.api_key)

asyncio.run(main())
"""


def logged(level: str, http: str, line: str = "") -> str:
    """What a program of its own process logs, by the standard configuration."""
    command = [sys.executable, "-c", PROGRAM, level, http, *([line] if line else [])]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    key = done.stdout.partition("KEY ")[2].strip()
    assert key
    assert key not in done.stderr
    return done.stderr


def documented_line() -> str:
    """The line that the page on configuration gives."""
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    (line,) = [one for one in page.splitlines() if one.startswith('logging.getLogger("httpx")')]
    return line


@pytest.mark.slow
@pytest.mark.parametrize("level", ["INFO", "DEBUG"])
def test_no_log_line_holds_an_id_a_search_text_or_a_body(level: str) -> None:
    text = logged(level, "default")
    assert "ledgerbee_client" in text
    assert "ersonal" not in text


@pytest.mark.slow
@pytest.mark.parametrize("level", ["INFO", "DEBUG"])
def test_the_documented_line_does_the_same_for_an_http_client_of_the_callers(level: str) -> None:
    text = logged(level, "own", documented_line())
    assert "ledgerbee_client" in text
    assert "ersonal" not in text


@pytest.mark.slow
def test_without_that_line_httpx_would_log_them() -> None:
    assert "ersonal" in logged("INFO", "own")


def test_a_request_shows_its_path_and_nothing_of_what_is_sent() -> None:
    request = Request(
        "/v1/products",
        query=[("search", "Personal Name")],
        headers={"x": "Personal"},
        json={"name": "Personal"},
        form={"name": "Personal"},
        content=b"Personal",
    )
    assert repr(request) == "Request(path='/v1/products')"


def test_a_response_shows_its_status_and_its_model_only() -> None:
    shown = repr(Response(200, httpx.Headers({"set-cookie": "session=secret"}), b'{"name": "Personal"}', None))
    assert shown == "Response(status_code=200, parsed=None)"


def test_a_model_does_not_show_the_secrets_in_it() -> None:
    body = {"id": "1", "secret": "whsec_c2VjcmV0", "token_type": "x", "apiKey": "k-1", "accessToken": "t-1"}
    model = ProductResponse.from_dict(body)
    shown = repr(model)
    assert "'secret': <secret>" in shown
    for secret in ("whsec_c2VjcmV0", "k-1", "t-1"):
        assert secret not in shown
    assert "'token_type': 'x'" in shown
    assert model.to_dict() == body


@needs("webhook_endpoints.create", response=["secret"])
async def test_the_model_of_a_new_webhook_endpoint_does_not_show_its_secret() -> None:
    async with Sandbox(allow_local_webhooks=True) as sandbox:
        made = await sandbox.client().webhook_endpoints.create(extra_body={"url": "https://example.com/hooks"})
    secret = made.to_dict()["secret"]
    assert secret.startswith("whsec_")
    assert "<secret>" in repr(made)
    assert secret not in repr(made)


async def test_an_unknown_outcome_shows_nothing_of_what_was_sent() -> None:
    def cut(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("gone")

    async with client(cut) as lb:
        with pytest.raises(OutcomeUnknownError) as caught:
            await lb.products.update("personal-id", name="Personal Name")
    assert "ersonal" not in str(caught.value)
    assert "Name" not in repr(caught.value.sent)
    assert caught.value.sent is not None
    assert caught.value.sent.json


def test_the_client_shows_its_address_only() -> None:
    lb = LedgerBee("sk-this-must-never-show", base_url="http://localhost/api")
    assert repr(lb) == "<LedgerBee http://localhost/api>"
