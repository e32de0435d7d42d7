"""`ledgerbee pending` and `ledgerbee resolve`: what a person sees of writes of unknown outcome, and decides."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from ledgerbee_client import SQLiteStore
from ledgerbee_client.__main__ import main
from ledgerbee_client._once.records import Intent, Record, Result

INTENT = Intent("invoices.send", ("0197a943",), (), {"deliveryType": "Email"})


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A store with a write that was left, one that is done, and one that is in flight."""

    async def fill(path: Path) -> None:
        store = SQLiteStore(path, synchronous="NORMAL")
        await store.claim("send/1", INTENT, "me", 60)
        await store.leave("send/1", "me", json.dumps({"reason": "two look alike", "candidates": ["a", "b"]}))
        await store.claim("done", INTENT, "me", 60)
        await store.finish("done", "me", Result(200, b"{}"))
        await store.claim("in flight", INTENT, "me", 60)
        await store.aclose()

    path = tmp_path / "billing.sqlite"
    asyncio.run(fill(path))
    return str(path)


def found(place: str, key: str) -> Record | None:
    async def find() -> Record | None:
        store = SQLiteStore(place, synchronous="NORMAL")
        try:
            return await store.find(key)
        finally:
            await store.aclose()

    return asyncio.run(find())


def test_pending_shows_what_was_sent_and_what_was_found(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pending", "--store", place]) == 0
    printed = capsys.readouterr().out
    for part in ("send/1", "invoices.send 0197a943", '{"deliveryType": "Email"}', "two look alike", "1 to decide"):
        assert part in printed
    assert "in flight" not in printed
    assert main(["pending", "--store", place, "--json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert (entry["key"], entry["operation"], entry["candidates"]) == ("send/1", "invoices.send", ["a", "b"])


def test_what_was_applied_is_kept_with_its_id(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["resolve", "send/1", "--applied", "a", "--store", place]) == 0
    assert capsys.readouterr().out == "send/1: applied, as a\n"
    record = found(place, "send/1")
    assert record is not None
    assert record.result == Result(200, b'{"id": "a"}', settled=True)
    assert main(["pending", "--store", place]) == 0
    assert capsys.readouterr().out == "nothing to decide\n"


@pytest.mark.parametrize(
    ("decision", "facts"),
    [
        (["--applied", "a"], {"key": "send/1", "applied": True, "id": "a"}),
        (["--not-applied"], {"key": "send/1", "applied": False, "id": None}),
    ],
)
def test_a_decision_as_json(
    place: str, capsys: pytest.CaptureFixture[str], decision: list[str], facts: dict[str, object]
) -> None:
    assert main(["resolve", "send/1", *decision, "--store", place, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == facts


def test_what_was_not_applied_frees_the_key(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["resolve", "send/1", "--not-applied", "--store", place]) == 0
    assert capsys.readouterr().out == "send/1: not applied: the next call sends it again\n"
    assert found(place, "send/1") is None


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("done", "the key 'done' has its result already: there is nothing to decide"),
        ("in flight", "the key 'in flight' is held by a process that is at it: wait until it is done"),
        ("unknown", "the store has no key 'unknown'"),
    ],
)
@pytest.mark.parametrize("decision", [["--not-applied"], ["--applied", "a"]])
def test_there_must_be_something_to_decide(
    place: str, capsys: pytest.CaptureFixture[str], key: str, text: str, decision: list[str]
) -> None:
    assert main(["resolve", key, *decision, "--store", place]) == 1
    assert capsys.readouterr().err == f"error: {text}\n"


def test_a_store_that_is_not_there_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "missing.sqlite"
    assert main(["pending", "--store", str(missing)]) == 2
    assert "there is no idempotency store at" in capsys.readouterr().err
    assert not missing.exists()


@pytest.mark.parametrize("decision", [[], ["--applied", "a", "--not-applied"]])
def test_one_decision_is_needed(place: str, decision: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["resolve", "send/1", *decision, "--store", place])
    assert caught.value.code == 2


def test_the_sandbox_has_its_own_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["sandbox", "--help"])
    assert caught.value.code == 0
    assert "--port" in capsys.readouterr().out
