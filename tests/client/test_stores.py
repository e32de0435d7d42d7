"""Stores of idempotency keys: one protocol, kept by SQLite and by PostgreSQL alike."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import gc
import multiprocessing
import os
import pwd
import sqlite3
import stat
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from ledgerbee_client import Token
from ledgerbee_client._once.postgres import PostgresStore
from ledgerbee_client._once.records import IdempotencyStore, Intent, Result
from ledgerbee_client._once.sqlite import SQLiteStore
from ledgerbee_client.errors import ConfigurationError, IdempotencyStoreError
from tests.client import postgres

INTENT = Intent("invoices.create", (), (), {"customerId": "c", "amount": "10.00"})
OTHER = Intent("invoices.create", (), (), {"customerId": "d", "amount": "10.00"})
RESULT = Result(201, b'{"id": "1"}')

Opened = Callable[[], AbstractAsyncContextManager[IdempotencyStore]]


@pytest.fixture(scope="module")
def database() -> Iterator[postgres.Server]:
    with postgres.required() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgres"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Opened:
    """Opens the store; what one has written, the next one finds."""
    if request.param == "postgres":
        server: postgres.Server = request.getfixturevalue("database")
        prefix = f"t{abs(hash(request.node.name))}_"

        def make() -> Any:
            return PostgresStore(server.url, prefix=prefix)

    else:

        def make() -> Any:
            return SQLiteStore(tmp_path / "billing.sqlite", synchronous="NORMAL")

    @asynccontextmanager
    async def open_store() -> AsyncIterator[IdempotencyStore]:
        store = make()
        try:
            yield store
        finally:
            await store.aclose()

    return open_store


@pytest.mark.slow
async def test_a_new_key_belongs_to_whoever_claims_it_and_to_nobody_else(opened: Opened) -> None:
    async with opened() as store, opened() as other:
        mine = await store.claim("k", INTENT, "me", 60)
        assert (mine.owner, mine.left, mine.result, mine.intent) == ("me", False, None, INTENT)
        theirs = await other.claim("k", INTENT, "you", 60)
        assert (theirs.owner, theirs.result) == ("me", None)
        assert theirs.free_ago < 0
        assert not await other.renew("k", "you", 60)
        assert not await other.finish("k", "you", RESULT)
        assert not await other.release("k", "you")
        assert await store.renew("k", "me", 60)


@pytest.mark.unmeasured
async def test_a_result_stays_as_it_is(opened: Opened) -> None:
    async with opened() as store:
        await store.claim("k", INTENT, "me", 60)
        assert await store.finish("k", "me", RESULT)
    async with opened() as store:
        again = await store.claim("k", INTENT, "you", 60)
        assert again.result == RESULT
        assert again.owner != "you"
        assert not await store.release("k", "you")
        assert not await store.release("k", None)
        assert not await store.finish("k", None, Result(200, b"other"))
        found = await store.find("k")
        assert found is not None
        assert found.result == RESULT
        assert await store.pending() == []


async def test_a_key_whose_lease_has_run_out_is_taken_over_with_what_was_left(opened: Opened) -> None:
    async with opened() as store:
        await store.claim("k", INTENT, "dead", 0.0)
        taken = await store.claim("k", INTENT, "me", 60)
        assert (taken.owner, taken.left, taken.result) == ("me", True, None)
        assert 0 <= taken.free_ago <= taken.sent_ago + 0.01 < 30
        assert not await store.renew("k", "dead", 60)
        assert not await store.finish("k", "dead", RESULT)  # whoever seemed dead can't write over it
        assert await store.restart("k", "me", 60)
        assert await store.finish("k", "me", RESULT)


@pytest.mark.parametrize("name", ["renew", "restart"])
async def test_a_key_that_is_held_on_to_is_nobody_elses_until_then(opened: Opened, name: str) -> None:
    async with opened() as store, opened() as other:
        await store.claim("k", INTENT, "me", 0.5)
        assert await getattr(store, name)("k", "me", 600)
        found = await other.claim("k", INTENT, "you", 60)
        assert found.owner == "me"
        assert -600 <= found.free_ago < -500
        assert await other.pending() == []
        assert await getattr(store, name)("k", "me", 0.0)
        assert (await other.claim("k", INTENT, "you", 60)).owner == "you"


async def test_what_was_left_is_pending_with_its_note_until_a_person_decides(opened: Opened) -> None:
    async with opened() as store:
        for key in ("a", "b", "c"):
            await store.claim(key, INTENT, "me", 60)
        await store.leave("a", "me", "two look alike")
        await store.leave("b", "me")
        assert [(one.key, one.note) for one in await store.pending()] == [("a", "two look alike"), ("b", None)]
        assert await store.finish("a", None, RESULT)
        assert await store.release("b", None)
        assert not await store.release("c", None)  # somebody is at it
        assert await store.pending() == []
        assert (await store.claim("b", OTHER, "me", 60)).intent == OTHER  # the key is free for anything


async def test_other_arguments_do_not_take_a_key_over(opened: Opened) -> None:
    async with opened() as store:
        await store.claim("k", INTENT, "dead", 0.0)
        found = await store.claim("k", OTHER, "me", 60)
        assert (found.intent, found.owner) == (INTENT, "dead")


async def test_a_released_key_is_forgotten(opened: Opened) -> None:
    async with opened() as store:
        await store.claim("k", INTENT, "me", 60)
        assert await store.release("k", "me")
        assert await store.find("k") is None
        assert not (await store.claim("k", OTHER, "you", 60)).left


async def test_purging_forgets_results_and_keeps_what_is_not_decided(opened: Opened) -> None:
    async with opened() as store:
        await store.claim("done", INTENT, "me", 60)
        await store.finish("done", "me", RESULT)
        await store.claim("left", INTENT, "me", 0)
        now = dt.datetime.now(dt.UTC)
        assert await store.purge(now - dt.timedelta(days=1)) == 0
        assert await store.purge(now + dt.timedelta(days=1)) == 1
        assert [one.key for one in await store.pending()] == ["left"]


async def test_of_many_at_once_one_gets_the_key(opened: Opened) -> None:
    async with opened() as store, opened() as other:
        claims = [(store, other)[number % 2].claim("k", INTENT, f"task-{number}", 60) for number in range(40)]
        records = await asyncio.gather(*claims)
        owners = {one.owner for one in records}
        assert len(owners) == 1
        assert sum(not one.left and one.owner == f"task-{number}" for number, one in enumerate(records)) == 1


def _claim_in_a_process(path: str, start: Any, results: Any) -> None:
    async def claim() -> int:
        store = SQLiteStore(path, synchronous="NORMAL")
        owner = str(os.getpid())
        won = 0
        for number in range(50):
            won += (await store.claim(f"k{number}", INTENT, owner, 60)).owner == owner
        await store.aclose()
        return won

    start.wait()
    results.put(asyncio.run(claim()))


@pytest.mark.slow
def test_of_several_processes_on_one_file_one_gets_each_key(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    start, results = context.Barrier(3), context.Queue()
    path = str(tmp_path / "billing.sqlite")
    processes = [context.Process(target=_claim_in_a_process, args=(path, start, results)) for _ in range(3)]
    for one in processes:
        one.start()
    won = [results.get(timeout=60) for _ in processes]
    for one in processes:
        one.join()
    assert sum(won) == 50


async def test_a_store_works_after_a_fork_and_in_another_loop(tmp_path: Path) -> None:
    store = SQLiteStore(tmp_path / "billing.sqlite", synchronous="NORMAL")
    await store.claim("k", INTENT, "me", 60)

    def in_another_loop() -> bool:
        return asyncio.run(store.renew("k", "me", 60))

    assert await asyncio.to_thread(in_another_loop)
    await store.aclose()
    assert await store.renew("k", "me", 60)  # closed is not broken: it opens again
    await store.aclose()


def test_a_loop_that_is_closed_while_the_file_is_busy_takes_no_thread_down(tmp_path: Path) -> None:
    store = SQLiteStore(tmp_path / "billing.sqlite", synchronous="NORMAL")
    begun, going_on = threading.Event(), threading.Event()

    def work(_db: object) -> None:
        begun.set()
        going_on.wait(60)

    loop = asyncio.new_event_loop()
    task = loop.create_task(store._run(work))
    loop.run_until_complete(asyncio.to_thread(begun.wait, 60))
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()  # as a program does that is in a hurry
    going_on.set()
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(asyncio.run(_claimed(store))), daemon=True)
    thread.start()
    thread.join(20)
    assert found == ["me"]
    with contextlib.suppress(RuntimeError):  # it has no loop in which to end
        task.get_coro().close()  # type: ignore[union-attr]


async def _claimed(store: SQLiteStore) -> str:
    owner = (await store.claim("k", INTENT, "me", 60)).owner
    await store.aclose()
    return owner


async def test_recent_are_those_without_a_result_and_those_whose_result_is_fresh(opened: Opened) -> None:
    async with opened() as store:
        for key in ("held", "left", "done"):
            await store.claim(key, INTENT, "me", 60)
        await store.leave("left", "me")
        await store.finish("done", "me", RESULT)
        assert sorted(one.key for one in await store.recent(60)) == ["done", "held", "left"]
        await asyncio.sleep(0.05)
        assert sorted(one.key for one in await store.recent(0.01)) == ["held", "left"]


async def test_what_several_ask_for_at_the_same_time_is_done_and_fails_one_by_one(opened: Opened) -> None:
    async with opened() as store:
        await asyncio.gather(*(store.claim(f"k{number}", INTENT, "me", 60) for number in range(20)))
        ends = await asyncio.gather(
            *(store.finish(f"k{number}", "you" if number % 2 else "me", RESULT) for number in range(20))
        )
        assert ends == [number % 2 == 0 for number in range(20)]


# ---------------------------------------------------------------------- SQLite


def _files(folder: Path) -> list[Path]:
    return [*folder.iterdir()]


async def test_the_file_is_for_its_owner_only_and_says_what_a_commit_survives(tmp_path: Path) -> None:
    path = tmp_path / "billing.sqlite"
    for synchronous, level in (("FULL", 2), ("NORMAL", 1)):
        store = SQLiteStore(path, synchronous=synchronous)  # type: ignore[arg-type]
        await store.claim(synchronous, INTENT, "me", 60)
        assert {stat.S_IMODE(file.stat().st_mode) for file in _files(tmp_path)} == {0o600}
        assert await store._run(lambda db: db.execute("PRAGMA synchronous").fetchone()[0]) == level
        await store.aclose()


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ({"path": "missing/billing.sqlite"}, "the folder missing doesn't exist"),
        ({"path": "x.sqlite", "synchronous": "OFF"}, "synchronous must be 'FULL' or 'NORMAL', not 'OFF'"),
    ],
)
def test_what_can_not_be_kept_is_refused_at_construction(arguments: dict[str, Any], text: str) -> None:
    with pytest.raises(ConfigurationError, match=text):
        SQLiteStore(**arguments)


async def test_a_file_that_is_no_database_is_an_error_of_the_store(tmp_path: Path) -> None:
    path = tmp_path / "billing.sqlite"
    path.write_text("Dear diary, today I kept my books as text. " * 100)
    with pytest.raises(IdempotencyStoreError, match="file is not a database"):
        await SQLiteStore(path).claim("k", INTENT, "me", 60)


async def test_a_file_that_is_damaged_in_the_middle_is_an_error_of_the_store(tmp_path: Path) -> None:
    path = tmp_path / "billing.sqlite"
    store = SQLiteStore(path, synchronous="NORMAL")
    for number in range(200):
        await store.claim(f"k{number}", INTENT, "me", 60)
    await store.aclose()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(IdempotencyStoreError, match="malformed"):
        await store.claim("k5", INTENT, "me", 60)
    await store.aclose()


async def test_a_full_disk_is_an_error_of_the_store_and_no_more_once_there_is_room(tmp_path: Path) -> None:
    store = SQLiteStore(tmp_path / "billing.sqlite", synchronous="NORMAL")
    await store.claim("first", INTENT, "me", 60)
    await store._run(lambda db: db.execute("PRAGMA max_page_count = 1").fetchone())  # as if there were no more
    large = Intent("invoices.create", (), (), {"notes": "x" * 100_000})
    with pytest.raises(IdempotencyStoreError, match="full"):
        await store.claim("large", large, "me", 60)
    ends = await asyncio.gather(
        *(store.claim(key, intent, "me", 60) for key, intent in (("a", large), ("b", large))), return_exceptions=True
    )
    assert [type(one) for one in ends] == [IdempotencyStoreError] * 2
    assert await store.find("large") is None
    await store._run(lambda db: db.execute("PRAGMA max_page_count = 100000").fetchone())
    assert (await store.claim("large", large, "me", 60)).owner == "me"
    await store.aclose()


def _may_only_be_read(path: Path) -> None:
    path.parent.chmod(0o755)
    path.chmod(0o444)


async def test_a_file_that_may_only_be_read_is_an_error_of_the_store() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = SQLiteStore(Path(folder) / "billing.sqlite")
        await store.find("k")
        await store.aclose()
        _may_only_be_read(Path(folder) / "billing.sqlite")
        root = os.geteuid() == 0  # who may write everywhere
        if root:
            os.seteuid(pwd.getpwnam("nobody").pw_uid)
        try:
            with pytest.raises(IdempotencyStoreError, match="readonly database"):
                await store.claim("k", INTENT, "me", 60)
        finally:
            if root:
                os.seteuid(0)
            await store.aclose()


async def test_a_place_where_there_can_be_no_write_ahead_log_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As on a network file system."""
    monkeypatch.setattr("ledgerbee_client._once.sqlite._in_wal_mode", lambda _db: "delete")
    with pytest.raises(ConfigurationError, match="is it on a network file system"):
        await SQLiteStore(tmp_path / "billing.sqlite").claim("k", INTENT, "me", 60)


