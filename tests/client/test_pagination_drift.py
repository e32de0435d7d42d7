"""Lists that change while they are read: what is healed without a word, and what is reported."""

from __future__ import annotations

import random
import warnings
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import NotFoundError, PaginationDriftError, PaginationDriftWarning
from tests.chaos.lists import Tally, Writer, run
from tests.shared.in_process import Rows, client


async def ids(lb: LedgerBee, **options: Any) -> list[str | None]:
    return [item.id async for item in lb.products.list(**options)]


def once(change: Callable[[Rows], object]) -> Callable[[Rows], None]:
    """A writer that does something between the first request and the second."""
    return lambda rows: (change(rows), None)[1] if len(rows.requests) == 1 else None


def an_unread_row_moves_to_the_front(rows: Rows) -> None:
    rows.rows.insert(0, rows.rows.pop(15))


# ---------------------------------------------------------------------- healed


@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize("limit", [2, 5, 10, None])
@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows.remove(0),
        lambda rows: (rows.remove(0), rows.add(len(rows.rows))),
        lambda rows: rows.add(0),
        lambda rows: rows.add(len(rows.rows)),
        lambda rows: [rows.add(0) for _ in range(3)],
        lambda rows: [rows.add(0) for _ in range(30)],
        lambda rows: rows.remove(len(rows.requests) - 1),
        lambda rows: (rows.remove(1), rows.remove(0)),
    ],
)
async def test_rows_added_or_removed_before_the_place_are_healed_without_a_word(
    change: Callable[[Rows], object], limit: int | None, prefetch: int
) -> None:
    rows = Rows(230, once(change))
    async with client(rows.answer) as lb:
        found = await ids(lb, limit=limit, prefetch=prefetch, on_drift="raise")
    assert len(found) == len(set(found))
    assert [row for row in found if row in rows.always] == [row for row in rows.rows if row in rows.always]


async def test_the_row_that_was_read_last_may_be_the_one_that_goes() -> None:
    rows = Rows(230, once(lambda rows: rows.remove(9)))
    async with client(rows.answer) as lb:
        assert await ids(lb, limit=10, on_drift="raise") == [f"row-{number}" for number in range(1, 231)]


@pytest.mark.parametrize("limit", [1, 2, 10])
async def test_rows_that_the_one_read_last_is_moved_behind_are_given(limit: int) -> None:
    rows = Rows(23, once(lambda rows: rows.rows.insert(5, rows.rows.pop(limit - 1))))
    async with client(rows.answer) as lb:
        with warnings.catch_warnings(record=True):
            warnings.simplefilter("always", PaginationDriftWarning)
            found = await ids(lb, limit=limit)
    assert sorted(found) == sorted(rows.rows)


async def test_a_list_that_shrinks_below_the_place_ends_there() -> None:
    rows = Rows(23, once(lambda rows: [rows.remove(0) for _ in range(20)]))
    async with client(rows.answer) as lb:
        found = await ids(lb, limit=5)
        assert set(rows.rows) <= set(found)


async def test_a_pair_of_changes_that_undo_each_other_is_healed() -> None:
    """Rows shift before the second request, and back before the third; the total never changes."""

    def change(rows: Rows) -> None:
        if len(rows.requests) == 1:
            rows.remove(0)
            rows.add(len(rows.rows))
        elif len(rows.requests) == 2:
            rows.add(0)
            rows.remove(len(rows.rows) - 1)

    rows = Rows(15, change)
    async with client(rows.answer) as lb:
        found = await ids(lb, limit=5, on_drift="raise")
    assert rows.always is not None
    assert rows.always <= set(found)


async def test_a_change_costs_a_few_requests_and_not_the_batch_again_and_again() -> None:
    rows = Rows(1000, lambda rows: rows.add(0))
    async with client(rows.answer) as lb:
        assert len(await ids(lb, prefetch=4, on_drift="raise")) == 1000
    assert len(rows.requests) <= 60  # a row is added before every single one


# ---------------------------------------------------------------------- reported


