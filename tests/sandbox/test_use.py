"""How the sandbox is used: in process with a client, through pytest, in a browser."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

import ledgerbee_client.testing
from ledgerbee_client.errors import ConfigurationError, InsufficientScopeError, MissingScopeError
from ledgerbee_client.testing import Sandbox, SystemClock, plugin, sandbox
from tests.sandbox.support import client_of, works
from tests.shared.api import send
from tests.shared.company import build_world

pytest_plugins = ["pytester"]


async def test_a_client_in_process_has_its_own_scopes_and_is_closed_with_the_sandbox() -> None:
    async with sandbox() as sb:
        lb = sb.client(scopes=["company-read"])
        assert (await lb.company.get()).name == "Acme Corporation"
        with pytest.raises(MissingScopeError):
            await lb.products.list()
        strict = sb.client(scopes=[], scope_check="off")
        with pytest.raises(InsufficientScopeError):
            await strict.products.list()
    with pytest.raises(ConfigurationError, match="closed"):
        await lb.company.get()


async def test_a_client_with_oauth_asks_once_and_renews_what_was_revoked() -> None:
    async with sandbox() as sb:
        lb = sb.client(oauth=True)
        await lb.company.get()
        sb.clock.advance(timedelta(hours=2))
        await lb.company.get()
        asked = [one for one in sb.requests if one.path == "/v1/auth/token"]
        assert [one.status for one in asked] == [200, 200]


def test_a_sandbox_starts_fast() -> None:
    Sandbox()  # reads the document
    begin = time.perf_counter()
    for _ in range(20):
        Sandbox()
    assert (time.perf_counter() - begin) / 20 < 0.05


def test_what_the_package_names_is_there_and_nothing_else() -> None:
    for name in ledgerbee_client.testing.__all__:
        assert getattr(ledgerbee_client.testing, name)
    with pytest.raises(AttributeError, match="no attribute 'sandpit'"):
        ledgerbee_client.testing.sandpit  # type: ignore[attr-defined]  # noqa: B018


async def test_a_running_clock_can_be_advanced_too() -> None:
    async with sandbox(clock=SystemClock()) as sb:
        before = sb.clock.now()
        assert await sb.advance(3600) == 0
        assert sb.clock.now() - before >= timedelta(hours=1)


async def test_the_page_shows_what_happened_and_escapes_it() -> None:
    sb = Sandbox()
    client_id, client_secret = sb.create_client()
    async with client_of(sb) as client:
        await build_world(client)
        await client.call("customers.create", json={"name": "<script>alert(1)</script>", "metadata": {"a": "x" * 1000}})
        await client.call("products.list", params="search=%3Cb%3E")
        await client.call("webhook_endpoints.create", json={"url": "https://hooks.example.com/here"})
        await send(client, "products.create", json={"oops": 1})
        await client.request("<i>", "/v1/nothing")
    sb.emit("subscription.billed")
    async with sb.serve() as server, httpx.AsyncClient() as browser:
        answer = await browser.get(server.page_url)
        assert (await browser.head(server.page_url)).status_code == 200
        assert (await browser.post(server.page_url)).status_code == 404
    page = answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    for text in (sb.api_key, server.base_url, client_id, client_secret, "invoices.send", "6 writes applied"):
        assert text in page
    assert "&lt;script&gt;alert(1)" in page
    assert "search=&lt;b&gt;" in page
    assert "<I>" not in page, "a method is a word of the caller's, too"
    assert "https://hooks.example.com/here" in page
    assert "<script" not in page
    assert "x" * 500 not in page
    for text in ("name=viewport", "prefers-color-scheme: dark", "<nav>", f"export LEDGERBEE_API_KEY={sb.api_key}"):
        assert text in page
    assert "property oops should not exist" in page, "the reason of a refusal"
    assert "mcp.post" in page.partition("id=unverified")[2].partition("id=operations")[0]


async def test_faults_the_clock_and_keys_are_set_on_the_page() -> None:
    sb = Sandbox()
    async with sb.serve() as server, httpx.AsyncClient(base_url=server.page_url) as browser:
        page = (await browser.get("/")).text
        token = page.partition('name=token value="')[2].partition('"')[0]

        async def submit(action: str, **fields: str) -> httpx.Response:
            return await browser.post(action, data={"token": token, **fields})

        assert (await submit("/faults", fault="status:503 on=company.get")).status_code == 303
        assert len(list(sb.faults)) == 1
        assert "Status(status=503" in (await browser.get("/")).text
        assert (await submit("/faults/clear")).headers["location"] == "/"
        assert list(sb.faults) == []
        before = sb.clock.now()
        assert (await submit("/clock", seconds="60")).status_code == 303
        assert sb.clock.now() - before == timedelta(seconds=60)
        assert (await submit("/keys", scopes="company-read, products-read")).status_code == 303
        assert "# with company-read, products-read:" in (await browser.get("/")).text
        for action, fields, words in (
            ("/faults", {"fault": "oops"}, "unknown fault 'oops'"),
            ("/clock", {"seconds": "-5"}, "moves forward"),
            ("/clock", {}, "could not convert"),
            ("/keys", {"scopes": "all"}, "the document knows no 'all'"),
        ):
            refused = await submit(action, **fields)
            assert (refused.status_code, words in refused.text) == (400, True)
        foreign = await browser.post("/clock", data={"token": "guessed \u2603", "seconds": "60"})
        assert foreign.status_code == 403
        live = (await browser.get("/?live=1")).text
    assert "http-equiv=refresh" in live
    assert "http-equiv=refresh" not in page


async def test_the_page_of_a_fresh_sandbox_says_that_there_is_nothing_yet() -> None:
    sb = Sandbox()
    async with sb.serve() as server, httpx.AsyncClient() as browser:
        assert (await browser.get(server.page_url)).text.count("none yet") == (3 if sb.unverified else 4)


TESTS = """
import pytest

