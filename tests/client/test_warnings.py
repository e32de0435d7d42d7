"""Deprecations and the end of an API key: read, and told once."""

from __future__ import annotations

import datetime as dt
import linecache
import logging
import warnings
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerbee_client import LedgerBee
from ledgerbee_client import _warnings as notices
from ledgerbee_client._warnings import (
    Deprecation,
    Warnings,
    deprecation_text,
    read_deprecation,
    read_expiry,
)
from ledgerbee_client.errors import ApiKeyExpiryWarning
from ledgerbee_client.generated.operations import OPERATIONS
from scripts.rehearsal.skips import OTHER_FIELDS
from tests.client.support import operation, response
from tests.shared.api import path

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
PRINTED = {
    "Deprecation": "true",
    "Sunset": "2026-11-08",
    "Link": '</api/v2/draft-journal-entries>; rel="successor-version"',
}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "_now", lambda: NOW)


# ---------------------------------------------------------------------- reading


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        (PRINTED, Deprecation(dt.date(2026, 11, 8), "/api/v2/draft-journal-entries")),
        ({"Deprecation": "true"}, Deprecation(None, None)),
        ({"Deprecation": "@1688169599"}, Deprecation(None, None)),
        ({"Sunset": "Sun, 08 Nov 2026 23:59:59 GMT"}, Deprecation(dt.date(2026, 11, 8), None)),
        ({"Sunset": "2026-11-08T00:00:00Z"}, Deprecation(dt.date(2026, 11, 8), None)),
        ({"Deprecation": "true", "Sunset": "some day"}, Deprecation(None, None)),
        ({"Deprecation": "false"}, None),
        ({"Deprecation": ""}, None),
        ({"Sunset": "some day"}, None),
        ({"Sunset": "Sun, 08 Nov 99999999999 23:59:59 GMT"}, None),
        ({"Link": PRINTED["Link"]}, None),
        ({}, None),
    ],
)
def test_what_the_headers_say_of_the_end_of_an_operation(headers: dict[str, str], found: object) -> None:
    assert read_deprecation(httpx.Headers(headers)) == found


@pytest.mark.parametrize(
    ("link", "successor"),
    [
        ("</api/v2/x>; rel=successor-version", "/api/v2/x"),
        ('</docs>; rel="deprecation", </api/v2/x>; rel="successor-version"', "/api/v2/x"),
        ('</api/v2/x>; title="new"; REL="alternate Successor-Version"', "/api/v2/x"),
        ('</a,b>; rel="successor-version"', "/a,b"),
        ('</docs>; rel="deprecation"', None),
        ("successor-version", None),
    ],
)
def test_the_successor_is_the_link_with_that_relation(link: str, successor: str | None) -> None:
    found = read_deprecation(httpx.Headers({"Deprecation": "true", "Link": link}))
    assert found is not None
    assert found.successor == successor


@given(st.dictionaries(st.sampled_from(["deprecation", "sunset", "link"]), st.text()), st.text())
def test_no_header_is_too_odd_to_be_read(headers: dict[str, str], expiry: str) -> None:
    read_deprecation(headers)
    read_expiry(expiry)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-01T10:00:00.000Z", dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC)),
        ("2026-12-01T10:00:00", dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC)),
        (" 2026-12-01 ", dt.datetime(2026, 12, 1, tzinfo=dt.UTC)),
        ("2026-12-01T10:00:00+02:00", dt.datetime(2026, 12, 1, 8, tzinfo=dt.UTC)),
        ("never", None),
        ("", None),
        (None, None),
        (1796119200, None),
    ],
)
def test_the_end_of_a_key_is_a_moment(text: object, moment: dt.datetime | None) -> None:
    assert read_expiry(text) == moment


OLD = operation("drafts_v1.list", "GET", deprecated=True, sunset="2026-11-08", successor="GET /v2/drafts")


@pytest.mark.parametrize(
    ("known", "found", "text"),
    [
        (
            OLD,
            None,
            "drafts_v1.list is past its sunset (2026-11-08) and may stop working at any time; use GET /v2/drafts",
        ),
        (operation(), Deprecation(None, None), "products.create is deprecated"),
        (operation(), Deprecation(None, "/api/v2/x"), "products.create is deprecated; use /api/v2/x"),
        (
            operation(),
            Deprecation(dt.date(2027, 1, 1), None),
            "products.create is deprecated and may stop working after 2027-01-01",
        ),
        (
            OLD,
            Deprecation(dt.date(2027, 1, 1), "/api/v2/x"),
            "drafts_v1.list is deprecated and may stop working after 2027-01-01; use GET /v2/drafts",
        ),
        (
            operation(),
            Deprecation(NOW.date(), None),
            "products.create is deprecated and may stop working after 2026-11-22",
        ),
    ],
)
def test_the_warning_says_when_and_what_instead(known: Any, found: Deprecation | None, text: str) -> None:
    assert deprecation_text(known, found, NOW.date()) == text


# ---------------------------------------------------------------------- telling


def client(headers: dict[str, str], asked: list[str] | None = None) -> LedgerBee:
    def answer(request: httpx.Request) -> httpx.Response:
        if asked is not None:
            asked.append(request.url.path)
        body = {"id": "p1", "name": "x"} if request.method == "POST" else []
        return httpx.Response(200, json=body, headers=headers)

    return LedgerBee("key", transport=httpx.MockTransport(answer), scope_check="off")


