"""The pool of connections, over real ones: what is used again, what is closed, and whose answer comes back."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import io
import random
import types
from collections import Counter
from typing import TYPE_CHECKING, Any

import anyio
import anyio.lowlevel
import httpx
import pytest
import trustme

from ledgerbee_client import LedgerBee, RetryPolicy
from ledgerbee_client import _pool as pool
from ledgerbee_client._download import FileSink
from ledgerbee_client.errors import (
    ConfigurationError,
    OutcomeUnknownError,
    ServerError,
    TransportError,
)
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.types import Request
from tests.client.fault_server import (
    CUT_AFTER_HEADERS,
    CUT_BETWEEN_CHUNKS,
    CUT_IN_BODY,
    GARBAGE,
    GATEWAY,
    MARKER,
    NEVER_ANSWERED,
    OK,
    RATE_LIMITED,
    STALLED_IN_BODY,
    FaultServer,
    Step,
    answer,
)
from tests.client.test_cancellation import MANY, MODES, Mode, cancelled_at, run, tasks_alive

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Coroutine, Iterator
    from pathlib import Path

BACKENDS = ["asyncio", "trio"]


def content(step: Step) -> bytes:
    """The bytes of a whole answer."""
    (part,) = step.parts
    assert isinstance(part, bytes)
    return part


def of_size(size: int, marker: str) -> bytes:
    """An answer of so many bytes, its head included, that says whose it is."""
    missing = 0
    for _ in range(3):  # the length of the length changes the length
        whole = content(answer(body={"marker": marker, "padding": "x" * missing}))
        missing += size - len(whole)
    assert len(whole) == size
    return whole


#: An answer after which the server closes without having said so.
OK_AND_CLOSE = Step(OK.parts, applied=True, close=True)
OTHERS = content(answer(body={"invoice": "somebody else's"}))
#: The most that a record of TLS holds, bytes.
TLS_RECORD = 16_384


class TlsServer(FaultServer):
    """The same server for https."""

    def __init__(self, context: ssl.SSLContext) -> None:
        super().__init__()
        self._context = context

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}/api"

    async def _start(self) -> None:
        self._server = await asyncio.start_server(
            self._serve, sock=self._socket, backlog=2048, limit=2**20, ssl=self._context, ssl_shutdown_timeout=0.05
        )


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(autouse=True)
def _trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(file)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))


@pytest.fixture
def plain() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture
def tls(authority: trustme.CA) -> Iterator[FaultServer]:
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with TlsServer(context) as running:
        yield running


@pytest.fixture(params=["plain", "tls"])
def server(request: pytest.FixtureRequest) -> FaultServer:
    return request.getfixturevalue(request.param)


def client(server: FaultServer, **options: Any) -> LedgerBee:
    options = {"retry": RetryPolicy(initial_delay=0), "scope_check": "off"} | options
    return LedgerBee("key", base_url=server.url, **options)


def pool_of(lb: LedgerBee) -> pool.Pool:
    http: Any = lb._attempts._channel._http
    assert isinstance(http._transport._pool, pool.Pool)
    return http._transport._pool


async def get(lb: LedgerBee, marker: str = "m") -> Any:
    return (await lb.request("GET", "/v1/anything", headers={MARKER: marker})).parsed


async def post(lb: LedgerBee, marker: str = "m") -> Any:
    return (await lb.request("POST", "/v1/anything", headers={MARKER: marker}, json={})).parsed


async def crowd(number: int, call: Callable[[], Coroutine[Any, Any, object]]) -> None:
    async with anyio.create_task_group() as group:
        for _ in range(number):
            group.start_soon(call)


async def until(server: FaultServer, condition: Callable[[], bool]) -> None:
    await anyio.to_thread.run_sync(server.wait_for, condition)


# ---------------------------------------------------------------------- what is used again


@pytest.mark.parametrize("backend", BACKENDS)
def test_calls_one_after_the_other_share_a_connection(server: FaultServer, backend: str) -> None:
    async def main() -> None:
        async with client(server) as lb:
            for _ in range(5):
                await post(lb)
                await get(lb)
            assert len(pool_of(lb).connections) == 1

    anyio.run(main, backend=backend)
    server.wait_idle()
    assert server.connections == 1


@pytest.mark.parametrize("backend", BACKENDS)
def test_calls_at_once_open_a_connection_each_and_later_ones_use_the_last_first(
    plain: FaultServer, backend: str
) -> None:
    plain.plan("slow", *[Step((0.2, *OK.parts))] * 10)

    async def main() -> None:
        async with client(plain) as lb:
            await crowd(10, lambda: get(lb, "slow"))
            assert plain.connections == 10
            await crowd(10, lambda: get(lb))
            assert plain.connections == 10
            await get(lb)
            last = plain.arrivals[-1].connection
            for _ in range(3):
                await get(lb)
                assert plain.arrivals[-1].connection == last
            assert len(pool_of(lb).connections) == 10

    anyio.run(main, backend=backend)
    plain.wait_idle()


async def test_there_are_never_more_connections_than_the_limit(plain: FaultServer) -> None:
    async with client(plain) as lb:
        for _ in range(3):
            await crowd(300, lambda: get(lb))
        assert plain.connections <= 100
    assert plain.count("m") == 900


async def test_origins_do_not_take_each_others_connections(plain: FaultServer) -> None:
    with FaultServer() as other:
        async with contextlib.aclosing(httpx.AsyncClient()) as http:
            pool.install(http, httpx.Limits(max_connections=2, keepalive_expiry=30))
            connections = http._transport._pool
            for _ in range(4):
                assert (await http.get(plain.url)).status_code == 200
                assert (await http.get(other.url)).status_code == 200
            assert (plain.connections, other.connections) == (1, 1)
            await crowd(2, lambda: http.get(plain.url))
            assert len(connections.connections) == 2  # that of the other origin made room
            assert plain.connections == 2
        other.wait_idle()


# ---------------------------------------------------------------------- what isn't


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_write_does_not_go_out_on_a_connection_that_the_server_has_closed(server: FaultServer, backend: str) -> None:
    server.plan("closing", *[Step((0.1, *OK.parts), applied=True, close=True)] * 3)

    async def main() -> None:
        async with client(server, retry=None) as lb:
            await crowd(3, lambda: post(lb, "closing"))
            await until(server, lambda: server.open_connections == 0)
            assert await post(lb) == {}
            assert len(pool_of(lb).connections) == 1

    anyio.run(main, backend=backend)
    assert server.count("m") == 1


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("size", [200, TLS_RECORD], ids=["in one record", "in a record of their own"])
def test_bytes_after_an_answer_are_nobodys_answer(server: FaultServer, backend: str, size: int) -> None:
    async def main() -> None:
        async with client(server, retry=None) as lb:
            for number in range(5):
                server.plan(f"m{number}", Step((of_size(size, f"m{number}") + OTHERS,), applied=True))
                assert (await post(lb, f"m{number}"))["marker"] == f"m{number}"
                assert pool_of(lb).connections == []

    anyio.run(main, backend=backend)


@pytest.mark.parametrize("backend", BACKENDS)
def test_bytes_that_come_while_a_connection_is_idle_are_nobodys_answer(server: FaultServer, backend: str) -> None:
    server.plan("m", Step((of_size(200, "m"), 0.1, OTHERS), applied=True))

    async def main() -> None:
        async with client(server, retry=None) as lb:
            assert (await post(lb))["marker"] == "m"
            (connection,) = pool_of(lb).connections
            with anyio.fail_after(10):
                while not connection.has_expired():  # noqa: ASYNC110  # nobody tells
                    await anyio.sleep(0.01)
            assert await post(lb) == {}

    anyio.run(main, backend=backend)
    assert server.connections == 2


@pytest.mark.parametrize("extra", [OTHERS, b"HTTP/1.1 204 No Content\r\n\r\n", b"\r\n", b"{}"], ids=repr)
async def test_bytes_after_an_empty_answer_close_its_connection(server: FaultServer, extra: bytes) -> None:
    server.plan("m", Step((b"HTTP/1.1 204 No Content\r\n\r\n" + extra,)))
    async with client(server, retry=None) as lb:
        await post(lb)
        assert pool_of(lb).connections == []


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    "step", [CUT_AFTER_HEADERS, CUT_IN_BODY, CUT_BETWEEN_CHUNKS, GARBAGE, Step(close=True)], ids=repr
)
def test_an_answer_that_is_broken_off_takes_its_connection_along(server: FaultServer, backend: str, step: Step) -> None:
    server.plan("broken", step)

    async def main() -> None:
        async with client(server) as lb:
            with pytest.raises(OutcomeUnknownError):
                await post(lb, "broken")
            assert pool_of(lb).connections == []
            assert await post(lb) == {}

    anyio.run(main, backend=backend)
    server.wait_idle()
    assert server.connections == 2


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_body_that_is_not_read_to_its_end_takes_its_connection_along(server: FaultServer, backend: str) -> None:
    server.plan("large", answer(body=b" " * 1_000_000))

    async def main() -> None:
        async with client(server) as lb:

            class Full:
                def begin(self, _response: httpx.Response) -> None: ...

                def write(self, _chunk: bytes) -> None:
                    raise ValueError("enough")

            request = Request("/v1/invoices/i1/pdf", headers={MARKER: "large"})
            with pytest.raises(ValueError, match="enough"):
                await lb._pipeline.send(OPERATIONS["invoices.pdf"], request, lb._options, sink=Full())
            assert pool_of(lb).connections == []
            await until(server, lambda: server.open_connections == 0)
            assert await get(lb) == {}

    anyio.run(main, backend=backend)


async def test_an_answer_that_announces_the_end_closes_its_connection(server: FaultServer) -> None:
    server.plan("m", answer(headers={"Connection": "close"}))
    async with client(server) as lb:
        await post(lb)
        assert pool_of(lb).connections == []
        await until(server, lambda: server.open_connections == 0)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("step", [NEVER_ANSWERED, STALLED_IN_BODY], ids=["no answer", "half an answer"])
def test_a_call_that_runs_into_a_timeout_closes_its_connection(server: FaultServer, backend: str, step: Step) -> None:
    server.plan("m", step)

    async def main() -> None:
        async with client(server, timeout=httpx.Timeout(5, read=0.1), retry=None) as lb:
            with pytest.raises(OutcomeUnknownError):
                await post(lb)
            assert pool_of(lb).connections == []
            await until(server, lambda: server.open_connections == 0)

    anyio.run(main, backend=backend)


@pytest.mark.parametrize("backend", BACKENDS)
def test_what_was_idle_for_too_long_is_closed_when_the_next_call_begins(
    server: FaultServer, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr(pool, "time", types.SimpleNamespace(monotonic=lambda: now))
    server.plan("slow", *[Step((0.1, *OK.parts))] * 3)

    async def main() -> None:
        nonlocal now
        async with client(server) as lb:
            await crowd(3, lambda: get(lb, "slow"))
            now += 20
            await get(lb)
            now += 20
            await get(lb)
            assert server.connections == 3
            assert server.arrivals[-1].connection == server.arrivals[-2].connection
            await until(server, lambda: server.open_connections == 1)
            now += 31
            await get(lb)
            assert server.connections == 4
            await until(server, lambda: server.open_connections == 1)

    anyio.run(main, backend=backend)


# ---------------------------------------------------------------------- cancelling and closing


async def _stream(lb: LedgerBee) -> None:
    request = Request("/v1/invoices/i1/pdf")
    await lb._pipeline.send(
        OPERATIONS["invoices.pdf"], request, lb._options, sink=FileSink(OPERATIONS["invoices.pdf"], io.BytesIO())
    )


PIECES = Step((b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n", 0.0, b"%P", 0.0, b"DF"))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("call", [get, post, _stream], ids=lambda call: call.__name__)
@pytest.mark.parametrize(
    ("server", "before"),
    [("plain", "new"), ("plain", "idle"), ("plain", "stale"), ("plain", "expired"), ("tls", "new")],
    indirect=["server"],
)
def test_a_call_that_is_cancelled_at_any_of_its_awaits_leaves_no_connection_behind(
    server: FaultServer, mode: Mode, call: Callable[[LedgerBee], Coroutine[Any, Any, object]], before: str
) -> None:
    async def main() -> None:
        for step in range(MANY):
            server.set_plan("/v1/invoices/i1/pdf", PIECES)
            tasks = tasks_alive()
            with pytest.MonkeyPatch.context() as patch:
                async with client(server, retry=None) as lb:
                    if before != "new":
                        server.set_plan("first", Step((0.01, *OK.parts), close=before == "stale"))
                        server.set_plan("second", Step((0.01, *OK.parts), close=before == "stale"))
                        async with anyio.create_task_group() as group:
                            group.start_soon(get, lb, "first")
                            group.start_soon(get, lb, "second")
                    if before == "stale":
                        await until(server, lambda: server.open_connections == 0)
                    if before == "expired":
                        later = anyio.current_time() + 1e9
                        patch.setattr(pool, "time", types.SimpleNamespace(monotonic=lambda later=later: later))
                    cancelled = await cancelled_at(step, lambda lb=lb: call(lb), mode)
                    assert tasks_alive() == tasks, f"a task was left at step {step}"
                    if lb._attempts._channel._http is not None:
                        assert not pool_of(lb)._busy, f"at step {step}"
                        assert all(one.is_idle() for one in pool_of(lb).connections), f"at step {step}"
                    server.set_plan("m")
                    server.set_plan("/v1/invoices/i1/pdf")
                    with anyio.fail_after(20):
                        assert await get(lb) == {}
            gc.collect()
            await anyio.lowlevel.checkpoint()
            await anyio.to_thread.run_sync(server.wait_idle)
            if not cancelled:
                assert step > 3, "it was hardly cancelled at all"
                return
        pytest.fail("it never came to an end")

    run(main, mode)


@pytest.mark.parametrize("mode", MODES)
def test_closing_can_be_cancelled_and_still_closes_everything(server: FaultServer, mode: Mode) -> None:
    async def main() -> None:
        for step in range(MANY):
            server.set_plan("slow", *[Step((0.05, *OK.parts))] * 3)
            lb = client(server)
            await crowd(3, lambda lb=lb: get(lb, "slow"))
            cancelled = await cancelled_at(step, lb.aclose, mode)
            await anyio.to_thread.run_sync(server.wait_idle)
            if not cancelled:
                return
        pytest.fail("it never came to an end")

    run(main, mode)


@pytest.mark.parametrize("backend", BACKENDS)
def test_closing_while_calls_are_under_way_closes_their_connections(server: FaultServer, backend: str) -> None:
    server.plan("idle", *[Step((0.1, *OK.parts))] * 5)
    server.plan("hanging", *[NEVER_ANSWERED] * 5, *[STALLED_IN_BODY] * 5)

    async def main() -> None:
        lb = client(server)
        await crowd(5, lambda: get(lb, "idle"))

        async def hang() -> None:
            with pytest.raises(TransportError, match="CloseError"):
                await get(lb, "hanging")

        async with anyio.create_task_group() as group:
            for _ in range(10):
                group.start_soon(hang)
            await until(server, lambda: server.count("hanging") == 10)
            await lb.aclose()
        assert pool_of(lb).connections == []
        with pytest.raises(ConfigurationError, match="closed"):
            await get(lb)

    anyio.run(main, backend=backend)
    server.wait_idle()
    assert server.connections == 10


# ---------------------------------------------------------------------- other ways out


async def test_a_proxy_of_the_environment_is_reached_as_httpx_reaches_it(
    plain: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", plain.url.removesuffix("/api"))
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    async with LedgerBee("key", base_url="http://localhost:9/api", scope_check="off") as lb:
        assert await get(lb) == {}
        assert pool_of(lb).connections == []
    assert plain.arrivals[0].target == "http://localhost:9/api/v1/anything"


async def test_a_certificate_that_nobody_vouches_for_is_refused(
    tls: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(file)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    async with client(tls, retry=None) as lb:
        with pytest.raises(TransportError, match="CERTIFICATE_VERIFY_FAILED"):
            await post(lb)
        assert pool_of(lb).connections == []
    assert tls.arrivals == []


# ---------------------------------------------------------------------- everything at once


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("seed", [1, 2])
def test_under_load_with_faults_each_answer_belongs_to_its_request(plain: FaultServer, backend: str, seed: int) -> None:
    dice = random.Random(seed)
    faults = [*GATEWAY.values(), RATE_LIMITED, CUT_AFTER_HEADERS, CUT_IN_BODY, GARBAGE, NEVER_ANSWERED, STALLED_IN_BODY]
    ends: Counter[str] = Counter()

    async def call(lb: LedgerBee, marker: str) -> None:
        if dice.random() < 0.3:
            plain.plan(marker, dice.choice(faults))
        mine = of_size(dice.choice([200, TLS_RECORD, 100_000]), marker)
        twice = len(mine) <= TLS_RECORD and dice.random() < 0.3
        plain.plan(marker, Step((mine * 2 if twice else mine,), applied=True, close=dice.random() < 0.2))
        method = dice.choice([get, post])
        with (
            anyio.move_on_after(0.01 if dice.random() < 0.1 else 10) as scope,
            contextlib.suppress(OutcomeUnknownError, TransportError, ServerError),
        ):
            assert (await method(lb, marker))["marker"] == marker
            ends["answered"] += 1
        ends["cancelled"] += scope.cancelled_caught

    async def main() -> None:
        timeout = httpx.Timeout(5, read=0.5, pool=60)
        async with client(plain, timeout=timeout, retry=RetryPolicy(initial_delay=0, max_attempts=5)) as lb:
            markers = iter([f"marker {number}" for number in range(500)])

            async def worker() -> None:
                for marker in markers:
                    await call(lb, marker)

            await crowd(40, worker)
            assert not pool_of(lb)._busy

    anyio.run(main, backend=backend)
    plain.wait_idle()
    assert ends["answered"] > 350
    assert ends["cancelled"] > 5
    assert plain.counts().total() > 500
