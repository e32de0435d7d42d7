"""The rules of reading lists, without any request: windows, envelopes, what a response shows."""

from __future__ import annotations

import itertools
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client import Page
from ledgerbee_client._pagination.checkpoint import Checkpoint, identity, read_checkpoint
from ledgerbee_client._pagination.drift import Given, Place, judge, judge_plain
from ledgerbee_client._pagination.envelope import Envelope, count, read_envelope, row_key
from ledgerbee_client._pagination.reader import claims_more, page_size, trusted_total
from ledgerbee_client._pagination.requests import asked_limit, first_page, form_of, has_limit, with_page
from ledgerbee_client._pagination.windows import Window, batch, next_window, plain_pages, window_back
from ledgerbee_client.generated.operations import OPERATIONS
from ledgerbee_client.generated.types import Pagination, Request

FORM = OPERATIONS["products.list"].pagination
assert FORM is not None
INFERRED = FORM._replace(items_inferred=True, total="total", page="page", limit=None, total_pages=None)

# ---------------------------------------------------------------------- windows


@pytest.mark.parametrize(
    ("row", "limit", "window"),
    [
        (100, 100, Window(2, 98)),  # rows 98 to 195: two come again
        (196, 100, Window(3, 97)),
        (3999, 100, Window(43, 95)),
        (50, 50, Window(2, 48)),
        (25, 25, Window(2, 24)),  # one comes again
        (5, 5, Window(2, 4)),
        (2, 2, Window(1, 3)),  # no window of two rows holds rows 1 and 2
        (1, 1, Window(1, 2)),
        (12, 4, Window(3, 5)),  # 2, 3 and 4 divide 12
        (2520, 10, Window(230, 11)),
    ],
)
def test_the_next_window_holds_the_last_row_and_reaches_furthest(row: int, limit: int, window: Window) -> None:
    assert next_window(row, limit) == window


