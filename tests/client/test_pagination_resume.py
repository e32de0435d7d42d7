"""Readings that go on after a restart: checkpoints, and pages one by one. Over a list in process."""

from __future__ import annotations

import json
import random
import warnings
from typing import Any

import httpx
import pytest

from ledgerbee_client import LedgerBee
from ledgerbee_client.errors import PaginationDriftError, PaginationDriftWarning
from tests.chaos.lists import Listed
from tests.shared.in_process import Rows, client


async def begun(lb: LedgerBee, pages: int, **options: Any) -> tuple[list[str | None], dict[str, Any]]:
    """Reads some pages, and gives what a restart would find: the rows that were handled, and the checkpoint."""
    found: list[str | None] = []
    async for page in lb.products.list(**options).pages():
        found += [item.id for item in page]
        if page.page == pages:
            return found, json.loads(json.dumps(page.checkpoint))
    raise AssertionError("the list is shorter")


async def rest(lb: LedgerBee, start: dict[str, Any], **options: Any) -> list[str | None]:
    return [item.id async for page in lb.products.list(**options).pages(start=start) for item in page]


# ---------------------------------------------------------------------- next page


async def test_a_page_leads_to_the_next_one() -> None:
    rows = Rows(12)
    async with client(rows.answer) as lb:
        found, page = [], await lb.products.list(limit=5)
        while page is not None:
            found += [item.id for item in page]
            page = await page.next_page()
        assert found == rows.rows
        assert rows.requests == [(1, 5), (2, 5), (3, 5)]
        pages = lb.products.list(limit=5).pages()
        second = await (await anext(pages)).next_page()
        assert second is not None
        assert [item.id for item in second] == rows.rows[5:10]


async def test_where_no_counter_says_it_an_empty_page_is_the_end() -> None:
    rows = Rows(5)

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"data": rows.answer(request).json()["data"]})

    async with client(answer) as lb:
        page = await lb.products.list(limit=5)
        assert page.has_next
        assert await page.next_page() is None


async def test_pages_carry_what_else_the_response_holds() -> None:
    rows = Rows(12)

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=rows.answer(request).json() | {"sum": "120.00"})

    async with client(answer) as lb:
        assert (await lb.products.list()).extra == {"sum": "120.00"}
        assert [page.extra async for page in lb.products.list(limit=5).pages()] == [{"sum": "120.00"}] * 3


async def test_pages_are_numbered_and_of_one_size_however_they_were_read() -> None:
    rows = Rows(230)
    async with client(rows.answer) as lb:
        pages = [page async for page in lb.products.list().pages()]
        assert [(page.page, len(page), page.limit, page.total, page.total_pages) for page in pages] == [
            (1, 100, 100, 230, 3),
            (2, 100, 100, 230, 3),
            (3, 30, 100, 230, 3),
        ]
        assert [page.has_next for page in pages] == [True, True, False]
        rows.requests.clear()
        assert len([page async for page in lb.products.list(on_drift="ignore").pages()]) == 3
        assert rows.requests == [(1, 100), (2, 100), (3, 100)]


# ---------------------------------------------------------------------- going on


@pytest.mark.slow
@pytest.mark.parametrize("options", [{}, {"limit": 5}, {"limit": 5, "prefetch": 3}, {"limit": 5, "on_drift": "ignore"}])
@pytest.mark.parametrize("pages", [1, 2, 3])
async def test_reading_goes_on_after_the_checkpoint(pages: int, options: dict[str, Any]) -> None:
    rows = Rows(430)
    async with client(rows.answer) as lb:
        found, checkpoint = await begun(lb, pages, **options)
        rows.requests.clear()
        numbers = [page.page async for page in lb.products.list(**options).pages(start=checkpoint)]
        assert numbers[0] == pages + 1
        assert numbers == [*range(pages + 1, pages + 1 + len(numbers))]
        assert found + await rest(lb, checkpoint, **options) == rows.rows
        assert (1, options.get("limit", 100)) not in rows.requests


