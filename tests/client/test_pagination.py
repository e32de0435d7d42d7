"""Reading lists: the rules, the policies, and what is left behind. Over a list in process."""

from __future__ import annotations

import gc
import random
import warnings
import weakref
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest
from attrs import define, evolve
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client import LedgerBee, Page
from ledgerbee_client._pagination import (
    asked_limit,
    decode_page,
    first_page,
    form_of,
    goes_on,
    item_id,
    last_page,
    page_size,
    seam_holds,
    seam_window,
    together,
    with_page,
)
from ledgerbee_client.errors import (
    APIError,
    BadRequestError,
    NotFoundError,
    PaginationDriftError,
    PaginationDriftWarning,
    ServerError,
    UnexpectedValueError,
)
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.types import Pagination, Request
from tests.shared.in_process import Rows, client

FORM = OPERATIONS["products.list"].pagination
assert FORM is not None
INFERRED = evolve(FORM, items_inferred=True)
#: A list whose array has a name that is printed nowhere; with the published document there is none.
UNPRINTED = next((name for name, one in OPERATIONS.items() if one.pagination and one.pagination.items_inferred), None)
only_with_inferred_names = pytest.mark.skipif(UNPRINTED is None, reason="the document has no inferred array")


def any_list(lb: LedgerBee, name: str, **options: Any) -> Any:
    """A list by its Python name."""
    resource, _, method = name.partition(".")
    return getattr(getattr(lb, resource), method)(**options)


def page_of(body: Any, form: Pagination = FORM) -> Page[Any]:
    return decode_page(body, form, lambda item: item, 1)


async def ids(lb: LedgerBee, **options: Any) -> list[str | None]:
    return [item.id async for item in lb.products.list(**options)]


# ---------------------------------------------------------------------- rules


def test_a_page_takes_its_counters_from_the_envelope() -> None:
    page = page_of({"data": [1, 2], "total": 7, "page": 2, "limit": 2, "totalPages": 4})
    assert (page.items, page.total, page.page, page.limit, page.total_pages) == ([1, 2], 7, 2, 2, 4)
    assert page.has_next


@pytest.mark.parametrize(
    ("sent", "read"),
    [("7", 7), (7.0, 7), (None, None), ("seven", None), (True, None), (-1, None), (float("inf"), None), ([7], None)],
)
def test_a_counter_that_is_none_is_taken_as_missing(sent: object, read: int | None) -> None:
    assert page_of({"data": [], "total": sent}).total == read


def test_a_missing_page_number_is_the_one_that_was_asked_for() -> None:
    assert decode_page({"data": []}, FORM, lambda item: item, 3).page == 3


def test_where_the_name_of_the_array_is_inferred_the_only_array_is_taken() -> None:
    assert page_of({"invoices": [1], "total": 1}, INFERRED).items == [1]
    assert page_of([1, 2], INFERRED).items == [1, 2]
    assert page_of({"data": [1], "other": [2]}, INFERRED).items == [1]


@pytest.mark.parametrize(
    ("body", "form", "place", "reason"),
    [
        ([], FORM, (), "is not an object"),
        ("text", INFERRED, (), "is not an object"),
        ({"products": []}, FORM, ("data",), "is missing"),
        ({"a": [], "b": []}, INFERRED, ("data",), "is missing"),
        ({"data": {}}, FORM, ("data",), "is no list"),
    ],
)
def test_an_answer_that_is_no_page_is_an_error_with_its_place(
    body: Any, form: Pagination, place: tuple[str, ...], reason: str
) -> None:
    with pytest.raises(ValueError, match=reason) as caught:
        page_of(body, form)
    assert caught.value.path == place


async def test_an_item_that_is_not_as_documented_takes_no_page_down() -> None:
    async with client(lambda _: httpx.Response(200, json={"data": [{"id": "1"}, "two"]})) as lb:
        page = await lb.products.list()
        assert page.items[0].id == "1"
        with pytest.raises(UnexpectedValueError, match=r"data\[1\] in the response of products.list is not an object"):
            _ = page.items[1].id
    async with client(lambda _: httpx.Response(200, json={"data": [{"createdAt": "soon"}]})) as lb:
        page = await lb.products.list()
        with pytest.raises(UnexpectedValueError, match=r"data\[0\]\.createdAt in the response of products.list"):
            _ = page.items[0].created_at
    with pytest.raises(ValueError, match="invalid literal") as raw:
        decode_page({"data": ["x"]}, FORM, int, 1)
    assert raw.value.path == ("data", 0)


def test_only_paginated_operations_have_pages() -> None:
    with pytest.raises(ValueError, match=r"accounts\.list is not paginated"):
        form_of(OPERATIONS["accounts.list"])


