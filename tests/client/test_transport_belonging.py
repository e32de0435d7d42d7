"""Whom connections belong to: an event loop, a thread, a process."""

from __future__ import annotations

import asyncio
import gc
import json
import multiprocessing
import os
import socket
import sys
import threading
import warnings
from typing import TYPE_CHECKING, Any

import anyio
import httpx
import pytest

from ledgerbee_client._transport import Transport
from tests.client.fault_server import MARKER, NEVER_ANSWERED, OK, FaultServer, Step, answer
from tests.client.transport_support import BACKENDS, Sender, crowd, until

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform can't fork")


async def write(http: Sender, marker: str) -> None:
    assert await http.write(marker) == {}


# ---------------------------------------------------------------------- loops


@pytest.mark.unmeasured
@pytest.mark.parametrize("backend", BACKENDS)
def test_one_loop_after_another_sends_each_request_once_and_leaves_no_socket_behind(
    either_server: FaultServer, backend: str
) -> None:
    http = Sender(either_server)
    for number in range(4):
        anyio.run(crowd, 3, lambda number=number: http.write(f"m{number}"), backend=backend)
        gc.collect()
        either_server.wait_idle()  # the loop closed what belonged to it
    anyio.run(http.aclose, backend=backend)
    assert either_server.counts() == {f"m{number}": 3 for number in range(4)}


def test_asyncio_and_trio_take_turns_with_one_transport(either_server: FaultServer) -> None:
    http = Sender(either_server)
    for number in range(4):
        anyio.run(write, http, f"m{number}", backend=BACKENDS[number % 2])
    anyio.run(http.aclose, backend="trio")
    assert either_server.counts().total() == 4


@pytest.mark.filterwarnings("ignore:unclosed")  # asyncio's own complaint about such a loop
def test_a_loop_that_was_closed_without_ceremony_does_not_disturb_the_next(either_server: FaultServer) -> None:
    http = Sender(either_server)
    for number in range(3):
        loop = asyncio.new_event_loop()
        loop.run_until_complete(write(http, f"m{number}"))
        loop.close()
        gc.collect()
    asyncio.run(http.aclose())
    gc.collect()
    either_server.wait_idle()
    assert either_server.counts().total() == 3


