"""Cancelling requests at each of their awaits: no socket and no place is lost."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import anyio
import anyio.lowlevel
import httpx
import pytest

from ledgerbee_client._transport import connections
from tests.client.cancelling import MANY, MODES, Mode, cancelled_at, run, tasks_alive
from tests.client.fault_server import MARKER, NEVER_ANSWERED, OK, STALLED_IN_BODY, FaultServer, Step
from tests.client.transport_support import Sender, crowd, until
from tests.shared.cases import in_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

in_every_mode = pytest.mark.parametrize("mode", MODES)
STATES = [
    ("plain", "new"),
    ("plain", "idle"),
    ("plain", "stale"),
    ("plain", "expired"),
    ("tls", "new"),
    ("tls", "expired"),
]

PIECES = Step((b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n", 0.0, b"%P", 0.0, b"DF"))


async def read(http: Sender) -> None:
    await http.read()


async def write(http: Sender) -> None:
    await http.write()


async def stream(http: Sender) -> None:
    async with http.stream("GET", "/v1/anything", headers={MARKER: "pieces"}) as response:
        async for _ in response.aiter_bytes():
            pass


@pytest.mark.slow
@pytest.mark.parametrize(
    ("state", "call", "mode"),
    [
        pytest.param(state, call, mode, id=f"{' '.join(state)}, {call.__name__}, {mode}")
        for state, call, mode in in_turn(STATES, [read, write, stream], MODES)
    ],
)
def test_a_request_that_is_cancelled_at_any_of_its_awaits_leaves_no_connection_behind(
    request: pytest.FixtureRequest,
    state: tuple[str, str],
    call: Callable[[Sender], Coroutine[object, object, None]],
    mode: Mode,
) -> None:
    server, before = state
    running: FaultServer = request.getfixturevalue(f"{server}_server")

    async def main() -> None:
        for step in range(MANY):
            running.set_plan("pieces", PIECES)
            tasks = tasks_alive()
            with pytest.MonkeyPatch.context() as patch:
                async with Sender(running, httpx.Limits(max_connections=2), pool=5) as http:
                    if before != "new":
                        for marker in ("first", "second"):
                            running.set_plan(marker, Step((0.02, *OK.parts), close=before == "stale"))
                        async with anyio.create_task_group() as group:
                            group.start_soon(http.write, "first")
                            group.start_soon(http.write, "second")
                    if before == "stale":
                        await http.until_closed_by_the_server()
                    if before == "expired":
                        later = connections.time.monotonic() + 1e9
                        patch.setattr(connections, "time", Frozen(later))
                    cancelled = await cancelled_at(step, lambda http=http: call(http), mode)
                    assert tasks_alive() == tasks, f"a task was left at step {step}"
                    running.set_plan("pieces")
                    await crowd(2, http.read)  # both places are there
                    assert http.transport.open_connections <= 2, f"at step {step}"
            gc.collect()
            await anyio.lowlevel.checkpoint()
            await anyio.to_thread.run_sync(running.wait_idle)
            if not cancelled:
                assert step > 1, "it was hardly cancelled at all"
                return
        pytest.fail("it never came to an end")

    run(main, mode)


class Frozen:
    """Stands for the module `time`."""

    def __init__(self, now: float) -> None:
        self._now = now

    def monotonic(self) -> float:
        return self._now


@pytest.mark.slow
@in_every_mode
def test_after_hundreds_of_cancelled_requests_all_places_are_there(either_server: FaultServer, mode: Mode) -> None:
    async def main() -> None:
        async with Sender(either_server, httpx.Limits(max_connections=5), pool=5) as http:
            for steps in range(50):
                async with anyio.create_task_group() as group:
                    for _ in range(8):
                        group.start_soon(http.read)
                    for _ in range(steps):
                        await anyio.lowlevel.checkpoint()
                    group.cancel_scope.cancel()
            either_server.set_plan("hanging", *[NEVER_ANSWERED] * 5)
            async with anyio.create_task_group() as group:
                for _ in range(5):
                    group.start_soon(http.read, "hanging")
                await until(either_server, lambda: either_server.count("hanging") == 5)  # all five at once
                group.cancel_scope.cancel()
            assert http.transport.open_connections <= 5

    run(main, mode)
    either_server.wait_idle()


@in_every_mode
@pytest.mark.parametrize("step", [NEVER_ANSWERED, STALLED_IN_BODY], ids=["no response", "half a response"])
def test_a_request_that_hangs_can_be_cancelled_without_harm_to_the_others(
    either_server: FaultServer, mode: Mode, step: Step
) -> None:
    either_server.plan("hanging", *[step] * 20)

    async def main() -> None:
        tasks = tasks_alive()
        async with Sender(either_server) as http:
            done: list[object] = []

            async def one() -> None:
                done.append(await http.read())

            async with anyio.create_task_group() as group, anyio.create_task_group() as doomed:
                for _ in range(20):
                    doomed.start_soon(http.write, "hanging")
                    group.start_soon(one)
                await until(either_server, lambda: either_server.count("hanging") == 20)
                doomed.cancel_scope.cancel()
            assert done == [{}] * 20
            assert tasks_alive() == tasks
            mine = http.transport.open_connections
            await until(either_server, lambda: either_server.open_connections == mine)

    run(main, mode)
    either_server.wait_idle()


@in_every_mode
def test_closing_can_be_cancelled_and_still_closes_everything(either_server: FaultServer, mode: Mode) -> None:
    async def main() -> None:
        for step in range(MANY):
            either_server.set_plan("slow", *[Step((0.05, *OK.parts))] * 3)
            http = Sender(either_server)
            await crowd(3, lambda http=http: http.read("slow"))
            cancelled = await cancelled_at(step, http.transport.aclose, mode)
            await anyio.to_thread.run_sync(either_server.wait_idle)
            if not cancelled:
                return
        pytest.fail("it never came to an end")

    run(main, mode)