def test_another_page_is_the_same_request_otherwise() -> None:
    request = Request("/v1/products", query=[("page", "4"), ("limit", "10"), ("search", "x")], headers={"a": "b"})
    other = with_page(request, FORM, 5)
    assert sorted(other.query) == [("limit", "10"), ("page", "5"), ("search", "x")]
    assert sorted(with_page(request, FORM, 5, 3).query) == [("limit", "3"), ("page", "5"), ("search", "x")]
    assert other.headers == {"a": "b"}
    assert other.headers is not request.headers
    assert first_page(request, FORM) == 4
    assert (asked_limit(request, FORM), asked_limit(Request("/"), FORM)) == (10, None)


@pytest.mark.parametrize(
    ("page", "size", "more"),
    [
        (Page(items=[1], page=1, limit=1, total=2, total_pages=2), 1, True),
        (Page(items=[1], page=2, limit=1, total=2, total_pages=2), 1, False),
        (Page(items=[], page=1, limit=1, total=2, total_pages=2), 1, False),
        (Page(items=[1, 2], page=1, limit=5, total=6, total_pages=1), 2, True),  # capped, and doesn't say so
        (Page(items=[1], page=1, total=2), 1, True),
        (Page(items=[1], page=1, total_pages=2), 1, True),
        (Page(items=[1], page=1), 1, True),
        (Page(items=[1], page=1, total=1), 1, False),
    ],
)
def test_a_page_goes_on_unless_all_counters_say_no(page: Page[int], size: int, more: bool) -> None:
    assert goes_on(page, size) is more


def test_the_size_of_a_page_is_what_the_server_gives() -> None:
    assert page_size(Page(items=[1, 2], limit=2, total=9), 2) == 2
    assert page_size(Page(items=[1, 2], limit=5, total=9), 5) == 2
    assert page_size(Page(items=[1, 2], page=3, limit=5, total=12), 5) == 5
    assert page_size(Page(items=[1, 2]), 5) == 2
    assert page_size(Page(items=[], limit=5), None) == 5
    assert page_size(Page(items=[]), None) == 0


def test_the_last_page_is_known_from_either_counter() -> None:
    assert last_page(Page(items=[], total=11, limit=5), 5) == 3
    assert last_page(Page(items=[], total_pages=4), 0) == 4
    assert last_page(Page(items=[], total=11, total_pages=1), 5) == 3
    assert last_page(Page(items=[]), 5) is None
    assert last_page(Page(items=[], total=5), 0) is None


@given(st.integers(1, 10_000_000))
def test_a_window_holds_both_rows_at_a_seam(rows: int) -> None:
    page, limit = seam_window(rows)
    start = (page - 1) * limit
    assert start <= rows - 1 < rows < start + limit
    assert limit <= 23


def test_a_seam_holds_while_both_rows_stand_side_by_side() -> None:
    items = [{"id": str(n)} for n in range(10)]
    window = Page(items=items[2:4], page=2, limit=2)
    assert seam_window(3) == (2, 2)
    assert seam_holds(3, items[2], items[3], window, 2) is True
    assert seam_holds(3, items[1], items[2], window, 2) is False
    assert seam_holds(3, items[2], items[4], window, 2) is False
    assert seam_holds(3, items[2], None, Page(items=items[2:3], page=2, limit=2), 2) is True
    assert seam_holds(3, items[2], None, window, 2) is False
    assert seam_holds(3, items[2], items[3], Page(items=[], page=2), 2) is False
    # The API ignored the limit: another window shows the seam too, or it can't be judged
    assert seam_holds(30, {"id": "a"}, {"id": "b"}, Page(items=items, page=8, limit=25), 4) is None
    assert seam_holds(3, items[2], items[3], Page(items=items, page=1, limit=10), 2) is True
    assert seam_holds(3, items[2], items[3], Page(items=items, page=2), 2) is None


def test_items_are_told_apart_by_their_id() -> None:
    @define
    class Thing:
        id: str

    assert item_id(Thing("1")) == "1"
    assert item_id({"id": 7}) == 7
    assert item_id({"id": ["no"]}) is None
    assert item_id("text") is None


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


# ---------------------------------------------------------------------- reading


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


async def test_pages_are_read_ahead_at_the_same_time() -> None:
    rows, under_way, most = Rows(100), 0, 0

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal under_way, most
        if request.url.params["limit"] == "10":
            under_way += 1
            most = max(most, under_way)
            await anyio.lowlevel.checkpoint()
            await anyio.lowlevel.checkpoint()
            under_way -= 1
        return rows.answer(request)

    async with client(answer) as lb:
        assert await ids(lb, limit=10, prefetch=3, on_drift="raise") == rows.rows
    assert most == 4
    assert sorted(rows.page_reads) == list(range(1, 11))  # none twice, none too many