@pytest.mark.unmeasured
def test_two_loops_in_two_threads_use_one_transport_at_once(either_server: FaultServer) -> None:
    http = Sender(either_server)
    together = threading.Barrier(4)
    failures: list[BaseException] = []

    async def main(name: str) -> None:
        for round_ in range(5):
            together.wait(20)
            await crowd(5, lambda round_=round_: write(http, f"{name}-{round_}"))

    def work(name: str, backend: str) -> None:
        try:
            anyio.run(main, name, backend=backend)
        except BaseException as error:  # noqa: BLE001  # looked at below
            failures.append(error)
            together.abort()

    threads = [threading.Thread(target=work, args=(f"t{number}", BACKENDS[number % 2])) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not failures
    assert either_server.counts() == {f"t{number}-{round_}": 5 for number in range(4) for round_ in range(5)}
    either_server.wait_idle()


@pytest.mark.unmeasured
def test_closing_in_one_loop_leaves_the_connections_of_a_running_one_to_it(either_server: FaultServer) -> None:
    http = Sender(either_server)
    other = asyncio.new_event_loop()
    thread = threading.Thread(target=other.run_forever)
    thread.start()
    slow = Step((0.3, *OK.parts), applied=True)
    either_server.plan("slow", slow)
    pending = asyncio.run_coroutine_threadsafe(http.write("slow"), other)
    either_server.wait_for(lambda: either_server.count("slow") == 1)
    asyncio.run(http.aclose())
    assert pending.result(10) == {}  # it was in flight, in its own loop

    async def refused() -> None:
        with pytest.raises(RuntimeError, match="closed"):
            await http.write()

    asyncio.run_coroutine_threadsafe(refused(), other).result(10)
    asyncio.run_coroutine_threadsafe(other.shutdown_asyncgens(), other).result(10)
    other.call_soon_threadsafe(other.stop)
    thread.join(10)
    other.close()
    either_server.wait_idle()


@pytest.mark.parametrize("backend", BACKENDS)
def test_closing_ends_what_is_in_flight_and_refuses_what_comes(either_server: FaultServer, backend: str) -> None:
    either_server.plan("hanging", *[NEVER_ANSWERED] * 3)

    async def main() -> None:
        transport = Transport(httpx.Limits(max_connections=3))
        ends: list[type[Exception]] = []

        async def hang() -> None:
            request = httpx.Request("POST", f"{either_server.url}/x", headers={MARKER: "hanging"})
            try:
                await transport.handle_async_request(request)
            except httpx.TransportError as error:
                ends.append(type(error))

        async with anyio.create_task_group() as group:
            for _ in range(5):  # two of them wait for a connection
                group.start_soon(hang)
            await until(either_server, lambda: either_server.count("hanging") == 3)
            await transport.aclose()
        assert sorted(ends, key=str) == [httpx.ConnectError] * 2 + [httpx.ReadError] * 3
        with pytest.raises(httpx.ConnectError, match="closed"):
            await transport.handle_async_request(httpx.Request("GET", either_server.url))
        await transport.aclose()

    anyio.run(main, backend=backend)
    assert either_server.count("hanging") == 3


# ---------------------------------------------------------------------- forks


def in_a_fork(main: Callable[[], Coroutine[Any, Any, object]]) -> Any:
    """Runs a coroutine in a child process, forked here and now, and returns what it returns."""
    ours, theirs = socket.socketpair()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the server has a thread of its own
        child = os.fork()
    if not child:
        try:
            result = asyncio.run(main())
        except BaseException as error:  # noqa: BLE001  # told to the parent
            result = repr(error)
        theirs.sendall(json.dumps(result).encode())
        os._exit(0)  # nothing of the tests is run twice
    theirs.close()
    os.waitpid(child, 0)
    with ours:
        return json.loads(ours.recv(65_536))


@needs_fork
def test_a_child_makes_connections_of_its_own_and_the_parent_keeps_its(either_server: FaultServer) -> None:
    http = Sender(either_server)

    async def child() -> str:
        await http.write("child")
        await http.write("child")
        opened = http.transport.open_connections
        await http.aclose()
        gc.collect()
        return f"{opened} open"

    async def main() -> None:
        await crowd(2, lambda: http.write("parent"))
        mine = {one.connection for one in either_server.arrivals}
        assert await anyio.to_thread.run_sync(in_a_fork, child) == "1 open"
        assert {one.connection for one in either_server.arrivals if one.marker == "child"}.isdisjoint(mine)
        assert either_server.open_connections == len(mine)  # the child closed its own, and none of these
        await crowd(len(mine), lambda: http.write("parent"))
        assert {one.connection for one in either_server.arrivals if one.marker == "parent"} == mine

    asyncio.run(main())
    either_server.wait_idle()


@pytest.mark.unmeasured
@needs_fork
def test_a_fork_in_the_middle_of_a_request_gives_the_response_to_the_parent_alone(either_server: FaultServer) -> None:
    http = Sender(either_server)
    either_server.plan("parent", OK, Step((0.5, *answer(body={"for": "the parent"}).parts), applied=True))
    either_server.plan("child", answer(body={"for": "the child"}))

    async def child() -> Any:
        return await http.write("child")

    async def main() -> None:
        await http.write("parent")
        async with asyncio.TaskGroup() as group:
            pending = group.create_task(http.write("parent"))
            await until(either_server, lambda: either_server.count("parent") == 2)
            assert await anyio.to_thread.run_sync(in_a_fork, child) == {"for": "the child"}
        assert pending.result() == {"for": "the parent"}

    asyncio.run(main())
    either_server.wait_idle()


@needs_fork
def test_a_child_that_drops_the_client_unused_says_no_farewell_for_the_parent(either_server: FaultServer) -> None:
    holder = [Sender(either_server)]

    async def child() -> str:
        holder.clear()
        gc.collect()
        return "dropped"

    async def main() -> None:
        (http,) = holder
        await http.write("parent")
        assert await anyio.to_thread.run_sync(in_a_fork, child) == "dropped"
        await http.write("parent")

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        asyncio.run(main())
    assert len({one.connection for one in either_server.arrivals}) == 1


@needs_fork
@pytest.mark.skipif(sys.platform == "darwin", reason="forked children of macOS can't use the network safely")
def test_children_of_a_pool_of_processes_use_the_client_of_their_parent(plain_server: FaultServer) -> None:
    global client
    client = Sender(plain_server)
    asyncio.run(client.write("parent"))
    context = multiprocessing.get_context("fork")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        with context.Pool(2) as pool:
            assert pool.map_async(work, ["a", "b", "c", "d"]).get(120) == ["{}"] * 4
    assert plain_server.counts() == {"parent": 1, "a": 1, "b": 1, "c": 1, "d": 1}


client: Sender


def work(marker: str) -> str:
    return json.dumps(asyncio.run(client.write(marker)))
