"""What the page on testing says of runners and plugins, run by pytest in processes of its own."""

from __future__ import annotations

import asyncio
import re
import socket
from pathlib import Path

import anyio
import httpx
import pytest

from ledgerbee_client import LedgerBee
from ledgerbee_client.testing import Sandbox

pytest_plugins = ["pytester"]

PAGE = Path(__file__).parents[2] / "docs" / "testing.md"

#: The plugin of schemathesis is no part of a user's environment, and slow to load.
_LIGHT = ("-p", "no:cacheprovider", "-p", "no:schemathesis")


def blocks() -> dict[str, str]:
    """The blocks of the page that hold a class of tests, by its name."""
    found = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return {name[1]: block for block in found if (name := re.search(r"^class (Test\w+)", block, re.MULTILINE))}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "classes", "passed"),
    [
        (["-o", "asyncio_mode=strict"], ["TestStrict"], 1),
        (["-p", "no:asyncio"], ["TestOnEachBackend"], 2),
        (
            ["-n", "2", "-o", "asyncio_mode=auto"],
            ["TestMyService", "TestMyProgram", "TestAtTheEndOfTheMonth", "TestWithPytestHttpx"],
            5,
        ),
    ],
    ids=["strict", "anyio", "auto, on two workers"],
)
def test_the_tests_of_the_page_pass(
    pytester: pytest.Pytester, options: list[str], classes: list[str], passed: int
) -> None:
    pytester.makepyfile(**{f"test_{name.lower()}": blocks()[name] for name in classes})
    settings = "" if "no:asyncio" in options else "asyncio_default_fixture_loop_scope = function"
    pytester.makeini(f"[pytest]\n{settings}\nfilterwarnings = error\n")
    result = pytester.runpytest_subprocess(*_LIGHT, "--strict-markers", *options)
    result.assert_outcomes(passed=passed)


def test_every_class_of_the_page_is_run() -> None:
    ran = {"TestStrict", "TestOnEachBackend", "TestMyService", "TestMyProgram", "TestAtTheEndOfTheMonth"}
    assert blocks().keys() == {*ran, "TestWithPytestHttpx"}


# ---------------------------------------------------------------------- served, from a thread


def test_a_sandbox_is_served_without_an_event_loop_and_stops_with_the_block() -> None:
    sandbox = Sandbox()
    with sandbox.served() as server:
        response = httpx.get(f"{server.base_url}/v1/nothing", headers={"x-api-key": sandbox.api_key})
        assert response.status_code == 404
    with pytest.raises(httpx.ConnectError):
        httpx.get(server.base_url)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_it_serves_tests_on_each_backend(backend: str) -> None:
    sandbox = Sandbox()

    async def work() -> None:
        with sandbox.served() as server:
            async with LedgerBee(sandbox.api_key, base_url=server.base_url) as lb:
                await lb.company.get()

    anyio.run(work, backend=backend)


def test_a_port_that_is_taken_is_an_error_where_the_block_begins() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with (
            pytest.raises(OSError, match="choose another, or 0 for a free one"),
            Sandbox().served(taken.getsockname()[1]),
        ):
            pass


def test_what_the_block_raises_comes_out_and_the_server_stops() -> None:
    with pytest.raises(RuntimeError, match="mine"), Sandbox().served() as server:
        raise RuntimeError("mine")
    with pytest.raises(httpx.ConnectError):
        httpx.get(server.base_url)


async def test_it_can_be_used_inside_of_an_event_loop() -> None:
    sandbox = Sandbox()
    with sandbox.served() as server:
        async with LedgerBee(sandbox.api_key, base_url=server.base_url) as lb:
            await asyncio.gather(*(lb.company.get() for _ in range(5)))