ids = []

@pytest.mark.parametrize("number", range(20))
{mark}
async def test_isolated(ledgerbee, ledgerbee_sandbox, number{backend}):
    assert len(ledgerbee_sandbox.writes) == 0
    await ledgerbee.customers.create(extra_body={{"name": "Anna", "customerNumber": "C1"}})
    assert len(ledgerbee_sandbox.writes) == 1

@pytest.mark.ledgerbee(scopes=["company-read"], licenses=[])
{mark}
async def test_marked(ledgerbee, ledgerbee_sandbox{backend}):
    assert await ledgerbee.scopes.granted() == frozenset({{"company-read"}})
    assert ledgerbee_sandbox.licenses == frozenset()

@pytest.mark.ledgerbee(oauth=True)
{mark}
async def test_oauth(ledgerbee{backend}):
    assert (await ledgerbee.company.get()).name == "Acme Corporation"

def test_sync(ledgerbee_sandbox):
    assert ledgerbee_sandbox.api_key
"""


@pytest.mark.slow
@works("customers.create", "company.get")
@pytest.mark.parametrize(
    ("options", "mark", "backend", "passed"),
    [
        (["-o", "asyncio_mode=strict"], "@pytest.mark.asyncio", "", 23),
        (["-o", "asyncio_mode=auto"], "", "", 23),
        (["-o", "asyncio_mode=strict"], "@pytest.mark.anyio", ", anyio_backend_name", 45),
    ],
)
def test_the_plugin_gives_each_test_its_own(
    pytester: pytest.Pytester, options: list[str], mark: str, backend: str, passed: int
) -> None:
    pytester.makepyfile(TESTS.format(mark=mark, backend=backend))
    pytester.makeini("[pytest]\nasyncio_default_fixture_loop_scope = function\nfilterwarnings = error\n")
    # In the place of the installed one, which was imported before coverage is measured.
    arguments = ["-p", "no:ledgerbee", "-p", "no:cacheprovider", "--strict-markers", *options]
    run = pytester.runpytest_inprocess(*arguments, plugins=[plugin])
    run.assert_outcomes(passed=passed)


def test_the_tests_in_the_docs_pass(pytester: pytest.Pytester) -> None:
    page = (Path(__file__).parents[2] / "docs" / "testing.md").read_text(encoding="utf-8")
    [block] = re.findall(r"^```python\n(class TestMyService:.*?)^```$", page, re.MULTILINE | re.DOTALL)
    pytester.makepyfile(block)
    pytester.makeini("[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n")
    run = pytester.runpytest_inprocess("-p", "no:ledgerbee", "-p", "no:cacheprovider", plugins=[plugin])
    run.assert_outcomes(passed=2)


def test_a_close_that_has_to_wait_is_a_bug() -> None:
    class Pause:
        def __await__(self) -> object:
            yield

    async def closing() -> None:
        await Pause()  # type: ignore[misc]

    with pytest.raises(RuntimeError, match="had to wait"):
        plugin._run(closing())


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Sandbox().client(scopes="products-read"), r"scopes: a list of names, as in \['products-read'\]"),
        (lambda: Sandbox().client(scopes=["products-raed"]), "no 'products-raed': did you mean 'products-read'?"),
        (lambda: Sandbox().create_key(["zzz"]), "no 'zzz': there are .*products-read"),
        (lambda: Sandbox().create_client(["products-raed"]), "did you mean 'products-read'?"),
        (lambda: Sandbox().create_token("products-read"), "scopes: a list of names"),
        (lambda: Sandbox(licenses=["zzz"]), "licenses: the document knows no 'zzz'"),
        (lambda: asyncio.run(Sandbox().advance(-5)), "seconds: at least 0, not -5"),
        (lambda: Sandbox().seed(products=-1), "products: at least 0, not -1"),
        (lambda: Sandbox().seed(customers="3"), "customers: a whole number, not '3'"),  # type: ignore[arg-type]
    ],
)
def test_a_misspelt_setting_is_refused_and_not_taken_for_a_missing_one(make: Callable[[], Any], said: str) -> None:
    with pytest.raises((TypeError, ValueError), match=said):
        make()
