"""Reading lists: the rules, the policies, and what is left behind. Over a list in process."""

from __future__ import annotations

import weakref
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest

from ledgerbee_client import LedgerBee, Page
from ledgerbee_client.errors import (
    NotFoundError,
    PaginationDriftError,
    ServerError,
    UnexpectedValueError,
)
from ledgerbee_client.generated.types import Request
from tests.shared.in_process import Rows, client


async def ids(lb: LedgerBee, **options: Any) -> list[str | None]:
    return [item.id async for item in lb.products.list(**options)]


# ---------------------------------------------------------------------- reading


@pytest.mark.unmeasured
@pytest.mark.parametrize("prefetch", [0, 1, 3, 20])
@pytest.mark.parametrize("count", [0, 1, 4, 5, 6, 23])
@pytest.mark.parametrize("limit", [None, 1, 5])
async def test_every_item_comes_once_and_in_order(count: int, prefetch: int, limit: int | None) -> None:
    rows = Rows(count)
    async with client(rows.answer) as lb:
        assert await ids(lb, limit=limit, prefetch=prefetch, on_drift="raise") == rows.rows


async def test_awaiting_gives_the_page_that_was_asked_for_and_sends_one_request() -> None:
    rows = Rows(12)
    async with client(rows.answer) as lb:
        page = await lb.products.list(page=2, limit=5)
        assert [item.id for item in page.items] == rows.rows[5:10]
        assert (page.page, page.total, page.has_next, len(page)) == (2, 12, True, 5)
    assert rows.requests == [(2, 5)]


async def test_an_item_that_is_not_as_documented_takes_no_page_down() -> None:
    odd = [{"id": "1"}, "two", {"id": "3", "createdAt": "soon"}]
    async with client(lambda _: httpx.Response(200, json={"data": odd, "total": 3})) as lb:
        first, second, third = await lb.products.list().collect()
        assert first.id == "1"
        with pytest.raises(UnexpectedValueError, match=r"data\[1\] in the response of products.list is not an object"):
            _ = second.id
        with pytest.raises(UnexpectedValueError, match=r"data\[2\]\.createdAt in the response of products.list"):
            _ = third.created_at


async def test_nothing_is_sent_before_it_is_awaited_or_iterated() -> None:
    rows = Rows(12)
    async with client(rows.answer) as lb:
        lb.products.list().pages()
        aiter(lb.products.list(prefetch=3))
    assert rows.requests == []


async def test_reading_starts_at_a_page() -> None:
    rows = Rows(23)
    async with client(rows.answer) as lb:
        assert await ids(lb, page=3, limit=5, on_drift="raise") == rows.rows[10:]
        assert await ids(lb, page=5, limit=5, on_drift="raise") == rows.rows[20:]
        assert await ids(lb, page=9, limit=5, on_drift="raise") == []
        assert [page.page async for page in lb.products.list(page=3, limit=5, prefetch=2).pages()] == [3, 4, 5]


async def test_pages_and_collect() -> None:
    rows = Rows(12)
    async with client(rows.answer) as lb:
        assert [len(page) async for page in lb.products.list(limit=5).pages()] == [5, 5, 2]
        paginator = lb.products.list(limit=5)
        assert [item.id for item in await paginator.collect()] == rows.rows
        assert [item.id for item in await paginator.collect(limit=7)] == rows.rows[:7]  # again, from the start
        assert await paginator.collect(limit=0) == []
        rows.requests.clear()
        assert len(await paginator.collect(limit=5)) == 5
    assert rows.requests == [(1, 5)]


async def test_an_empty_list_is_one_empty_page() -> None:
    async with client(Rows(0).answer) as lb:
        assert [page.items async for page in lb.products.list().pages()] == [[]]
        assert await lb.products.list().collect() == []


async def test_a_finished_reading_stays_finished() -> None:
    async with client(Rows(3).answer) as lb:
        pages = lb.products.list().pages()
        await anext(pages)
        for _ in range(2):
            with pytest.raises(StopAsyncIteration):
                await anext(pages)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"prefetch": -1}, "prefetch"),
        ({"on_drift": "panic"}, "on_drift"),
        ({"page": 0}, "numbered from 1"),
        ({"extra_query": {"page": "x"}}, "numbered from 1"),
    ],
)
async def test_what_cant_be_read_is_refused_at_once(options: dict[str, Any], message: str) -> None:
    async with client(Rows(3).answer) as lb:
        with pytest.raises(ValueError, match=message):
            lb.products.list(**options)