async def test_a_list_of_one_page_is_not_asked_for_more_than_a_few_pages() -> None:
    rows = Rows(3)
    async with client(rows.answer) as lb:
        await ids(lb, prefetch=50)
        assert rows.requests == [(1, 25)]  # without a limit the first answer decides
        rows.requests.clear()
        await ids(lb, limit=25, prefetch=50)
    assert len(rows.page_reads) == 9


@pytest.mark.parametrize("prefetch", [0, 4])
async def test_memory_does_not_grow_with_the_number_of_pages(prefetch: int) -> None:
    rows, most = Rows(1000), 0
    async with client(rows.answer) as lb:
        alive: weakref.WeakSet[Page[Any]] = weakref.WeakSet()

        class Watched(Page[Any]):  # weak references need a class without slots
            __hash__ = object.__hash__

        paginator = lb.products.list(limit=10, prefetch=prefetch)
        fetch = paginator.fetch  # type: ignore[attr-defined]

        async def watch(request: Request, decode: Any) -> Any:
            page = await fetch(request, decode)
            page = Watched(
                items=page.items, total=page.total, page=page.page, limit=page.limit, total_pages=page.total_pages
            )
            if page.limit == 10:
                alive.add(page)
            return page

        object.__setattr__(paginator, "fetch", watch)
        async for _ in paginator:
            most = max(most, len(alive))
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


@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize("limit", [None, 5])
@pytest.mark.parametrize(
    ("name", "envelope"),
    [
        ("products.list", without("totalPages")),
        ("products.list", without("total")),
        ("products.list", without("limit")),
        ("products.list", without("page")),
        ("products.list", without("limit", "totalPages")),
        ("products.list", without("total", "totalPages")),
        ("products.list", without("total", "totalPages", "page", "limit")),
        pytest.param(
            UNPRINTED,
            without("total", "totalPages", "page", "limit", rename="elsewhere"),
            marks=only_with_inferred_names,
        ),
    ],
)
@pytest.mark.parametrize("count", [0, 5, 23, 50])
async def test_any_envelope_is_read_to_its_end(
    name: str, envelope: Any, limit: int | None, prefetch: int, count: int
) -> None:
    rows = Rows(count)
    async with client(envelope(rows)) as lb:
        items = any_list(lb, name, limit=limit, prefetch=prefetch, on_drift="raise")
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
async def test_without_counters_a_404_is_the_end_and_a_400_is_an_error(prefetch: int) -> None:
    rows, status = Rows(10), 404

    def answer(request: httpx.Request) -> httpx.Response:
        body = rows.answer(request).json()
        return httpx.Response(200, json={"data": body["data"]}) if body["data"] else httpx.Response(status)

    async with client(answer) as lb:
        assert await ids(lb, limit=5, prefetch=prefetch, on_drift="raise") == rows.rows
        status = 400  # perhaps 'no further than this', and not the end
        with pytest.raises(BadRequestError):
            await ids(lb, limit=5, prefetch=prefetch)


async def test_a_first_page_that_does_not_exist_is_an_error() -> None:
    async with client(lambda _: httpx.Response(404)) as lb:
        with pytest.raises(NotFoundError):
            await ids(lb, prefetch=2, limit=5)


@only_with_inferred_names
@pytest.mark.parametrize("on_drift", ["raise", "ignore"])
async def test_an_api_that_answers_with_the_whole_list_each_time_is_read_once(on_drift: Any) -> None:
    whole = [{"id": str(number)} for number in range(7)]
    async with client(lambda _: httpx.Response(200, json=whole)) as lb:
        items = any_list(lb, UNPRINTED or "", on_drift=on_drift)
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


# ---------------------------------------------------------------------- drift


def removed_before_the_second_page(rows: Rows) -> None:
    if len(rows.requests) == 1:
        rows.remove(0)
        rows.add(len(rows.rows))


async def test_drift_warns_once_at_the_line_that_reads() -> None:
    rows = Rows(23, removed_before_the_second_page)
    async with client(rows.answer) as lb:
        with pytest.warns(PaginationDriftWarning, match="rows may be missing") as caught:
            found = await ids(lb, limit=5)
    assert len(caught) == 1
    assert caught[0].filename == __file__
    assert "row-6" not in found  # the row that was skipped


async def test_drift_raises_where_that_is_wanted_and_keeps_raising() -> None:
    rows = Rows(23, removed_before_the_second_page)
    async with client(rows.answer) as lb:
        pages = lb.products.list(limit=5, on_drift="raise").pages()
        await anext(pages)
        for _ in range(2):
            with pytest.raises(PaginationDriftError, match="rows moved between page 1 and page 2") as caught:
                await anext(pages)
        assert caught.value.operation == "products.list"