@given(st.integers(1, 10_000_000), st.integers(1, 1000))
def test_a_window_holds_the_row_that_was_read_last_and_the_one_after_it(row: int, limit: int) -> None:
    window = next_window(row, limit)
    assert window.start <= row - 1
    assert row < window.end
    assert window.limit <= limit or all(row % size == 0 for size in range(1, limit + 1))
    others = [Window((row - 1) // size + 1, size) for size in range(2, limit + 1)]
    furthest = max((other.end for other in others if other.end > row), default=0)
    if 1 < limit < 50 and furthest:
        assert window.end == furthest


@pytest.mark.unmeasured
@pytest.mark.parametrize("limit", range(1, 101))
def test_windows_read_every_length_completely_at_little_more_than_plain_pages_cost(limit: int) -> None:
    """Every length up to 10,000: the reading of a shorter list is the beginning of that of a longer one."""
    length, row, requests = 10_000, limit, 1
    for rows in range(1, length + 1):
        while row < rows:
            window = next_window(row, limit)
            assert window.start < row < window.end  # complete, and in order
            row, requests = window.end, requests + 1
        plain = -(-rows // limit)
        assert requests <= 2 * plain - 1  # a check of each page boundary would cost as much
        if limit >= 50:
            assert requests <= -(-5 * plain // 4)  # 1.25 times, rounded up


@pytest.mark.parametrize(("limit", "most"), [(100, 46), (50, 98), (25, 212)])
def test_what_4000_rows_cost(limit: int, most: int) -> None:
    row, requests = limit, 1
    while row < 4000:
        row, requests = next_window(row, limit).end, requests + 1
    assert requests == most


@given(st.integers(1, 100_000), st.integers(1, 100), st.integers(1, 100_000), st.integers(1, 10))
def test_a_batch_is_windows_one_after_another_and_none_beyond_the_end(
    row: int, limit: int, rows: int, count: int
) -> None:
    windows = batch(row, limit, rows, count)
    assert 1 <= len(windows) <= count
    for window, following in itertools.pairwise(windows):
        assert window.end < rows
        assert following == next_window(window.end, limit)
    if len(windows) < count:
        assert windows[-1].end >= rows
    assert batch(row, limit, None, count) == [next_window(row, limit)]


@given(st.integers(0, 100_000), st.integers(1, 100))
def test_a_window_back_holds_the_last_row_and_begins_early(row: int, limit: int) -> None:
    window = window_back(row, limit)
    assert window.start <= max(row - 1, 0) < window.end
    assert window.limit <= limit
    if row <= limit:
        assert window.start == 0


def test_plain_pages_begin_with_the_one_that_holds_the_next_row() -> None:
    assert plain_pages(10, 5, 23, 9) == [Window(3, 5), Window(4, 5), Window(5, 5)]
    assert plain_pages(12, 5, 23, 2) == [Window(3, 5), Window(4, 5)]
    assert plain_pages(10, 5, None, 9) == [Window(3, 5)]
    assert plain_pages(10, 5, 4, 9) == [Window(3, 5)]


def test_a_window_knows_how_many_rows_it_holds() -> None:
    assert [Window(3, 10).expected(total) for total in (5, 20, 24, 30, 99)] == [0, 0, 4, 10, 10]


# ---------------------------------------------------------------------- envelopes


def envelope_of(body: Any, form: Pagination = FORM, asked: int = 1) -> Envelope[Any]:
    return read_envelope(body, form, lambda item: item, asked)


def page_of(body: Any, form: Pagination = FORM) -> Page[Any]:
    return envelope_of(body, form).page


def test_a_page_takes_its_counters_from_the_envelope() -> None:
    page = page_of({"data": [1, 2], "total": 7, "page": 2, "limit": 2, "totalPages": 4})
    assert (page.items, page.total, page.page, page.limit, page.total_pages) == ([1, 2], 7, 2, 2, 4)
    assert page.has_next
    assert page.extra == {}


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        *[("7", 7), (7.0, 7), (Decimal(7), 7), (None, None), ("seven", None), (True, None), (-1, None)],
        *[(float("inf"), None), ([7], None), ("7.5", None), ("٧", None), ("9" * 40, None), (Decimal("NaN"), None)],
    ],
)
def test_a_counter_that_is_none_is_taken_as_missing(sent: object, read: int | None) -> None:
    assert page_of({"data": [], "total": sent}).total == read
    assert count(sent) == read


def test_a_missing_page_number_is_the_one_that_was_asked_for() -> None:
    assert envelope_of({"data": []}, asked=3).page.page == 3


@pytest.mark.parametrize(
    ("body", "counters"),
    [
        ({"data": [], "total": 7, "page": 2, "pageSize": 25}, (7, 2, 25, None)),
        ({"data": [], "total_count": "7", "current_page": "2", "per_page": "25", "last_page": "1"}, (7, 2, 25, 1)),
        ({"data": [], "meta": {"total": 7, "page": 2, "perPage": 25, "pageCount": 1}}, (7, 2, 25, 1)),
        ({"data": [], "pagination": {"totalItems": "7", "currentPage": 2}}, (7, 2, None, None)),
        ({"data": {"items": [], "total": 7, "page": 2, "limit": 25, "totalPages": 1}}, (7, 2, 25, 1)),
        ({"data": [], "amounts": {"total": 1234}}, (None, 1, None, None)),
        ({"data": [], "total": 7, "meta": {"total": 9}}, (7, 1, None, None)),
        ({"data": [], "count": 25}, (None, 1, None, None)),  # perhaps those of this page
        ([], (None, 1, None, None)),
    ],
)
def test_counters_are_found_by_their_usual_names_also_one_level_down(body: Any, counters: tuple[int | None]) -> None:
    for form in (FORM, INFERRED):
        page = page_of(body, form)
        assert (page.total, page.page, page.limit, page.total_pages) == counters


def test_what_else_the_envelope_holds_is_kept_as_it_came() -> None:
    body = {"data": [1], "total": 1, "sum": "12.50", "meta": {"next": None}, "currency": "DKK"}
    assert page_of(body).extra == {"sum": "12.50", "meta": {"next": None}, "currency": "DKK"}
    assert page_of({"coupons": [1], "sum": 3, "meta": {"total_count": 1}}).extra == {
        "sum": 3,
        "meta": {"total_count": 1},
    }
    assert page_of([1]).extra == {}


@pytest.mark.parametrize(
    "body",
    [
        {"invoices": [1], "total": 1},
        [1],
        {"data": [1], "other": [2]},
        {"items": [1], "warnings": []},
        {"data": {"invoices": [1]}},
        {"result": {"items": [1], "total": 1}, "ok": True},
    ],
)
def test_the_array_is_found_whatever_its_name(body: Any) -> None:
    assert page_of(body).items == [1]
    assert page_of(body, INFERRED).items == [1]


@pytest.mark.parametrize(
    ("body", "place", "reason"),
    [
        ("text", (), "must be an object"),
        (None, (), "must be an object"),
        ({}, ("data",), "is missing"),
        ({"a": [], "b": []}, ("data",), "is missing"),
        ({"data": "x"}, ("data",), "must be a list"),
        ({"data": {}}, ("data", "data"), "is missing"),
    ],
)
def test_a_body_that_is_no_page_is_an_error_with_its_place(body: Any, place: tuple[str, ...], reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as caught:
        page_of(body)
    assert caught.value.path[: len(place)] == place


def test_an_item_that_cant_be_decoded_has_its_place() -> None:
    with pytest.raises(ValueError, match="invalid literal") as raw:
        read_envelope({"meta": {"rows": [1, "x"]}}, FORM, int, 1)
    assert raw.value.path == ("meta", "rows", 1)


def test_rows_are_told_apart_by_their_id_or_else_by_their_content() -> None:
    assert row_key({"id": "a", "name": "x"}) == "a"
    assert row_key({"id": 7}) == 7
    without = row_key({"name": "x", "amount": Decimal("1.50")})
    assert isinstance(without, bytes)
    assert without == row_key({"amount": Decimal("1.50"), "name": "x"})
    assert without != row_key({"name": "x", "amount": Decimal("1.51")})
    for odd in ({"id": None}, {"id": True}, {"id": ["no"]}, "text", 7, "\ud800"):
        assert isinstance(row_key(odd), bytes)


# ---------------------------------------------------------------------- requests


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
    assert (has_limit(request, FORM), has_limit(Request("/"), FORM)) == (True, False)


def test_the_size_of_a_page_is_what_the_server_gives() -> None:
    assert page_size(Page(items=[1, 2], limit=2, total=9), 1, 2) == 2
    assert page_size(Page(items=[1, 2], limit=5, total=9), 1, 5) == 2
    assert page_size(Page(items=[1, 2], limit=5, total=12), 3, 5) == 5
    assert page_size(Page(items=[1, 2]), 1, 5) == 2
    assert page_size(Page(items=[], limit=5), 1, None) == 5
    assert page_size(Page(items=[]), 1, None) == 0


def test_counters_are_not_trusted_to_say_less_than_there_is() -> None:
    assert trusted_total(Page(items=[1, 2], total=12), 10) == 12
    assert trusted_total(Page(items=[1, 2], total=11), 10) is None
    assert trusted_total(Page(items=[], total=3), 10) == 3
    assert claims_more(Page(items=[1], total=2, total_pages=1), 2, 1, 1)
    assert claims_more(Page(items=[1], total_pages=2), None, 1, 1)
    assert not claims_more(Page(items=[1], total=1, total_pages=1), 1, 1, 1)
    assert not claims_more(Page(items=[1]), None, 1, 1)


# ---------------------------------------------------------------------- what a response shows


READ = [f"r{number}" for number in range(10)]


def reading() -> tuple[Given, Place]:
    """Ten rows of thirty were read."""
    given = Given()
    given.add(READ)
    return given, Place(10, 20, READ, 30)


@pytest.mark.parametrize(
    ("start", "keys", "total", "fresh", "certain", "reason"),
    [
        (8, ["r8", "r9", "x", "y"], 30, "xy", True, ""),  # nothing changed
        (9, ["r9", "x"], 30, "x", True, ""),
        (9, ["r9", "x"], 31, "x", True, ""),  # a row was added behind
        (8, ["r7", "r8", "r9", "x"], 31, "x", True, ""),  # one was added before
        (8, ["r9", "x", "y", "z"], 29, "xyz", False, ""),  # one was removed before: one row shows it
        (7, ["r8", "r9", "x", "y"], 29, "xy", True, ""),
        (8, ["r8", "x", "y"], 29, "xy", False, ""),  # the last one was removed
        (8, ["r8", "n", "r9", "x"], 31, "nx", False, ""),  # a new one stands between
        (8, ["r7", "r8", "r9", "x"], 30, "x", True, "20 rows were unread, now 19 are"),  # one moved to before
        (8, ["r8", "r9", "x"], 29, "x", True, "20 rows were unread, now 19 are"),  # it can't be excluded
        (8, ["r8", "x", "r9", "y"], 30, "xy", False, "20 rows were unread"),  # the last one moved on
        (8, ["r8", "r9", "x", "r2"], 30, "x", True, "rows changed places"),
        (8, ["x", "y", "z"], 30, "xyz", False, "the rows that were read last are gone"),
        (8, [], 8, "", False, "the rows that were read last are gone"),
        (0, ["n", *READ, "x"], 31, "nx", True, ""),  # from the beginning nothing can be skipped
        (0, ["n", "m"], 2, "nm", False, ""),
        (8, ["r7", "r8", "r9", "x"], None, "x", True, "no total says which"),
        (8, ["r8", "r9", "x", "x"], 30, "x", True, ""),
    ],
)
def test_what_a_window_shows(
    start: int, keys: list[str], total: int | None, fresh: str, certain: bool, reason: str
) -> None:
    given, place = reading()
    verdict = judge(given, place, start, keys, total)
    assert [keys[index] for index in verdict.fresh] == list(fresh)
    assert verdict.certain is certain
    assert reason in "; ".join(verdict.reasons) if reason else not verdict.reasons
    assert verdict.place.row == start + len(keys)


def test_a_window_that_ends_before_the_last_row_hides_the_rest() -> None:
    given, place = reading()
    verdict = judge(given, place, 5, ["r2", "r3", "r4"], 33)
    assert (verdict.fresh, verdict.certain, verdict.reasons) == ([], True, [])
    assert verdict.hidden == READ[5:]
    assert verdict.place.unread == 20


def test_rows_given_out_long_ago_show_nothing_and_are_reported() -> None:
    given = Given([f"r{number}" for number in range(3000)])
    place = Place(3000, 10, ["r2999"], 3010)
    verdict = judge(given, place, 2999, ["r2999", "r5", "x"], 3010)
    assert verdict.fresh == [2]
    assert verdict.reasons == ["1 row came again"]


def test_rows_without_an_id_are_told_apart_by_their_place_only() -> None:
    same = row_key({"amount": 1})
    place = Place(3, 3, [same, same, same], 6)
    verdict = judge(Given([same, same, same]), place, 2, [same, same, same], 6)
    assert (verdict.fresh, verdict.certain, verdict.reasons) == ([1, 2], True, [])
    other = row_key({"amount": 2})
    verdict = judge(Given([same, same, same]), place, 2, [other, same], 6)
    assert (verdict.fresh, verdict.holds) == ([1], False)


def test_a_plain_page_shows_a_change_by_its_total_and_by_rows_that_come_again() -> None:
    given, place = reading()
    assert judge_plain(given, place, 10, ["x", "y"], 30).reasons == []
    assert judge_plain(given, place, 10, ["x", "y"], 31).reasons == ["the total went from 30 to 31"]
    verdict = judge_plain(given, place, 10, ["r9", "r3", "x"], 30)
    assert (verdict.fresh, verdict.reasons) == ([2], ["2 rows came again"])
    verdict = judge_plain(given, place, 8, ["r8", "r9", "x"], 30)
    assert (verdict.fresh, verdict.reasons) == ([2], [])


def test_only_so_many_rows_are_remembered() -> None:
    given = Given([f"r{number}" for number in range(12_000)])
    assert given.ordinal("r1999") is None
    assert given.ordinal("r2000") == 2000
    assert len(given.after(11_000)) == 999


# ---------------------------------------------------------------------- checkpoints


def test_a_checkpoint_is_plain_json_and_reads_back_as_it_was() -> None:
    key = row_key({"amount": 1})
    checkpoint = Checkpoint(7, 100, 700, 4000, 3300, ("a", 5, key))
    written = json.loads(json.dumps(checkpoint.to_json("products.list/x")))
    assert read_checkpoint(written, "products.list/x") == checkpoint


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"version": 2}, "`checkpoint` of a page"),
        ({"list": "invoices.list/x"}, "belongs to another list"),
        ({"page": "7"}, "damaged"),
        ({"row": -1}, "damaged"),
        ({"limit": True}, "damaged"),
        ({"total": 1.5}, "damaged"),
        ({"unread": "1"}, "damaged"),
        ({"last": None}, "damaged"),
        ({"last": [None]}, "damaged"),
        ({"last": [{"content": "zz"}]}, "damaged"),
    ],
)
def test_a_checkpoint_that_is_none_or_of_another_list_is_refused(change: dict[str, Any], message: str) -> None:
    good = Checkpoint(7, 100, 700, 4000, 3300, ("a",)).to_json("products.list/x")
    with pytest.raises(ValueError, match=message):
        read_checkpoint(good | change, "products.list/x")
    with pytest.raises(ValueError, match="`checkpoint` of a page"):
        read_checkpoint("page 7", "products.list/x")  # type: ignore[arg-type]


def test_a_list_is_the_same_whatever_page_and_limit() -> None:
    operation = OPERATIONS["products.list"]

    def of(*query: tuple[str, str]) -> str:
        return identity(operation, Request("/v1/products", query=list(query)), FORM)

    assert of(("page", "3"), ("search", "x"), ("limit", "5")) == of(("search", "x"))
    assert of(("search", "x")) != of(("search", "y"))
    assert of(("a", "1"), ("b", "2")) == of(("b", "2"), ("a", "1"))