@pytest.mark.unmeasured
@pytest.mark.parametrize("prefetch", [1, 3, 8])
async def test_windows_are_read_ahead_at_the_same_time_and_never_more_than_said(prefetch: int) -> None:
    rows, in_flight, most = Rows(400), 0, 0

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal in_flight, most
        in_flight += 1
        most = max(most, in_flight)
        await anyio.lowlevel.checkpoint()
        await anyio.lowlevel.checkpoint()
        in_flight -= 1
        return rows.answer(request)

    async with client(answer) as lb:
        assert await ids(lb, limit=10, prefetch=prefetch, on_drift="raise") == rows.rows
        ahead, rows.requests[:] = sorted(rows.requests), []
        assert await ids(lb, limit=10, on_drift="raise") == rows.rows
    assert most == prefetch + 1
    assert ahead == sorted(rows.requests)  # the same requests, none of them twice


@pytest.mark.parametrize("prefetch", [0, 50])
@pytest.mark.parametrize("limit", [None, 25, 100])
async def test_a_short_list_is_one_request(limit: int | None, prefetch: int) -> None:
    rows = Rows(20)
    async with client(rows.answer) as lb:
        assert await ids(lb, limit=limit, prefetch=prefetch) == rows.rows
    assert rows.requests == [(1, limit or 100)]


@pytest.mark.slow
async def test_iterating_reads_the_largest_pages_and_awaiting_what_the_api_gives() -> None:
    rows = Rows(4000)
    async with client(rows.answer) as lb:
        assert len(await lb.products.list()) == 25
        assert rows.requests == [(1, 25)]
        rows.requests.clear()
        assert await ids(lb, on_drift="raise") == rows.rows
        assert len(rows.requests) == 46
        assert rows.requests[0] == (1, 100)
        assert sum(limit for _, limit in rows.requests) <= 1.12 * 4000
        rows.requests.clear()
        assert len(await lb.products.list(on_drift="ignore").collect()) == 4000
        assert rows.requests == [(page, 100) for page in range(1, 41)]
        rows.requests.clear()
        paginator: Any = lb.products.list()
        paginator.form = paginator.form._replace(max_limit=None)  # the document may know no maximum
        assert len(await paginator.collect()) == 4000
        assert rows.requests[0] == (1, 25)


async def test_without_a_limit_reading_starts_at_the_page_of_the_api() -> None:
    rows = Rows(230)
    async with client(rows.answer) as lb:
        assert await ids(lb, page=3, on_drift="raise") == rows.rows[50:]
        assert rows.requests[0] == (3, 25)
        assert len(rows.requests) == 4


@pytest.mark.unmeasured
@pytest.mark.parametrize("prefetch", [0, 4])
async def test_memory_does_not_grow_with_the_number_of_rows(prefetch: int) -> None:
    rows, most = Rows(2000), 0
    pages: list[weakref.ref[Page[Any]]] = []

    async with client(rows.answer) as lb:
        paginator = lb.products.list(limit=20, prefetch=prefetch)
        send = paginator.send_request  # type: ignore[attr-defined]

        async def watch(request: Request, decode: Any) -> Any:
            page = await send(request, decode)
            pages.append(weakref.ref(page))
            return page

        paginator.send_request = watch  # type: ignore[attr-defined]
        async for _ in paginator:
            most = max(most, sum(page() is not None for page in pages))
    assert most <= prefetch + 3


async def test_an_error_ends_the_reading_and_nothing_goes_on() -> None:
    rows = Rows(40)

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.params["page"] == "2" and request.url.params["limit"] == "5":
            return httpx.Response(500)
        return rows.answer(request)

    async with client(answer) as lb:
        with pytest.raises(ServerError):
            await ids(lb, limit=5, prefetch=3)
        sent = len(rows.requests)
        for _ in range(5):
            await anyio.lowlevel.checkpoint()
        assert len(rows.requests) == sent


# ---------------------------------------------------------------------- other envelopes


def without(*names: str, rename: str = "data") -> Any:
    """A list whose envelope lacks counters."""

    def make(rows: Rows) -> Any:
        def answer(request: httpx.Request) -> httpx.Response:
            body = {name: value for name, value in rows.answer(request).json().items() if name not in names}
            body[rename] = body.pop("data")
            return httpx.Response(200, json=body)

        return answer

    return make