async def test_drift_warns_once_at_the_line_that_reads() -> None:
    rows = Rows(23, once(an_unread_row_moves_to_the_front))
    async with client(rows.answer) as lb:
        with pytest.warns(PaginationDriftWarning, match="rows may be missing") as caught:
            found = await ids(lb, limit=5)
    assert len(caught) == 1
    assert caught[0].filename == __file__
    assert "row-16" not in found


@pytest.mark.parametrize("prefetch", [0, 3])
async def test_drift_raises_where_that_is_wanted_and_keeps_raising(prefetch: int) -> None:
    rows = Rows(23, once(an_unread_row_moves_to_the_front))
    async with client(rows.answer) as lb:
        pages = lb.products.list(limit=5, on_drift="raise", prefetch=prefetch).pages()
        await anext(pages)
        for _ in range(2):
            with pytest.raises(PaginationDriftError, match="18 rows were unread, now 17 are") as caught:
                await anext(pages)
        assert caught.value.operation == "products.list"


async def test_drift_is_ignored_where_that_is_wanted_and_costs_nothing_then() -> None:
    rows = Rows(23, once(lambda rows: (rows.remove(0), rows.add(len(rows.rows)))))
    async with client(rows.answer) as lb:
        assert "row-6" not in await ids(lb, limit=5, on_drift="ignore")
    assert rows.requests == [(page, 5) for page in range(1, 6)]


async def test_with_warnings_as_errors_the_page_can_still_be_had() -> None:
    rows = Rows(12, once(lambda rows: rows.rows.insert(0, rows.rows.pop(8))))
    async with client(rows.answer) as lb:
        pages = lb.products.list(limit=5).pages()
        await anext(pages)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with pytest.raises(PaginationDriftWarning):
                await anext(pages)
            assert (await anext(pages)).page == 2


def plain(rows: Rows) -> Any:
    """An API that ignores the limit: pages are plain, and only counters and repeated rows show a change."""

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=rows.read(int(request.url.params["page"]), 5))

    return answer


@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda rows: rows.add(len(rows.rows)), "total went from 23 to 24"),
        (lambda rows: (rows.add(0), rows.remove(20)), "1 row came again"),
        (lambda rows: [rows.remove(0) for _ in range(20)], "is empty|total went from 23 to 3"),
    ],
)
async def test_where_windows_cant_be_had_the_counters_show_a_change(
    change: Callable[[Rows], object], reason: str, prefetch: int
) -> None:
    rows = Rows(23, lambda rows: (change(rows), None)[1] if len(rows.requests) == 2 else None)
    async with client(plain(rows)) as lb:
        with pytest.raises(PaginationDriftError, match=reason):
            await lb.products.list(limit=10, on_drift="raise", prefetch=prefetch).collect()


async def test_the_row_that_was_read_last_being_moved_away_is_reported_when_it_comes_again() -> None:
    rows = Rows(40, once(lambda rows: rows.rows.insert(30, rows.rows.pop(2))))
    async with client(rows.answer) as lb:
        with pytest.raises(PaginationDriftError, match="rows changed places"):
            await ids(lb, limit=10, on_drift="raise")


async def test_a_list_that_vanishes_with_a_404_is_an_error() -> None:
    rows = Rows(230, once(lambda rows: rows.rows.clear()))

    def answer(request: httpx.Request) -> httpx.Response:
        found = rows.answer(request)
        return found if found.json()["data"] else httpx.Response(404)

    async with client(answer) as lb:
        with pytest.raises(NotFoundError):
            await lb.products.list(limit=5, on_drift="raise").collect()


async def test_where_all_that_was_read_is_gone_that_is_reported() -> None:
    def replace_the_first_half(rows: Rows) -> None:
        if len(rows.requests) == 8:
            rows.rows[:1000] = [f"new-{number}" for number in range(1000)]

    rows = Rows(2000, replace_the_first_half)
    async with client(rows.answer) as lb:
        with pytest.raises(PaginationDriftError, match="the rows that were read last are gone"):
            await lb.products.list(on_drift="raise").collect()


async def test_a_short_page_is_drift() -> None:
    rows = Rows(23)

    def answer(request: httpx.Request) -> httpx.Response:
        body = rows.answer(request).json()
        if request.url.params["page"] == "2":
            body["data"].pop()
        return httpx.Response(200, json=body)

    async with client(answer) as lb:
        with pytest.raises(PaginationDriftError, match="page 2 has 3 rows instead of 4"):
            await lb.products.list(limit=5, on_drift="raise").collect()