async def test_drift_is_ignored_where_that_is_wanted_and_costs_nothing_then() -> None:
    rows = Rows(23, removed_before_the_second_page)
    async with client(rows.answer) as lb:
        assert "row-6" not in await ids(lb, limit=5, on_drift="ignore")
    assert rows.requests == [(page, 5) for page in range(1, 6)]


async def test_with_warnings_as_errors_the_page_can_still_be_had() -> None:
    rows = Rows(12, removed_before_the_second_page)
    async with client(rows.answer) as lb:
        pages = lb.products.list(limit=5).pages()
        await anext(pages)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with pytest.raises(PaginationDriftWarning):
                await anext(pages)
            assert (await anext(pages)).page == 2


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda rows: rows.add(len(rows.rows)), "total went from 23 to 24"),
        (lambda rows: rows.add(0), "came before"),
        (lambda rows: [rows.remove(0) for _ in range(20)], "is empty"),
    ],
)
async def test_a_change_is_named(change: Any, reason: str) -> None:
    rows = Rows(23, lambda rows: change(rows) if len(rows.requests) == 1 else None)
    async with client(rows.answer) as lb:
        with pytest.raises(PaginationDriftError, match=reason):
            await lb.products.list(limit=5, on_drift="raise").collect()


async def test_a_page_that_vanishes_with_a_404_is_drift() -> None:
    rows = Rows(23, lambda rows: rows.rows.clear() if len(rows.requests) == 1 else None)

    def answer(request: httpx.Request) -> httpx.Response:
        found = rows.answer(request)
        return found if found.json()["data"] else httpx.Response(404)

    async with client(answer) as lb:
        with pytest.raises(PaginationDriftError, match="is empty"):
            await lb.products.list(limit=5, on_drift="raise").collect()


async def test_a_short_page_is_drift() -> None:
    rows = Rows(23)

    def answer(request: httpx.Request) -> httpx.Response:
        body = rows.answer(request).json()
        if request.url.params["page"] == "2":
            body["data"].pop()
        return httpx.Response(200, json=body)

    async with client(answer) as lb:
        with pytest.raises(PaginationDriftError, match="page 2 has 4 items instead of 5"):
            await lb.products.list(limit=5, on_drift="raise").collect()


@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize("counters", [True, False])
async def test_no_row_is_given_twice_and_none_is_missed_in_silence(prefetch: int, counters: bool) -> None:
    """Another writer adds and removes rows at random places between any two requests."""
    silent_losses = losses = runs_with_drift = 0
    for seed in range(250):
        chance = random.Random(seed)
        rows = Rows(chance.randint(0, 18), lambda rows, chance=chance: rows.change(chance, chance.choice((0, 0, 1, 3))))
        answer = rows.answer if counters else without("total", "totalPages")(rows)
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            async with client(answer) as lb:
                items = lb.products.list(limit=chance.randint(1, 5), prefetch=prefetch)
                found = [item.id async for item in items]
        assert len(found) == len(set(found)), f"seed {seed}: a row came twice"
        assert rows.always is not None
        lost = rows.always - set(found)
        losses += bool(lost)
        runs_with_drift += bool(told)
        silent_losses += bool(lost and not told)
        assert not lost or told, f"seed {seed}: {lost} missed in silence"
    assert losses > 10  # the writer was mean enough
    assert runs_with_drift < 250


async def test_a_quiet_list_never_reports_drift() -> None:
    for seed in range(100):
        chance = random.Random(seed)
        rows = Rows(chance.randint(0, 40))
        async with client(rows.answer) as lb:
            limit = chance.choice((None, 1, 2, 3, 7, 100))
            assert await ids(lb, limit=limit, prefetch=chance.randint(0, 4), on_drift="raise") == rows.rows


async def test_a_pair_of_changes_that_undo_each_other_is_seen() -> None:
    """Rows shift before page 2 is read, and back afterwards; the total never changes."""
    rows = Rows(15)

    def change(rows: Rows) -> None:
        if rows.page_reads == [1] and len(rows.requests) == 1:
            rows.remove(0)
            rows.add(len(rows.rows))
        elif len(rows.requests) == 2:
            rows.add(0)
            rows.remove(len(rows.rows) - 1)

    rows.between = change
    async with client(rows.answer) as lb:
        with pytest.raises(PaginationDriftError):
            await lb.products.list(limit=5, on_drift="raise").collect()


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
        assert len(rows.requests) == sent
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


async def test_api_errors_of_seams_are_errors() -> None:
    rows = Rows(10)

    def answer(request: httpx.Request) -> httpx.Response:
        return rows.answer(request) if request.url.params["limit"] == "5" else httpx.Response(403)

    async with client(answer) as lb:
        with pytest.raises(APIError):
            await ids(lb, limit=5)
