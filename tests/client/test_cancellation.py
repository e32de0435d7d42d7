"""Cancelling a call, at each of its awaits: nothing is left behind, and the client works on.

A call is driven step by step: the n-th time that it suspends, it is cancelled there and then. That is done for every n
until the call is over before its cancellation. What runs is a real client over real connections.
"""

from __future__ import annotations

import signal
import threading
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import anyio
import anyio.lowlevel
import httpx
import pytest

from ledgerbee_client import LedgerBee, OAuthClientCredentials, RetryPolicy
from ledgerbee_client._transport import Transport
from ledgerbee_client.errors import ConfigurationError, ConnectionFailedError, OutcomeUnknownError, TransportError
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.types import Request
from tests.client.cancelling import MANY, MODES, Mode, cancelled_at, run, tasks_alive
from tests.client.fault_server import MARKER, NEVER_ANSWERED, OK, STALLED_IN_BODY, FaultServer, Step, answer

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator
    from pathlib import Path


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


def part_files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.suffix != ".pdf"]


# ---------------------------------------------------------------------- the property


Scenario = Callable[[LedgerBee, "Path"], "Coroutine[Any, Any, object]"]


async def read(lb: LedgerBee, _folder: Path) -> object:
    return await lb.accounts.list()


async def read_repeated(lb: LedgerBee, _folder: Path) -> object:
    return await lb.request("GET", "/v1/flaky")


async def write(lb: LedgerBee, _folder: Path) -> object:
    return await lb.request("POST", "/v1/writes", json={"x": 1})


async def write_with_checked_scopes(lb: LedgerBee, _folder: Path) -> object:
    return await lb.quotes.send("q1")


async def usage_report(lb: LedgerBee, _folder: Path) -> object:
    return await lb.meters.report(value=1, customer_id="c1", meter_name="m")


async def download(lb: LedgerBee, folder: Path) -> object:
    return await lb.download(OPERATIONS["invoices.pdf"], Request("/v1/invoices/i1/pdf"), folder / "invoice.pdf")


async def stream(lb: LedgerBee, _folder: Path) -> object:
    """A body that is taken piece by piece. Nothing is awaited in between: httpx's generators must end by themselves."""
    pieces: list[bytes] = []

    class Pieces:
        def begin(self, _response: httpx.Response) -> None:
            pieces.clear()

        def write(self, chunk: bytes) -> None:
            pieces.append(chunk)

    request = Request("/v1/invoices/i1/pdf")
    return await lb._pipeline.send(OPERATIONS["invoices.pdf"], request, lb._options, sink=Pieces())


async def read_pages(lb: LedgerBee, _folder: Path) -> object:
    return await lb.products.list(limit=1, prefetch=2, on_drift="ignore").collect()


async def read_pages_one_by_one(lb: LedgerBee, _folder: Path) -> object:
    return [item async for item in lb.products.list(limit=1, on_drift="ignore")]


SCENARIOS: list[Scenario] = [
    read,
    read_repeated,
    write,
    write_with_checked_scopes,
    usage_report,
    stream,
    download,
    read_pages,
    read_pages_one_by_one,
]


