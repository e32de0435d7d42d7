"""Reading lists from the sandbox on a real port, with others writing meanwhile, and on both event loops."""

from __future__ import annotations

import asyncio
import random
import warnings
from typing import Any

import anyio
import anyio.lowlevel
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import PaginationDriftError, PaginationDriftWarning
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.testing import Sandbox
from tests.shared.asgi_server import Stage, transport
from tests.shared.in_process import Rows

PAGINATED = [one.name for one in OPERATIONS.values() if one.pagination]


def app_of(rows: Rows) -> Starlette:
    """The list in process, on a port."""

    async def listed(request: Request) -> JSONResponse:
        query = request.query_params
        return JSONResponse(rows.read(int(query["page"]), int(query["limit"])))

    return Starlette(routes=[Route("/api/v1/products", listed)])


def client(stage: Stage, key: str = "key", **options: Any) -> LedgerBee:
    return LedgerBee(key, base_url=stage.base_url, scope_check="off", transport=transport(), **options)


@pytest.mark.parametrize("prefetch", [0, 4])
async def test_every_product_comes_once(stage: Stage, prefetch: int) -> None:
    sandbox = Sandbox()
    sandbox.seed(products=230)
    stage.app = sandbox.app
    async with client(stage, sandbox.api_key) as lb:
        items = await lb.products.list(limit=20, prefetch=prefetch, on_drift="raise").collect()
        assert len({item.id for item in items}) == 230
        page = await lb.products.list(limit=20)
        assert (page.total, page.total_pages, page.limit, len(page)) == (230, 12, 20, 20)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", PAGINATED)
async def test_every_paginated_operation_can_be_read(stage: Stage, name: str) -> None:
    sandbox = Sandbox()
    sandbox.seed(products=3, customers=3)
    stage.app = sandbox.app
    resource, _, method = name.partition(".")
    async with client(stage, sandbox.api_key) as lb:
        paginator = getattr(getattr(lb, resource), method)(limit=2, prefetch=1, on_drift="raise")
        page = await paginator
        everything = await paginator.collect()
        assert page.total in (len(everything), None)
        assert [item async for item in paginator] == everything


@pytest.mark.parametrize("prefetch", [0, 3])
async def test_another_writer_makes_no_row_be_missed(stage: Stage, prefetch: int) -> None:
    for seed in range(15):
        chance = random.Random(f"{seed} {prefetch}")
        rows = Rows(15, lambda rows, chance=chance: rows.change(chance, chance.choice((0, 0, 2))))
        stage.app = app_of(rows)
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always", PaginationDriftWarning)
            async with client(stage) as lb:
                found = [item.id async for item in lb.products.list(limit=3, prefetch=prefetch)]
        assert len(found) == len(set(found))
        assert rows.always is not None
        assert told or rows.always <= set(found)


async def test_real_writers_to_the_sandbox_are_healed_or_noticed(stage: Stage) -> None:
    sandbox = Sandbox()
    sandbox.seed(products=60)
    stage.app = sandbox.app
    async with client(stage, sandbox.api_key) as lb:
        everything = [item.id for item in await lb.products.list().collect()]
        items = aiter(lb.products.list(limit=10, on_drift="raise"))
        found = [(await anext(items)).id]
        await lb.products.delete(everything[0] or "")  # read already
        found += [item.id async for item in items]
        assert found == everything
        items = aiter(lb.products.list(limit=10, on_drift="raise"))
        await anext(items)
        await lb.products.delete(everything[30] or "")  # not read yet: it might have moved to where nobody looks
        with pytest.raises(PaginationDriftError, match="49 rows were unread, now 48 are"):
            [item async for item in items]


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_4000_products_cost_46_requests(stage: Stage, backend: str) -> None:
    rows = Rows(4000)
    stage.app = app_of(rows)

    async def read() -> None:
        async with client(stage) as lb:
            for prefetch in (0, 8):
                rows.requests.clear()
                products = await lb.products.list(prefetch=prefetch, on_drift="raise").collect()
                assert [product.id for product in products] == rows.rows
                assert len(rows.requests) == 46

    anyio.run(read, backend=backend)


def test_breaking_off_leaves_nothing_on_either_event_loop(stage: Stage) -> None:
    rows = Rows(100)
    stage.app = app_of(rows)

    async def read(how: str) -> None:
        async with client(stage) as lb:
            items = lb.products.list(limit=5, prefetch=4)
            if how == "break":
                async for _ in items:
                    break
            elif how == "error":
                with pytest.raises(LookupError):
                    await failing(items)
            else:
                with anyio.CancelScope() as scope:
                    async with anyio.create_task_group() as group:
                        group.start_soon(items.collect)
                        for _ in range(10):
                            await anyio.lowlevel.checkpoint()
                        scope.cancel()
                assert scope.cancelled_caught
            sent = len(rows.requests)
            for _ in range(5):
                await anyio.lowlevel.checkpoint()
            assert how == "cancel" or len(rows.requests) == sent

    for backend in ("asyncio", "trio"):
        for how in ("break", "error", "cancel"):
            anyio.run(read, how, backend=backend)


async def failing(items: Any) -> None:
    async for _ in items:
        raise LookupError


async def test_a_task_that_is_cancelled_by_asyncio_leaves_nothing(stage: Stage) -> None:
    rows = Rows(200)
    stage.app = app_of(rows)
    async with client(stage) as lb:
        for steps in range(0, 60, 3):
            task = asyncio.create_task(lb.products.list(limit=5, prefetch=4).collect())
            for _ in range(steps):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            assert len(asyncio.all_tasks()) == 1