async def test_counters_that_promise_more_than_there_is_are_reported_and_the_reading_ends() -> None:
    rows = Rows(12)

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=rows.answer(request).json() | {"total": 40})

    async with client(answer) as lb:
        with pytest.raises(PaginationDriftError, match="instead of"):
            await ids(lb, limit=5, on_drift="raise")
        with pytest.warns(PaginationDriftWarning):
            assert await ids(lb, limit=5) == rows.rows


async def test_without_a_total_rows_that_moved_are_reported() -> None:
    rows = Rows(40, once(lambda rows: rows.rows.insert(0, rows.rows.pop(30))))

    def answer(request: httpx.Request) -> httpx.Response:
        body = rows.answer(request).json()
        return httpx.Response(200, json={"data": body["data"]})

    async with client(answer) as lb:
        with pytest.raises(PaginationDriftError, match="no total says which"):
            await ids(lb, limit=10, on_drift="raise")


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
        rows.between = once(lambda rows: (rows.remove(0), rows.add(len(rows.rows))))
        rows.requests.clear()
        with pytest.raises(PaginationDriftError):
            await lb.products.list(limit=5, on_drift="raise").collect()


# ---------------------------------------------------------------------- many readings


async def many(writer: Writer, runs: int, *, exact: bool = True, **options: Any) -> Tally:
    tally = Tally()
    for seed in range(runs):
        tally.judge(writer, seed, await run(seed, writer, **options), exact=exact)
    assert tally.violations == []
    return tally


@pytest.mark.slow
@pytest.mark.parametrize("pages", [False, True])
async def test_a_quiet_list_never_reports_drift(pages: bool) -> None:
    assert (await many("quiet", 100, pages=pages)).runs["reported drift"] == 0


@pytest.mark.slow
@pytest.mark.parametrize("prefetch", [0, 3])
async def test_where_rows_are_only_added_none_is_missed_and_drift_is_rarely_reported(prefetch: int) -> None:
    tally = await many("add", 150, prefetch=prefetch)
    assert tally.runs["missed something"] == 0
    assert tally.runs["reported drift"] <= 15


@pytest.mark.slow
@pytest.mark.parametrize("total", [True, False])
@pytest.mark.parametrize("prefetch", [0, 3])
async def test_where_rows_are_added_and_removed_none_is_missed_in_silence(prefetch: int, total: bool) -> None:
    await many("write", 150, prefetch=prefetch, total=total)


@pytest.mark.slow
async def test_a_row_that_is_moved_between_two_requests_is_never_missed_in_silence() -> None:
    tally = await many("one", 200, prefetch=0)
    assert tally.runs["missed something"] > 10  # the writer was mean enough


@pytest.mark.slow
async def test_whatever_moves_meanwhile_rows_that_stay_are_never_missed_in_silence() -> None:
    await many("storm", 150, exact=False)


@pytest.mark.slow
@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize("counters", [True, False])
async def test_no_row_is_given_twice_and_none_is_missed_in_silence_through_the_client(
    prefetch: int, counters: bool
) -> None:
    """Another writer adds and removes rows at random places between any two requests."""
    for seed in range(60):
        chance = random.Random(seed)
        rows = Rows(chance.randint(0, 18), lambda rows, chance=chance: rows.change(chance, chance.choice((0, 0, 1, 3))))

        def answer(request: httpx.Request, rows: Rows = rows) -> httpx.Response:
            body = rows.answer(request).json()
            return httpx.Response(200, json=body if counters else {"data": body["data"], "page": body["page"]})

        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always", PaginationDriftWarning)
            async with client(answer) as lb:
                items = lb.products.list(limit=chance.randint(1, 5), prefetch=prefetch)
                found = [item.id async for item in items]
        assert len(found) == len(set(found)), f"seed {seed}: a row came twice"
        assert rows.always is not None
        assert told or rows.always <= set(found), f"seed {seed}: a row was missed in silence"