@pytest.mark.unmeasured
@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize("limit", [None, 5])
@pytest.mark.parametrize(
    "envelope",
    [
        without("totalPages"),
        without("total"),
        without("limit"),
        without("page"),
        without("limit", "totalPages"),
        without("total", "totalPages"),
        without("total", "totalPages", "page", "limit"),
        without("total", "totalPages", "page", "limit", rename="invoices"),
    ],
)
@pytest.mark.parametrize("count", [0, 5, 23, 50])
async def test_any_envelope_is_read_to_its_end(envelope: Any, limit: int | None, prefetch: int, count: int) -> None:
    rows = Rows(count)
    async with client(envelope(rows)) as lb:
        items = lb.products.list(limit=limit, prefetch=prefetch, on_drift="raise")
        assert [item.id async for item in items] == rows.rows


@pytest.mark.parametrize("says_so", [True, False])
@pytest.mark.parametrize("prefetch", [0, 3])
async def test_a_limit_that_the_server_caps_loses_nothing(says_so: bool, prefetch: int) -> None:
    rows = Rows(23)

    def answer(request: httpx.Request) -> httpx.Response:
        page, limit = int(request.url.params["page"]), int(request.url.params["limit"])
        body = rows.envelope(page, min(limit, 4))
        if not says_so:
            body |= {"limit": limit, "totalPages": -(-23 // limit)}
        return httpx.Response(200, json=body)

    async with client(answer) as lb:
        assert await ids(lb, limit=10, prefetch=prefetch, on_drift="raise") == rows.rows
        assert await ids(lb, limit=10, page=3, prefetch=prefetch, on_drift="raise") == rows.rows[8:]


@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize("status", [400, 404])
@pytest.mark.parametrize("count", [3, 10])
async def test_a_page_beyond_the_end_may_be_answered_with_an_error(status: int, prefetch: int, count: int) -> None:
    rows = Rows(count)

    def answer(request: httpx.Request) -> httpx.Response:
        found = rows.answer(request)
        return found if found.json()["data"] else httpx.Response(status)

    async with client(answer) as lb:
        assert await ids(lb, limit=5, prefetch=prefetch, on_drift="raise") == rows.rows


@pytest.mark.parametrize("prefetch", [0, 3])
async def test_without_counters_nothing_beyond_the_end_is_asked_for(prefetch: int) -> None:
    rows = Rows(10)

    def answer(request: httpx.Request) -> httpx.Response:
        body = rows.answer(request).json()
        return httpx.Response(200, json={"data": body["data"]}) if body["data"] else httpx.Response(400)

    async with client(answer) as lb:
        assert await ids(lb, limit=5, prefetch=prefetch, on_drift="raise") == rows.rows


async def test_a_first_page_that_does_not_exist_is_an_error() -> None:
    async with client(lambda _: httpx.Response(404)) as lb:
        with pytest.raises(NotFoundError):
            await ids(lb, prefetch=2, limit=5)


@pytest.mark.parametrize("on_drift", ["raise", "ignore"])
async def test_an_api_that_answers_with_the_whole_list_each_time_is_read_once(on_drift: Any) -> None:
    whole = [{"id": str(number)} for number in range(7)]
    async with client(lambda _: httpx.Response(200, json=whole)) as lb:
        items = lb.products.list(on_drift=on_drift)
        assert [item.id async for item in items] == [row["id"] for row in whole]


async def test_an_api_that_refuses_the_small_requests_is_read_all_the_same() -> None:
    rows = Rows(23)

    def answer(request: httpx.Request) -> httpx.Response:
        return rows.answer(request) if request.url.params["limit"] == "5" else httpx.Response(400)

    async with client(answer) as lb:
        assert await ids(lb, limit=5, on_drift="raise") == rows.rows


async def test_a_page_that_calls_itself_by_another_number_does_no_harm() -> None:
    rows = Rows(23)

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=rows.answer(request).json() | {"page": 1})

    async with client(answer) as lb:
        assert await ids(lb, limit=5, on_drift="raise") == rows.rows


async def test_items_without_ids_are_all_given_and_still_compared() -> None:
    rows = Rows(12)

    def answer(request: httpx.Request) -> httpx.Response:
        body = rows.answer(request).json()
        for item in body["data"]:
            del item["id"]
        return httpx.Response(200, json=body)

    async with client(answer) as lb:
        names = [item.name async for item in lb.products.list(limit=5, on_drift="raise")]
        assert names == [f"Row {row}" for row in rows.rows]
        rows.between = lambda rows: (rows.remove(0), rows.add(len(rows.rows))) if len(rows.requests) == 1 else None
        rows.requests.clear()
        with pytest.raises(PaginationDriftError):
            await lb.products.list(limit=5, on_drift="raise").collect()
