"""Lists in tasks: what takes `list()`, what is left behind, and what near misses are told. Over a list in process."""

from __future__ import annotations

import asyncio
import copy
import gc
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest
import trio

from ledgerbee_client import LedgerBee, Page, Paginator
from ledgerbee_client._pagination.together import together
from ledgerbee_client.errors import APIError
from tests.shared.in_process import Rows, client

# ---------------------------------------------------------------------- requests in flight


async def test_after_a_response_that_is_of_no_use_as_few_requests_are_in_flight_as_at_first() -> None:
    """An API that gives 25 rows a page whatever it is asked for: what was read ahead is asked for once more."""
    rows, batches, in_flight = Rows(500), [0], 0

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal in_flight
        if not in_flight:
            batches.append(0)
        batches[-1] += 1
        in_flight += 1
        for _ in range(50):  # until all that are sent together have arrived
            await anyio.lowlevel.checkpoint()
        in_flight -= 1
        return httpx.Response(200, json=rows.envelope(int(request.url.params["page"]), 25))

    async with client(answer) as lb:
        assert [one.id async for one in lb.products.list(limit=25, prefetch=4)] == rows.rows
    assert batches[1:6] == [1, 5, 1, 2, 4]


# ---------------------------------------------------------------------- one page, in tasks


async def in_a_group(lb: LedgerBee) -> list[Page[Any]]:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(lb.products.list(page=page, limit=5)) for page in (1, 2)]
    return [task.result() for task in tasks]


@pytest.mark.parametrize(
    "how",
    [
        lambda lb: asyncio.gather(lb.products.list(limit=5), lb.products.list(page=2, limit=5)),
        in_a_group,
        lambda lb: _all(
            asyncio.create_task(lb.products.list(limit=5)), asyncio.ensure_future(lb.products.list(page=2, limit=5))
        ),
        lambda lb: _all(
            asyncio.wait_for(lb.products.list(limit=5), 5), asyncio.shield(lb.products.list(page=2, limit=5))
        ),
    ],
)
async def test_what_runs_coroutines_takes_a_list_for_its_page(how: Callable[[LedgerBee], Awaitable[Any]]) -> None:
    rows = Rows(12)
    async with client(rows.answer) as lb:
        first, second = await how(lb)
    assert [item.id for item in first] == rows.rows[:5]
    assert [item.id for item in second] == rows.rows[5:10]
    assert sorted(rows.requests) == [(1, 5), (2, 5)]


async def _all(*awaitables: Awaitable[Any]) -> list[Any]:
    return [await one for one in awaitables]


async def test_as_completed_takes_lists() -> None:
    async with client(Rows(12).answer) as lb:
        pages = [await one for one in asyncio.as_completed([lb.products.list(limit=5), lb.products.list(limit=6)])]
    assert sorted(map(len, pages)) == [5, 6]


def test_asyncio_run_and_a_trio_nursery_take_a_list() -> None:
    rows = Rows(12)
    lb = client(rows.answer)
    assert len(asyncio.run(lb.products.list(limit=5))) == 5

    async def main() -> None:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(lb.products.list)
        await lb.aclose()

    trio.run(main)
    assert len(rows.requests) == 2


async def test_a_list_can_be_read_again_and_in_one_task_after_another() -> None:
    rows = Rows(12)
    async with client(rows.answer) as lb:
        items = lb.products.list(limit=5)
        assert len(await items) == len(await items) == 5
        assert len(await asyncio.create_task(items)) == 5
        assert len(await asyncio.create_task(items)) == 5
        assert len(await items.collect()) == 12
    assert isinstance(items, Paginator)


async def test_two_tasks_at_once_need_two_calls() -> None:
    async def answer(_request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0.01)
        return httpx.Response(200, json={"data": []})

    async with client(answer) as lb:
        items = lb.products.list()
        tasks = [asyncio.create_task(items), asyncio.create_task(items)]
        first, second = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(first, Page)
    assert isinstance(second, RuntimeError)
    assert "another task is reading this page of products.list" in str(second)


async def test_an_error_and_a_cancellation_reach_the_task() -> None:
    async def answer(_request: httpx.Request) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError

    async with client(lambda _: httpx.Response(403)) as lb:
        with pytest.raises(APIError):
            await asyncio.create_task(lb.products.list())
    async with client(answer) as lb:
        items = lb.products.list()
        for steps in range(6):
            task = asyncio.create_task(items)
            for _ in range(steps):
                await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        assert len(asyncio.all_tasks()) == 1


async def test_closing_ends_what_a_task_has_begun() -> None:
    async def answer(_request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0)
        return httpx.Response(200, json={"data": []})

    async with client(answer) as lb:
        items = lb.products.list()
        items.close()
        items.send(None)
        items.close()
        assert await items == Page(items=[])
        with pytest.raises(LookupError):
            items.throw(LookupError)
        with pytest.raises(LookupError, match="why"):
            items.throw(LookupError, LookupError("why"), None)


# ---------------------------------------------------------------------- near misses


@pytest.mark.parametrize(
    ("misuse", "advice"),
    [
        (lambda items: [*items], "async for item in lb.products.list"),
        (lambda items: "x" in items, "async for item in lb.products.list"),
        (len, "await lb.products.list"),
        (lambda items: items[0], "await lb.products.list"),
        (sorted, "collect()"),
        (lambda items: [*items.pages()], "async for"),
        (lambda items: [*aiter(items)], "async for"),
    ],
)
async def test_near_misses_are_told_what_to_write(misuse: Callable[[Any], object], advice: str) -> None:
    async with client(Rows(3).answer) as lb:
        with pytest.raises(TypeError) as caught:
            misuse(lb.products.list())
        assert advice in str(caught.value)
        with pytest.raises(TypeError, match="instead of `await"):
            await lb.products.list().pages()  # type: ignore[misc]
        with pytest.raises(TypeError, match="for item in page"):
            async for _ in await lb.products.list():  # type: ignore[attr-defined]
                pass