async def test_a_file_that_another_process_locks_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "billing.sqlite"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE x (y)")
    other.execute("BEGIN EXCLUSIVE")
    asyncio.get_running_loop().call_later(0.1, other.execute, "COMMIT")
    store = SQLiteStore(path, synchronous="NORMAL")
    assert (await store.claim("k", INTENT, "me", 60)).owner == "me"
    await store.aclose()
    other.close()


def test_whoever_forgets_to_close_a_store_leaves_no_thread_behind(tmp_path: Path) -> None:
    before = {*threading.enumerate()}
    store = SQLiteStore(tmp_path / "billing.sqlite", synchronous="NORMAL")
    asyncio.run(store.find("k"))
    (thread,) = {*threading.enumerate()} - before
    del store
    gc.collect()
    thread.join(10)
    assert not thread.is_alive()


async def test_a_file_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "billing.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(ConfigurationError, match="made by a newer version"):
        await SQLiteStore(path).claim("k", INTENT, "me", 60)


# ---------------------------------------------------------------------- PostgreSQL


@pytest.mark.slow
async def test_connections_that_are_cut_and_a_restart_of_the_server_lose_nothing(database: postgres.Server) -> None:
    store = PostgresStore(database.url, prefix="restarted_")
    try:
        for number in range(5):
            await store.claim(f"k{number}", INTENT, "me", 600)
        database.stop()
        starting = asyncio.create_task(asyncio.to_thread(database.start))
        finished = [await store.finish(f"k{number}", "me", RESULT) for number in range(5)]
        await starting
        assert finished == [True] * 5
        assert [(await store.find(f"k{number}")).result for number in range(5)] == [RESULT] * 5  # type: ignore[union-attr]
        await store._run(
            lambda db: db.execute(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            )
        )
        assert (await store.claim("k0", INTENT, "you", 60)).result == RESULT
    finally:
        await store.aclose()


