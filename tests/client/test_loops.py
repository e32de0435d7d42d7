"""What belongs to an event loop: one value each, and none of a parent process."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import threading

import anyio
import anyio.lowlevel
import pytest

from ledgerbee_client._locks import LoopLock
from ledgerbee_client._loops import PerLoop


class Value:
    pass


async def here(values: PerLoop[Value]) -> Value:
    return values.here()


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_each_loop_has_a_value_of_its_own(backend: str) -> None:
    values = PerLoop(Value)

    async def main() -> Value:
        assert values.here() is values.here()
        assert values.here() in values.everywhere()
        return values.here()

    assert anyio.run(main, backend=backend) is not anyio.run(main, backend=backend)


def test_two_loops_in_two_threads_have_two() -> None:
    values = PerLoop(Value)
    together = threading.Barrier(4)
    found: list[Value] = []

    async def main() -> None:
        found.append(values.here())
        await asyncio.to_thread(together.wait, 10)  # all loops run at the same time

    threads = [threading.Thread(target=asyncio.run, args=(main(),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(set(found)) == 4


def test_the_value_of_a_closed_loop_is_dropped_even_if_it_holds_the_loop() -> None:
    class Holding:
        def __init__(self) -> None:
            self.loop = asyncio.get_running_loop()

    values = PerLoop(Holding)

    async def main() -> None:
        values.here()

    for _ in range(5):
        asyncio.run(main())
    gc.collect()
    assert values.everywhere() == []


def test_without_a_loop_there_is_nothing_to_take_and_nothing_to_make() -> None:
    values = PerLoop(Value)
    assert values.pop_here() is None
    with pytest.raises(anyio.NoEventLoopError):
        values.here()


async def test_what_was_taken_is_made_anew() -> None:
    values = PerLoop(Value)
    assert values.pop_here() is None
    first = values.here()
    assert values.pop_here() is first
    assert values.here() is not first


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform can't fork")
@pytest.mark.filterwarnings("ignore:This process.*is multi-threaded")
async def test_a_child_has_nothing_of_its_parent_and_does_not_finalize_it() -> None:
    reading, writing = os.pipe()
    values = PerLoop(Value)

    class Loud(Value):
        def __del__(self) -> None:
            os.write(writing, b"finalized")

    values = PerLoop[Value](Loud)
    kept = values.here()
    child = os.fork()
    if not child:
        del kept
        gc.collect()
        os.write(writing, b"%d values" % len(values.everywhere()))
        os._exit(0)
    os.waitpid(child, 0)  # noqa: ASYNC222  # it does next to nothing
    assert os.read(reading, 100) == b"0 values"
    assert values.here() is kept


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_lock_excludes_tasks_of_one_loop_and_none_of_another(backend: str) -> None:
    lock = LoopLock()

    async def leave_locked() -> None:
        await lock.__aenter__()

    async def main() -> None:
        inside = 0

        async def work() -> None:
            nonlocal inside
            async with lock:
                inside += 1
                await anyio.lowlevel.checkpoint()
                assert inside == 1
                inside -= 1

        with anyio.fail_after(10):
            async with anyio.create_task_group() as group:
                for _ in range(10):
                    group.start_soon(work)

    anyio.run(leave_locked, backend=backend)
    anyio.run(main, backend=backend)


def test_the_running_loop_is_found_where_trio_was_never_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "trio", raising=False)
    values: PerLoop[object] = PerLoop(object)

    async def twice() -> bool:
        return values.here() is values.here() is values.pop_here()

    assert asyncio.run(twice())
    assert values.pop_here() is None
    with pytest.raises(anyio.NoEventLoopError):
        values.here()