async def test_a_page_that_was_awaited_has_a_checkpoint_too() -> None:
    rows = Rows(60)
    async with client(rows.answer) as lb:
        page = await lb.products.list(page=2, limit=10)
        assert await rest(lb, page.checkpoint) == rows.rows[20:]
        page = await lb.products.list()
        assert await rest(lb, page.checkpoint, on_drift="raise") == rows.rows[25:]
        assert await lb.products.list(page=9).pages(start=page.checkpoint).__anext__()  # the page is not its concern


async def test_after_the_last_page_only_what_is_new_comes() -> None:
    rows = Rows(12)
    async with client(rows.answer) as lb:
        _, checkpoint = await begun(lb, 3, limit=5)
        assert await rest(lb, checkpoint, limit=5, on_drift="raise") == []
        rows.add(len(rows.rows))
        assert await rest(lb, checkpoint, limit=5, on_drift="raise") == ["row-13"]


async def test_the_checkpoint_of_an_empty_list_begins_at_the_beginning() -> None:
    rows = Rows(0)
    async with client(rows.answer) as lb:
        [page] = [page async for page in lb.products.list().pages()]
        assert [page.items async for page in lb.products.list().pages(start=page.checkpoint)] == [[]]
        assert await rest(lb, (await lb.products.list()).checkpoint) == []
        rows.add(0)
        assert await rest(lb, page.checkpoint) == rows.rows


async def test_what_changed_meanwhile_is_healed_or_reported() -> None:
    rows = Rows(430)
    async with client(rows.answer) as lb:
        found, checkpoint = await begun(lb, 2)
        rows.remove(3)
        rows.add(0)
        rows.add(0)
        rows.remove(200)
        again = await rest(lb, checkpoint, on_drift="raise")
        assert not set(found) & set(again)
        assert again == [f"row-{number}" for number in range(201, 431)]
        rows.rows.insert(0, rows.rows.pop(300))
        with pytest.raises(PaginationDriftError, match="230 rows were unread, now 229 are"):
            await rest(lb, checkpoint, on_drift="raise")
        rows.rows[:250] = [f"new-{number}" for number in range(250)]
        with pytest.raises(PaginationDriftError, match="the rows that were read last are gone"):
            await rest(lb, checkpoint, on_drift="raise")


async def test_where_windows_cant_be_had_plain_pages_go_on() -> None:
    rows = Rows(23)

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=rows.read(int(request.url.params["page"]), 5))  # whatever the limit

    async with client(answer) as lb:
        found, checkpoint = await begun(lb, 2)
        assert found + await rest(lb, checkpoint, on_drift="raise") == rows.rows


async def test_a_checkpoint_of_another_list_is_refused_before_anything_is_sent() -> None:
    rows = Rows(12)
    async with client(rows.answer) as lb:
        _, checkpoint = await begun(lb, 1, limit=5, search="x")
        rows.requests.clear()
        for other in (lb.products.list(search="y"), lb.products.list(), lb.invoices.list(search="x")):
            with pytest.raises(ValueError, match="another list"):
                other.pages(start=checkpoint)
        assert lb.products.list(search="x", limit=7, prefetch=2).pages(start=checkpoint)
    assert rows.requests == []


@pytest.mark.parametrize("writer", ["add", "write"])
async def test_restarts_between_any_two_pages_lose_nothing_in_silence(writer: Any) -> None:
    for seed in range(60):
        chance = random.Random(f"{seed} {writer}")
        listed = Listed(chance.randint(0, 120), chance, writer, calm=0.6)
        limit = chance.choice((5, 10, 25, 50))
        found: list[str] = []
        start: dict[str, Any] | None = None
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always", PaginationDriftWarning)
            while True:
                pages = listed.paginator(limit).pages(start)
                page = await anext(pages, None)
                if page is None or not page:
                    break
                found += page
                start = json.loads(json.dumps(page.checkpoint))
        assert len(found) == len(set(found)), f"seed {seed}: a row came twice"
        assert told or listed.always <= set(found), f"seed {seed}: a row was missed in silence"