async def test_tokens_are_shared_and_asked_for_by_one_host_at_a_time(database: postgres.Server) -> None:
    one, other = PostgresStore(database.url), PostgresStore(database.url)
    try:
        assert await one.get("client") is None
        order: list[str] = []

        async def ask(store: PostgresStore, name: str) -> None:
            async with store.lock("client"):
                order.append(f"{name} in")
                await asyncio.sleep(0.05)
                order.append(f"{name} out")

        await asyncio.gather(ask(one, "a"), ask(other, "b"))
        assert order in (["a in", "a out", "b in", "b out"], ["b in", "b out", "a in", "a out"])
        token = Token("secret-token", 123.5, ("products-read", "invoices-read"))
        await one.put("client", token)
        assert await other.get("client") == token
        await other.put("client", Token("newer", 124.0))
        assert await one.get("client") == Token("newer", 124.0)
    finally:
        await one.aclose()
        await other.aclose()


async def test_a_database_that_is_not_there_is_an_error_of_the_store_without_its_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ledgerbee_client._once.postgres._PATIENCE", 0.2)
    monkeypatch.setattr("ledgerbee_client._once.postgres._PAUSE", 0.0)
    store = PostgresStore("postgresql://user:hunter2@127.0.0.1:9/books")
    assert "hunter2" not in repr(store)
    with pytest.raises(IdempotencyStoreError) as caught:
        await store.claim("k", INTENT, "me", 60)
    assert "hunter2" not in str(caught.value)
    await store.aclose()


def test_a_prefix_must_be_a_name() -> None:
    with pytest.raises(ConfigurationError, match="prefix must be the beginning of a table's name"):
        PostgresStore("", prefix="x; DROP TABLE")
