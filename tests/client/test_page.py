"""A page is a sequence of its items, and plain data."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Sequence

import pytest

from ledgerbee_client import Page


def test_a_page_is_a_sequence_of_its_items() -> None:
    page = Page(items=["a", "b", "c"], total=7)
    assert isinstance(page, Sequence)
    assert [*page] == ["a", "b", "c"]
    assert (page[0], page[-1], page[1:], len(page)) == ("a", "c", ["b", "c"], 3)
    assert "b" in page
    assert [*reversed(page)] == ["c", "b", "a"]
    with pytest.raises(IndexError):
        page[3]


def test_a_page_without_items_is_false() -> None:
    assert Page(items=[1])
    assert not Page(items=[], total=7)


@pytest.mark.parametrize(
    ("counters", "follows"),
    [
        ({"page": 1, "total_pages": 2}, True),
        ({"page": 2, "total_pages": 2, "total": 99, "limit": 1}, False),
        ({"page": 1, "total": 5, "limit": 3}, True),
        ({"page": 2, "total": 6, "limit": 3}, False),
        ({"page": 2, "total": 7, "limit": 3}, True),
        ({"page": 1, "limit": 3}, True),  # nothing is counted: a page with items may have a successor
        ({"page": 1, "total": 0}, True),
    ],
)
def test_whether_another_page_follows_is_known_from_the_counters(counters: dict[str, int], follows: bool) -> None:
    assert Page(items=["a"], **counters).has_next is follows
    if not counters.keys() & {"total", "total_pages"}:
        assert not Page(items=[], **counters).has_next


def test_pages_are_equal_by_what_they_hold_and_can_be_copied_and_pickled() -> None:
    page = Page(items=[1, 2], total=2, page=1, limit=2, total_pages=1, extra={"sum": "3"})
    assert page == Page(items=[1, 2], total=2, page=1, limit=2, total_pages=1, extra={"sum": "3"})
    assert page != Page(items=[1, 2], total=2, page=1, limit=2, total_pages=1)
    for other in (copy.copy(page), copy.deepcopy(page), pickle.loads(pickle.dumps(page))):
        assert other == page
        assert other is not page


async def test_a_page_made_by_hand_says_that_nothing_follows_or_that_it_cant_know() -> None:
    assert await Page(items=[1], total_pages=1).next_page() is None
    with pytest.raises(RuntimeError, match="was not read from the API"):
        await Page(items=[1], total_pages=2).next_page()
    with pytest.raises(RuntimeError, match="was not read from the API"):
        _ = Page(items=[1]).checkpoint


async def test_async_for_over_a_page_says_what_to_write() -> None:
    with pytest.raises(TypeError, match="for item in page"):
        async for _ in Page(items=[1]):  # type: ignore[attr-defined]
            pass