#: A PDF that comes in pieces.
PDF = Step((b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 6\r\n\r\n", 0.0, b"%PD", 0.0, b"F-1"))


def product(number: int) -> dict[str, Any]:
    """A page of one product, of three."""
    one = {"id": f"p{number}", "productNumber": "1", "name": "x", "unit": "pcs", "productGroupId": "g"}
    return {"data": [one], "total": 3, "page": number, "limit": 1, "totalPages": 3}


def prepare(server: FaultServer) -> None:
    """What the paths of the scenarios answer."""
    server.arrivals.clear()
    server.applied.clear()
    lists: dict[str, list[Step]] = {
        "/v1/accounts": [answer(body=[])],
        "/v1/flaky": [answer(503, b"", content_type=None), answer(429, b"", content_type=None), OK],
        "/v1/api-key": [
            answer(body={"scopes": ["quotes-write", "products-read", "accounts-read", "meter-report", "invoices-read"]})
        ],
        "/v1/auth/token": [answer(body={"access_token": "token", "expires_in": 3600})],
        "/v1/invoices/i1/pdf": [PDF],
    }
    for path, steps in lists.items():
        server.set_plan(path, *steps * 3)


@pytest.mark.parametrize(
    ("mode", "credential"),
    [*((mode, "api key") for mode in MODES), ("asyncio task", "oauth"), ("trio scope", "oauth")],
)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_a_call_that_is_cancelled_at_any_of_its_awaits_leaves_nothing_behind(
    server: FaultServer, mode: Mode, scenario: Scenario, credential: str, tmp_path: Path
) -> None:
    server.default = answer(body=product(1))
    steps = 0

    async def main() -> None:
        nonlocal steps
        for step in range(MANY):
            prepare(server)
            before = tasks_alive()
            lb = client(server, credential)
            try:
                cancelled = await cancelled_at(step, lambda lb=lb: scenario(lb, tmp_path), mode)
                steps += cancelled
                assert tasks_alive() == before, f"a task was left at step {step}"
                assert part_files(tmp_path) == [], f"at step {step}"
                assert max(server.applied["/v1/writes"], server.applied["/v1/quotes/q1/send"]) <= 1
                prepare(server)
                with anyio.fail_after(20):  # whatever it held, it let go
                    await scenario(lb, tmp_path)
            finally:
                await lb.aclose()
            await anyio.to_thread.run_sync(server.wait_idle)
            if not cancelled:
                return
        pytest.fail("it never came to an end")

    run(main, mode)
    assert steps > 3, "it was hardly cancelled at all"


def client(server: FaultServer, credential: str) -> LedgerBee:
    policy = RetryPolicy(initial_delay=0)
    if credential == "api key":
        return LedgerBee("key", base_url=server.url, retry=policy)
    auth = OAuthClientCredentials("id", "secret", token_url=f"{server.url}/v1/auth/token")
    return LedgerBee(auth=auth, base_url=server.url, retry=policy)


# ---------------------------------------------------------------------- while it hangs


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("step", [NEVER_ANSWERED, STALLED_IN_BODY], ids=["no answer", "half an answer"])
def test_a_call_that_hangs_can_be_cancelled_and_its_connection_is_closed(
    server: FaultServer, mode: Mode, step: Step, caplog: pytest.LogCaptureFixture
) -> None:
    server.default = step

    async def main() -> None:
        lb = LedgerBee("key", base_url=server.url, scope_check="off")
        before = tasks_alive()
        async with anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(lb.quotes.send, "q1")
            await anyio.to_thread.run_sync(server.wait_for, lambda: len(server.arrivals) == 20)
            group.cancel_scope.cancel()
        assert tasks_alive() == before
        await anyio.to_thread.run_sync(server.wait_idle)
        await lb.aclose()

    run(main, mode)
    warned = [record.message for record in caplog.records if record.levelname == "WARNING"]
    assert warned == ["quotes.send was cancelled while it was in flight: it may have been applied"] * 20


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_a_call_in_a_crowd_can_be_cancelled_without_harm_to_the_others(server: FaultServer, mode: Mode) -> None:
    server.default = answer(body=[])
    server.plan("hanging", *[NEVER_ANSWERED] * 50)

    async def main() -> None:
        async with LedgerBee("key", base_url=server.url, scope_check="off") as lb:
            answers: list[object] = []

            async def one() -> None:
                answers.append(await lb.accounts.list())

            async def hang() -> None:
                await lb.accounts.list(extra_headers={MARKER: "hanging"})

            async with anyio.create_task_group() as group, anyio.create_task_group() as doomed:
                for _ in range(50):
                    doomed.start_soon(hang)
                    group.start_soon(one)
                await anyio.to_thread.run_sync(server.wait_for, lambda: server.count("hanging") == 50)
                doomed.cancel_scope.cancel()
            assert answers == [[]] * 50

    run(main, mode)
    server.wait_idle()


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_cancelling_crowds_uses_up_no_place_in_the_pool(server: FaultServer, mode: Mode) -> None:
    server.default = answer(body=[])

    async def main() -> None:
        transport = Transport(httpx.Limits(max_connections=3))
        async with LedgerBee("key", base_url=server.url, scope_check="off", transport=transport) as lb:
            for steps in range(60):
                async with anyio.create_task_group() as group:
                    for _ in range(10):
                        group.start_soon(lb.accounts.list)
                    for _ in range(steps):
                        await anyio.lowlevel.checkpoint()
                    group.cancel_scope.cancel()
            with anyio.fail_after(20):
                assert await lb.accounts.list() == []

    run(main, mode)
    server.wait_idle()


@pytest.mark.parametrize("mode", ["asyncio task", "trio scope"])
def test_ctrl_c_ends_a_call_and_closes_its_connection(server: FaultServer, mode: Mode) -> None:
    server.default = NEVER_ANSWERED
    main_thread = threading.main_thread().ident
    assert main_thread is not None

    def press() -> None:
        server.wait_for(lambda: len(server.arrivals) == 1)
        signal.pthread_kill(main_thread, signal.SIGINT)

    thread = threading.Thread(target=press)

    async def main() -> None:
        async with LedgerBee("key", base_url=server.url, scope_check="off") as lb:
            thread.start()
            await lb.accounts.list()

    with pytest.raises(KeyboardInterrupt):
        run(main, mode)
    thread.join()
    server.wait_idle()


# ---------------------------------------------------------------------- closing the client


@pytest.mark.parametrize("mode", ["asyncio scope", "trio scope"])
def test_closing_the_client_ends_the_calls_that_are_under_way(server: FaultServer, mode: Mode) -> None:
    server.default = NEVER_ANSWERED
    ends: list[BaseException] = []

    async def main() -> None:
        lb = LedgerBee("key", base_url=server.url, scope_check="off")

        async def call(method: Callable[[], Awaitable[object]]) -> None:
            try:
                await method()
            except Exception as error:  # noqa: BLE001  # looked at below
                ends.append(error)

        async with anyio.create_task_group() as group:
            for _ in range(80):  # more than there are connections: the rest waits for one
                group.start_soon(call, lb.accounts.list)
                group.start_soon(call, lambda: lb.quotes.send("q1"))
            await anyio.to_thread.run_sync(server.wait_for, lambda: len(server.arrivals) == 100)
            await lb.aclose()
        await anyio.to_thread.run_sync(server.wait_idle)
        with pytest.raises(ConfigurationError, match=r"accounts\.list: the client is closed"):
            await lb.accounts.list()
        await lb.aclose()

    run(main, mode)
    counted = Counter(type(end) for end in ends)
    assert counted[ConnectionFailedError] == 60  # what waited for a connection was not sent
    assert counted[TransportError] + counted[OutcomeUnknownError] == 100
    assert all("CloseError" in str(end) for end in ends)
    assert len(server.arrivals) == 100


async def test_a_call_that_waits_for_its_next_attempt_is_ended_by_closing_the_client(server: FaultServer) -> None:
    server.default = answer(503, b"")

    async def close_meanwhile(_seconds: float) -> None:
        await lb.aclose()

    lb = LedgerBee("key", base_url=server.url, scope_check="off")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ledgerbee_client._pipeline.anyio.sleep", close_meanwhile)
        with pytest.raises(Exception, match="503"):
            await lb.accounts.list()
    assert len(server.arrivals) == 1


async def test_a_client_of_the_callers_own_stays_open(server: FaultServer) -> None:
    async with httpx.AsyncClient() as http:
        lb = LedgerBee("key", base_url=server.url, scope_check="off", http_client=http)
        await lb.request("GET", "/v1/anything")
        await lb.aclose()
        with pytest.raises(ConfigurationError, match="closed"):
            await lb.request("GET", "/v1/anything")
        assert (await http.get(f"{server.url}/v1/anything")).status_code == 200


async def test_a_connection_that_never_came_about_was_not_sent_when_the_client_is_closed() -> None:
    with FaultServer(listen=False) as server:
        lb = LedgerBee("key", base_url=server.url, scope_check="off", retry=None)
        with pytest.raises(
            ConnectionFailedError, match=r"quotes\.send: no connection to [^ ]+; nothing was sent: ConnectError"
        ):
            await lb.quotes.send("q1")
        await lb.aclose()