async def test_a_deprecation_is_told_once_at_the_line_of_the_caller_and_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with client(PRINTED) as lb:
        with warnings.catch_warnings(record=True) as caught, caplog.at_level(logging.WARNING, "ledgerbee_client"):
            warnings.simplefilter("always")
            for _ in range(3):
                await lb.accounts.list()
    (one,) = caught
    assert one.category is DeprecationWarning
    assert str(one.message) == (
        "accounts.list is past its sunset (2026-11-08) and may stop working at any time; "
        "use /api/v2/draft-journal-entries"
    )
    assert one.filename == __file__
    assert linecache.getline(one.filename, one.lineno).strip() == "await lb.accounts.list()"
    assert caplog.messages == [str(one.message)]


async def test_each_operation_is_told_of() -> None:
    async with client(PRINTED) as lb:
        with pytest.warns(DeprecationWarning, match="accounts.list"):
            await lb.accounts.list()
        with pytest.warns(DeprecationWarning, match="vat_codes.list"):
            await lb.vat_codes.list()


async def test_a_copy_of_the_client_tells_nothing_twice() -> None:
    async with client(PRINTED) as lb:
        with pytest.warns(DeprecationWarning, match="accounts.list"):
            await lb.accounts.list()
        await lb.with_options(timeout=1).accounts.list()


async def test_a_known_deprecated_operation_is_told_of_before_anything_is_sent() -> None:
    name = "draft_journal_entries_v1.book"
    if name not in OPERATIONS or OPERATIONS[name].sunset is None:
        pytest.skip(f"{OTHER_FIELDS}: the document names no sunset of {name}")
    asked: list[str] = []
    async with client({}, asked) as lb:
        for _ in range(2):  # where warnings are errors, it is one each time
            with pytest.raises(DeprecationWarning, match=r"draft_journal_entries_v1\.book is past its sunset.*v2"):
                await lb.draft_journal_entries_v1.book("d1")
        assert asked == []
        with pytest.warns(DeprecationWarning, match="past its sunset"):
            await lb.request("POST", path("draft_journal_entries_v1.book", "d1"))
        await lb.request("POST", path("draft_journal_entries_v1.book", "d1"))
    assert len(asked) == 2


async def test_the_result_of_a_write_is_not_lost_where_warnings_are_errors(caplog: pytest.LogCaptureFixture) -> None:
    async with client({**PRINTED, "X-API-Key-Expires-At": "2026-11-23T00:00:00Z"}) as lb:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            answer = await lb.request("POST", "/v1/anything", json={})
            assert answer.parsed["id"] == "p1"
            with pytest.raises(DeprecationWarning):
                await lb.accounts.list()
    warned = [record.message for record in caplog.records if record.levelname == "WARNING"]
    assert len(warned) == 2
    assert "is past its sunset" in warned[0]
    assert "expires within a day" in warned[1]


@pytest.mark.parametrize(
    ("expiry", "said"),
    [
        ("2026-12-06T12:00:00Z", "expires in 14 days, at 2026-12-06T12:00:00+00:00: make a new one"),
        ("2026-11-24T11:00:00Z", "expires in 1 day,"),
        ("2026-11-22T13:00:00Z", "expires within a day"),
        ("2026-11-22T11:00:00Z", "has expired"),
        ("2026-11-01", "has expired"),
    ],
)
async def test_a_key_in_its_last_two_weeks_is_told_of_once(expiry: str, said: str) -> None:
    async with client({"X-API-Key-Expires-At": expiry}) as lb:
        with pytest.warns(ApiKeyExpiryWarning) as caught:
            await lb.accounts.list()
        await lb.vat_codes.list()
        assert said in str(caught[0].message)
        assert caught[0].filename == __file__


@pytest.mark.parametrize("expiry", ["2026-12-06T12:00:01Z", "2099-01-01", "soon"])
async def test_a_key_that_lives_longer_is_not_told_of(expiry: str) -> None:
    async with client({"X-API-Key-Expires-At": expiry}) as lb:
        await lb.accounts.list()
        assert lb._pipeline._warnings.api_key_expires_at == read_expiry(expiry)


def test_an_answer_that_says_nothing_changes_nothing() -> None:
    silent = Warnings()
    silent.before(operation())
    silent.after(operation(), response(200, {}))
    silent.after(operation(), response(200, {}, headers={"Deprecation": "false"}))
    silent.expires(None)
    assert silent.api_key_expires_at is None


def test_a_package_whose_name_begins_alike_is_the_callers_code(tmp_path: Path) -> None:
    neighbour = Path(notices.__file__).parent.with_name("ledgerbee_client_extras") / "code.py"
    code = compile("warn('text', UserWarning)", str(neighbour), "exec")
    with pytest.warns(UserWarning, match="text") as caught:
        exec(code, {"warn": notices.warn_caller})
    assert caught[0].filename == str(neighbour)


@pytest.mark.parametrize("name", [name for name, one in OPERATIONS.items() if one.deprecated])
def test_type_checkers_know_every_deprecated_method(name: str) -> None:
    resource, _, method = name.partition(".")
    assert getattr(getattr(LedgerBee("key"), resource), method).__deprecated__