async def test_what_belongs_to_a_page_is_looked_for_there() -> None:
    async with client(Rows(3).answer) as lb:
        items: Any = lb.products.list()
        assert bool(items) is True
        with pytest.raises(AttributeError, match=r"page = await lb.products.list\(...\)`, then `page.total`"):
            _ = items.total
        with pytest.raises(AttributeError, match=r"has no attribute 'colect'$"):
            _ = items.colect
        assert not hasattr(items, "items")
        assert len(await copy.copy(items)) == 3


# ---------------------------------------------------------------------- stopping


@pytest.mark.parametrize("prefetch", [0, 5])
async def test_breaking_off_leaves_nothing_behind(prefetch: int) -> None:
    rows = Rows(100)
    async with client(rows.answer) as lb:
        async for _ in lb.products.list(limit=5, prefetch=prefetch):
            break
        sent = len(rows.requests)
        for _ in range(5):
            await anyio.lowlevel.checkpoint()
        assert len(rows.requests) == sent == 1
        assert len(asyncio.all_tasks()) == 1
    gc.collect()


async def fail_on_the_first(lb: LedgerBee) -> None:
    async for _ in lb.products.list(limit=5, prefetch=5):
        raise LookupError


async def test_an_error_of_the_caller_leaves_nothing_behind() -> None:
    rows = Rows(100)
    async with client(rows.answer) as lb:
        with pytest.raises(LookupError):
            await fail_on_the_first(lb)
    gc.collect()


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("prefetch", [0, 4])
def test_a_reading_that_was_cancelled_goes_on_where_it_was(backend: str, prefetch: int) -> None:
    """Cancelled at every point where it waits; nothing is lost, nothing comes twice, nothing is left running."""
    rows = Rows(60)

    async def answer(request: httpx.Request) -> httpx.Response:
        for _ in range(3):
            await anyio.lowlevel.checkpoint()
        return rows.answer(request)

    async def main() -> None:
        budget = 0
        async with client(answer) as lb:
            items = aiter(lb.products.list(limit=10, prefetch=prefetch, on_drift="raise"))
            found: list[str | None] = []
            ended = False
            while not ended:
                with anyio.CancelScope() as scope:
                    async with anyio.create_task_group() as group:
                        group.start_soon(cancel_after, scope, budget)
                        try:
                            item = await anext(items)
                        except StopAsyncIteration:
                            ended = True
                        else:
                            found.append(item.id)
                        budget = -1
                        group.cancel_scope.cancel()
                budget += 1
                assert budget < 500
            assert found == rows.rows

    async def cancel_after(scope: anyio.CancelScope, steps: int) -> None:
        for _ in range(steps):
            await anyio.lowlevel.checkpoint()
        scope.cancel()

    anyio.run(main, backend=backend)


async def test_errors_of_later_windows_are_errors() -> None:
    rows = Rows(10)

    def answer(request: httpx.Request) -> httpx.Response:
        return rows.answer(request) if request.url.params["limit"] == "5" else httpx.Response(403)

    async with client(answer) as lb:
        for prefetch in (0, 3):
            with pytest.raises(APIError):
                await lb.products.list(limit=5, prefetch=prefetch).collect()


# ---------------------------------------------------------------------- at the same time


async def test_jobs_run_together_and_keep_their_order() -> None:
    async def job(number: int) -> int:
        await anyio.lowlevel.checkpoint()
        return number

    assert await together([lambda n=n: job(n) for n in range(5)]) == [0, 1, 2, 3, 4]
    assert await together([lambda: job(1)]) == [1]
    assert await together([]) == []


@pytest.mark.parametrize("failing", [0, 1])
async def test_the_first_error_ends_the_other_jobs_and_comes_as_it_is(failing: int) -> None:
    ended: list[int] = []

    async def job(number: int) -> None:
        if number == failing:
            raise LookupError("oops")
        try:
            await anyio.sleep_forever()
        finally:
            ended.append(number)

    with pytest.raises(LookupError, match="oops"):
        await together([lambda n=n: job(n) for n in range(3)])
    assert set(ended) <= {0, 1, 2} - {failing}


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_cancellation_that_meets_one_of_the_other_jobs_only_ends_the_call(backend: str) -> None:
    """The caller's own job is done by then: nothing is left to wait for that could be cancelled."""

    async def main() -> None:
        ended = anyio.Event()

        async def own() -> None:
            with anyio.CancelScope(shield=True):
                await ended.wait()
                await anyio.sleep(0.01)  # until its task is gone

        async def other() -> None:
            scope.cancel()
            try:
                await anyio.sleep_forever()
            finally:
                ended.set()

        with anyio.CancelScope() as scope:
            await together([own, other])
            pytest.fail("it returned")
        assert scope.cancelled_caught

    anyio.run(main, backend=backend)


async def test_a_job_whose_task_alone_is_cancelled_is_an_error() -> None:
    async def own() -> None:
        await anyio.sleep(0.01)

    async def other() -> None:
        task = asyncio.current_task()
        assert task is not None
        task.cancel()
        await anyio.sleep_forever()

    with pytest.raises(RuntimeError, match="cancelled"):
        await together([own, other])
